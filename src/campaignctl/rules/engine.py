"""All rules run over one case: findings in order, and for every rule what it could not check and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from string import Formatter

import numpy as np
import pandas as pd

from campaignctl.domain.findings import Finding, NotRun, Severity, Verdict
from campaignctl.domain.frames import plain_rows
from campaignctl.domain.observations import Place
from campaignctl.rules.about import IDENTIFYING, about, about_places
from campaignctl.rules.case import Case
from campaignctl.rules.exceptions import excuse, exemptions, weight_everywhere
from campaignctl.rules.narrowing import Mask, narrowed, sure
from campaignctl.rules.rule import Found, Rows, Rule, Seen
from campaignctl.rules.wording import filled, word


def run(rules: Iterable[Rule], case: Case, files: int = 0, rows: int = 0) -> Verdict:
    """Return the verdict of ``rules`` over ``case``; ``files`` and ``rows`` are what was read, for its summary.

    Findings count as the campaign's Rules sheet says; rules that speak of the hour are asked when the case has one.
    """
    asked = [rule for rule in rules if case.now is not None or not rule.timed]
    found = _found([rule for rule in asked if not rule.last], case)
    exempt = exemptions(case)
    judged = excuse(found.findings, exempt, {rule.code: rule for rule in asked})
    unheard = {skipped.code for skipped in found.not_run}
    idle = frozenset(each.row for each in judged.idle if each.code not in unheard)
    late = _found([rule for rule in asked if rule.last], replace(case, idle=idle))
    ordered = tuple(sorted((*judged.findings, *late.findings), key=lambda finding: finding.order))
    not_run = (*found.not_run, *late.not_run)
    errors = {rule.code for rule in asked if weight_everywhere(rule, exempt) is Severity.ERROR}
    unproven = tuple(skipped.code for skipped in not_run if skipped.code in errors)
    return Verdict(ordered, not_run, rows, files, found.ran + late.ran, unproven, judged.suppressed, judged.reweighed)


@dataclass(slots=True)
class _Found:
    findings: list[Finding]
    not_run: list[NotRun]
    ran: int = 0


def _found(rules: Iterable[Rule], case: Case) -> _Found:
    """Return what some rules find in a case, and where they could not look."""
    found = _Found([], [])
    for rule in rules:
        left, skipped = ready(rule, case)
        if skipped:
            found.not_run.append(skipped)
        if left is not None:
            found.ran += 1
            found.findings += findings_of(rule, left)
    return found


def ready(rule: Rule, case: Case) -> tuple[Case | None, NotRun | None]:
    """Return the case as the rule may see it, and what had to be left out; no case when nothing is left to see."""
    if not rule.over:
        return case, None
    absent = _absent(rule, case)
    if absent:
        return None, NotRun(rule.code, 0, absent)
    rows = case.frames[rule.over]
    spoken_of = _spoken_of(rule, case, rows)
    for need in rule.needs:
        if "." in need and _blank(need, case):
            number = int(spoken_of.sum())
            return None, NotRun(rule.code, number, f"{_heading(need, case)} is blank") if number else None
    own = [need for need in rule.needs if "." not in need]
    lacking = {key: missing for key in own if (missing := rows[key].isna().to_numpy() & spoken_of).any()}
    if not lacking:
        return narrowed(case, rule.over, spoken_of), None
    short = np.logical_or.reduce(list(lacking.values()))
    reason = ", ".join(_heading(f"{rule.over}.{key}", case) for key in lacking) + " blank or unreadable"
    return narrowed(case, rule.over, spoken_of & ~short), NotRun(rule.code, int(short.sum()), reason)


def _spoken_of(rule: Rule, case: Case, rows: pd.DataFrame) -> Mask:
    """Return which rows the rule speaks of, by its ``where`` and, among those, its ``given``."""
    mask = np.ones(len(rows), dtype=bool)
    if rule.where is not None and len(rows):
        mask = sure(rule.where(rows))
    if rule.given is not None and mask.any():
        found = sure(rule.given(narrowed(case, rule.over, mask)))
        mask[mask] = found
    return mask


def _absent(rule: Rule, case: Case) -> str:
    """Say which sheet the rule rests on was not found at all, where its absence leaves something unchecked."""
    if rule.over in case.whole.once(_expected) and rule.over not in case.read_sheets:
        names = {"sku_lines": "Products", "registration": "Seller"}
        return f"no sheet {names.get(rule.over, rule.over.capitalize())} was found"
    return ""


def _expected(case: Case) -> frozenset[str]:
    """Return the sheets that a campaign like this one needs."""
    nominates = case.promotions["applies_to"].eq("Nominated SKUs").any()
    return frozenset({"campaign", "promotions", "sellers", *(("sku_lines", "registration") if nominates else ())})


def _blank(need: str, case: Case) -> bool:
    frame, _, key = need.partition(".")
    rows = case.frames[frame]
    return rows.empty or bool(rows[key].isna().iloc[0])


def _heading(need: str, case: Case) -> str:
    frame, _, key = need.partition(".")
    for where in case.maps.values():
        if where.sheet.key == frame and key in where.sheet.keys:
            return f"{where.sheet.name} · {where.sheet.column(key).name}"
    return key.replace("_", " ")


def findings_of(rule: Rule, case: Case) -> list[Finding]:
    """Return what a rule finds in a case that is ready for it."""
    if rule.over and all(case.frames[key].empty for key in (rule.over, *rule.beside)):
        return []
    findings: list[Finding] = []
    for found in _each(rule.check(case)):
        findings += _worded_rows(rule, case, found) if isinstance(found, Rows) else _worded_seen(rule, case, found)
    return findings


def _each(found: Found) -> Iterator[Rows | Seen]:
    if isinstance(found, Rows | Seen):
        yield found
    else:
        yield from found


def _worded_rows(rule: Rule, case: Case, rows: Rows) -> Iterator[Finding]:
    if rows.frame.empty:
        return
    named = _keys_of(rule, rows)
    spoken = rows.frame[[key for key in rows.frame.columns if key in named]]
    records = plain_rows(spoken)
    amounts = [None] * len(records) if rows.amount is None else rows.amount.tolist()
    for row, amount in zip(records, amounts, strict=True):
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=rows.severity or rule.severity,
            place=_place(case, row, rows.at),
            value=_quoted(case, rows.at, row),
            message=filled(rows.say, row, case),
            fix=filled(rows.fix or rule.fix, row, case),
            amount=None if amount is None or pd.isna(amount) else int(amount),
            about=about(row, rule.over),
            message_for_seller=filled(rows.say_for_seller, row, case),
            fix_for_seller=filled(rows.fix_for_seller or rule.fix_for_seller, row, case),
        )


def _keys_of(rule: Rule, rows: Rows) -> frozenset[str]:
    """Return the columns that a finding's words and place rest on."""
    texts = (rows.say, rows.fix, rule.fix, rows.say_for_seller, rows.fix_for_seller, rule.fix_for_seller)
    named = (name for text in texts for _, name, _, _ in Formatter().parse(text) if name)
    return frozenset({"file", "sheet", "row", rows.at, *IDENTIFYING, *named})


