"""Documents in the layout of official documents, shared by the annual report and the papers of records."""
