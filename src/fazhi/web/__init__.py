"""Pages, derived from the declarations."""
