"""Figures: a figure is a query over records with scope and span, never a bare number."""
