"""A draft that agrees with itself."""

from __future__ import annotations

DRAFT = """\
document:
  kind: QĐ
  number: 15/QĐ-SCT
  date: 2024-03-12
  title: Về việc phê duyệt Chương trình khuyến công năm 2024
  signature:
    position: GIÁM ĐỐC
    name: Nguyễn Văn A
programme:
  year: 2024
  activities:
    - title: In sổ tay
      quantity: {value: 750, unit: cuốn}
    - title: Hội nghị tập huấn
      quantity: {value: 2, unit: cuộc}
"""
