"""Estimates: lines of several factors, where a price comes from, VAT, totals that can list their own steps."""
