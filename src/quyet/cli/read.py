"""`quyet read`: what a paper orders, for a person or as the contract's JSON."""

from __future__ import annotations

from argparse import Namespace

from quyet.cli.papers import Papers


def run(asked: Namespace) -> int:
    """Read the files; findings do not change the exit code."""
    papers = Papers(asked.files)
    if asked.format == "json":
        _json(papers)
    else:
        _text(papers)
    return papers.code


def _json(papers: Papers) -> None:
    from quyet.files.writers.reading_json import reading_to_json

    for _, reading in papers:
        print(reading_to_json(reading, indent=None if papers.several else 2))


def _text(papers: Papers) -> None:
    from quyet.cli.overview import overview

    for count, (path, reading) in enumerate(papers):
        if count:
            print()
        print(overview(path, reading))
