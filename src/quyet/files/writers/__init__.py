"""Files out: what other programs read."""
