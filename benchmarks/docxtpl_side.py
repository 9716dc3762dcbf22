"""Times docxtpl on the paper's blocks. Runs in the peers' environment: `docxtpl_side PAPER.json OUT.docx ROUNDS`.

The template is made once with python-docx and not timed: paragraphs of the paper in loops, a row of the table in
another. Each document opens it anew, as the template has to be for another one.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate

from benchmarks.measure import milliseconds

CENTRED = ("notice", "kind", "title", "competence", "enacting", "annex_label", "annex_title", "annex_reference")
SIDES = {"left": ALIGN.LEFT, "center": ALIGN.CENTER, "right": ALIGN.RIGHT}


class Template:
    """A document that is built of words with placeholders in them."""

    def __init__(self, paper: dict[str, Any]) -> None:
        self.paper = paper
        self.document = Document()
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = paper["font"], Pt(self.paper["styles"]["text"]["size"])
        normal.paragraph_format.space_after = Pt(self.paper["gap"])
        normal.paragraph_format.line_spacing = self.paper["line"]
        self.page(self.document.sections[0])

    def page(self, section: Any) -> None:
        sheet = self.paper["sheet"]
        section.page_width, section.page_height = Mm(sheet["width"]), Mm(sheet["height"])
        for side in ("top", "right", "bottom", "left"):
            setattr(section, f"{side}_margin", Mm(sheet[side]))

    def say(self, words: str, style: str = "text", within: Any = None) -> Any:
        """A paragraph in the look of a component."""
        made = (within or self.document).add_paragraph()
        run = made.add_run(words)
        look = self.paper["styles"].get(style, {"size": 11, "bold": False, "italic": True})
        run.font.size, run.bold, run.italic = Pt(look["size"]), look["bold"], look["italic"]
        if style in CENTRED or within is not None:
            made.alignment = ALIGN.LEFT if style.startswith("recipient") else ALIGN.CENTER
            made.paragraph_format.line_spacing, made.paragraph_format.space_after = 1, Pt(2)
            made.paragraph_format.space_before = Pt({"kind": 12, "enacting": 12, "signatory": 68}.get(style, 0))
        elif not words.startswith("{%"):
            made.alignment = ALIGN.JUSTIFY
            made.paragraph_format.first_line_indent = Mm(self.paper["indent"])
        return made

    def paras(self, of: str, styles: list[str]) -> None:
        """All paragraphs of a list, each in the look of its style."""
        self.say(f"{{%p for it in {of} %}}")
        for style in styles:
            self.say(f'{{%p if it.style == "{style}" %}}')
            made = self.say("{{ it.words }}" if style != "article" else "{{ it.lead }} ", style)
            if style == "article":
                made.add_run("{{ it.text }}").bold = False
            self.say("{%p endif %}")
        self.say("{%p endfor %}")

    def frame(self, cells: list[list[tuple[str, str]]], columns: int = 2) -> None:
        """A table without borders: cells of lines."""
        table = self.document.add_table(len(cells) // columns, columns)
        for cell, lines in zip((cell for row in table.rows for cell in row.cells), cells, strict=True):
            for style, words in lines:
                self.say(words, style, cell)
            cell._element.remove(cell.paragraphs[0]._element)

    def grid(self, columns: list[dict[str, Any]]) -> None:
        """The table of the annex, with one row in a loop, strong or not."""
        table = self.document.add_table(0, len(columns))
        table.style, table.autofit = "Table Grid", False
        self.row(table, columns, [column["heading"] for column in columns], strong=True)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self.row(table, columns, ["{%tr for row in rows %}"])
        for opened, strong in (("{%tr if row.strong %}", True), ("{%tr else %}", False)):
            self.row(table, columns, [opened])
            self.row(table, columns, [f"{{{{ row.cells[{place}] }}}}" for place in range(len(columns))], strong)
        self.row(table, columns, ["{%tr endif %}"])
        self.row(table, columns, ["{%tr endfor %}"])
        sheet, shares = self.paper["sheet"], sum(column["share"] for column in columns)
        for made, column in zip(table.columns, columns, strict=True):
            made.width = Mm((sheet["width"] - sheet["left"] - sheet["right"]) * column["share"] / shares)
            for cell in made.cells:
                cell.width = made.width

    def row(self, table: Any, columns: list[dict[str, Any]], texts: list[str], strong: bool = False) -> None:
        for cell, column, text in zip(table.add_row().cells, columns, texts, strict=False):
            (words,) = cell.paragraphs
            words.alignment = SIDES[column["align"]]
            words.paragraph_format.line_spacing, words.paragraph_format.space_after = 1, Pt(3)
            run = words.add_run(text)
            run.bold, run.font.size = strong, Pt(self.paper["table_size"])


def template(paper: dict[str, Any]) -> bytes:
    """A decision with an annex; `paper` gives the measures and the columns, no word of the paper."""
    made = Template(paper)
    made.say("{{ notice }}", "notice")
    left, right = [("parent", "{{ head.parent }}"), ("issuer", "{{ head.issuer }}")], ("national_name", "motto")
    states = [(style, f"{{{{ head.{style} }}}}") for style in right]
    made.frame([left, states, *([(style, f"{{{{ head.{style} }}}}")] for style in ("number", "place_date"))])
    main, annex = paper["sections"]
    made.paras("main", styles_of(main))
    listed = [("recipient", "{%p for each in foot.listed %}"), ("recipient", "{{ each }}"), *ended("recipient")]
    signed = [("authority", "{%p for each in foot.authority %}"), ("authority", "{{ each }}"), *ended("authority")]
    made.frame([listed, [*signed, ("signatory", "{{ foot.name }}")]])
    made.page(made.document.add_section(WD_SECTION.NEW_PAGE))
    made.say("{{ notice }}", "notice")
    made.paras("annex", styles_of(annex))
    made.say("{{ caption }}", "notice").alignment = ALIGN.RIGHT
    made.grid(only(annex, "Table")["columns"])
    made.paras("closing", ["text"])
    stream = BytesIO()
    made.document.save(stream)
    return stream.getvalue()


def ended(style: str) -> list[tuple[str, str]]:
    """The end of a loop over paragraphs."""
    return [(style, "{%p endfor %}")]


def styles_of(blocks: list[dict[str, Any]]) -> list[str]:
    """The styles of the paragraphs, each once."""
    return list(dict.fromkeys(it["style"] for it in blocks if it["block"] == "Para"))


def only(blocks: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The one block of that name."""
    (found,) = (it for it in blocks if it["block"] == name)
    return found


def context(paper: dict[str, Any]) -> dict[str, Any]:
    """The words of the paper, as the template names them."""
    main, annex = paper["sections"]
    table = only(annex, "Table")
    place = annex.index(table)
    return {
        "notice": paper["notice"],
        "head": only(main, "Letterhead"),
        "foot": only(main, "Foot"),
        "main": paragraphs(main),
        "annex": paragraphs(annex[:place]),
        "closing": paragraphs(annex[place + 1 :]),
        "caption": table["caption"],
        "rows": table["rows"],
    }


def paragraphs(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of the blocks that are one."""
    return [it for it in blocks if it["block"] == "Para"]


def main() -> None:
    """Prints the median time of a document in milliseconds; leaves one of them behind."""
    paper = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    opened = template(paper)

    def render() -> bytes:
        document, stream = DocxTemplate(BytesIO(opened)), BytesIO()
        document.render(context(paper), autoescape=True)
        document.save(stream)
        return stream.getvalue()

    print(milliseconds(render, rounds=int(sys.argv[3])))
    Path(sys.argv[2]).write_bytes(render())


if __name__ == "__main__":
    main()
