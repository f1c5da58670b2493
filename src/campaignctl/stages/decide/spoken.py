"""What the findings say of each line: those on the line itself, and errors of its shop and its promotion."""

from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from campaignctl.domain.findings import Finding, Severity

_SKU = ("sku_id", "product_id", "seller_sku", "product_name")  # as a finding names what it is about
_SIGNS = {Severity.ERROR: "▲", Severity.WARNING: "~", Severity.NOTE: "i"}
_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
NONE = "✓ none"


def spoken_of(lines: pd.DataFrame, findings: Sequence[Finding], barring: Collection[str]) -> pd.DataFrame:
    """Return for each line: ``errors`` and ``warnings`` (counts), ``worst`` (code and name), ``findings``, ``barred``.

    The worst is one of the line's own where it has any of that severity. ``findings`` says all in words. ``barring``
    are the codes of rules whose breach leaves a line no way in; ``barred`` is the first such finding.
    """
    ordered = sorted(findings, key=lambda finding: finding.order)
    told = _pairs(_keys(lines), pd.DataFrame([_row(at, finding) for at, finding in enumerate(ordered)]))
    result = pd.DataFrame({"errors": 0, "warnings": 0, "worst": "", "findings": NONE, "barred": ""}, index=lines.index)
    by_line: dict[Any, list[Finding]] = {}
    for line, at in told.sort_values(["rank", "of_all", "at"])[["line", "at"]].itertuples(index=False):
        by_line.setdefault(line, []).append(ordered[at])
    said = pd.DataFrame([_said(its, barring) for its in by_line.values()], index=[*by_line], columns=[*result])
    return pd.concat([result.drop(said.index), said]).reindex(lines.index)


def _said(its: Sequence[Finding], barring: Collection[str]) -> tuple[int, int, str, str, str]:
    counts = {severity: sum(finding.severity is severity for finding in its) for severity in Severity}
    bars = (f for f in its if f.code in barring and f.severity is Severity.ERROR)
    barred = next((_called(finding) for finding in bars), "")
    return counts[Severity.ERROR], counts[Severity.WARNING], _called(its[0]), _words(its[0], counts), barred


def _row(at: int, finding: Finding) -> dict[str, Any]:
    about = finding.about
    return {
        "at": at,
        "seller": about.seller,
        "sku": about.sku,
        "promotion": about.promotion,
        "other": about.other,
        "rank": finding.severity.rank,
    }


def _keys(lines: pd.DataFrame) -> pd.DataFrame:
    sku = lines[_SKU[0]]
    for key in _SKU[1:]:
        sku = sku.fillna(lines[key])
    return pd.DataFrame({
        "line": lines.index,
        "seller": lines["seller_id"].astype("str"),
        "sku": sku.astype("str"),
        "promotion": lines["promotion_id"].astype("str"),
    })  # fmt: skip


def _pairs(keys: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return which finding (``at``, ``rank``) speaks of which line; ``of_all``: of its shop or promotion as a whole."""
    if findings.empty:
        return pd.DataFrame({"line": [], "at": [], "rank": [], "of_all": []})
    on_sku = findings["sku"].ne("")
    anywhere = ~on_sku & findings["other"].eq("") & findings["rank"].eq(Severity.ERROR.rank)
    of_promotion, of_seller = findings["promotion"].ne(""), findings["seller"].ne("")
    parts = [
        _joined(keys, findings[on_sku & of_promotion], ["seller", "sku", "promotion"]),
        _joined(keys, findings[on_sku & ~of_promotion], ["seller", "sku"]),
        _joined(keys, findings[anywhere & of_promotion & of_seller], ["seller", "promotion"]),
        _joined(keys, findings[anywhere & of_promotion & ~of_seller], ["promotion"]),
        _joined(keys, findings[anywhere & ~of_promotion & of_seller], ["seller"]),
    ]
    return pd.concat(parts, ignore_index=True)


def _joined(keys: pd.DataFrame, findings: pd.DataFrame, on: list[str]) -> pd.DataFrame:
    found = keys.merge(findings[[*on, "at", "rank"]], on=on)[["line", "at", "rank"]]
    return found.assign(of_all="sku" not in on)


def _called(finding: Finding) -> str:
    return f"{finding.code} {finding.name.replace('-', ' ')}"


def _words(worst: Finding, counts: dict[Severity, int]) -> str:
    parts = [
        f"{number} {_NAMES[severity]}{'' if number == 1 else 's'}" for severity, number in counts.items() if number
    ]
    return f"{_SIGNS[worst.severity]} {', '.join(parts)}: {worst.code}"
