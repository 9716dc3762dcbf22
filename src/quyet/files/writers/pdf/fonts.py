"""A font with the measures of Times New Roman and all Vietnamese letters: the machine's own, none is shipped.

Each has the same advance widths, so lines break at the same words whichever is found. `fonts-liberation` of Debian 12
is not among them: it has no Vietnamese letters, those of `fonts-liberation2` has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FONTS = {
    "Times New Roman": ("times.ttf", "Times_New_Roman.ttf", "Times New Roman.ttf"),
    "Tinos": ("Tinos-Regular.ttf",),
    "Liberation Serif": ("liberation2/LiberationSerif-Regular.ttf",),
}
"""Names in the order of preference, and the files in which they come."""

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)


@dataclass(frozen=True, slots=True)
class Font:
    """The name of a family, and the folder that holds its files."""

    name: str
    folder: Path


def find_font() -> Font | None:
    """The first of the fonts that this machine has."""
    return _found(FOLDERS)


@lru_cache(maxsize=2)
def _found(folders: tuple[str, ...]) -> Font | None:
    there = [folder for folder in (Path(name).expanduser() for name in folders) if folder.is_dir()]
    found = ((name, _file(files, there)) for name, files in FONTS.items())
    return next((Font(name, file.parent) for name, file in found if file is not None), None)


def _file(names: tuple[str, ...], folders: Sequence[Path]) -> Path | None:
    return next((file for folder in folders for name in names for file in folder.rglob(name)), None)
