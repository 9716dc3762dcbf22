"""How sure a fact is: whether the source that it names was read."""

from __future__ import annotations

from typing import Literal

Mark = Literal["S", "M"]
"""S: seen in its source; may block. M: from memory; may only warn, and says that it is not verified."""
