"""What a paper is called in Akoma Ntoso: the addresses of its work, expression and manifestation, and of its body."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from quyet.core.papers.draft import DraftDocument
from quyet.core.papers.paper import Letterhead, Paper

NO_NUMBER = "nn"
"""The Naming Convention's word for a work without a number."""
NO_DATE = date(9999, 1, 1)
"""The schema demands a date also of a draft that has none. Parliaments that draft in Akoma Ntoso write this one; a year
that was guessed would be taken for true. It is named `unknown` wherever it stands."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the metadata says of a paper. `body` is the part of the symbol that names who issues (sct in 224/QĐ-SCT)."""

    root: str
    kind: str
    body: str
    day: date | None
    number: str | None
    issuer: str | None
    position: str | None
    signatory: str | None

    @property
    def work(self) -> str:
        """/akn/vn/act/qd/sct/2023/224-qd-sct. Numbers begin anew each year, so the year is date enough; the symbol
        stands whole because 15/QĐ-UBND and 15/2024/QĐ-UBND are two papers of one body and year."""
        year = f"{(self.day or NO_DATE).year:04}"
        number = slug(self.number or "") or NO_NUMBER
        return "/".join(part for part in ("/akn/vn", self.root, self.kind, self.body, year, number) if part)

    @property
    def expression(self) -> str:
        """The `@` without a date is the first version of the work."""
        return f"{self.work}/vie@"


def names_of(paper: Paper, document: DraftDocument, root: str) -> Names:
    """The names of a paper; what nobody knows stays None."""
    head = next((block for block in paper.blocks() if isinstance(block, Letterhead)), None)
    signature = document.signature
    issuer = (head.issuer if head else None) or document.issuer
    symbol = (head.number if head else "") or document.number or ""
    return Names(
        root=root,
        kind=slug(paper.kind),
        body=slug(_body_of(symbol, paper.kind) or issuer or ""),
        day=document.date,
        number=(number_in(symbol) or document.number) if document.number else None,
        issuer=issuer,
        position=signature.position if signature else None,
        signatory=signature.name if signature else None,
    )


def number_in(line: str) -> str | None:
    """05/QĐ-SCT in `Số: 05/QĐ-SCT`; None where the room for the number is still empty. What is printed counts: a draft
    may say 5/QĐ-SCT."""
    found = re.search(r"\d\w*/\S+", line)
    return found.group() if found else None


def _body_of(symbol: str, kind: str) -> str:
    """SCT of 224/QĐ-SCT and of a number still blank (Số:   /QĐ-SCT); SCT of 12/SCT-QLCN, which names no kind."""
    if "/" not in symbol:
        return ""
    first, *others = symbol.rpartition("/")[2].strip().split("-")
    return "-".join(others) if first == kind else first


def slug(text: str, between: str = "-") -> str:
    """Letters and digits of ASCII, as addresses are written.

    >>> slug("15/2024/NQ-HĐND")
    '15-2024-nq-hdnd'
    """
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return between.join(re.findall(r"[a-z0-9]+", "".join(c for c in bare if not unicodedata.combining(c))))
