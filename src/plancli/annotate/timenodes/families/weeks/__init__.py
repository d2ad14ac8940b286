"""Weeks of a month."""
