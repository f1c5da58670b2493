"""Every registered line with its own status: what is offered, what is wrong with it, what is out."""

from collections.abc import Iterable

import pandas as pd

from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.roster import Offers
from campaignctl.rules.case import Case

PLACE = ["file", "sheet", "row"]
READY, WARNED, WRONG = "✓ ready", "~ warning", "▲ fix needed"
WITHDRAWN, OUT = "– withdrawn", "– seller out"


def judged(lines: pd.DataFrame, case: Case, findings: Iterable[Finding]) -> pd.DataFrame:
    """Return SKU lines as read with ``status``, ``findings``, ``worst``, and whether they are ``offered``.

    A line is offered when the case still counts it: neither it nor its seller nor its promotion is withdrawn.
    Only lines of replies that count are read.
    """
    noted_ = noted(lines, findings)
    counted = pd.MultiIndex.from_frame(case.sku_lines[PLACE].astype(_PLAIN))
    offered = pd.MultiIndex.from_frame(lines[PLACE].astype(_PLAIN)).isin(counted)
    withdrawn = lines["line"].eq("Withdraw").fillna(value=False).to_numpy(dtype=bool)
    status = noted_["status"].astype("object").mask(~offered, OUT)
    status = status.mask(withdrawn, WITHDRAWN)
    return noted_.assign(status=status.astype("category"), offered=offered)


def noted(rows: pd.DataFrame, findings: Iterable[Finding]) -> pd.DataFrame:
    """Return rows as read with ``status``, how many ``findings`` speak of each, and the ``worst`` of them in words."""
    found = rows[PLACE].astype(_PLAIN).merge(_by_row(findings), how="left", on=PLACE, sort=False)
    severity = found["severity"].fillna(len(Severity)).astype("int64")
    status = pd.Series(READY, index=found.index, dtype="object")
    status = status.mask(severity == Severity.WARNING.rank, WARNED).mask(severity == Severity.ERROR.rank, WRONG)
    return rows.assign(
        status=status.astype("category").array,
        findings=found["findings"].fillna(0).astype("Int64").array,
        worst=found["worst"].astype("str").array,
    )


_PLAIN = {"file": "str", "sheet": "str", "row": "Int64"}


def _by_row(findings: Iterable[Finding]) -> pd.DataFrame:
    """Return, for each place that findings speak of, how many there are and the worst of them."""
    told = sorted((one for one in findings if one.place.row is not None), key=lambda one: one.order)
    frame = pd.DataFrame({
        "file": [one.place.file for one in told],
        "sheet": [one.place.sheet for one in told],
        "row": pd.array([one.place.row for one in told], dtype="Int64"),
        "severity": pd.array([one.severity.rank for one in told], dtype="Int64"),
        "worst": pd.array([f"{one.code} {one.message}" for one in told], dtype="str"),
    })  # fmt: skip
    by_place = frame.groupby(PLACE, sort=False).agg(
        findings=("severity", "size"), severity=("severity", "first"), worst=("worst", "first")
    )
    return by_place.reset_index().astype(_PLAIN)


def offers_of(lines: pd.DataFrame, slots: pd.DataFrame) -> dict[str, Offers]:
    """Return what each seller offers, by seller id; ``lines`` are judged, ``slots`` the livestreams offered."""
    offered = lines[lines["offered"]]
    named = offered["sku_id"].fillna(offered["product_id"]).fillna(offered["product_name"])
    items = pd.DataFrame({"seller": offered["seller_id"], "item": named, "wrong": offered["status"].eq(WRONG)}).dropna()
    by_item = items.groupby(["seller", "item"], sort=False)["wrong"].any()
    skus = by_item.groupby(level="seller").size()
    clean = (~by_item).groupby(level="seller").sum()
    streams = slots.groupby("seller_id").size()
    sellers = {*skus.index, *streams.index}
    return {
        str(seller): Offers(int(skus.get(seller, 0)), int(clean.get(seller, 0)), int(streams.get(seller, 0)))
        for seller in sellers
    }
