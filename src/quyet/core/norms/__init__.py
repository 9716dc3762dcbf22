"""Norms (định mức): what an item may cost on a day, by place and rank, in the country and in a province.

model    items, levels, classes as values      classes  which class is meant
lookup   the level that holds on a day         windows  from day to day, across a change
verdict  a price beside what holds             rows     the lines of a list
search   items by words                        say      sentences that screens and commands share
"""
