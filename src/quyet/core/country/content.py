"""A made-up programme as the data that a real one has."""

from __future__ import annotations

import json

from quyet.core.country.model import MadeProgramme


def content_of(made: MadeProgramme, issuer: str) -> str:
    """PROGRAMME.yaml's data as JSON that say the same, issued by that body."""
    return json.dumps(
        {
            "schema": "quyet/programme/1",
            "example": True,
            "document": {
                "kind": "QĐ",
                "title": f"Về việc phê duyệt nội dung và dự toán {made.title}",
                "parent": "UBND TỈNH THỬ NGHIỆM",
                "issuer": issuer,
                "bases": [{"text": "", "kind": "Luật", "date": "2015-06-25", "title": "Ngân sách nhà nước"}],
                "recipients": ["Như Điều 3", "Lưu: VT"],
                "signature": {"position": "GIÁM ĐỐC", "name": "Nguyễn Văn A"},
            },
            "programme": {
                "year": made.year,
                "name": made.title,
                "activities": [
                    {
                        "label": each.label,
                        "title": each.title,
                        "kind": each.kind,
                        "quantity": {"value": each.quantity, "unit": each.unit},
                        "timeframe": {
                            "text": f"Quý {each.end.month // 3}/{made.year}",
                            "start": each.start.isoformat(),
                            "end": each.end.isoformat(),
                        },
                    }
                    for each in made.activities
                ],
                "total": {"amount": made.total},
            },
            "estimate": {
                "lines": [
                    {
                        "label": str(place),
                        "activity": line.activity,
                        "content": line.content,
                        "unit": line.unit,
                        "quantity": line.quantity,
                        "unit_price": line.unit_price,
                        "code": line.code,
                        "basis": {"kind": "plan", "reference": "Giá ví dụ"},
                    }
                    for place, line in enumerate(made.lines, 1)
                ],
                "total": made.total,
            },
        },
        ensure_ascii=False,
        indent=1,
    )
