"""How the pages look: built from invented context objects, opened in a browser."""
