"""What speaks against LIVE and product lists: sales below zero, and periods that are not the campaign's."""

from collections.abc import Iterator

import narwhals as nw

from campaignctl.domain.findings import Finding
from campaignctl.domain.observations import Place
from campaignctl.domain.wording import counted
from campaignctl.metrics.native import lazy
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.doubts.naming import MOST_NAMES, doubt
from campaignctl.stages.report.subject import is_regular

_OF_STREAMS = ("direct_gmv", "gross_revenue", "orders", "views")


def lists(basis: Basis) -> Iterator[Finding]:
    """Yield the doubts about lists."""
    yield from _streams(basis)
    yield from _products(basis)


def _streams(basis: Basis) -> Iterator[Finding]:
    if basis.inputs.streams is None:
        return
    below = nw.lit(value=False)
    for name in _OF_STREAMS:
        below |= (nw.col(name) < 0).fill_null(value=False)
    rows = lazy(basis.inputs.streams).filter(below).select(nw.col("file").cast(nw.String))
    files = rows.collect(backend="pandas").to_native()["file"]
    for file, many in files.value_counts().sort_index().items():
        message = (
            f"{counted(int(many), 'livestream')} of the list bear an amount or a count below zero; totals hold them"
        )
        yield doubt(
            "DAT128", Place(str(file)), message, "Download the list again, and open it in no other program before."
        )


def _products(basis: Basis) -> Iterator[Finding]:
    """Yield that of the product lists that are there none is of the campaign's days."""
    if basis.inputs.traffic is None or not basis.days or is_regular(basis):
        return
    table = lazy(basis.inputs.traffic).group_by("first_day", "last_day").agg(nw.len())
    told = table.collect(backend="pandas").to_native()[["first_day", "last_day"]].dropna().astype("str")
    periods = sorted(zip(told["first_day"], told["last_day"], strict=True))
    if not periods or (str(basis.days[0]), str(basis.days[-1])) in periods:
        return
    shown = ", ".join(f"{first} to {last}" for first, last in periods[:MOST_NAMES])
    more = " and others" if len(periods) > MOST_NAMES else ""
    days = f"{basis.days[0]} to {basis.days[-1]}"
    message = (
        f"product lists are of {shown}{more}, and the report of {days}: "
        "nothing is said of impressions, page views and conversion"
    )
    yield doubt("DAT138", Place("exports"), message, "Download the product lists of exactly these days.")
