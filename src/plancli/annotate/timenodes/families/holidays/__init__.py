"""Holidays and days of note."""
