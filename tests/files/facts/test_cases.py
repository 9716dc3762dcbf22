"""The example that ships with the package."""

from quyet.files.facts import example_text


def test_the_example_says_in_its_first_line_that_it_is_one() -> None:
    assert example_text().startswith("VÍ DỤ - Văn bản minh họa")


def test_the_example_orders_what_lang_son_ordered() -> None:
    text = example_text()
    for said in ("40 cái", "750 cuốn", "khoảng 150 đại biểu", "45 cái", "12 người", "185.000.000 đồng"):
        assert text.count(said) == 1
    assert text.count("01 phóng sự") == 2
    assert [text.count(f"Quý {window}/2024") for window in ("II-III", "III-IV", "II-IV")] == [5, 1, 1]


def test_the_annex_is_named_and_not_there() -> None:
    text = example_text()
    assert "Phụ lục kèm theo Quyết định này" in text
    assert "\nPHỤ LỤC" not in text
