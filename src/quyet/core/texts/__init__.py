"""The register of legal texts: from which day to which each is in force, and what replaced it.

model     a text and its days
register  look-up by number however it is written, or by a law's name and day
"""
