"""The finished package: the same bytes every time, and in every formula cell the value that it gives.

openpyxl writes formulas without their values and the time of day into the package. Programs that show files without
calculating them (mail, phones) would show empty cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip package knows."""
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FORMULA = re.compile(rb'<c r="([A-Z]+\d+)"([^>]*)>(<f>[^<]*</f>)<v\s*(?:/>|></v>)')

Values = Mapping[str, str]
"""The values of the formula cells of a sheet, by their names, as XML writes numbers."""


def packed(book: Workbook, values: Mapping[str, Values]) -> bytes:
    """The bytes of a workbook. `values`: of each sheet by its title."""
    made = BytesIO()
    book.save(made)
    parts = {f"xl/worksheets/sheet{number}.xml": title for number, title in enumerate(book.sheetnames, start=1)}
    packed_again = BytesIO()
    with ZipFile(made) as source, ZipFile(packed_again, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>2020-01-01T00:00:00Z", data)
            elif name in parts:
                data = _with_values(data, values.get(parts[name], {}))
            info = ZipInfo(name, _DAY)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, data)
    return packed_again.getvalue()


def _with_values(part: bytes, values: Values) -> bytes:
    def value(found: re.Match[bytes]) -> bytes:
        known = values.get(found[1].decode())
        return (
            found[0] if known is None else b'<c r="%s"%s>%s<v>%s</v>' % (found[1], found[2], found[3], known.encode())
        )

    return _FORMULA.sub(value, part)
