"""On an event, without dates."""
