"""What a draft is written on."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.core.papers.form import BodyName, Form, Wording
from quyet.core.presentation.format import Format


@dataclass(frozen=True, slots=True)
class Stationery:
    """What a draft is written on: the form, the rules of presentation, the shared words, the body's name of the day.

    `electronic`: the paper will be an electronic original; below the title of its annexes number and day are not filled
    in, the signature shows them.
    """

    form: Form
    rules: Format
    wording: Wording
    body: BodyName | None = None
    electronic: bool = False

    @property
    def fills_reference(self) -> bool:
        """Whether number and day stand in "(Kèm theo …)"."""
        return self.rules.annex.filled_electronic if self.electronic else self.rules.annex.filled_on_paper
