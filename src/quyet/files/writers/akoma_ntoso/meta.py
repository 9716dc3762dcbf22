"""The metadata of Akoma Ntoso: identification on three levels, and whom the text speaks of."""

from __future__ import annotations

from quyet.files.writers.akoma_ntoso.names import NO_DATE, Names, slug
from quyet.files.writers.xml_tree import Element, element

_SOURCE = "#issuer"
"""Who answers for what the metadata say: the body whose paper it is."""


def meta(names: Names, component: str = "main") -> Element:
    """The metadata of the paper itself, or of a component (`att_1`), which has no references of its own: an eId stands
    once in a file."""
    made = element("meta", _identification(names, component))
    if component == "main":
        made.add(_references(names))
    return made


def _identification(names: Names, component: str) -> Element:
    return element("identification", _work(names, component), _expression(names, component),
                   _manifestation(names, component), source=_SOURCE)  # fmt: skip


def _work(names: Names, component: str) -> Element:
    made = element("FRBRWork", *_core(names, f"{names.work}/!{component}", names.work))
    made.add(
        element("FRBRcountry", value="vn"),
        element("FRBRsubtype", value=names.kind) if names.kind else None,
        element("FRBRnumber", value=names.number) if names.number else None,
    )
    return made


def _expression(names: Names, component: str) -> Element:
    made = element("FRBRExpression", *_core(names, f"{names.expression}/!{component}", names.expression))
    # the signed paper has force, this copy for programs has none
    made.add(element("FRBRauthoritative", value="false"), element("FRBRlanguage", language="vie"))
    return made


def _manifestation(names: Names, component: str) -> Element:
    core = _core(names, f"{names.expression}/!{component}.xml", f"{names.expression}.xml")
    return element("FRBRManifestation", *core, element("FRBRformat", value="xml"))


def _core(names: Names, this: str, uri: str) -> tuple[Element, ...]:
    """What all three levels say. The day is that of the paper on each: a writer has no clock."""
    day = names.day or NO_DATE
    return (
        element("FRBRthis", value=this),
        element("FRBRuri", value=uri),
        element("FRBRdate", date=day.isoformat(), name="issued" if names.day else "unknown"),
        element("FRBRauthor", href="#issuer"),
    )


def _references(names: Names) -> Element:
    made = element("references", _top_level("Organization", "issuer", names.issuer or "không nêu"), source=_SOURCE)
    if names.position:
        made.add(_top_level("Role", "position", names.position))
    if names.signatory:
        made.add(_top_level("Person", "signatory", names.signatory))
    return made


def _top_level(kind: str, eid: str, name: str) -> Element:
    """One of the ontology's top level classes, its name joined by stops as the Naming Convention wants it."""
    address = f"/akn/ontology/{kind.lower()}/vn.{slug(name, '.')}"
    return element(f"TLC{kind}", eId=eid, href=address, showAs=name)
