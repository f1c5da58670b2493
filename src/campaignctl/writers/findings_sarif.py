"""A verdict as SARIF 2.1.0: the form in which editors, code hosts and dashboards take findings of any tool.

A workbook is no text, so a finding's cell is a logical location (``Products!F7``), not a region of lines. A SARIF
``fix`` would have to change bytes of the file; our cures are sentences, so they stand in the message and in the
properties.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from campaignctl.domain.findings import Excused, Finding, NotRun, Verdict
from campaignctl.domain.money import CURRENCIES
from campaignctl.domain.pages import ReadablePage
from campaignctl.domain.wording import counted

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "findingIdentity/v1"
_BASE = "CAMPAIGN"


@dataclass(frozen=True, slots=True)
class Run:
    """What is known of the run beside its verdict: the rules there are, who ran, over what, and how it ended."""

    pages: Sequence[ReadablePage]
    version: str
    campaign: str = ""
    currency: str = "USD"
    exit_code: int = 0


def verdict_sarif(verdict: Verdict, run: Run) -> str:
    """Return the text of ``validate --format sarif``: one run, findings in the verdict's order, the ignored last."""
    at = {page.code: number for number, page in enumerate(run.pages)}
    reweighed = {id_of(each.finding): each for each in verdict.reweighed}
    results = [_result(finding, at, run, reweighed.get(id_of(finding))) for finding in verdict.findings]
    results += [_suppressed(each, at, run) for each in verdict.suppressed]
    whole = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run)},
                "automationDetails": {"id": f"campaignctl validate/{run.campaign}"},
                "columnKind": "utf16CodeUnits",
                "originalUriBaseIds": {_BASE: {"description": {"text": "The campaign's folder."}}},
                "invocations": [_invocation(verdict, at, run)],
                "results": results,
                "properties": {"verdict": verdict.word, "files": verdict.files, "rows": verdict.rows},
            }
        ],
    }
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2)
    return text.encode(errors="replace").decode() + "\n"  # a lone surrogate has no bytes in UTF-8


def id_of(finding: Finding) -> tuple[object, ...]:
    """Return what tells findings of one run apart, whatever they weigh."""
    return (finding.code, finding.place, finding.message)


def _driver(run: Run) -> dict[str, Any]:
    return {
        "name": "campaignctl",
        "version": run.version,
        "semanticVersion": run.version,
        "shortDescription": {"text": "Checks a marketplace campaign before it is launched."},
        "rules": [_rule(page) for page in run.pages],
    }


def _rule(page: ReadablePage) -> dict[str, Any]:
    facts = [f"{heading}: {text}" for heading, text in page.facts]
    markdown = [page.why, *(f"**{heading}** {text}" for heading, text in page.facts)]
    markdown += [f"```text\n{example}\n```" for example in page.examples]
    return {
        "id": page.code,
        "name": "".join(word.capitalize() for word in page.name.split("-")),
        "shortDescription": {"text": page.what},
        "fullDescription": {"text": page.why},
        "help": {"text": "\n".join([page.why, *facts]), "markdown": "\n\n".join(markdown)},
        "defaultConfiguration": {"level": page.mark},
        "properties": {"tags": [page.family], "slug": page.name},
    }


def _invocation(verdict: Verdict, at: Mapping[str, int], run: Run) -> dict[str, Any]:
    return {
        "executionSuccessful": True,
        "exitCode": run.exit_code,
        "toolExecutionNotifications": [_unchecked(skipped, at) for skipped in verdict.not_run],
    }


def _unchecked(skipped: NotRun, at: Mapping[str, int]) -> dict[str, Any]:
    """Say that a rule could not judge some rows."""
    rule = {"id": skipped.code, **({"index": at[skipped.code]} if skipped.code in at else {})}
    words = f"{skipped.code} could not check {counted(skipped.rows, 'row')}: {skipped.reason}"
    return {"level": "warning", "message": {"text": words}, "associatedRule": rule}


def _result(finding: Finding, at: Mapping[str, int], run: Run, excused: Excused | None = None) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in at:
        result["ruleIndex"] = at[finding.code]
    result |= {
        "level": finding.severity.value,
        "kind": "fail",
        "message": {"text": _sentences(finding.message, finding.fix)},
        "locations": [_location(finding)],
        "partialFingerprints": {FINGERPRINT: _fingerprint(finding)},
        "properties": _properties(finding, run.currency),
    }
    if excused is not None:
        result["properties"] |= {"ruleLevel": excused.finding.severity.value, "exception": _justified(excused)}
    return result


def _suppressed(excused: Excused, at: Mapping[str, int], run: Run) -> dict[str, Any]:
    accepted = {"kind": "external", "status": "accepted", "justification": _justified(excused)}
    return {**_result(excused.finding, at, run), "suppressions": [accepted]}


def _justified(excused: Excused) -> str:
    until = f", until {excused.until.isoformat()}" if excused.until else ""
    return f"{excused.reason} ({excused.approver}{until})"


def _location(finding: Finding) -> dict[str, Any]:
    place = finding.place
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": quote(place.file, safe="/"), "uriBaseId": _BASE}}
    }
    if place.sheet:
        sheet = place.sheet
        cell = {"name": place.cell, "fullyQualifiedName": f"{sheet}!{place.cell}", "kind": "cell"}
        whole = {"name": sheet, "fullyQualifiedName": sheet, "kind": "sheet"}
        location["logicalLocations"] = [cell if place.cell else whole]
    return location


def _properties(finding: Finding, currency: str) -> dict[str, Any]:
    place, about = finding.place, finding.about
    amount = None if finding.amount is None else f"{CURRENCIES[currency].major(finding.amount):f}"
    known = {
        "sheet": place.sheet,
        "row": place.row,
        "column": place.column,
        "cell": place.cell,
        "value": finding.value,
        "fix": finding.fix,
        "amount": amount,
        "currency": currency if amount else None,
        "seller": about.seller,
        "sku": about.sku,
        "promotion": about.promotion,
    }
    return {key: value for key, value in known.items() if value not in (None, "")}


def _fingerprint(finding: Finding) -> str:
    """Return what stays the same when the file is renamed and the row moves, as one word."""
    return hashlib.sha256("\x1f".join(finding.identity).encode(errors="replace")).hexdigest()[:32]


def _sentences(*parts: str) -> str:
    """Return parts as sentences: each with a capital and a full stop."""
    return " ".join(
        f"{part[:1].upper()}{part[1:]}{'' if part.endswith(('.', '?', '!')) else '.'}" for part in parts if part
    )
