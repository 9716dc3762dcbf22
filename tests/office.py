"""LibreOffice, where the machine has it: what somebody else's program makes of a file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def converted(file: Path, to: str) -> Path:
    """The file as LibreOffice saves it in another format; the test is skipped where it cannot."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    folder = file.parent / "converted"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", to, "--outdir", str(folder), str(file)]
    subprocess.run(convert, check=False, capture_output=True, timeout=300)
    made = folder / f"{file.stem}.{to.partition(':')[0]}"
    if not made.exists():
        pytest.skip("this LibreOffice has no Calc (libreoffice-calc)")
    return made
