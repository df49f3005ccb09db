"""A small line of work for the engine's own tests: a permit under an old and a new law."""
