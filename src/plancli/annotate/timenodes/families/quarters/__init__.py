"""Quarters, halves, seasons and 旬."""
