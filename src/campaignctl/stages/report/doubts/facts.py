"""What the order lines of each shop are like: counted once, in one pass, for all that doubts ask."""

from collections.abc import Iterable
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.native import lazy
from campaignctl.metrics.told import SUMMED, has_sums
from campaignctl.stages.report.basis import Basis

ROUNDED = 1
"""Minor units by which rounding may part a sum from its parts, for each unit sold."""
_DONE = ("shipped", "completed")
_AMOUNTS = ("subtotal_before_discount", "seller_discount", "platform_discount", "subtotal_after_discount", "quantity")


def lines_of(basis: Basis) -> nw.LazyFrame[Any] | None:
    """Return the single order lines, with ``inside``: paid, or for want of that placed, in the campaign so far."""
    if basis.inputs.order_lines is None:
        return None
    lines = lazy(_typed(basis.inputs.order_lines))
    if has_sums(lines):
        lines = lines.filter(~nw.col(SUMMED))
    during, at = basis.periods.campaign, nw.coalesce(nw.col("paid"), nw.col("created"))
    inside = ((at >= during.start) & (at < during.end)).fill_null(value=False)
    kind = nw.col("line_kind").cast(nw.String).fill_null("sale")
    return lines.with_columns(inside=inside, sold=(kind == "sale"), is_paid=~nw.col("paid").is_null())


def _typed(native: object) -> object:
    """Return order lines whose amounts are numbers even where a column holds none at all, and so has no type."""
    if not isinstance(native, pd.DataFrame):
        return native
    untyped = [name for name in (*_AMOUNTS, "unit_list_price") if native[name].dtype == "object"]
    return native.astype(dict.fromkeys(untyped, "Int64")) if untyped else native


def facts_of(lines: nw.LazyFrame[Any]) -> pd.DataFrame:
    """Return a row per shop and ``inside``: counts of lines of each kind, and what they are worth, in minor units.

    Of each word ``of_<word>`` is the count and ``worth_<word>`` the sum after discount; ``off_by`` is by how much the
    amounts of ``of_unsummed`` lie above what they should be.
    """
    value, status = nw.col("subtotal_after_discount"), nw.col("status").cast(nw.String).fill_null("unknown")
    none = nw.lit(0, nw.Int64)
    platform = nw.coalesce(nw.col("platform_discount"), none)
    due = nw.col("subtotal_before_discount") - nw.col("seller_discount") - platform
    units = nw.col("unit_list_price") * nw.col("quantity")
    room = nw.when(nw.col("quantity") > 1).then(nw.col("quantity")).otherwise(nw.lit(ROUNDED, nw.Int64))
    marks = {
        "lines": nw.lit(value=True),
        "free": ~nw.col("sold"),
        "unsummed": _apart(value, due, room) & nw.col("sold"),
        "unpriced": _apart(nw.col("subtotal_before_discount"), units, room) & nw.col("sold"),
        "below": _any(*[nw.col(name) < 0 for name in _AMOUNTS]),
        "unpaid": ~nw.col("is_paid"),
        "done_unpaid": ~nw.col("is_paid") & status.is_in(_DONE) & nw.col("sold"),
        "no_sku": nw.col("is_paid") & nw.col("sku_id").is_null(),
        "no_order": nw.col("is_paid") & nw.col("order_id").is_null(),
        "no_status": nw.col("is_paid") & (status == "unknown"),
    }
    told = {name: mark.fill_null(value=False) for name, mark in marks.items()}
    columns = {f"of_{name}": mark.cast(nw.Int64) for name, mark in told.items()}
    columns |= {f"worth_{name}": nw.when(mark).then(value).otherwise(none) for name, mark in told.items()}
    columns["off_by"] = nw.when(told["unsummed"]).then(value - due).otherwise(none)
    seller = nw.col("seller_id").cast(nw.String)
    summed = lines.select(seller=seller, inside=nw.col("inside"), **columns).group_by("seller", "inside")
    frame = _whole(summed.agg(*[nw.col(name).sum() for name in columns]), columns)
    frame["seller"] = frame["seller"].astype("str")
    return frame.sort_values(["seller", "inside"], na_position="last", ignore_index=True)


def _apart(one: nw.Expr, other: nw.Expr, room: nw.Expr) -> nw.Expr:
    return ((one - other).abs() > room).fill_null(value=False)


def _any(*marks: nw.Expr) -> nw.Expr:
    found = marks[0].fill_null(value=False)
    for mark in marks[1:]:
        found |= mark.fill_null(value=False)
    return found


def skus_of(lines: nw.LazyFrame[Any]) -> pd.DataFrame:
    """Return what each shop sold in the campaign by SKU: ``seller``, ``sku_id``, ``product_id``, lines, worth, units.

    Whatever the campaign counts of it.
    """
    sold = lines.filter(nw.col("inside") & nw.col("sold") & nw.col("is_paid"))
    keys = [nw.col(name).cast(nw.String) for name in ("sku_id", "product_id")]
    told = sold.select(
        nw.col("seller_id").cast(nw.String).alias("seller"),
        *keys,
        lines=nw.lit(1, nw.Int64),
        worth=nw.col("subtotal_after_discount"),
        units=nw.col("quantity"),
    )
    numbers = ("lines", "worth", "units")
    summed = told.group_by("seller", "sku_id", "product_id").agg(*[nw.col(name).sum() for name in numbers])
    frame = _whole(summed, numbers)
    for name in ("seller", "sku_id", "product_id"):
        frame[name] = frame[name].astype("str")
    return frame.sort_values(["seller", "sku_id", "product_id"], na_position="last", ignore_index=True)


def _whole(summed: nw.LazyFrame[Any], names: Iterable[str]) -> pd.DataFrame:
    """Return sums as whole numbers: they leave an engine as decimals else."""
    whole = summed.with_columns(*[nw.col(name).cast(nw.Int64).fill_null(0) for name in names])
    return whole.collect(backend="pandas").to_native()  # type: ignore[no-any-return]
