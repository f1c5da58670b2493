"""A regular report that nobody dated is of the last period in which anything was sold.

Exports drawn on the next morning hold cancellations and deliveries of that morning: their newest moment lies in a day
that has barely begun, and a report of that day would be empty.
"""

from dataclasses import replace
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.span import Span, window_of


def as_of_last_sold(inputs: ReportInputs, span: Span, week_starts: str) -> ReportInputs:
    """Return the inputs as of the end of the newest period with a paid order; unchanged where they lie in it."""
    if span is Span.CAMPAIGN or inputs.order_lines is None:
        return inputs
    lines: nw.LazyFrame[Any] = nw.from_native(inputs.order_lines).lazy()  # type: ignore[call-overload]
    paid = lines.filter(nw.col("paid") <= inputs.as_of).select(nw.col("paid").max())
    newest = paid.collect(backend="pandas").to_native().iloc[0, 0]
    if pd.isna(newest) or newest >= window_of(span, inputs.as_of, inputs.zone, week_starts).start:
        return inputs
    just_after = newest.to_pydatetime() + pd.Timedelta(microseconds=1)  # at midnight the day before is meant
    return replace(inputs, as_of=window_of(span, just_after, inputs.zone, week_starts).end)
