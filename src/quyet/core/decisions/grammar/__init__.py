"""The grammar of these papers, in one place: every pattern with its name, and beside it the words that it is for.

Patterns read folded text (`values.folding.fold`: lower case, one place for the tone mark) unless their name ends in
`AS_PRINTED`; in them a space stands for any run of white space (`words.phrase`). None may backtrack badly:
alternatives begin differently, nothing repeats what may itself be empty, runs are bounded; a property test feeds
near-misses of growing length. What the modules around this room do with the patterns is logic; what officials write is
here.

    papers      letterhead, kind, who decides, foot, attached texts
    citations   căn cứ: instruments and proposals
    marks       Điều, and the marks of items
    sayings     how contents are listed, and what an item says of its activity
    counts      quantities and durations
    dates       quarters, months, days, years
    sums        totals and their parts
    offices     offices, lists of them, who leads and who helps
    headings    tables: headings, captions, how text files draw them
"""
