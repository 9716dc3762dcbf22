"""Findings as SARIF: what a code host reads."""

from __future__ import annotations

from collections.abc import Iterator

from quyet.core.checks.registry import Found, Rule
from quyet.core.decisions.model import Reading
from quyet.files.writers.sarif import sarif_log


def figure_is_words(reading: Reading) -> Iterator[Found]:
    """Số khác chữ.
    The figure differs from the words.

    Yêu cầu: Số bằng chữ.
    Asks: The figure equals the words.
    Lý do: Không biết chi bao nhiêu.
    Why: Nobody knows how much to spend.
    Nguồn: NĐ 30/2020/NĐ-CP, Phụ lục I [S]
    """
    yield from ()


RULES = [Rule("M101", "error", figure_is_words)]


def test_the_run_names_the_tool_and_its_rules(reading: Reading) -> None:
    log = sarif_log([("mau.txt", reading)], RULES, "1.2.3")
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"] == {
        "name": "quyet",
        "version": "1.2.3",
        "rules": [
            {
                "id": "M101",
                "shortDescription": {"text": "Số khác chữ"},
                "fullDescription": {"text": "Số bằng chữ."},
                "help": {"text": "Không biết chi bao nhiêu.\n\nNĐ 30/2020/NĐ-CP, Phụ lục I"},
                "defaultConfiguration": {"level": "error"},
            }
        ],
    }


def test_each_finding_is_a_result_with_its_place_in_characters(reading: Reading) -> None:
    (run,) = sarif_log([("thu muc/mẫu.txt", reading)], RULES, "1")["runs"]
    without_place, error = run["results"]
    assert error == {
        "ruleId": "M101",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "Số khác chữ."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "thu%20muc/m%E1%BA%ABu.txt"},
                    "region": {
                        "startLine": 4,
                        "startColumn": 11,
                        "endLine": 4,
                        "endColumn": 20,
                        "charOffset": 127,
                        "charLength": 9,
                    },
                }
            }
        ],
    }
    assert without_place["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}
    assert without_place["message"] == {"text": "Thiếu quốc hiệu. (NĐ 30/2020/NĐ-CP, Phụ lục I)"}
    assert "ruleIndex" not in without_place, "F102 is not among the rules given"


def test_an_absolute_path_becomes_a_file_address(reading: Reading) -> None:
    (run,) = sarif_log([("/tai-lieu/mau.txt", reading)], RULES, "1")["runs"]
    assert run["artifacts"] == [
        {
            "location": {"uri": "file:///tai-lieu/mau.txt"},
            "hashes": {"sha-256": "0" * 64},
            "properties": {"format": "txt"},
        }
    ]


def test_a_file_that_failed_is_told_beside_the_others(reading: Reading) -> None:
    (run,) = sarif_log([("mau.txt", reading)], RULES, "1", [("rong.txt", "Tệp rỗng.")])["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notice,) = invocation["toolExecutionNotifications"]
    assert notice["message"] == {"text": "Tệp rỗng."}
    assert notice["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "rong.txt"}}}]
    assert sarif_log([], RULES, "1")["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_a_name_of_any_bytes_becomes_an_address(reading: Reading) -> None:
    (run,) = sarif_log([("m\udcff.txt", reading)], RULES, "1")["runs"]
    assert run["artifacts"][0]["location"] == {"uri": "m%FF.txt"}
