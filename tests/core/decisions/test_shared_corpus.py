"""The papers beside the project, scored with their own scorer: a real copy of a decision is no clean sample."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CORPUS = ROOT.parent / "shared" / "corpus"
QUYET = Path(sys.executable).with_name("quyet")

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="shared corpus not found")


@pytest.mark.parametrize("folder", ["dev", "made"])
def test_readings_agree_with_the_truths_made_by_eye(folder: str) -> None:
    command = [
        sys.executable,
        CORPUS / "score.py",
        CORPUS / folder,
        "--run",
        f"{QUYET} read --format json",
        "--min",
        "0.97",
    ]

    scored = subprocess.run(command, capture_output=True, text=True, check=False)

    assert scored.returncode == 0, scored.stdout[-3000:] + scored.stderr[-2000:]


def test_every_paper_is_read() -> None:
    papers = sorted((CORPUS / "unlabelled").glob("*.txt"))

    done = subprocess.run([QUYET, "read", "--format", "json", *papers], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(papers)
