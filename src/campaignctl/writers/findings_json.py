"""A verdict as JSON: what was found, where, and which rules could not be checked."""

import json
from typing import Any

from campaignctl.domain.findings import Excused, Finding, Severity, Verdict
from campaignctl.domain.money import CURRENCIES

SCHEMA = 1


def verdict_json(verdict: Verdict, currency: str | None = None) -> str:
    """Return the text of ``validate --json``, findings in the verdict's order.

    The money at stake is a decimal string in major units of ``currency``; whole minor units where none is given.
    Suppressed and reweighed findings come as their rules weigh them, each with the exception that speaks of it.
    """
    whole = {
        "schema": SCHEMA,
        "summary": {
            "errors": verdict.count(Severity.ERROR),
            "warnings": verdict.count(Severity.WARNING),
            "notes": verdict.count(Severity.NOTE),
            "rows": verdict.rows,
            "files": verdict.files,
            "rules_run": verdict.rules_run,
            "not_run": [{"code": one.code, "rows": one.rows, "reason": one.reason} for one in verdict.not_run],
            "suppressed": len(verdict.suppressed),
            "reweighed": len(verdict.reweighed),
        },
        "findings": [finding_json(finding, currency) for finding in verdict.findings],
        "suppressed": [_excused(each, currency) for each in verdict.suppressed],
        "reweighed": [_excused(each, currency) for each in verdict.reweighed],
    }
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2)
    return text.encode(errors="replace").decode() + "\n"  # a lone surrogate has no bytes in UTF-8


def finding_json(finding: Finding, currency: str | None = None) -> dict[str, Any]:
    """Return one finding as the values of its JSON object."""
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "file": place.file,
        "sheet": place.sheet,
        "row": place.row,
        "column": place.column,
        "cell": place.cell,
        "value": finding.value,
        "message": finding.message,
        "fix": finding.fix,
        "amount": _amount(finding.amount, currency),
    }


def _excused(excused: Excused, currency: str | None) -> dict[str, Any]:
    until = excused.until.isoformat() if excused.until else None
    exception = {"action": excused.action, "reason": excused.reason, "approved_by": excused.approver, "until": until}
    return {**finding_json(excused.finding, currency), "exception": exception}


def _amount(minor: int | None, currency: str | None) -> str | int | None:
    if minor is None or currency is None:
        return minor
    return f"{CURRENCIES[currency].major(minor):f}"
