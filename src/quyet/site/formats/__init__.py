"""Dates and numbers as offices write them. Django's own `vi` reads 05/06/2024 as 6 May and groups no thousands."""
