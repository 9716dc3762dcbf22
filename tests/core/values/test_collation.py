"""Names in the order in which Vietnamese lists have them."""

from __future__ import annotations

from quyet.core.values.collation import by_given_name


def test_names_stand_by_the_given_name_then_the_family_name() -> None:
    """A before Ă before Â, D before Đ, O before Ô before Ơ; the marks of tones count only where the letters are the
    same: ngang, huyền, hỏi, ngã, sắc, nặng."""
    wanted = [
        "Lý Thu An", "Nông Thị An", "Bế Văn Ánh", "Lê Ân", "Vi Văn Dũng", "Hà Đào", "Lương Minh Đức", "Mai Hòa",
        "Mai Hỏa", "Mai Hóa", "Mai Họa", "Hà Oanh", "Hà Ông", "Hà Ơn", "Đàm Ưng", "Đàm Yến",
    ]  # fmt: skip
    names = wanted[::-1]
    names.sort(key=by_given_name)
    assert names == wanted


def test_composed_and_decomposed_letters_are_the_same_and_foreign_ones_stand_last() -> None:
    assert by_given_name("Lương Minh Đức") == by_given_name("Lương Minh Đức")
    assert sorted(["Hà Wang", "Hà Fang", "Hà Ý", ""], key=by_given_name) == ["", "Hà Fang", "Hà Wang", "Hà Ý"]
