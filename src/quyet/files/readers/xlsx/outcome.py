"""What became of a formula when it was worked anew."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.files.readers.xlsx.formulas import Beyond
from quyet.files.readers.xlsx.grid import Value

Place = tuple[str, int, int]
"""The sheet by its name, the row, the column."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a formula gives. `beyond`: why it was not worked anew, and its kept value stands; `file` the number of the
    other file that it reaches into; `in_circle`: it needs itself."""

    value: Value
    beyond: str = ""
    file: int | None = None
    in_circle: bool = False

    @property
    def is_worked(self) -> bool:
        return not self.beyond and not self.in_circle

    def known(self) -> Value:
        """The value for those who need it. Beyond where neither this formula nor its kept value gives any."""
        if self.value is None and not self.is_worked:
            raise Beyond("ô chưa có giá trị")
        return self.value


class Missing(Exception):
    """Cells that must be worked first."""

    def __init__(self, places: list[Place]) -> None:
        super().__init__()
        self.places = places
