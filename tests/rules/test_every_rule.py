"""Every rule, present and future, proves itself by its own drawn examples."""

import pytest

from campaignctl.catalogue.drawn import Drawn
from campaignctl.catalogue.loader import explanation, module_of
from campaignctl.rules.catalogue import FAMILIES, rules
from campaignctl.rules.engine import findings_of, ready, run
from campaignctl.rules.examples import case_from, expected

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in rules().values()
    for number, example in enumerate(rule.examples, start=1)
]
RULES = [pytest.param(rule, id=rule.code) for rule in rules().values()]


def found(rule, example):
    case = case_from(example)
    if rule.last:  # it judges what became of all other findings
        findings = [finding for finding in run(rules().values(), case).findings if finding.code == rule.code]
    else:
        narrowed, _ = ready(rule, case)
        findings = findings_of(rule, narrowed) if narrowed else []
    return sorted(((f.place.sheet, f.place.row, f.message) for f in findings), key=str)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_what_its_example_says_and_nothing_else(rule, example):
    by_row = [(sheet, None if case_is_record(sheet) else row, message) for sheet, row, message in found(rule, example)]
    drawn = [(sheet, None if case_is_record(sheet) else row, message) for sheet, row, message in expected(example)]
    assert sorted(by_row, key=str) == sorted(drawn, key=str)


def case_is_record(sheet):
    return sheet in {"Campaign", "Seller"}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_shows_what_it_finds_and_what_it_passes(rule):
    messages = [message for example in rule.examples for _, _, message in expected(example)]
    drawn = [example for example in rule.examples if isinstance(example, Drawn)]
    rows = sum(len(sheet.rows) + bool(sheet.expected) for example in drawn for sheet in example.sheets)
    assert messages, "no example fails"
    assert not drawn or rows > len(messages), "no drawn row passes"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_why_and_names_a_cure(rule):
    what, why = explanation(module_of("campaignctl.rules", rule))
    assert what.endswith(".")
    assert len(why) > 30
    assert len(rule.fix) > 10
    assert rule.code[:3] in FAMILIES


@pytest.fixture(scope="module")
def frames():
    """The frames of a case in which nothing is drawn: what they hold differs from case to case, their columns never."""
    return case_from(Drawn("", ())).frames


@pytest.mark.parametrize("rule", [rule for rule in rules().values() if rule.needs], ids=lambda rule: rule.code)
def test_a_need_is_a_column_of_its_frame(rule, frames):
    for need in rule.needs:
        frame, _, key = need.rpartition(".")
        assert key in frames[frame or rule.over].columns


def test_what_a_rule_points_to_exists():
    assert {code for rule in rules().values() for code in rule.see} <= set(rules())
