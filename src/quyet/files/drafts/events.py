"""What a YAML or JSON file says, piece by piece: both are told in the same few words, and one grower makes the tree."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Event(NamedTuple):
    """A scalar, the beginning of a list or mapping, or the end of the one that is open. A key is a scalar like others.

    `plain`: the scalar stands without quotation marks; `figure`: it is a number of JSON, where a dot begins a fraction
    and nothing else."""

    kind: Literal["scalar", "list", "mapping", "end"]
    line: int
    text: str = ""
    plain: bool = False
    figure: bool = False
