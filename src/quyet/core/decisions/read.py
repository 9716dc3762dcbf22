"""The main path: a paper as it was read → its reading."""

from __future__ import annotations

from collections.abc import Sequence

from quyet.core.decisions.annex import main_estimate, read_estimates
from quyet.core.decisions.articles import own_articles, read_attachments, sections, to_article
from quyet.core.decisions.bases import read_bases
from quyet.core.decisions.foot import read_foot
from quyet.core.decisions.head import read_head
from quyet.core.decisions.kinds import Kind
from quyet.core.decisions.layout import lay_out
from quyet.core.decisions.model import Reading
from quyet.core.decisions.programme import Part, read_programme
from quyet.core.decisions.source import Source
from quyet.core.decisions.zones import find_zones

WORKBOOK = "xlsx"
"""The format of sources whose cells say what is what."""


def read_source(source: Source, kinds: Sequence[Kind] = ()) -> Reading:
    """Read a paper: what it is, what it rests on, what it orders. Findings are left to the checks."""
    reading = Reading(source)
    if source.format == WORKBOOK:
        return _of_workbook(reading)
    flow = lay_out(source)
    if not flow.lines:
        return reading
    zones = find_zones(flow)
    read_head(flow, zones, reading.document)
    read_bases(flow, zones, reading.document)
    read_foot(flow, zones, reading.document)
    articles = own_articles(flow, zones)
    reading.document.articles = [to_article(flow, item) for item in articles]
    attached = read_attachments(flow, zones)
    flow.hold()
    reading.document.attachments = [attachment for attachment, _ in attached]
    parts = [Part(articles, "", True) if articles else Part(sections(flow, *zones.body, zones.width), "", False)]
    parts += [Part(items, attachment.ref, False) for attachment, items in attached]
    reading.programme = read_programme(flow, reading.document, parts, kinds)
    flow.hold()
    programme = reading.programme
    reading.estimates = read_estimates(flow, programme.activities if programme else [])
    reading.estimate = main_estimate(
        reading.estimates, programme.total.amount if programme and programme.total else None
    )
    return reading


def _of_workbook(reading: Reading) -> Reading:
    """A workbook is no paper: it has estimates and nothing else."""
    reading.estimates = list(reading.source.estimates)
    reading.estimate = main_estimate(reading.estimates, None) or next(iter(reading.estimates), None)
    return reading
