"""The Rules sheet: findings that count otherwise in this campaign, with a reason, a name, and a last day.

An exception holds when it names a rule, an action, a reason and an approver whom Contacts knows, and its last day has
not passed. What one has no right to is never taken silently: pages CMP201 to CMP206 tell of it. Files, sheets and
columns that could not be read may weigh less where somebody answers for it, but cannot be ignored: what stands in
them nobody knows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from campaignctl.domain.findings import Excused, Finding, Severity
from campaignctl.rules.case import Case
from campaignctl.rules.catalogue import rules
from campaignctl.rules.rule import Rule

IGNORE = "Ignore"
_WEIGHTS = {"Note": Severity.NOTE, "Warning": Severity.WARNING, "Error": Severity.ERROR}


@dataclass(frozen=True, slots=True)
class Exemption:
    """One row of the Rules sheet that holds: ``where`` are ids casefolded, empty for everything."""

    row: int
    code: str
    where: frozenset[str]
    action: str
    reason: str
    approver: str
    until: date | None

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one that the row speaks of."""
        about = finding.about
        ids = {about.seller, about.sku, about.promotion, about.other}
        return not self.where or bool(self.where & {each.casefold() for each in ids if each})


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings as the campaign weighs them; ``idle`` are exemptions that met no finding of a rule that ran."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Excused, ...] = ()
    reweighed: tuple[Excused, ...] = ()
    idle: tuple[Exemption, ...] = ()


def rule_named(word: str) -> Rule | None:
    """Return the rule of a code, a name or a former name, in any case."""
    return _by_name().get(word.strip().casefold())


def _by_name() -> Mapping[str, Rule]:
    return {word.casefold(): rule for rule in rules().values() for word in (rule.code, rule.name, *rule.aliases)}


def exemptions(case: Case) -> tuple[Exemption, ...]:
    """Return the rows of the Rules sheet that hold, the narrower ones first."""
    sheet = case.frames["rules"]
    if sheet.empty:
        return ()
    held = sheet[holding(case, sheet)]
    named = _by_name()
    found = [_exemption(case, row, named) for row in held.to_dict("records")]
    return tuple(sorted(found, key=lambda each: (not each.where, each.row)))


def holding(case: Case, sheet: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each row of the Rules sheet holds."""
    named = _by_name()
    code = sheet["code"].str.strip().str.casefold()
    firm = code.isin({word for word, rule in named.items() if rule.firm}) & sheet["action"].eq(IGNORE)
    whole = sheet[["code", "action", "reason", "approved_by"]].notna().all(axis=1)
    return whole & code.isin(named) & ~firm.fillna(value=False) & approved(case, sheet) & ~past(case, sheet)


def approved(case: Case, sheet: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each row's approver stands in Contacts, in any case; true where there is no such sheet."""
    names = case.contacts["name"].dropna().str.casefold()
    return sheet["approved_by"].str.casefold().isin(names) | ("contacts" not in case.read_sheets)


def past(case: Case, sheet: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each row's last day lies behind the hour at which the campaign is looked at; false without one."""
    if case.now is None:
        return pd.Series(data=False, index=sheet.index)
    today = pd.Timestamp(case.local(case.now).date(), tz=case.zone)
    return (sheet["until"] < today).fillna(value=False)


def lapsed(case: Case) -> tuple[str, ...]:
    """Return which rows of the Rules sheet no longer hold at the hour of the case; none without an hour."""
    sheet = case.frames["rules"]
    return tuple(str(row) for row in sheet.loc[past(case, sheet), "row"])


def _exemption(case: Case, row: Mapping[Any, Any], named: Mapping[str, Rule]) -> Exemption:
    where = "" if pd.isna(row["where"]) else str(row["where"])
    until = None if pd.isna(row["until"]) else case.local(row["until"].to_pydatetime()).date()
    return Exemption(
        row=int(row["row"]),
        code=named[str(row["code"]).strip().casefold()].code,
        where=frozenset(each.casefold() for each in where.split("; ") if each),
        action=str(row["action"]),
        reason=str(row["reason"]),
        approver=str(row["approved_by"]),
        until=until,
    )


def excuse(findings: Sequence[Finding], exempt: Sequence[Exemption], ran: Mapping[str, Rule]) -> Judged:
    """Return findings as the campaign weighs them; the first exemption that covers one decides.

    ``ran`` are the rules that were asked: an exemption of any other is not idle.
    """
    if not exempt:
        return Judged(tuple(findings))
    kept: list[Finding] = []
    suppressed: list[Excused] = []
    reweighed: list[Excused] = []
    used: set[int] = set()
    by_code = {each.code: [other for other in exempt if other.code == each.code] for each in exempt}
    for finding in findings:
        found = next((each for each in by_code.get(finding.code, ()) if each.covers(finding)), None)
        if found is None:
            kept.append(finding)
            continue
        used.add(found.row)
        excused = Excused(finding, found.action, found.reason, found.approver, found.until)
        if found.action == IGNORE:
            suppressed.append(excused)
        else:
            kept.append(replace(finding, severity=_WEIGHTS[found.action]))
            if _WEIGHTS[found.action] is not finding.severity:
                reweighed.append(excused)
    idle = tuple(each for each in exempt if each.row not in used and each.code in ran)
    return Judged(tuple(kept), _in_order(suppressed), _in_order(reweighed), idle)


def _in_order(excused: Iterable[Excused]) -> tuple[Excused, ...]:
    return tuple(sorted(excused, key=lambda each: each.finding.order))


def weight_everywhere(rule: Rule, exempt: Sequence[Exemption]) -> Severity | None:
    """Return what a rule weighs in the whole campaign; None where it is ignored altogether."""
    for each in exempt:
        if each.code == rule.code and not each.where:
            return _WEIGHTS.get(each.action)
    return rule.severity
