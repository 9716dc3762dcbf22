"""The worked cases that ship with the package: what the demo shows and the tests read."""

from __future__ import annotations

from quyet.files.facts.strict import DATA

EXAMPLE = "lang-son-2024"
"""The case that newcomers see: the programme of Lạng Sơn's Sở Công Thương, told in words of this project."""


def example_text() -> str:
    """The text of the example decision."""
    return (DATA / "cases" / EXAMPLE / "decision.txt").read_text(encoding="utf-8")


def example_programme() -> bytes:
    """The same as PROGRAMME.yaml: what the decision orders, and its annex."""
    return (DATA / "cases" / EXAMPLE / "programme.yaml").read_bytes()
