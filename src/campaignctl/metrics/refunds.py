"""An export states a refund once for the whole order; here each of its lines gets its part.

A line's part is its value times the share of the order's amount that was paid back, so a full refund takes off exactly
what the line brought to GMV, and tax and shipping in it take off nothing. A blank refund means none where the same
file states one elsewhere; in a file that states none at all it is not known.
"""

from typing import Any

import narwhals as nw


def with_refunds(lines: nw.LazyFrame[Any], files: list[str | None]) -> nw.LazyFrame[Any]:
    """Return ``lines`` with the column ``refund``: minor units, missing where the export does not tell.

    ``files`` are those that state refunds.
    """
    known = [file for file in files if file is not None]
    told = nw.col("file").cast(nw.String).is_in(known) if known else nw.lit(value=False)
    if None in files:
        told |= nw.col("file").is_null()
    order = nw.col("order_id")
    whole = {  # the order's amounts stand on its first line only
        name: nw.when(order.is_null()).then(nw.col(name)).otherwise(nw.col(name).max().over("order_id"))
        for name in ("order_refund", "order_amount")
    }
    repeated = lines.with_columns(
        told=told.fill_null(value=False), **{f"{name}_of_all": e for name, e in whole.items()}
    )
    return repeated.with_columns(refund=_part())


def stating(lines: nw.LazyFrame[Any]) -> list[str | None]:
    """Return the files that state a refund somewhere."""
    stated = lines.group_by("file").agg(nw.col("order_refund").count())
    found = stated.collect(backend="pandas").to_native()
    named = found.loc[found["order_refund"] > 0, "file"]
    return [str(file) if isinstance(file, str) else None for file in named]


def _part() -> nw.Expr:
    value, amount = nw.col("subtotal_after_discount"), nw.col("order_amount_of_all")
    asked = nw.col("order_refund_of_all")
    refund = nw.when(asked > amount).then(amount).otherwise(asked)
    part = (2 * value * refund + amount) // (2 * amount)  # rounded half up, in whole numbers on every engine
    none = nw.col("told") & (asked.is_null() | (asked == 0))
    return nw.when(none).then(nw.lit(0, nw.Int64)).otherwise(nw.when((amount > 0) & (value >= 0)).then(part))
