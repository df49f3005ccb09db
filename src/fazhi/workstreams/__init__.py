"""Lines of work, one folder each, alike."""
