"""Published reports read back: text to figures to verdicts. No Django, no database, no network."""
