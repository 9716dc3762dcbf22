"""`python -m quyet.files.facts`: load every fact, so that later starts find them kept."""

from quyet.files.facts import load_kinds
from quyet.files.facts.codes import load_codes
from quyet.files.facts.formats import load_formats
from quyet.files.facts.norms import load_norms
from quyet.files.facts.texts import load_texts

if __name__ == "__main__":
    load_kinds()
    load_formats()
    load_norms()
    load_texts()
    load_codes()
