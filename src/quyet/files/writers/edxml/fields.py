"""One value of an envelope, and how long it may be."""

from __future__ import annotations

from datetime import date

from quyet.files.writers.xml_tree import Element, element

_LONGEST = {
    "OrganId": (13, "mã định danh cơ quan"),
    "OrganName": (200, "tên cơ quan"),
    "CodeNumber": (11, "số văn bản"),
    "CodeNotation": (30, "ký hiệu văn bản"),
    "TypeName": (100, "tên loại văn bản"),
    "Subject": (500, "trích yếu"),
    "Position": (100, "chức vụ người ký"),
    "FullName": (50, "họ tên người ký"),
    "ToPlaces": (1000, "nơi nhận"),
    "PageAmount": (3, "số trang"),
}
"""How many characters a field may have (NĐ 30/2020, Phụ lục VI), and what it is called."""


class EdxmlRefused(ValueError):
    """What edXML cannot hold, in one line of Vietnamese that names the field."""


def field(name: str, value: str | None = None) -> Element:
    """One value; an empty element where it is unknown."""
    refuse_longer(name, value or "")
    return element(name, value)


def empty(names: str) -> tuple[Element, ...]:
    """Several values that nobody knows."""
    return tuple(element(name) for name in names.split())


def refuse_longer(name: str, value: str) -> None:
    """EdxmlRefused where a value is longer than its field."""
    most, called = _LONGEST.get(name, (len(value), name))
    if len(value) > most:
        raise EdxmlRefused(
            f"edXML: {name} ({called}) dài {len(value)} ký tự, nhiều nhất là {most} (NĐ 30/2020/NĐ-CP, Phụ lục VI)."
        )


def day_of(day: date | None) -> str:
    """yyyy/MM/dd."""
    return f"{day.year:04}/{day.month:02}/{day.day:02}" if day else ""