def _place(case: Case, row: Mapping[str, object], key: str) -> Place:
    number = row["row"]
    at = None if pd.isna(number) else int(str(number))  # type: ignore[call-overload]
    where = case.maps.get((str(row["file"]), str(row["sheet"])))
    return where.place(key, at) if where else Place(str(row["file"]), str(row["sheet"]), at)


def _quoted(case: Case, key: str, row: Mapping[str, object]) -> str:
    value = row.get(key)
    return "" if value is None or (not isinstance(value, str) and pd.isna(value)) else word(key, value, case)  # type: ignore[call-overload]


def _worded_seen(rule: Rule, case: Case, seen: Seen) -> Iterator[Finding]:
    subjects = about_places(case, [met.place for met in seen.observations])
    for met, told in zip(seen.observations, subjects, strict=True):
        place = met.place
        words = {
            "value": met.value,
            "detail": met.detail,
            "column": place.column,
            "sheet": place.sheet,
            "file": place.file,
        }
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=seen.severity or rule.severity,
            place=place,
            value=met.value,
            message=seen.say.format_map(words),
            fix=(seen.fix or rule.fix).format_map(words),
            about=told,
            message_for_seller=seen.say_for_seller.format_map(words),
            fix_for_seller=rule.fix_for_seller.format_map(words),
        )
