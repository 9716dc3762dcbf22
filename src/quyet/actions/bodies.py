"""The body that a name means: one row, however its letters were typed."""

from __future__ import annotations

from unicodedata import normalize

from quyet.core.values.folding import fold, squeeze
from quyet.store.models import Body


def body_named(name: str) -> Body:
    """The body of that name, entered where it is new. Capitals, spaces and the place of a tone mark make no other."""
    said = squeeze(normalize("NFC", name))
    same = (body for body in Body.objects.all() if fold(body.name) == fold(said))
    return next(same, None) or Body.objects.get_or_create(name=said)[0]
