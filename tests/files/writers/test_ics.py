"""A calendar feed, byte for byte: RFC 5545 leaves little to taste."""

from __future__ import annotations

from datetime import UTC, date, datetime

from quyet.files.writers.ics import Event, write_ics

MADE = datetime(2024, 3, 11, 2, 5, 9, tzinfo=UTC)


def test_a_deadline_is_a_whole_day() -> None:
    event = Event(
        "activity-7@quyet", date(2024, 9, 30), "Hết hạn", "1.a Treo băng rôn", "https://so.example/chuong-trinh/3"
    )
    assert write_ics("Quyết", [event], MADE).decode().split("\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Quyet//Calendar//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        "X-WR-CALNAME:Quyết",
        "BEGIN:VEVENT", "UID:activity-7@quyet", "DTSTAMP:20240311T020509Z", "DTSTART;VALUE=DATE:20240930",
        "DTEND;VALUE=DATE:20241001", "SUMMARY:Hết hạn", "DESCRIPTION:1.a Treo băng rôn",
        "URL:https://so.example/chuong-trinh/3", "TRANSP:TRANSPARENT", "END:VEVENT",
        "END:VCALENDAR", "",
    ]  # fmt: skip


def test_what_a_title_holds_breaks_out_of_no_line() -> None:
    title = "Ký, gửi; lưu\\trả\r\nBEGIN:VEVENT\rEND:\x00VCALENDAR"
    made = write_ics("Quyết", [Event("1@quyet", date(2024, 9, 30), title)], MADE).decode()
    assert "SUMMARY:Ký\\, gửi\\; lưu\\\\trả\\nBEGIN:VEVENTEND:VCALENDAR\r\n" in made
    assert made.count("BEGIN:VEVENT\r\n") == 1


def test_a_long_line_goes_on_in_pieces_that_cut_no_letter() -> None:
    title = "Tổ chức hội nghị tập huấn về sản xuất và tiêu dùng bền vững cho các cơ sở sản xuất công nghiệp " * 3
    made = write_ics("Quyết", [Event("1@quyet", date(2024, 9, 30), title)], MADE)
    assert max(len(line) for line in made.split(b"\r\n")) == 75
    assert f"SUMMARY:{title}" in made.replace(b"\r\n ", b"").decode()
