"""What is said of a row of the ledger that somebody touched."""

from __future__ import annotations

from dataclasses import dataclass

from quyet.core.values.amounts import dotted


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that is not what was written: its table, its number, and why, in both languages."""

    table: str
    id: int
    why: str
    why_en: str

    @classmethod
    def of(cls, table: str, id_: object, fault: str) -> Touched:
        """An entry or a seal that does not hold."""
        return cls(f"store_{table}", int(str(id_)), *_WHY[fault])

    @classmethod
    def balance(cls, table: str, id_: int, column: str, stands: int, made: int) -> Touched:
        """A column in which other đồng stand than the entries make."""
        return cls(
            f"store_{table}",
            id_,
            f"{column} ghi {dotted(stands)}, cộng lại là {dotted(made)} đồng",
            f"{column} says {dotted(stands)}, worked out anew it is {dotted(made)} đồng",
        )


_WHY = {
    "gone": ("bút toán đã bị xóa", "the entry is gone"),
    "changed": ("nội dung bút toán hoặc dấu đã bị sửa", "the entry or its seal was changed"),
    "not_joined": ("dấu không nối với dấu trước", "the seal does not join the one before"),
    "taken_back": (
        "ghi là đã hủy vì nhập nhầm, mà không có việc nào hủy; hoặc ngược lại",
        "it says that it was taken back and no act did, or the other way about",
    ),
    "unknown": ("bút toán không thể có như vậy", "there can be no such entry"),
}
