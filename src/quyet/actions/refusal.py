"""Why an act was not done, at the field that is to be mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with one field, and what would be right."""

    field: str
    message: str
    message_en: str


class Refused(ValueError):
    """An act that is refused; nothing was changed."""

    def __init__(self, *faults: FieldFault) -> None:
        super().__init__("; ".join(f"{fault.field}: {fault.message_en}" for fault in faults))
        self.faults = faults
