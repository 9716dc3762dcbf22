"""A country that does not exist, for measuring: bodies, people, allotments and programmes, the same for the same seed.

Names say that they are made up; prices and quantities are drawn, and mean nothing.
"""

from quyet.core.country.content import content_of
from quyet.core.country.make import country, programmes_at
from quyet.core.country.model import (
    MadeActivity,
    MadeAllotment,
    MadeBody,
    MadeEntry,
    MadeLine,
    MadePerson,
    MadeProgramme,
)
from quyet.core.country.spent import balances

__all__ = [
    "MadeActivity", "MadeAllotment", "MadeBody", "MadeEntry", "MadeLine", "MadePerson", "MadeProgramme", "balances",
    "content_of", "country", "programmes_at",
]  # fmt: skip
