"""In which component of the file one is, and the eIds of what no reference names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Where:
    """A component of the file: the eId of the attachment, None for the paper itself, and how much was counted in it."""

    attachment: str | None = None
    counted: Counter[str] = field(default_factory=Counter)

    def eid(self, name: str) -> str:
        """The eId of what stands once in a component (`att_1__preface`)."""
        return f"{self.attachment}__{name}" if self.attachment else name

    def next(self, name: str) -> str:
        """The eId of the next of its kind (`table_2`)."""
        self.counted[name] += 1
        return self.eid(f"{name}_{self.counted[name]}")
