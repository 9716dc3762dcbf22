"""How a page may be looked at: in two languages, light and dark, wide and narrow."""

from __future__ import annotations

from itertools import product

import pytest

_QUICK = [("vi", "light", 1366), ("en", "dark", 390)]
"""Between them everything once; all eight are looked at by `make test-long`."""

in_every_appearance = pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [
        pytest.param(*each, marks=() if each in _QUICK else pytest.mark.long)
        for each in product(("vi", "en"), ("light", "dark"), (1366, 390))
    ],
)
