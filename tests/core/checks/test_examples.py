"""The examples in the docstrings are carried out: what is shown as wrong is found, what is shown as right is not."""

from __future__ import annotations

import pytest

from quyet.core.checks import all_rules
from quyet.core.checks.registry import Rule
from tests.core.checks.papers import FRAME, read_paper

WITH_EXAMPLES = [rule for rule in all_rules() if rule.text.breaks]


def by_code(rule: Rule) -> str:
    return rule.code


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=by_code)
def test_what_is_shown_as_wrong_is_found(rule: Rule) -> None:
    assert rule.code in {finding.rule for finding in read_paper(rule.text.breaks or "").findings}


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=by_code)
def test_what_is_shown_as_right_is_not_found(rule: Rule) -> None:
    assert rule.code not in {finding.rule for finding in read_paper(rule.text.keeps or "").findings}


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=by_code)
def test_the_right_example_holds_no_error_of_any_rule(rule: Rule) -> None:
    assert [f.message for f in read_paper(rule.text.keeps or "").findings if f.severity == "error"] == []


def test_the_frame_itself_breaks_no_rule() -> None:
    assert [(f.rule, f.message) for f in read_paper(FRAME["articles"]).findings] == []


def test_every_rule_but_those_on_files_shows_examples() -> None:
    assert [rule.code for rule in all_rules() if not rule.text.breaks] == ["F901", "F902", "F903", "F904"]
