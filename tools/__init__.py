"""Scripts for those who carry the project on: what is generated, and from what."""
