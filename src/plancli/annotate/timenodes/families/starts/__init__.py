"""From then on."""
