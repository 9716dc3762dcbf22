"""Writes: one function an act. Nothing else of the site changes what is kept."""
