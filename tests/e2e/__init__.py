"""Journeys: an official at a real browser, from signing in to what the work leads to."""
