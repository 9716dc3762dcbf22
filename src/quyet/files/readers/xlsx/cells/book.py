"""A workbook: its sheets, read when they are asked for, and what it says of itself.

The package is opened as every zip package is here (sizes counted, links followed inside only), and each part is walked
once as a stream. That gives formula and kept value of a cell in one pass, holds every limit while reading, and does not
ask the file how large a sheet is (`dimension`), which may lie. openpyxl would need two passes, and trusts more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from posixpath import basename
from urllib.parse import unquote

from quyet.files.readers import Rows
from quyet.files.readers.limits import TEXT_BYTES
from quyet.files.readers.markup import parse
from quyet.files.readers.package import RELATION, STRICT_RELATION, Package
from quyet.files.readers.refusals import broken
from quyet.files.readers.xlsx.cells.formats import Formats
from quyet.files.readers.xlsx.cells.grid import Grid
from quyet.files.readers.xlsx.cells.sheets import read_sheet

_MOST_SHEETS = 500


@dataclass(frozen=True, slots=True)
class SheetName:
    """A sheet as the workbook lists it; `part` is where its cells stand."""

    name: str
    part: str
    is_hidden: bool = False


@dataclass
class Book:
    """What every workbook gives, old or new."""

    sheets: list[SheetName]
    load: Callable[[SheetName], Grid]
    has_macros: bool = False
    is_old: bool = False
    """An .xls: kept values only, no formulas."""
    recalculates: bool = False
    """Whoever opens it works all formulas anew: what they gave before is not what anybody sees."""
    others: tuple[str, ...] = ()
    """The names of other files that formulas reach into, as [1], [2] …"""

    def __post_init__(self) -> None:
        self._grids: dict[str, Grid] = {}
        self._by_name = {sheet.name.lower(): sheet for sheet in self.sheets}

    def grid(self, sheet: SheetName) -> Grid:
        if sheet.name not in self._grids:
            self._grids[sheet.name] = self.load(sheet)
        return self._grids[sheet.name]

    def find(self, name: str) -> SheetName | None:
        """The sheet of that name; case does not matter, as in Excel."""
        return self._by_name.get(name.lower())


def open_book(data: bytes, progress: Rows | None = None) -> Book:
    """The workbook in an .xlsx or .xlsm. Macros are not run and not looked at. `progress` is told of its rows."""
    package = Package(data)
    main = package.links("").get("officeDocument", "xl/workbook.xml")
    kinds, ids = package.all_links(main)
    said = _Said(ids)
    parse(package.read(main), said.start)
    if not said.sheets:
        raise broken()
    strings: list[str] = []
    formats = Formats()
    if "sharedStrings" in kinds:
        strings = read_strings(package.read(kinds["sharedStrings"]))
    if "styles" in kinds:
        formats.read(package.read(kinds["styles"]))
    cells = [0]

    def load(sheet: SheetName) -> Grid:
        grid = read_sheet(package.read(sheet.part), strings, formats, cells[0], progress)
        cells[0] += sum(map(len, grid.rows.values()))
        return grid

    return Book(
        said.sheets[:_MOST_SHEETS],
        load,
        has_macros="vbaProject" in kinds,
        recalculates=said.recalculates,
        others=tuple(_other_file(package, ids.get(each, "")) for each in said.others),
    )


class _Said:
    """What workbook.xml says."""

    def __init__(self, ids: dict[str, str]) -> None:
        self.sheets: list[SheetName] = []
        self.others: list[str] = []
        self.recalculates = False
        self._ids = ids

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        link = attributes.get(RELATION) or attributes.get(STRICT_RELATION) or ""
        if name == "sheet":
            part = self._ids.get(link)
            if part is None:
                raise broken()
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append(SheetName(attributes.get("name", ""), part, hidden))
        elif name == "calcPr":
            self.recalculates = attributes.get("fullCalcOnLoad") in ("1", "true")
        elif name == "externalReference":
            self.others.append(link)


def _other_file(package: Package, part: str) -> str:
    """The name of the file that an external link leads to. It is named and never opened."""
    folder, _, last = part.rpartition("/")
    links = f"{folder}/_rels/{last}.rels"
    found: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.endswith(" Relationship"):
            found.append(attributes.get("Target", ""))

    if links in package.names():
        parse(package.read(links), start)
    return unquote(basename(found[0].replace("\\", "/").rstrip("/"))) if found else ""


def read_strings(part: bytearray) -> list[str]:
    """The strings in their order; how a word is pronounced (phonetic runs) is no part of it."""
    reader = _Strings()
    parse(part, reader.start, reader.end, reader.text)
    return reader.found


class _Strings:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._length = 0
        self._in_text = self._aside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._aside = True
        elif name == "t":
            self._in_text = not self._aside

    def text(self, data: str) -> None:
        if self._in_text:
            self._length += len(data)
            TEXT_BYTES.hold(self._length)
            self._pieces.append(data)

    def end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._aside = False
        elif name == "si":
            self.found.append("".join(self._pieces))
