"""Relative to a reference day."""
