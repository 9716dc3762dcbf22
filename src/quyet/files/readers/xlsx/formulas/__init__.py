"""Formulas worked anew: text → tree → outcome, and what is said where the kept value is another."""
