"""Engines: how each is found or built, started and stopped; the same words for all three."""
