"""An export states a refund once for the whole order; here each of its lines gets its part.

A line's part is its value times the share of the order's amount that was paid back, so a full refund takes off exactly
what the line brought to GMV, and tax and shipping in it take off nothing. A blank refund means none where the same
file states one elsewhere; in a file that states none at all it is not known.
"""

from typing import Any

import narwhals as nw

_OF_ALL = {name: f"{name}_of_all" for name in ("order_refund", "order_amount")}
"""An order's amounts, which stand on its first line only, as they are put beside all of its lines."""


def with_refunds(table: nw.LazyFrame[Any], lines: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return ``table`` with the column ``refund``: minor units, missing where the export does not tell.

    ``table`` was made from ``lines``, the order lines as they were read, and may hold only some of them.
    """
    files = stating(lines)
    known = [file for file in files if file is not None]
    told = nw.col("file").cast(nw.String).is_in(known) if known else nw.lit(value=False)
    if None in files:
        told |= nw.col("file").is_null()
    order = nw.col("order_id")
    beside = table.join(_paid_back(lines), on="order_id", how="left")
    whole = {of: nw.when(order.is_null()).then(nw.col(name)).otherwise(nw.col(of)) for name, of in _OF_ALL.items()}
    return beside.with_columns(told=told.fill_null(value=False), **whole).with_columns(refund=_part())


def _paid_back(lines: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return the amounts of the orders that were paid back, by their ids: few of all, which is why they are joined."""
    stated = (nw.col("order_refund") != 0).fill_null(value=False) & ~nw.col("order_id").is_null()
    orders = lines.filter(stated).select("order_id").unique()
    mine = lines.select("order_id", *_OF_ALL).join(orders, on="order_id", how="semi")
    return mine.group_by("order_id").agg(*[nw.col(name).max().alias(of) for name, of in _OF_ALL.items()])


def stating(lines: nw.LazyFrame[Any]) -> list[str | None]:
    """Return the files that state a refund somewhere."""
    stated = lines.group_by("file").agg(nw.col("order_refund").count())
    found = stated.collect(backend="pandas").to_native()
    named = found.loc[found["order_refund"] > 0, "file"]
    return [str(file) if isinstance(file, str) else None for file in named]


def _part() -> nw.Expr:
    value, amount, asked = (
        nw.col("subtotal_after_discount"),
        nw.col("order_amount_of_all"),
        nw.col("order_refund_of_all"),
    )
    refund = nw.when(asked > amount).then(amount).otherwise(asked)
    part = (2 * value * refund + amount) // (2 * amount)  # rounded half up, in whole numbers on every engine
    none = nw.col("told") & (asked.is_null() | (asked == 0))
    return nw.when(none).then(nw.lit(0, nw.Int64)).otherwise(nw.when((amount > 0) & (value >= 0)).then(part))
