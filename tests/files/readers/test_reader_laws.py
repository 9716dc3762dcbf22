"""What holds for every document, whatever is in it: no word is lost, and every place is true."""

from __future__ import annotations

import html
import re
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from quyet.core.decisions.source import Source
from quyet.files.readers.docx import read_docx
from quyet.files.readers.html import read_html
from quyet.files.readers.pdf import read_pdf
from quyet.files.readers.printed.columns import in_reading_order
from quyet.files.readers.printed.gaps import with_tables
from quyet.files.readers.printed.lines import rows_of
from quyet.files.readers.printed.model import Row, Word
from tests.files.readers.cells import assert_places_are_true
from tests.files.readers.made_docx import cell, document, item, level, numbering, paragraph, row, table
from tests.files.readers.made_pdf import pdf, words

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyĐƯệởủ019.,;:()/-+|% \u0301"
TEXTS = st.text(LETTERS, min_size=1, max_size=24).filter(str.strip)
CELLS = st.lists(TEXTS, max_size=3)
ROWS = st.lists(CELLS, min_size=1, max_size=4)
TABLES = st.lists(ROWS, min_size=1, max_size=4)
BLOCKS = st.lists(st.one_of(TEXTS, TABLES), min_size=1, max_size=6)

POINTS = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))


def all_words(block: object) -> list[str]:
    """The words of a block, of its cells, of their paragraphs."""
    if isinstance(block, str):
        return normalize("NFC", block).split()
    return [word for part in block for word in all_words(part)]  # type: ignore[attr-defined]


def assert_holds(source: Source, wanted: list[str]) -> None:
    """Every word is in the text, in order; every place is true; every cell holds whole paragraphs."""
    rest = iter(source.text.replace("|", " | ").split())
    assert all(any(word == found for found in rest) for text in wanted for word in text.replace("|", " | ").split())
    assert source.text == normalize("NFC", source.text)
    assert_places_are_true(source)


def word_table(rows: list[list[list[str]]]) -> str:
    return table(*(row(*(cell(*map(html.escape, paragraphs)) for paragraphs in cells)) for cells in rows))


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_a_word_document_keeps_its_words_and_its_places(blocks: list[str | list[list[list[str]]]]) -> None:
    made = [paragraph(html.escape(each)) if isinstance(each, str) else word_table(each) for each in blocks]
    assert_holds(read_docx(document(*made)), all_words(blocks))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.integers(0, 1)), min_size=1, max_size=8))
def test_numbers_stand_before_the_words_and_one_space_after_them(items: list[tuple[str, int]]) -> None:
    made = [item(html.escape(text), depth) for text, depth in items]
    lines = read_docx(document(*made, numbering=POINTS)).text.split("\n")
    for line, (text, depth) in zip(lines, items, strict=True):
        mark, _, words = line.partition(" ")
        assert re.fullmatch(r"\d+\." if depth == 0 else r"[a-z]+\)", mark)
        assert words.split() == normalize("NFC", text).split()


def web_table(rows: list[list[list[str]]]) -> str:
    cells = ("".join(f"<td>{'<br>'.join(map(html.escape, each))}</td>" for each in cells) for cells in rows)
    return f"<table>{''.join(f'<tr>{each}</tr>' for each in cells)}</table>"


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_a_web_page_keeps_its_words_and_its_places(blocks: list[str | list[list[list[str]]]]) -> None:
    made = [f"<p>{html.escape(each)}</p>" if isinstance(each, str) else web_table(each) for each in blocks]
    assert_holds(read_html(f"<html>{''.join(made)}".encode()), all_words(blocks))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_after_html_are_a_page(data: bytes) -> None:
    assert_places_are_true(read_html(b"<html><p>a<table><tr><td>b<td>" + data))


# --- printed pages ----------------------------------------------------------------------------------------------------

PLACED = st.builds(
    lambda text, x, y, size: Word(text, x, x + len(text) * size / 2, y, size),
    st.text("abcđệ019.", min_size=1, max_size=9), st.integers(0, 500), st.integers(20, 800), st.sampled_from([8, 13, 14]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PLACED, max_size=25, unique_by=lambda word: (round(word.left, -1), round(word.base, -1))))
def test_no_printed_word_is_lost_or_doubled_whatever_the_layout(placed: list[Word]) -> None:
    texts = []
    for each in in_reading_order([each for each in with_tables(rows_of(placed)) if isinstance(each, Row)]):
        texts += [word.text for segment in each.segments for word in segment.words]
    for each in with_tables(rows_of(placed)):
        if not isinstance(each, Row):
            texts += [text for row in each.table.rows for cell in row for text in " ".join(cell.paragraphs).split()]
    assert sorted("".join(texts)) == sorted("".join(word.text for word in placed))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text("abcđệ019.", min_size=1, max_size=30), min_size=1, max_size=12))
def test_lines_of_a_printed_column_keep_their_order(texts: list[str]) -> None:
    page = "".join(words(85, 110 + 20 * n, f"x{text}") for n, text in enumerate(texts))
    assert read_pdf(pdf(page)).text.split("\n") == [f"x{text}" for text in texts]
