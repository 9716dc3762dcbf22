"""Carrying out: what a kind of activity is counted in, its steps, and the papers that each step leaves."""
