"""The commands that start and keep the house."""
