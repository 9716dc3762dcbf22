"""Reads for the pages, shaped for them."""
