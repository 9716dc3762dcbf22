"""Facts that are kept between two runs, and when they are loaded anew."""

import os
import sys
from pathlib import Path

import pytest

from quyet.files.facts.kept import Rows, kept


class Loader:
    """Counts how often the files were really loaded."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "colours.yaml"
        self.file.write_text("đỏ", encoding="utf-8")
        self.times = 0

    def __call__(self, shape: tuple[str, ...] = ("name",)) -> Rows:
        return kept([self.file], shape, self.load)

    def load(self) -> Rows:
        self.times += 1
        return [(self.file.read_text(encoding="utf-8"),)]


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Loader:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return Loader(tmp_path)


def test_files_that_are_the_same_are_loaded_once(facts: Loader) -> None:
    assert [facts(), facts()] == [[("đỏ",)], [("đỏ",)]]
    assert facts.times == 1


def test_a_changed_file_is_loaded_anew(facts: Loader) -> None:
    facts()
    facts.file.write_text("xanh", encoding="utf-8")
    assert facts() == [("xanh",)]
    assert facts.times == 2


def test_a_file_that_only_looks_older_is_loaded_anew(facts: Loader) -> None:
    facts()
    os.utime(facts.file, ns=(1, 1))
    facts()
    assert facts.times == 2


def test_facts_of_another_shape_are_loaded_anew(facts: Loader) -> None:
    facts()
    facts(("name", "units"))
    assert facts.times == 2


def test_a_torn_store_is_loaded_anew_and_mended(facts: Loader) -> None:
    facts()
    (store,) = (facts.file.parent / "__pycache__").iterdir()
    store.write_bytes(b"\xe9")
    assert facts() == [("đỏ",)]
    assert facts() == [("đỏ",)]
    assert facts.times == 2


def test_nothing_is_written_where_bytecode_may_not_be(facts: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    facts()
    assert not (facts.file.parent / "__pycache__").exists()


def test_a_folder_that_cannot_be_written_is_no_fault(facts: Loader) -> None:
    (facts.file.parent / "__pycache__").write_text("a file where the folder should be", encoding="utf-8")
    assert [facts(), facts()] == [[("đỏ",)], [("đỏ",)]]
    assert facts.times == 2


def test_a_failed_load_keeps_nothing(facts: Loader) -> None:
    facts.file.write_bytes(b"\xff")
    with pytest.raises(UnicodeDecodeError):
        facts()
    assert not (facts.file.parent / "__pycache__").exists()
