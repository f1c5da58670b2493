"""The order lines that a report counts, each with its promotion, its category and the livestream it came from."""

from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.counting import counted_lines
from campaignctl.metrics.kept import kept
from campaignctl.metrics.native import lazy
from campaignctl.metrics.periods import Periods
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.on_air import STREAM, with_streams
from campaignctl.stages.report.promoted import promotion_words, with_promotions
from campaignctl.stages.report.streaming import keyed_streams


def counted(inputs: ReportInputs, during: Periods) -> tuple[nw.LazyFrame[Any], pd.DataFrame | None]:
    """Return the lines of the campaign and its baseline as ``counted_lines`` does, and what ``with_promotions`` adds.

    They are worked out once, for all that is taken from them.
    """
    lines = lazy(inputs.order_lines)
    table = counted_lines(inputs.order_lines, inputs.scope, during).with_columns(nw.col("channel").cast(nw.String))
    promoted, facts = with_promotions(table, inputs.order_lines, inputs.prices)
    streams, _ = keyed_streams(inputs, during)
    aired_by = with_streams(promoted, inputs.order_lines, streams)
    made = {
        "promotion_id": promotion_words(inputs.prices),
        "campaign_category": _categories(inputs, lines),
        STREAM: [] if streams is None else streams[STREAM],
    }
    return kept(aired_by, inputs.order_lines, made), facts


def _categories(inputs: ReportInputs, lines: nw.LazyFrame[Any]) -> set[str]:
    """Return every category that a line may be counted under."""
    met = lines.group_by("category").agg(nw.len())  # an engine groups far faster than it tells what is unique
    exported = met.collect(backend="pandas").to_native()["category"].dropna()
    listed, own = inputs.listed, inputs.scope.categories.values()
    registered = set() if listed is None or "category" not in listed else set(listed["category"].dropna())
    return registered.union(exported, own)
