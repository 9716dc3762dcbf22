"""The papers that an activity leaves, step by step."""

from quyet.core.execution.practice import STEPS, Practice, vouchers_by_step
from quyet.files.facts.practices import load_practices, load_steps


def names(kind: str) -> dict[str, list[str]]:
    by_step = vouchers_by_step(load_practices()[kind], load_steps())
    return {step: [voucher.name_vi for voucher in vouchers] for step, vouchers in by_step.items()}


def test_what_is_common_stands_before_what_is_the_kinds_own() -> None:
    banner = names("banner")
    assert tuple(banner) == STEPS
    assert banner["accept"] == ["biên bản nghiệm thu", "biên bản thanh lý hợp đồng", "biên bản giao nhận và treo"]
    assert banner["execute"][1:] == ["ảnh từng nơi treo", "danh sách nơi treo"]
    assert banner["choose"] == ["tờ trình và quyết định chọn đơn vị thực hiện"]


def test_a_study_tour_keeps_travel_orders_and_tickets() -> None:
    tour = names("study_tour")
    assert "giấy đi đường có xác nhận của nơi đến" in tour["execute"]
    assert "vé đi lại" in tour["accept"]


def test_a_kind_without_papers_of_its_own_still_has_the_common_ones() -> None:
    bare = Practice("bare", "cái", (), (), (), ())
    assert [each.name_vi for each in vouchers_by_step(bare, load_steps())["plan"]] == [
        "quyết định phê duyệt nội dung và dự toán",
        "quyết định giao dự toán",
        "dự toán chi tiết",
    ]


def test_a_fair_keeps_who_took_part() -> None:
    fair = names("fair")
    assert fair["plan"][3:] == ["kế hoạch tham gia hoặc tổ chức", "giấy mời, đăng ký gian hàng"]
    assert "danh sách đơn vị, sản phẩm tham gia" in fair["execute"]
