"""Pages: paper, margins, page numbers and the headers that hold them, the headings of tables."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from quyet.core.checks.looks.deviation import Deviation
from quyet.core.presentation.format import Format
from quyet.core.presentation.measured import Layout, Margin, Section
from quyet.files.writers.docx_fix.paragraphs import twips
from quyet.files.writers.docx_fix.parts import Parts
from quyet.files.writers.docx_fix.runs import dress_all
from quyet.files.writers.docx_fix.xml import PARAGRAPH, SECTION, Element, Names

_RELATIONS = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_EDGES = ("top", "bottom", "left", "right")
_USUAL = dict.fromkeys(_EDGES, "1440") | {"header": "720", "footer": "720", "gutter": "0"}


class Pages:
    """The sections of a document, and the parts that they show above and below."""

    def __init__(self, parts: Parts, root: Element, names: Names, layout: Layout, rules: Format) -> None:
        self._parts, self._root, self._names, self._layout, self._rules = parts, root, names, layout, rules
        before = ("sectPrChange", "pPrChange")
        self._sections = [
            each
            for each in names.every(root, "sectPr")
            if not any(next(names.ancestors(each, name), None) is not None for name in before)
        ] or [self._add_section()]
        self._link = f"{{{_RELATIONS['purl' in names.space]}}}id"
        self._acts: dict[str, Callable[[Deviation, Element], bool]] = {
            "paper": self._paper,
            **dict.fromkeys(_EDGES, self._margin),
            "number_there": self._new_number,
            "number_place": self._new_number,
            "number_align": self._align_number,
            "number_size": self._dress_number,
            "number_upright": self._dress_number,
            "number_first": self._hide_first,
            "number_form": self._count,
            "number_from": self._count,
            "annex_number": self._count,
        }

    def _add_section(self) -> Element:
        body = self._root.find(self._names("body"))
        section = body.makeelement(self._names("sectPr"))
        body.append(section)
        return section

    def mend(self, deviation: Deviation) -> bool:
        """Change what a section says; False where it is none of its matters."""
        act = self._acts.get(deviation.what)
        if act is None or deviation.section is None:
            return False
        return act(deviation, self._sections[deviation.section])

    # --- paper -------------------------------------------------------------------------------------------------------

    def _paper(self, deviation: Deviation, section: Element) -> bool:
        page = self._rules.page
        sides = [str(twips(page.width)), str(twips(page.height))]
        turned = deviation.write == "landscape"
        if turned:
            sides.reverse()
        values = {"w": sides[0], "h": sides[1], "orient": "landscape" if turned else None, "code": None}
        self._names.put(self._names.child(section, "pgSz", SECTION), values)
        if not turned and deviation.section is not None and self._layout.sections[deviation.section].landscape:
            for name in _EDGES:  # the margins were those of a page on its side
                self._set_margin(section, name, getattr(page, name).write)
        return True

    def _margin(self, deviation: Deviation, section: Element) -> bool:
        if isinstance(deviation.write, Decimal):
            self._set_margin(section, deviation.what, deviation.write)
        return True

    def _set_margin(self, section: Element, edge: str, width: Decimal) -> None:
        margins = self._names.child(section, "pgMar", SECTION)
        for name, value in _USUAL.items():  # the schema asks for all of them
            if margins.get(self._names(name)) is None:
                self._names.put(margins, {name: value})
        self._names.put(margins, {edge: str(twips(width))} | ({"gutter": "0"} if edge == "left" else {}))

    # --- page numbers ------------------------------------------------------------------------------------------------

    def _count(self, deviation: Deviation, section: Element) -> bool:
        numbers = self._names.child(section, "pgNumType", SECTION)
        value = {"fmt": "decimal"} if deviation.what == "number_form" else {"start": "1"}
        self._names.put(numbers, dict(value))
        return True

    def _align_number(self, deviation: Deviation, section: Element) -> bool:
        field = deviation.field
        if field is None:
            return False
        root = self._parts.tree(field.part)
        names = Names(root)
        paragraph = names.every(root, "p")[field.place]
        names.put(names.child(names.head(paragraph, "pPr"), "jc", PARAGRAPH), {"val": "center"})
        return True

    def _dress_number(self, deviation: Deviation, section: Element) -> bool:
        field = deviation.field
        if field is None:
            return False
        root = self._parts.tree(field.part)
        names = Names(root)
        runs = names.every(root, "r")
        dress_all(names, [runs[place] for place in field.runs], deviation)
        return True

    def _hide_first(self, deviation: Deviation, section: Element) -> bool:
        """A first page of its own, whose header is not written: it is empty."""
        self._names.child(section, "titlePg", SECTION).attrib.clear()
        self._drop(section, "header", "first", lambda margin: margin is not None and margin.number is not None)
        return True

    def _new_number(self, deviation: Deviation, section: Element) -> bool:
        """A header with nothing but the number; a footer that held nothing but it is no longer shown."""
        link = self._parts.add_header(self._header())
        self._drop(section, "header", "default", lambda _: True)
        reference = section.makeelement(self._names("headerReference"))
        self._names.put(reference, {"type": "default"})
        reference.set(self._link, link)
        section.insert(0, reference)
        for each in self._sections:
            for kind in ("default", "first", "even"):
                self._drop(each, "footer", kind, _shows_only_number)
        return self._hide_first(deviation, section)

    def _drop(self, section: Element, where: str, kind: str, wanted: Callable[[Margin | None], bool]) -> None:
        for reference in section.findall(self._names(f"{where}Reference")):
            same_kind = reference.get(self._names("type"), "default") == kind
            if same_kind and wanted(self._margin_of(self._parts.target(reference.get(self._link, "")))):
                section.remove(reference)

    def _margin_of(self, part: str | None) -> Margin | None:
        """What was measured of a header or footer."""
        measured = (each for section in self._layout.sections for each in _margins(section))
        return next((each for each in measured if each.part == part), None)

    def _header(self) -> bytes:
        page, number = self._rules.page, self._rules.page_number
        size = int(number.size.write * 2)
        look = (
            f'<w:rPr><w:rFonts w:ascii="{page.font}" w:hAnsi="{page.font}" w:cs="{page.font}"/>'
            f'<w:b w:val="0"/><w:i w:val="0"/><w:color w:val="{page.colour}"/><w:sz w:val="{size}"/>'
            f'<w:szCs w:val="{size}"/></w:rPr>'
        )
        runs = "".join(f"<w:r>{look}{inside}</w:r>" for inside in _FIELD)
        about = (
            '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
            '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="center"/>'
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:hdr xmlns:w="{self._names.space}"><w:p><w:pPr>{about}</w:pPr>{runs}</w:p></w:hdr>'
        ).encode()


_FIELD = (
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>2</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
)


def _margins(section: Section) -> list[Margin]:
    found = (section.header, section.footer, section.first_header, section.first_footer)
    return [margin for margin in found if margin is not None]


def _shows_only_number(margin: Margin | None) -> bool:
    return margin is not None and margin.number is not None and margin.number.alone


def repeat_heading(names: Names, first_paragraph: Element) -> bool:
    """Show the first row of a table again on each page."""
    for table in reversed(list(names.ancestors(first_paragraph, "tbl"))):
        row = table.find(names("tr"))
        if next(iter(names.every(table, "p")), None) is first_paragraph and row is not None:
            about = row.find(names("trPr"))
            if about is None:
                about = row.makeelement(names("trPr"))
                exceptions = row.find(names("tblPrEx"))
                row.insert(0 if exceptions is None else 1, about)
            if about.find(names("tblHeader")) is None:
                about.insert(0, about.makeelement(names("tblHeader")))
            names.put(about.find(names("tblHeader")), {"val": None})
            return True
    return False
