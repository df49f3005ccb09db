"""Sample years: published figures of a government, and lawful synthetic records from which they come out."""
