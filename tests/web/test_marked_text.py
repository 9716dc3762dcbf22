"""The text of a decision cut into lines and runs."""

from __future__ import annotations

from quyet.queries.marked_text import Run, Span, harmless, mark_up


def runs(text: str, *spans: Span) -> list[list[Run]]:
    return [line.runs for line in mark_up(text, spans)]


def test_a_text_without_spans_is_its_lines():
    lines = mark_up("Điều 1.\n\nĐiều 2.", [])
    assert [(line.number, line.text) for line in lines] == [(1, "Điều 1."), (2, ""), (3, "Điều 2.")]


def test_a_fact_is_a_run_of_its_own():
    assert runs("Số lượng: 40 cái;", Span(10, 16, "fact", 3)) == [
        [Run("Số lượng: "), Run("40 cái", (3,), True), Run(";")],
    ]


def test_a_fact_inside_a_fact_stands_first():
    whole, number = Span(0, 21, "whole", 7), Span(7, 17, "fact", 8)
    assert runs("Căn cứ 224/QĐ-SCT này", whole, number) == [
        [Run("Căn cứ ", (7,)), Run("224/QĐ-SCT", (8, 7), True), Run(" này", (7,))],
    ]


def test_facts_that_cross_share_their_common_words():
    assert runs("một hai ba", Span(0, 7, "fact", 1), Span(4, 10, "fact", 2)) == [
        [Run("một ", (1,), True), Run("hai", (2, 1), True), Run(" ba", (2,), True)],
    ]


def test_a_fact_over_a_line_end_goes_on_in_the_next_line():
    assert runs("túi\nnilon", Span(0, 9, "fact", 5)) == [[Run("túi", (5,), True)], [Run("nilon", (5,), True)]]


def test_the_gravest_finding_marks_the_words_and_all_are_noted_beside_the_line():
    (line,) = mark_up("185.000.000 đồng", [Span(0, 11, "info", 0), Span(0, 11, "error", 1)])
    assert line.runs == [Run("185.000.000", severity="error"), Run(" đồng")]
    assert line.findings == [0, 1]


def test_spans_that_lie_outside_the_text_are_left_out():
    assert runs("ngắn", Span(2, 2, "fact", 0), Span(9, 12, "fact", 1), Span(-4, 2, "fact", 2)) == [[Run("ngắn")]]


def test_characters_that_could_reorder_the_text_are_made_visible():
    assert harmless("185\u202e000\u2066đ\x00\x1b\ttab") == "185\ufffd000\ufffdđ\ufffd\ufffd\ttab"


def test_the_text_keeps_its_length_so_that_spans_stay_right():
    text = "a\u202eb\u2028c\x07"
    assert len(harmless(text)) == len(text)


def test_work_grows_with_the_text_and_not_with_its_square():
    """Each line carries two facts: ten times the lines make ten times the runs, whatever overlaps."""

    def count(lines: int) -> int:
        text = "Số lượng: 40 cái\n" * lines
        spans = [Span(17 * n + 10, 17 * n + 16, "fact", 2 * n) for n in range(lines)]
        spans += [Span(17 * n + 10, 17 * n + 12, "fact", 2 * n + 1) for n in range(lines)]
        return sum(len(line.runs) for line in mark_up(text, spans))

    assert count(1_000) == 3 * 1_000
    assert count(10_000) == 3 * 10_000
