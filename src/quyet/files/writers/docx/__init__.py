"""A paper as a Word document that an official goes on editing.

    xml        elements of WordprocessingML, text as text
    sheet      the page lying or standing; lengths in Word's units
    widths     how long a line of text is drawn, nearly
    styles     the rules of the decree as named styles
    frames     letterhead and foot: tables without borders
    tables     the tables of annexes
    body       blocks and sections in their order
    package    an empty document; the finished one as bytes

Nothing is decided here that the decree decides: sizes, weights, margins, indents and gaps are those of `Paper.format`.
"""

from __future__ import annotations

from quyet.core.papers.paper import Paper


def write_docx(paper: Paper) -> bytes:
    """The paper as .docx; the same paper gives the same bytes. `Unwritable` where a text has a character that no XML
    may hold."""
    # python-docx takes half a second: only who writes a document waits for it
    from quyet.files.writers.docx.body import write_body
    from quyet.files.writers.docx.package import blank, pack
    from quyet.files.writers.docx.styles import write_styles

    document = blank()
    write_styles(document.styles.element, paper)
    write_body(document, paper)
    return pack(document, paper)
