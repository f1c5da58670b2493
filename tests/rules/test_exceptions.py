"""The Rules sheet: what a campaign excuses is left out, weighed otherwise or kept, and always told."""

from dataclasses import replace
from datetime import date

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.observations import Kind, Observation, Place
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import run
from campaignctl.rules.examples import case_from

DEEP = """
Promotions
   | ID      | Title      | Tool             | Level     | Applies to     | Kind of value | Value | Starts           | Ends             | Seller pays | Owner
 7 | HD26-04 | Deep one   | Product discount | Variation | Nominated SKUs | Percent off   | 95%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth
 8 | HD26-05 | Deeper one | Product discount | Variation | Nominated SKUs | Percent off   | 96%   | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth
Rules
   | Code | Where | Action | Reason | Approved by | Until
"""


def verdict(*exceptions, as_of=""):
    drawn = [f" {7 + number} | {row}" for number, row in enumerate(exceptions)]
    return run(rules().values(), case_from(draw((as_of + DEEP).strip() + "\n" + "\n".join(drawn))))


def weights(found, code="PRM104"):
    return {each.about.promotion: each.severity.value for each in found.findings if each.code == code}


def codes(found):
    return [each.code for each in found.findings if each.code.startswith("CMP2")]


def test_without_an_exception_both_are_errors():
    assert weights(verdict(" | | | | | ")) == {"HD26-04": "error", "HD26-05": "error"}


@pytest.mark.parametrize("code", ["PRM104", "prm104", "discount-outside-range"])
def test_ignore_takes_a_finding_out_and_tells_who_said_so(code):
    found = verdict(f"{code} | hd26-04 | Ignore | agreed by phone | Kai Lund | 2026-11-27")
    assert weights(found) == {"HD26-05": "error"}
    (excused,) = found.suppressed
    assert (excused.finding.about.promotion, excused.finding.severity) == ("HD26-04", Severity.ERROR)
    assert (excused.reason, excused.approver, excused.until) == ("agreed by phone", "Kai Lund", date(2026, 11, 27))
    assert codes(found) == []


def test_a_finding_weighs_what_the_campaign_says_and_is_told_as_such():
    found = verdict("PRM104 | | Note | the tool is new | Kai Lund | ")
    assert set(weights(found).values()) == {"note"}
    assert {each.finding.severity for each in found.reweighed} == {Severity.ERROR}
    assert found.suppressed == ()


def test_the_narrower_exception_decides():
    found = verdict(
        "PRM104 | | Ignore | the tool is new | Kai Lund | ", "PRM104 | HD26-05 | Error | not this one | Kai Lund | "
    )
    assert weights(found) == {"HD26-05": "error"}
    assert len(found.suppressed) == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("PRM104 | HD26-04 | Ignore | | Kai Lund | ", "WBK106"),
        ("PRM104 | HD26-04 | Ignore | agreed | | ", "WBK106"),
        ("PRM104 | HD26-04 | Ignore | agreed | Somebody | ", "CMP205"),
        ("PRM104 | HD26-44 | Ignore | agreed | Kai Lund | ", "CMP202"),
        ("PRM1O4 | HD26-04 | Ignore | agreed | Kai Lund | ", "CMP201"),
        ("PRM105 | HD26-04 | Ignore | agreed | Kai Lund | ", "CMP203"),
    ],
)
def test_an_exception_that_nobody_answers_for_or_that_fits_nothing_excuses_nothing(row, told):
    found = verdict(row)
    assert weights(found) == {"HD26-04": "error", "HD26-05": "error"}
    assert told in {each.code for each in found.findings}


@pytest.mark.parametrize(
    ("as_of", "left"),
    [
        ("", {"HD26-05"}),
        ("As of 2026-11-16 23:59\n", {"HD26-05"}),
        ("As of 2026-11-17 00:00\n", {"HD26-04", "HD26-05"}),
    ],
)
def test_an_exception_holds_through_its_last_day_and_only_an_hour_ends_it(as_of, left):
    found = verdict("PRM104 | HD26-04 | Ignore | agreed | Kai Lund | 2026-11-16", as_of=as_of)
    assert set(weights(found)) == left
    assert ("CMP204" in codes(found)) == (len(left) == 2)


def unreadable(action):
    case = case_from(draw((DEEP + f" 7 | WBK101 | | {action} | sent again tonight | Kai Lund | ").strip()))
    met = Observation(Kind.UNREADABLE, Place("registrations/lumeria.xlsx"), "lumeria.xlsx", "is cut short")
    return run(rules().values(), replace(case, observations=(met,)))


def test_what_could_not_be_read_may_weigh_less_but_is_never_ignored():
    ignored, lowered = unreadable("Ignore"), unreadable("Warning")
    assert weights(ignored, "WBK101") == {"": "error"}
    assert "CMP206" in codes(ignored)
    assert weights(lowered, "WBK101") == {"": "warning"}


def test_a_rule_that_is_ignored_everywhere_leaves_nothing_unproven():
    half = DEEP.replace("95%", "deep")
    kept = run(rules().values(), case_from(draw(half.strip() + "\n 7 | | | | | | ")))
    eased = run(rules().values(), case_from(draw(half.strip() + "\n 7 | PRM104 | | Ignore | agreed | Kai Lund | ")))
    assert "PRM104" in kept.unproven
    assert "PRM104" not in eased.unproven
    assert "CMP203" not in codes(eased)


def test_findings_stand_in_order_of_weight_then_money():
    found = verdict("PRM104 | HD26-04 | Note | agreed | Kai Lund | ").findings
    assert list(found) == sorted(found, key=lambda each: each.order)
    rank = [(each.severity.rank, -(each.amount or 0)) for each in found]
    assert rank == sorted(rank)
    assert isinstance(found[0], Finding)
