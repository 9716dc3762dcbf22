"""Times WeasyPrint on the paper's blocks. Runs in the peers' environment: `weasyprint_side PAPER.json OUT.pdf ROUNDS`.

The blocks become HTML, the measures of the decree a style sheet that is parsed once, which is in WeasyPrint's favour;
so is that it makes a plain PDF, neither tagged nor PDF/A.
"""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.measure import milliseconds

LINE = 1.149
"""A single line of Times New Roman and of what has its measures, in the size of its letters."""


def html(paper: dict[str, Any]) -> str:
    """The paper as a page of HTML."""
    notice = f'<p class="notice">{escape(paper["notice"])}</p>' if paper["notice"] else ""
    sections = [f"<section>{notice}{''.join(map(block, blocks))}</section>" for blocks in paper["sections"]]
    return f"<!doctype html><html lang=vi><title>{escape(paper['title'])}</title><body>{''.join(sections)}"


def block(it: dict[str, Any]) -> str:
    """One block."""
    draw = {"Letterhead": letterhead, "Para": para, "Foot": foot, "Table": table}
    return draw[it["block"]](it)


def letterhead(it: dict[str, Any]) -> str:
    """Two columns, in two rows."""
    (left, right), below = [("parent", "issuer"), ("national_name", "motto")], ("number", "place_date")
    rows = [[paras(it, left), paras(it, right)], [paras(it, [key]) for key in below]]
    return f'<table class="frame">{"".join(map(frame_row, rows))}</table>'


def frame_row(cells: list[str]) -> str:
    """Cells without borders."""
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def paras(it: dict[str, Any], keys: Any) -> str:
    """A paragraph for each key that has words."""
    return "".join(f'<p class="{key}">{escape(it[key])}</p>' for key in keys if it[key])


def para(it: dict[str, Any]) -> str:
    """A paragraph; the number of an article is bold."""
    text, lead = escape(it["text"]), escape(it["lead"])
    words = f"<b>{lead}</b> {text}" if it["style"] == "article" else f"{lead} {text}".strip()
    return f'<p class="{it["style"]}">{words}</p>'


def foot(it: dict[str, Any]) -> str:
    """Recipients beside the signature."""
    listed = [("recipient" if place else "recipients_head", each) for place, each in enumerate(it["listed"])]
    signed = [*(("authority", each) for each in it["authority"]), ("signatory", it["name"] or "")]
    cells = ["".join(f'<p class="{key}">{escape(words)}</p>' for key, words in side) for side in (listed, signed)]
    return f'<table class="foot">{frame_row(cells)}</table>'


def table(it: dict[str, Any]) -> str:
    """The estimate; its heading row is repeated on every page."""
    shares = sum(column["share"] for column in it["columns"])
    widths = "".join(f'<col style="width:{column["share"] / shares:.3%}">' for column in it["columns"])
    heads = "".join(f"<th>{escape(column['heading'])}</th>" for column in it["columns"])
    rows = "".join(
        f'<tr class="{"strong" if row["strong"] else ""}">'
        + "".join(
            f'<td class="{column["align"]}">{escape(cell)}</td>'
            for cell, column in zip(row["cells"], it["columns"], strict=True)
        )
        + "</tr>"
        for row in it["rows"]
    )
    return (
        f'<p class="caption">{escape(it["caption"])}</p>'
        f'<table class="grid"><colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )


def css(paper: dict[str, Any]) -> str:
    """The measures of the decree, as for our own PDF."""
    looks = "".join(
        f"p.{key}{{font-size:{look['size']}pt;font-weight:{'bold' if look['bold'] else 'normal'};"
        f"font-style:{'italic' if look['italic'] else 'normal'}}}"
        for key, look in paper["styles"].items()
        if key != "article"
    )
    page = paper["sheet"]
    sides = " ".join(f"{page[side]}mm" for side in ("top", "right", "bottom", "left"))
    number = f"@top-center{{content:counter(page);font:{paper['styles']['text']['size']}pt '{paper['font']}'}}"
    return f"""
@page{{size:{page["width"]}mm {page["height"]}mm;margin:{sides};{number}}}
@page:first{{@top-center{{content:none}}}}
body{{margin:0;font:{paper["styles"]["text"]["size"]}pt/{LINE * paper["line"]} '{paper["font"]}'}}
section+section{{break-before:page;counter-reset:page 1}}
p{{margin:0 0 {paper["gap"]}pt;text-align:justify;text-indent:{paper["indent"]}mm}}
.notice,.kind,.title,.competence,.enacting,.annex_label,.annex_title,.annex_reference{{
  text-align:center;text-indent:0;line-height:1.4;margin-bottom:2pt}}
.notice{{font-size:11pt;font-style:italic}} .caption{{text-align:right;font-style:italic;margin:8pt 0 2pt}}
.kind,.competence,.enacting{{margin-top:12pt}}
{looks}
table{{border-collapse:collapse;width:100%}}
.frame{{table-layout:fixed}} .frame td:first-child{{width:40%}}
.frame td,.foot td{{vertical-align:top}}
.frame p,.foot p{{text-align:center;text-indent:0;line-height:1.4;margin-bottom:2pt}}
.foot{{margin-top:14pt;table-layout:fixed;break-inside:avoid}}
.foot p.recipients_head,.foot p.recipient{{text-align:left}}
.foot p.signatory{{margin-top:24mm}}
.grid{{table-layout:fixed;font-size:{paper["table_size"]}pt;line-height:1.457}}
.grid td,.grid th{{border:.5pt solid;padding:2.7pt 4pt;vertical-align:middle}}
.grid tr{{break-inside:avoid}}
.strong{{font-weight:bold}} .right{{text-align:right}} .center{{text-align:center}}
"""


def main() -> None:
    """Prints the median time of a PDF in milliseconds, or why there is none; leaves one of them behind."""
    paper = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    try:
        from weasyprint import CSS, HTML
    except OSError as error:  # it needs pango of the system
        print(str(error).partition(":")[0])
        return
    styles = [CSS(string=css(paper))]
    print(milliseconds(lambda: HTML(string=html(paper)).write_pdf(stylesheets=styles), rounds=int(sys.argv[3])))
    Path(sys.argv[2]).write_bytes(HTML(string=html(paper)).write_pdf(stylesheets=styles))


if __name__ == "__main__":
    main()
