"""Which of the campaign's order lines another export names as well: creators' orders, what was paid out."""

from collections.abc import Sequence
from typing import Any

import narwhals as nw

from campaignctl.metrics.counting import CAMPAIGN, beside
from campaignctl.metrics.lines import COUNTED
from campaignctl.metrics.measures import Table
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.beside.entering import campaign_table

Lines = nw.LazyFrame[Any]


def sold_and_named(basis: Basis, table: Table, by: Sequence[str], named: nw.Expr | None = None) -> tuple[Lines, ...]:
    """Return the campaign's counted lines, and those of them whose ids ``by`` stand in ``table``; none without it.

    ``named`` says which rows of the table count. Ids are compared as words: lines may hold them as numbers.
    """
    rows = campaign_table(basis, table)
    lines = basis.sold_by_order
    if lines is None or rows is None:
        return ()
    told = rows if named is None else rows.filter(named)
    ids = told.select(*by).unique().collect(backend="pandas").to_native().dropna().astype("str")
    sold = lines.filter((nw.col("period") == CAMPAIGN) & nw.col(COUNTED.column))
    words = sold.with_columns(*[nw.col(name).cast(nw.String) for name in by])
    return sold, words.join(beside(lines.to_native(), ids), on=list(by), how="semi")
