"""The report: one text from one frozen set of figures, in every form."""
