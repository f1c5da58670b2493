"""Order lines whose value or time nobody could read: no sum holds them, so they are told before any number.

A comma for the decimal point, the dates of another country, cells that a formula spoilt: the rows are there, and what
they sold is not.
"""

from dataclasses import dataclass
from typing import Any

import narwhals as nw

from campaignctl.stages.report.inputs import ReportInputs

MANY, MOST = 0.01, 0.1
"""From these shares of a shop's lines on they are told before the numbers (fewer stand in Data quality), and what is
read of the shop says nothing of how it did."""


@dataclass(frozen=True, slots=True)
class Unread:
    """``lines`` of ``of`` order lines give no value or no moment; ``sellers`` are the ids of those with many.

    ``unjudged`` are those of them whose sales nobody knows.
    """

    lines: int = 0
    of: int = 0
    sellers: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    is_much: bool = False  # of some shop, be it one that no row names


def unread(inputs: ReportInputs) -> Unread:
    """Return how many order lines give no moment or no value, and whose they are."""
    if inputs.order_lines is None:
        return Unread()
    lines: nw.LazyFrame[Any] = nw.from_native(inputs.order_lines).lazy()  # type: ignore[call-overload]
    no_value = nw.col("subtotal_after_discount").is_null()
    no_moment = nw.col("created").is_null() & nw.col("paid").is_null()
    told = lines.select(
        seller=nw.col("seller_id").cast(nw.String),
        of=nw.lit(1, nw.Int64),
        lost=(no_value | no_moment).cast(nw.Int64),
    )
    found = told.group_by("seller").agg(nw.col("of").sum(), nw.col("lost").sum()).collect(backend="pandas").to_native()
    much = found[(found["lost"] > 0) & (found["lost"] >= MANY * found["of"])]
    most = much[much["lost"] >= MOST * much["of"]]
    named, unjudged = (tuple(sorted(map(str, rows["seller"].dropna()))) for rows in (much, most))
    return Unread(int(found["lost"].sum()), int(found["of"].sum()), named, unjudged, is_much=len(much) > 0)
