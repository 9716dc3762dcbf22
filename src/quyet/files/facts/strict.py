"""Facts from files, strictly: what a file says wrongly stops the load, and the message names the file and the key.

A fact that is silently dropped (a mistyped key, the same key twice) would let a wrong check pass, so nothing is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

DATA = Path(__file__).parents[2] / "data"
"""Where the facts lie: `quyet/data`, inside the installed package."""


class FactsError(ValueError):
    """A file of facts that cannot be taken as it stands."""

    def __init__(self, file: Path, key: str, why: str) -> None:
        super().__init__(f"{file.parent.name}/{file.name}: {key}: {why}")


def load_mapping(file: Path) -> dict[str, Any]:
    """The mapping that a YAML file holds; a key that stands twice is refused, and so are anchors."""
    import yaml  # costs more than all the rest of a start: only when facts are wanted

    try:
        written = file.read_bytes()
        _refuse_anchors(written)
        value = yaml.load(written, Loader=_loader())
    except yaml.YAMLError as error:
        raise FactsError(file, "YAML", " ".join(str(error).split())) from error
    if not isinstance(value, dict):
        raise FactsError(file, "YAML", "phải là một bảng khóa: giá trị")
    return value


def _refuse_anchors(written: bytes) -> None:
    """With anchors (&) and aliases (*) ten lines can stand for a billion values; facts are written out instead."""
    if b"&" not in written and b"*" not in written:
        return  # nearly every file; the others are looked at once more, event by event
    import yaml

    for event in yaml.parse(written, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if getattr(event, "anchor", None):
            raise yaml.YAMLError(f"không dùng neo và bí danh (&, *), {event.start_mark}")


@lru_cache(maxsize=1)
def _loader() -> Any:
    """PyYAML's safe loader (libyaml's where it is built in), made to refuse repeated keys."""
    import yaml

    safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def mapping(loader: Any, node: Any) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            if key in values:
                raise yaml.YAMLError(f"khóa {key!r} có hai lần, {key_node.start_mark}")
            values[key] = loader.construct_object(value_node, deep=True)
        return values

    strict: Any = type("StrictLoader", (safe,), {})
    strict.add_constructor("tag:yaml.org,2002:map", mapping)
    return strict


class Record:
    """One mapping of a file, taken apart key by key; `done()` refuses what nobody asked for."""

    def __init__(self, file: Path, values: Mapping[str, Any], inside: str = "") -> None:
        self.file, self.values, self.inside = file, values, inside
        self.asked: set[str] = set()

    def refuse(self, key: str, why: str) -> FactsError:
        return FactsError(self.file, self.inside + key, why)

    def _take(self, key: str, kind: type, called: str) -> Any:
        self.asked.add(key)
        if key not in self.values:
            raise self.refuse(key, "thiếu khóa này")
        value = self.values[key]
        if type(value) is not kind:
            raise self.refuse(key, f"phải là {called}, không phải {value!r}")
        return value

    def text(self, key: str) -> str:
        value = cast(str, self._take(key, str, "một chuỗi chữ"))
        if not value.strip():
            raise self.refuse(key, "để trống")
        return value

    def day(self, key: str) -> date:
        return cast(date, self._take(key, date, "một ngày dạng 2024-12-31"))

    def record(self, key: str) -> Record:
        return Record(self.file, self._take(key, dict, "một bảng khóa: giá trị"), f"{self.inside}{key}.")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of different strings, may be empty."""
        values = self._take(key, list, "một danh sách chuỗi chữ")
        for place, value in enumerate(values):
            if type(value) is not str or not value.strip():
                raise self.refuse(key, f"mục {place + 1} phải là một chuỗi chữ, không phải {value!r}")
            if value in values[:place]:
                raise self.refuse(key, f"{value!r} có hai lần")
        return tuple(values)

    def days(self, key: str) -> tuple[date, ...]:
        """A list of different days, may be empty."""
        values = self._take(key, list, "một danh sách ngày")
        for place, value in enumerate(values):
            if type(value) is not date:
                raise self.refuse(key, f"mục {place + 1} phải là một ngày dạng 2024-12-31, không phải {value!r}")
            if value in values[:place]:
                raise self.refuse(key, f"{value} có hai lần")
        return tuple(values)

    def done(self) -> None:
        for key in self.values:
            if key not in self.asked:
                raise self.refuse(str(key), "khóa lạ")

    # --- numbers, choices, what may be missing ---

    def number(self, key: str) -> Decimal:
        """A number, exact: 12.7 is 12.7 and not its nearest binary fraction."""
        return self._decimal(key, self._any(key))

    def numbers(self, key: str) -> tuple[Decimal, ...]:
        """A list of numbers."""
        return tuple(self._decimal(key, value) for value in self._take(key, list, "một danh sách số"))

    def whole(self, key: str) -> int:
        return cast(int, self._take(key, int, "một số nguyên"))

    def whole_or_none(self, key: str) -> int | None:
        return None if self._any(key) is None else self.whole(key)

    def flag(self, key: str) -> bool:
        return cast(bool, self._take(key, bool, "true hoặc false"))

    def choice(self, key: str, choices: Sequence[str]) -> str:
        value = self.text(key)
        if value not in choices:
            raise self.refuse(key, f"phải là một trong {', '.join(choices)}, không phải {value!r}")
        return value

    def day_or_none(self, key: str) -> date | None:
        return None if self._any(key) is None else self.day(key)

    def text_or_none(self, key: str) -> str | None:
        return None if self._any(key) is None else self.text(key)

    def flag_or_none(self, key: str) -> bool | None:
        return None if self._any(key) is None else self.flag(key)

    def record_or_none(self, key: str) -> Record | None:
        return None if self._any(key) is None else self.record(key)

    def number_or_none(self, key: str) -> Decimal | None:
        return None if self._any(key) is None else self.number(key)

    def rest(self) -> tuple[str, ...]:
        """The keys that nobody has asked for yet, in the order of the file."""
        return tuple(key for key in self.values if key not in self.asked)

    def records(self, key: str) -> tuple[Record, ...]:
        """A list of mappings."""
        values = self._take(key, list, "một danh sách bảng khóa: giá trị")
        for place, value in enumerate(values):
            if type(value) is not dict:
                raise self.refuse(f"{key}[{place}]", f"phải là một bảng khóa: giá trị, không phải {value!r}")
        return tuple(Record(self.file, value, f"{self.inside}{key}[{place}].") for place, value in enumerate(values))

    def _any(self, key: str) -> Any:
        self.asked.add(key)
        if key not in self.values:
            raise self.refuse(key, "thiếu khóa này")
        return self.values[key]

    def _decimal(self, key: str, value: Any) -> Decimal:
        if type(value) not in (int, float):
            raise self.refuse(key, f"phải là một số, không phải {value!r}")
        return Decimal(str(value))
