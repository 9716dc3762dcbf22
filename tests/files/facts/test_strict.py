"""What no file of facts may hold, whatever it tells of."""

from pathlib import Path

import pytest

from quyet.files.facts.strict import FactsError, load_mapping

BOMB = """a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]
"""
ANCHORED = {
    "a few lines that stand for thousands": BOMB,
    "an anchor that nobody uses": "a: &a 1\n",
    "an anchored mapping": "a: &a {b: 1}\n",
    "a merge": "a: {b: 1}\nc:\n  <<: {b: 2}\n",
}


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "facts.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("case", ANCHORED)
def test_what_stands_for_something_else_is_refused(tmp_path: Path, case: str) -> None:
    with pytest.raises(FactsError, match=r"facts\.yaml: YAML: "):
        load_mapping(written(tmp_path, ANCHORED[case]))


def test_the_refusal_says_what_to_write_instead_and_where(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"không dùng neo và bí danh \(&, \*\).*line 1"):
        load_mapping(written(tmp_path, BOMB))


def test_the_signs_themselves_may_stand_in_words(tmp_path: Path) -> None:
    file = written(tmp_path, "# 2 * 3 & more\nname: Phát thanh & Truyền hình\nstar: '*'\n")
    assert load_mapping(file) == {"name": "Phát thanh & Truyền hình", "star": "*"}
