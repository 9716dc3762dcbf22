"""The main path: a paper as it was read → its reading."""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.decisions.bases import read_bases
from quyet.core.decisions.foot import read_foot
from quyet.core.decisions.head import read_head
from quyet.core.decisions.kinds import Kind
from quyet.core.decisions.layout import lay_out
from quyet.core.decisions.model import Reading
from quyet.core.decisions.source import Source
from quyet.core.decisions.zones import find_zones


def read_source(source: Source, kinds: Sequence[Kind] = ()) -> Reading:
    """Read a paper: what it is, what it rests on, what it orders. Findings are left to the checks."""
    reading = Reading(source)
    flow = lay_out(source)
    if not flow.lines:
        return reading
    zones = find_zones(flow)
    read_head(flow, zones, reading.document)
    read_bases(flow, zones, reading.document)
    read_foot(flow, zones, reading.document)
    return reading
