"""Rows and rules in and out: imports with a dry run first, exports, and the commands over the engine."""
