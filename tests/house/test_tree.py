"""What may stand in the tree: no address of a registry, no path of one machine, nothing of others copied in."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Put together from pieces, so that this file does not hold what it looks for.
HOSTS = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.", "deb" + "ian.org", "ubuntu" + ".com/ubuntu"]
PLACES = ["/" + "root/", "/" + "work/", "/" + "home/", "/" + "Users/", "/" + "tmp/", "/" + "opt/"]
OF_OTHERS = {".ttf", ".otf", ".woff", ".woff2", ".eot", ".min.js", ".min.css", ".map"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def lines_with(needles: list[str]) -> list[str]:
    wanted = re.compile("|".join(map(re.escape, needles)))
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in tracked()
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), start=1)
        if wanted.search(line)
    ]


def test_no_file_names_the_host_of_a_registry() -> None:
    assert lines_with(HOSTS) == []


def test_no_file_names_a_place_of_one_machine() -> None:
    assert lines_with(PLACES) == []


def test_the_search_finds_what_it_looks_for() -> None:
    assert "pyproject.toml:1: [build-system]" in lines_with(["[build-system]"])


def test_nothing_of_others_is_copied_in() -> None:
    assert [path for path in tracked() if "".join(path.suffixes[-2:]) in OF_OTHERS or path.suffix in OF_OTHERS] == []


LOCKS = [
    *("requirements.lock", "requirements-dev.lock", "requirements-uv.lock"),
    *("benchmarks/bluebell.lock", "benchmarks/peers.lock"),
]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z])", re.sub(r"^\s*#.*\n", "", text, flags=re.M).strip())
    assert "://" not in text
    assert "--index" not in text.replace("--no-emit-index-url", "")
    assert [package for package in packages if not re.match(r"[a-z0-9-]+==\S+.*\\\n +--hash=sha256:", package)] == []


def test_the_run_time_lock_is_a_part_of_the_development_lock() -> None:
    def pins(lock: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9-]+==\S+", (ROOT / lock).read_text(encoding="utf-8"), flags=re.M))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")
