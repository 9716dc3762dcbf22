"""English: the same order of the day, 185,000,000, 0.8."""
