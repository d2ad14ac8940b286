"""From one time to another."""
