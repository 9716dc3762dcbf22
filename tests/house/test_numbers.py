"""The limits that keep the house readable."""

from pathlib import Path
from statistics import median

from tools.numbers import ROOT, length, measure, report

SOURCE = ROOT / "src" / "quyet"


def test_no_file_is_longer_than_400_lines() -> None:
    assert {file.path.name: file.lines for file in measure(SOURCE) if file.lines > 400} == {}


def test_the_median_function_has_at_most_10_lines() -> None:
    lengths = [length(function) for file in measure(SOURCE) for function in file.functions]
    assert median(lengths) <= 10


def test_every_function_of_core_and_files_states_the_type_of_its_result() -> None:
    untyped = [
        f"{file.path.name}:{function.lineno} {function.name}"
        for room in ("core", "files")
        for file in measure(SOURCE / room)
        for function in file.functions
        if function.returns is None
    ]
    assert untyped == []


def test_lengths_leave_decorators_and_docstrings_out(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('@x\ndef f() -> int:\n    """Says.\n\n    Much.\n    """\n    n = 1\n    return n\n')
    (file,) = measure(tmp_path)
    assert (file.lines, [length(function) for function in file.functions]) == (8, [3])


def test_the_report_names_the_longest_file() -> None:
    assert "files, " in report(SOURCE).splitlines()[0]
    assert "longest" in report(SOURCE).splitlines()[1]
