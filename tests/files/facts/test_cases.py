"""The example that ships with the package."""

from quyet.files.drafts import load_draft
from quyet.files.facts import example_text
from quyet.files.facts.cases import EXAMPLE
from quyet.files.facts.strict import DATA
from quyet.files.reading import read_text
from quyet.files.writing import WRITERS, lay_out


def test_the_example_says_in_its_first_line_that_it_is_one() -> None:
    assert example_text().startswith("VÍ DỤ - Văn bản minh họa")


def test_the_example_orders_what_lang_son_ordered() -> None:
    text = example_text().partition("\nPhụ lục\n")[0]
    for said in ("40 cái", "750 cuốn", "khoảng 150 đại biểu", "45 cái", "12 người", "185.000.000 đồng"):
        assert text.count(said) == 1
    assert text.count("01 phóng sự") == 2
    assert [text.count(f"Quý {window}/2024") for window in ("II-III", "III-IV", "II-IV")] == [5, 1, 1]


def test_the_text_is_what_the_programme_of_the_case_is_written_as() -> None:
    folder = DATA / "cases" / EXAMPLE
    written = WRITERS["txt"](lay_out(load_draft(folder / "programme.yaml").draft))
    told = "quyet write cases/lang-son-2024/programme.yaml --to txt -o cases/lang-son-2024/decision.txt"
    assert (folder / "decision.txt").read_bytes() == written, told


def test_the_annex_adds_up_to_what_the_decision_grants() -> None:
    reading = read_text(example_text())
    (estimate,) = reading.estimates
    outermost = [line.amount for line in estimate.lines if line.level == min(each.level for each in estimate.lines)]
    assert (sum(outermost), estimate.total, reading.programme.total.amount) == (185_000_000,) * 3
    assert not [finding for finding in reading.findings if finding.severity == "error" or finding.rule == "P107"]
