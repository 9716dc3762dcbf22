"""The example that ships with the package."""

from quyet.files.drafts import load_draft
from quyet.files.facts import example_text
from quyet.files.facts.cases import EXAMPLE
from quyet.files.facts.strict import DATA
from quyet.files.planning import read_programme
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


def test_every_line_of_the_annex_has_a_code_and_says_where_its_price_comes_from() -> None:
    loaded = load_draft(DATA / "cases" / EXAMPLE / "programme.yaml").draft
    (estimate,) = lay_out(loaded).draft.estimates
    priced = [line for line in estimate.lines if line.unit_price is not None]
    assert sum(line.amount or 0 for line in priced) == 185_000_000
    assert all(line.code and line.activity and line.basis for line in priced)
    products = {line.content: [f"{each.value} {each.unit}" for each in line.factors] for line in priced if line.factors}
    assert products == {
        "Nước uống giữa giờ": ["150 đại biểu", "2 buổi"],
        "Thuê xe đưa đón đoàn": ["1 xe", "4 ngày"],
        "Phụ cấp lưu trú": ["12 người", "4 ngày"],
        "Tiền thuê phòng nghỉ (khoán)": ["12 người", "3 đêm"],
    }


def test_the_annex_keeps_to_the_national_norms_of_2024_that_were_seen() -> None:
    """200.000 and 450.000 đồng are at the ceiling of TT 40/2017 and not above it."""
    found = read_programme(DATA / "cases" / EXAMPLE / "programme.yaml").findings
    assert [(each.rule, each.severity) for each in found] == [("N104", "info"), ("P301", "warning")]
