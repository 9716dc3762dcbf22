"""Money and its words, quantities, periods, spans, findings: the nouns that every other room uses."""
