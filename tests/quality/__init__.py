"""The quality set: fictional bulletins with their truth, and the measure of how well they are read."""
