"""Slips seen in print."""
