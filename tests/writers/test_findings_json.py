"""A verdict as JSON names every finding at its cell and every rule that could not run."""

import json
from datetime import date

from campaignctl.domain.findings import Excused, Finding, NotRun, Severity, Verdict
from campaignctl.domain.observations import Place
from campaignctl.writers.findings_json import verdict_json

PLACE = Place("registrations/s-001.xlsx", "Products", 7, "Deal price", "F7")
ERROR = Finding("SKU204", "flash-deal-above-low", Severity.ERROR, PLACE, "=1+1", "too high", "Lower it.", 1299)
NOTE = Finding("WBK001", "unreadable", Severity.NOTE, Place("campaign.xlsx"), "", "cut short", "Save it again.")
VERDICT = Verdict((ERROR, NOTE), (NotRun("SKU207", 3, "list price is missing"),), 120, 2, 28, ("SKU207",))


def test_the_summary_counts_and_says_what_could_not_be_checked():
    found = json.loads(verdict_json(VERDICT))
    assert found["schema"] == 1
    assert found["summary"] == {
        "errors": 1,
        "warnings": 0,
        "notes": 1,
        "rows": 120,
        "files": 2,
        "rules_run": 28,
        "not_run": [{"code": "SKU207", "rows": 3, "reason": "list price is missing"}],
        "suppressed": 0,
        "reweighed": 0,
    }


def test_a_finding_stands_at_its_cell_with_value_and_cure():
    assert json.loads(verdict_json(VERDICT, "USD"))["findings"][0] == {
        "code": "SKU204",
        "name": "flash-deal-above-low",
        "severity": "error",
        "file": "registrations/s-001.xlsx",
        "sheet": "Products",
        "row": 7,
        "column": "Deal price",
        "cell": "F7",
        "value": "=1+1",
        "message": "too high",
        "fix": "Lower it.",
        "amount": "12.99",
    }


def test_findings_keep_their_order_and_unknown_places_are_null_or_blank():
    last = json.loads(verdict_json(VERDICT))["findings"][-1]
    assert (last["code"], last["row"], last["cell"], last["amount"]) == ("WBK001", None, "", None)


def test_money_at_stake_follows_the_currency():
    assert json.loads(verdict_json(VERDICT, "IDR"))["findings"][0]["amount"] == "1299"
    assert json.loads(verdict_json(VERDICT))["findings"][0]["amount"] == 1299


def test_what_the_campaign_excuses_is_told_with_who_said_so():
    excused = Excused(ERROR, "Ignore", "agreed by phone", "Kai Lund", date(2026, 11, 27))
    found = json.loads(verdict_json(Verdict((NOTE,), (), 1, 1, 1, (), suppressed=(excused,)), "USD"))
    assert found["summary"]["suppressed"] == 1
    (told,) = found["suppressed"]
    assert (told["code"], told["amount"]) == ("SKU204", "12.99")
    assert told["exception"] == {
        "action": "Ignore",
        "reason": "agreed by phone",
        "approved_by": "Kai Lund",
        "until": "2026-11-27",
    }
