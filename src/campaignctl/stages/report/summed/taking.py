"""Sums take their place among the order lines: each row a line whose amounts are those of many.

What is taken from lines one by one (prices paid, hours, whole orders) is not taken from them.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import Dtype, Shape, shaped
from campaignctl.domain.sums import AMOUNTS, COUNTS, MEASURES
from campaignctl.metrics.periods import NEARLY_WHOLE, midnight
from campaignctl.metrics.told import SUMMED
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.summed.counts import COLUMNS, with_counts
from campaignctl.stages.report.summed.cuts import Cut, cut, left_out
from campaignctl.stages.report.summed.rows import files_of, meant
from campaignctl.stages.report.taken_sums import Summed

LINES: Shape = {
    **ORDER_LINES,
    "promotion_id": Dtype.WORD,
    SUMMED: Dtype.FLAG,
    **dict.fromkeys(COLUMNS, Dtype.COUNT),
}
"""Order lines among which rows of sums may stand."""
_NAMED = {
    "subtotal_after_discount": "gmv",
    "subtotal_before_discount": "list_value",
    "quantity": "units",
}
A_SECOND = timedelta(seconds=1)


def with_sums(inputs: ReportInputs, sums: pd.DataFrame | None, *, asked: bool = True) -> ReportInputs:
    """Return the inputs with ``sums``, a frame of the shape ``SUMS``, among the order lines.

    ``asked`` says that somebody named the as-of time; else it is the end of the last day that was summed, if that is
    later. Order lines go before sums of the same shop and day.
    """
    if sums is None or sums.empty:
        return inputs
    rows = meant(sums, inputs.campaign)
    found = cut(rows, _ordered(inputs.order_lines))
    inputs = replace(inputs, summed=_facts(inputs, found))
    if found.rows.empty:
        return inputs
    inputs = _as_of(inputs, found.rows, asked=asked)
    scope = inputs.scope
    counted = with_counts(found, list(scope.categories), registered=scope.counts_registered)
    return replace(inputs, order_lines=_among(inputs.order_lines, _lines(counted)))


def _ordered(native: object | None) -> pd.DataFrame | None:
    if native is None:
        return None
    lines: nw.LazyFrame[Any] = nw.from_native(native).lazy()  # type: ignore[call-overload]
    paid = lines.filter(~nw.col("paid_day").is_null()).select("seller_id", "paid_day").unique()
    return paid.collect(backend="pandas").to_native()  # type: ignore[no-any-return]


def _facts(inputs: ReportInputs, found: Cut) -> Summed:
    held = found.rows
    known = {seller.id for seller in inputs.campaign.sellers}
    below = (held[[*AMOUNTS, *COUNTS]] < 0).fillna(value=False).any(axis=1)
    return Summed(
        files=files_of(held),
        until=None if held.empty else held["paid"].max().to_pydatetime(),
        names_skus=_names_skus(inputs.listed, held),
        by_day=bool((~held["hourly"]).any()),
        beside_orders=found.beside_orders,
        at_other_cuts=found.at_other_cuts,
        totals=found.totals,
        other_zone=files_of(held[held["shifted"]]),
        strangers=tuple(sorted(set(held["seller_id"].dropna()) - known)) if known else (),
        below_zero=left_out(held[below]),
        lacks=frozenset(name for name in MEASURES if held[name].isna().all() and found.coarser[name].isna().all()),
    )


def _names_skus(listed: pd.DataFrame | None, rows: pd.DataFrame) -> bool:
    """Return whether every row says which SKU it is of, or which product where whole products are registered."""
    if listed is None:
        return False
    whole = listed["sku_id"].isna().all()
    return bool(rows["sku_id"].notna().all() or (whole and rows["product_id"].notna().all()))


def _as_of(inputs: ReportInputs, rows: pd.DataFrame, *, asked: bool) -> ReportInputs:
    """Return the inputs as of a moment at which no day that was summed whole is cut in two."""
    until = inputs.summed.until if inputs.summed else None
    if not asked and until is not None and until > inputs.as_of:
        inputs = replace(inputs, as_of=until)
    day = inputs.as_of.astimezone(inputs.zone).date()
    whole = rows[~rows["hourly"]]
    cut_in_two = (whole["paid_day"] == str(day)).any() and (whole["paid"] > inputs.as_of).any()
    moment = _whole_days(inputs, day) if cut_in_two else inputs.as_of
    stretched = bool(len(whole)) and any(_is_inside_a_day(inputs, end) for end in _ends(inputs))
    summed = replace(
        inputs.summed or Summed(), stretched=stretched, moved=inputs.as_of if moment < inputs.as_of else None
    )
    return replace(inputs, as_of=moment, summed=summed)


def _whole_days(inputs: ReportInputs, day: Any) -> datetime:
    """Return the last second of the as-of time's day where it is nearly over, else of the day before."""
    after = midnight(day + timedelta(days=1), inputs.zone)
    nearly = inputs.as_of + NEARLY_WHOLE >= after
    return (after if nearly else midnight(day, inputs.zone)) - A_SECOND


def _ends(inputs: ReportInputs) -> Iterator[datetime]:
    if inputs.campaign.window is not None:
        yield from (inputs.campaign.window.start, inputs.campaign.window.end)


def _is_inside_a_day(inputs: ReportInputs, moment: datetime) -> bool:
    local = moment.astimezone(inputs.zone)
    return (local.hour, local.minute) != (0, 0) and (local + timedelta(minutes=2)).date() == local.date()


def _lines(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of sums in the shape ``LINES``."""
    named = {name: rows[of] for name, of in _NAMED.items()}
    return shaped(rows.assign(**named, status="completed", line_kind="sale", **{SUMMED: True}), LINES)


def _among(native: object | None, sums: pd.DataFrame) -> object:
    """Return order lines with rows of sums behind them, in the engine of the lines."""
    if native is None:
        return sums
    if isinstance(native, pd.DataFrame):
        lines = shaped(native.assign(**{SUMMED: False}), LINES)
        plain = [frame.astype(dict.fromkeys(_few(), "str")) for frame in (lines, sums)]
        return shaped(pd.concat(plain, ignore_index=True), LINES)
    words = sums.astype(dict.fromkeys(_few(), "str"))  # noqa: F841 - named in the query
    query = "SELECT *, FALSE AS summed FROM lines UNION ALL BY NAME SELECT * FROM words"
    return native.query("lines", query)  # type: ignore[attr-defined]


def _few() -> list[str]:
    return [name for name, dtype in LINES.items() if dtype == Dtype.FEW]
