"""The JSON of a reading, key by key as the contract has it."""

from __future__ import annotations

import json

import pytest

from quyet.core.decisions.model import Reading
from quyet.core.decisions.source import Source
from quyet.files.writers.reading_json import plain, reading_to_dict, reading_to_json


def test_the_keys_stand_in_the_order_of_the_contract(reading: Reading) -> None:
    assert list(reading_to_dict(reading)) == [
        "schema", "source", "text", "document", "programme", "estimate", "estimates", "facts", "findings",
    ]  # fmt: skip
    assert reading_to_dict(reading)["schema"] == "quyet/reading/1"
    assert reading_to_dict(reading)["source"] == {"name": "mau.txt", "format": "txt", "sha256": "0" * 64, "pages": None}


def test_the_document(reading: Reading) -> None:
    assert reading_to_dict(reading)["document"] == {
        "kind": "QĐ",
        "number": "12/QĐ-SCT",
        "date": "2024-03-05",
        "place": "Lạng Sơn",
        "parent": None,
        "issuer": None,
        "title": None,
        "competence": None,
        "bases": [
            {"text": "Căn cứ Luật Mẫu", "kind": "Luật", "number": None, "date": None, "issuer": None, "title": None}
        ],
        "proposer": None,
        "articles": [
            {
                "ref": "dieu_1",
                "label": "Điều 1",
                "title": None,
                "text": "",
                "children": [{"ref": "dieu_1/khoan_1", "label": "1", "title": None, "text": "", "children": []}],
            }
        ],
        "recipients": [],
        "signature": {"authority": None, "position": "GIÁM ĐỐC", "name": "Trần Thị Mẫu"},
        "attachments": [],
    }


def test_an_activity_says_quantity_time_and_duration_without_their_spans(reading: Reading) -> None:
    (activity,) = reading_to_dict(reading)["programme"]["activities"]
    assert activity == {
        "ref": "dieu_1/khoan_1",
        "label": None,
        "group": None,
        "title": "tờ rơi",
        "kind": "other",
        "quantity": {"value": 150, "min": None, "max": None, "approximate": True, "unit": "tờ rơi"},
        "specification": None,
        "place": None,
        "audience": None,
        "timeframe": {"start": "2024-04-01", "end": "2024-06-30", "text": "Quý II/2024"},
        "duration": {"min": 2, "max": 2, "unit": "ngày"},
        "amount": None,
    }


def test_the_programme(reading: Reading) -> None:
    programme = reading_to_dict(reading)["programme"]
    assert (programme["year"], programme["period"]) == (2024, ["2024-01-01", "2024-12-31"])
    assert programme["total"] == {
        "amount": 1_500_000,
        "words": "Một triệu năm trăm nghìn đồng",
        "in_words_amount": 1_500_000,
    }
    assert programme["assignments"] == [{"unit": "Phòng Thương mại", "role": "lead"}]


def test_whole_numbers_are_integers_and_money_is_never_a_float(reading: Reading) -> None:
    (line,) = reading_to_dict(reading)["estimate"]["lines"]
    assert line["quantity"] == 0.8
    assert (line["unit_price"], type(line["unit_price"])) == (1_500_000, int)
    quantity = reading_to_dict(reading)["programme"]["activities"][0]["quantity"]["value"]
    assert type(quantity) is int


def test_each_fact_is_the_words_at_its_span(reading: Reading) -> None:
    printed = reading_to_dict(reading)
    rows = {fact["path"]: fact["raw"] for fact in printed["facts"]}
    assert rows["/document/date"] == "ngày 05 tháng 03 năm 2024"
    assert rows["/programme/activities/0/quantity"] == "khoảng 150 tờ rơi"
    assert rows["/programme/total"] == "1.500.000 đồng (Một triệu năm trăm nghìn đồng)"
    assert rows["/estimate/lines/0/quantity"] == "0,8"
    assert not [path for path in rows if path.endswith(("/ref", "/year", "/quantity/value"))]
    for fact in printed["facts"]:
        start, end = fact["span"]
        assert fact["raw"] == printed["text"][start:end]


def test_every_path_of_a_fact_leads_to_a_value(reading: Reading) -> None:
    printed = reading_to_dict(reading)
    for fact in printed["facts"]:
        value = printed
        for part in fact["path"].strip("/").split("/"):
            value = value[int(part)] if isinstance(value, list) else value[part]
        assert value is not None, fact["path"]


def test_findings_say_rule_place_and_source(reading: Reading) -> None:
    assert reading_to_dict(reading)["findings"] == [
        {
            "rule": "F102",
            "severity": "warning",
            "message": "Thiếu quốc hiệu.",
            "span": None,
            "line": 1,
            "column": 1,
            "ref": None,
            "source": "NĐ 30/2020/NĐ-CP, Phụ lục I",
        },
        {
            "rule": "M101",
            "severity": "error",
            "message": "Số khác chữ.",
            "span": [127, 136],
            "line": 4,
            "column": 11,
            "ref": "dieu_1",
            "source": None,
        },
    ]


def test_a_paper_that_orders_nothing_has_null_and_empty_lists() -> None:
    printed = reading_to_dict(Reading(Source("Thông báo.")))
    assert printed["programme"] is None and printed["estimate"] is None
    assert printed["estimates"] == printed["facts"] == printed["findings"] == []


def test_as_text_it_is_one_line_with_vietnamese_letters(reading: Reading) -> None:
    text = reading_to_json(reading)
    assert "\n" not in text and "Trần Thị Mẫu" in text
    assert json.loads(text) == json.loads(reading_to_json(reading, indent=2)) == reading_to_dict(reading)


def test_what_json_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        plain({1, 2})
