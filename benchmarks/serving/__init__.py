"""How fast the office answers on PostgreSQL, full and nearly empty, side by side: `make bench-office`."""
