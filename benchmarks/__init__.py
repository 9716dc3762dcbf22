"""How fast quyet reads, beside what it could be compared with: `make bench`. Nothing here is a test."""
