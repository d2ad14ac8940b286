"""Reports of what is over, and orders that read like them."""
