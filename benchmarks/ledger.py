"""`python -m benchmarks.ledger postgres://…`: entries a second beside openedx-ledger, by turns on one server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
QUYET = Path(sys.executable).with_name("quyet")
OPENEDX = ROOT / ".tools" / "openedx" / "bin" / "python"
ROUNDS, SECONDS = 3, 6


def main(url: str) -> None:
    """Eight writers on one line or one ledger, then one; medians of three rounds."""
    for writers in (8, 1):
        ours, theirs = [], []
        for _ in range(ROUNDS):
            guard = [QUYET, "bench", "guard", "--database", url, "--writers", str(writers), "--seconds", str(SECONDS)]
            ours.append(_said([*guard, "--format", "json"]))
            theirs.append(_said([OPENEDX, ROOT / "benchmarks" / "openedx_side.py", url, str(writers), str(SECONDS)]))
        rate, other = (median(each["rate"] for each in side) for side in (ours, theirs))
        print(f"{writers} writers, one line, load {os.getloadavg()[0]:.1f}")
        print(f"  quyet: {rate:.0f} entries a second, {median(each['ratio'] for each in ours):.2f} of the bare floor")
        print(f"  openedx-ledger: {other:.0f} a second, waits refused {median(each['locked'] for each in theirs):.0f}")
        print(f"  times theirs: {rate / other:.1f}; overspent {_most(ours)} and {_most(theirs)}", flush=True)


def _most(side: list[dict[str, float]]) -> float:
    return max(each["overspent"] for each in side)


def _said(command: list[object]) -> dict[str, float]:
    ran = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False)
    if ran.returncode > 1:
        sys.exit(ran.stderr)
    found: dict[str, float] = json.loads(ran.stdout)
    return found


if __name__ == "__main__":
    main(sys.argv[1])
