"""Where a file is laid out otherwise than the decree asks: each deviation with what was measured, what is asked, and
what would mend it. The rules F3 say them, `quyet fix` mends them, so that both always mean the same."""
