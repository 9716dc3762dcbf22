"""What is kept: the one Django app with models. State changes only in `quyet.actions`, which every model points at."""
