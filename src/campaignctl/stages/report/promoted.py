"""Which promotion every order line of the campaign came by: the one whose locked price the line bears out."""

from typing import Any

import pandas as pd

from campaignctl.metrics.periods import Periods
from campaignctl.pricing.attribute import attribute
from campaignctl.stages.report.inputs import ReportInputs

MATCHED = "matched"


def with_promotions(inputs: ReportInputs, during: Periods) -> object | None:
    """Return the order lines with a column ``promotion_id``: missing where no promotion's price fits the line.

    Lines that state a promotion of their own keep it. Without promised prices, and in a table too large for a frame,
    it is missing everywhere.
    """
    lines = inputs.order_lines
    if lines is None or (isinstance(lines, pd.DataFrame) and "promotion_id" in lines):
        return lines
    if not isinstance(lines, pd.DataFrame):
        return _without(lines)
    found = pd.Series(pd.NA, index=lines.index, dtype="str")
    if inputs.prices is not None:
        paid = lines["paid"]
        within = lines[(paid >= during.campaign.start) & (paid < during.campaign.end)]
        told = attribute(within, inputs.prices)
        found.loc[within.index] = told["promotion_id"].astype("str").where(told["outcome"] == MATCHED)
    return lines.assign(promotion_id=found)


def _without(relation: Any) -> object:
    return relation.project("*, CAST(NULL AS VARCHAR) AS promotion_id")
