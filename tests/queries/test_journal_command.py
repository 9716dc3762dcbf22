"""`quyet journal`: what was touched by SQL or on the disk is named, and the exit code says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import connection, transaction

from quyet.actions.clock import now
from quyet.actions.files import keep
from quyet.actions.journal import record
from quyet.cli import main
from quyet.core.journal import FIRST, seal
from quyet.store.models import ApprovalAct, Body, JournalRow, JournalSeal, Person, Programme, Version

pytestmark = pytest.mark.django_db(transaction=True)

SCT, STC = "Sở Công Thương tỉnh Hà Bình", "Sở Tài chính tỉnh Hà Bình"
CONTENT = '{"programme": {"name": "Khuyến công năm 2024"}}'
Quyet = Callable[..., tuple[int, str, str]]


@pytest.fixture
def quyet(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Quyet:
    monkeypatch.delenv("QUYET_LANG", raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        return main(("journal", *arguments)), *capsys.readouterr()

    return run


@pytest.fixture
def office(settings, tmp_path: Path) -> Body:
    """Two bodies. The first: three rows of the journal, a frozen version and its paper; the second: one row."""
    settings.FILES = tmp_path / "files"
    body, other = Body.objects.create(name=SCT), Body.objects.create(name=STC)
    lan = Person.objects.create(login="lan", name="Nguyễn Thị Lan")
    for each, act in ((body, "submit"), (body, "appraise"), (body, "sign"), (other, "submit")):
        with transaction.atomic():
            record(each.pk, lan.pk, act)
    made = Programme.objects.create(
        body=body, title="Khuyến công năm 2024", content=CONTENT, made_at=now(), changed_at=now()
    )
    paper = keep(body.pk, b"%PDF-1.7", "to-trinh.pdf", "application/pdf", lan.pk)
    Version.objects.create(
        programme=made, number=1, why="sign", content=CONTENT, sha256=sha256(CONTENT.encode()).hexdigest(),
        paper=paper, by=lan, at=now(),
    )  # fmt: skip
    return body


def by_hand(*statements: str) -> None:
    """What somebody does who owns the database and takes its triggers away first."""
    with transaction.atomic(), connection.cursor() as cursor:
        triggers = []
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            cursor.execute(statement)
        for _, made in triggers:
            cursor.execute(made)


def rows() -> list[JournalRow]:
    return list(JournalRow.objects.order_by("id"))


def test_what_nobody_touched_holds(quyet: Quyet, office: Body) -> None:
    code, out, err = quyet("verify")
    last = [each.hash for each in JournalSeal.objects.filter(position__in=(1, 3)).order_by("id")]
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"✓ {SCT}: 3 dòng nhật ký đã nối, 0 dòng đang chờ; dấu cuối {last[1]}",
        f"✓ {STC}: 1 dòng nhật ký đã nối, 0 dòng đang chờ; dấu cuối {last[2]}",
        "✓ bản đã khóa: 1",
        "✓ tệp: 1",
        "✓ chương trình: 1",
    ]


def test_rows_that_wait_for_their_seal_are_counted(quyet: Quyet, office: Body) -> None:
    JournalRow.objects.create(body=office, at=now(), act="sign")
    code, out, _ = quyet("verify", "--body", SCT, "--lang", "en")
    assert code == 0
    assert out.splitlines()[0].startswith(f"✓ {SCT}: 3 rows of the journal sealed, 1 wait; last seal ")


def test_a_row_changed_by_sql_is_named_with_its_act(quyet: Quyet, office: Body) -> None:
    second = rows()[1]
    by_hand(f"UPDATE store_journalrow SET person_id = NULL WHERE id >= {second.pk}")
    code, out, _ = quyet("verify")
    assert code == 1
    assert out.splitlines()[1] == f"    vị trí 2, dòng {second.pk} (appraise): nội dung đã bị sửa"
    assert f"    position 2, row {second.pk} (appraise): its content was changed" in quyet("verify", "--lang", "en")[1]
    printed = json.loads(quyet("verify", "--format", "json")[1])
    assert printed["holds"] is False
    assert [each["broken"] and each["broken"]["row"] for each in printed["journals"]] == [second.pk, rows()[3].pk]
    assert quyet("verify", "--body", STC)[0] == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("at", "'2024-03-05 01:00:00+00'"), ("act", "'return'"), ("subject", "'version'"), ("subject_id", "9")),
        *(("reason", "'x'"), ("data", """'{"a":1}'"""), ("body_id", "body_id + 1")),
    ],
)
def test_no_column_of_a_row_can_be_changed_unseen(quyet: Quyet, office: Body, column: str, value: str) -> None:
    by_hand(f"UPDATE store_journalrow SET {column} = {value} WHERE id = {rows()[0].pk}")
    assert "vị trí 1, dòng" in quyet("verify")[1]


def test_a_row_taken_out_with_its_seal_is_missed(quyet: Quyet, office: Body) -> None:
    first, second = rows()[:2]
    by_hand(
        f"DELETE FROM store_journalseal WHERE row_id = {first.pk}",
        f"DELETE FROM store_journalrow WHERE id = {first.pk}",
    )
    code, out, _ = quyet("verify")
    assert (code, out.splitlines()[1]) == (1, f"    vị trí 2, dòng {second.pk} (appraise): thiếu dấu nối số 1")


def test_a_tail_that_was_cut_off_changes_the_last_seal_and_nothing_else(quyet: Quyet, office: Body) -> None:
    """So the last seal is worth noting elsewhere."""
    before = json.loads(quyet("verify", "--format", "json")[1])["journals"][0]["last"]
    third = rows()[2].pk
    by_hand(f"DELETE FROM store_journalseal WHERE row_id = {third}", f"DELETE FROM store_journalrow WHERE id = {third}")
    printed = json.loads(quyet("verify", "--format", "json")[1])
    assert printed["holds"] is True and printed["journals"][0]["sealed"] == 2
    assert printed["journals"][0]["last"] != before


def test_a_frozen_content_that_was_changed_is_named(quyet: Quyet, office: Body) -> None:
    by_hand("UPDATE store_version SET content = replace(content, '2024', '2025')")
    code, out, _ = quyet("verify")
    (version,) = Version.objects.all()
    assert code == 1
    assert out.splitlines()[2:4] == [
        "✗ bản đã khóa: 1",
        f"    dòng {version.pk} (Khuyến công năm 2024 · 1): nội dung đã khóa bị sửa",
    ]


@pytest.mark.parametrize(("bytes_now", "why"), [(b"%PDF-1.8", "tệp đã bị sửa"), (None, "tệp không còn")])
def test_a_file_that_is_not_what_was_kept_is_named(
    quyet: Quyet, office: Body, tmp_path: Path, bytes_now: bytes | None, why: str
) -> None:
    (file,) = (each for each in (tmp_path / "files").rglob("*") if each.is_file())
    file.unlink()
    if bytes_now:
        file.write_bytes(bytes_now)
    code, out, _ = quyet("verify")
    assert code == 1 and out.splitlines()[-2].endswith(f"(to-trinh.pdf): {why}")
    assert quyet("verify", "--body", STC)[0] == 0


@pytest.mark.parametrize(
    ("acts", "state", "said"),
    [
        ((), "issued", "đã ban hành"),
        (("submit", "appraise_money", "appraise_form"), "signed", "đã ký"),
        (("submit", "sign"), "signed", "đã ký"),
        (("submit", "appraise_money", "appraise_form", "sign"), "signed", None),
    ],
)
def test_a_state_to_which_no_moves_lead_is_named(
    quyet: Quyet, office: Body, acts: tuple[str, ...], state: str, said: str | None
) -> None:
    (made,), (lan,) = Programme.objects.all(), Person.objects.all()
    for move in acts:
        ApprovalAct.objects.create(programme=made, move=move, person=lan, at=now())
    by_hand(f"UPDATE store_programme SET state = '{state}'")
    code, out, _ = quyet("verify")
    assert code == (1 if said else 0)
    assert ("các bước đã ghi không dẫn đến" in out) == (said is not None)
    if said:
        told = f"    dòng {made.pk} (Khuyến công năm 2024): các bước đã ghi không dẫn đến «{said}»"
        assert out.splitlines()[-1] == told


def test_another_program_can_prove_the_chain_from_the_export(quyet: Quyet, office: Body, tmp_path: Path) -> None:
    JournalRow.objects.create(body=office, at=now(), act="sign")
    assert quyet("export", "--body", SCT, "-o", str(tmp_path / "journal.jsonl")) == (0, "", "")
    lines = [json.loads(line) for line in (tmp_path / "journal.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(each["act"], each["position"]) for each in lines] == [
        ("submit", 1), ("appraise", 2), ("sign", 3), ("sign", None)
    ]  # fmt: skip
    previous = FIRST
    for each in lines[:3]:
        del each["position"]
        assert each.pop("previous") == previous
        previous = each.pop("hash")
    assert seal(JournalSeal.objects.get(body=office, position=2).hash, lines[2]) == previous
    assert date.fromisoformat(lines[0]["at"][:10])


def test_a_body_that_is_none_and_a_place_that_cannot_be_written_exit_2(
    quyet: Quyet, office: Body, tmp_path: Path
) -> None:
    assert quyet("verify", "--body", "Sở X") == (2, "", "quyet journal: không có cơ quan “Sở X”\n")
    code, _, err = quyet("export", "-o", str(tmp_path / "none" / "j.jsonl"))
    assert (code, err) == (2, f"{tmp_path}/none/j.jsonl: không ghi được: không có thư mục này\n")
    code, out, _ = quyet("export", "-o", "-")
    assert code == 0 and len(out.splitlines()) == 4


COMMAND = [sys.executable, "-c", "import sys; from quyet.cli import main; sys.exit(main())", "journal", "verify"]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://a:secret@b/c", "quyet journal: thiết lập chưa đúng: DATABASE_URL='mysql://…': sqlite:///folder"),
        ("postgres://a:secret@127.0.0.1:1/c", "quyet journal: không mở được cơ sở dữ liệu (postgresql: connection"),
        ("sqlite:///{}/none.sqlite3", "quyet journal: cơ sở dữ liệu chưa có bảng, hoặc còn là bảng của bản cũ."),
    ],
)
def test_a_database_that_cannot_be_used_is_said_in_one_line(tmp_path: Path, url: str, said: str) -> None:
    environment = os.environ | {"DATABASE_URL": url.format(tmp_path), "QUYET_DATA_DIR": str(tmp_path)}
    done = subprocess.run(COMMAND, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1), done.stderr
    assert done.stderr.startswith(said) and "secret" not in done.stderr
    assert not (tmp_path / "none.sqlite3").exists()
