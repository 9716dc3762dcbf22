"""Facts as files: strict loaders from `quyet/data` to values of the core."""

from quyet.files.facts.cases import example_text
from quyet.files.facts.kinds import load_kinds
from quyet.files.facts.strict import FactsError

__all__ = ["FactsError", "example_text", "load_kinds"]
