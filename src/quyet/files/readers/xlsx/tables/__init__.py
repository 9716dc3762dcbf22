"""From a grid to an estimate: headings by their meaning, rows as lines, then what only the whole table tells."""
