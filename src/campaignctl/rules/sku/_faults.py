"""What is wrong with a line's price is said once: the most basic fault first, each with a price that cures it.

The order is: a slip of the unit, not below list, outside the tool's range, under the promotion's minimum, above the
recent low; and below the seller's floor, below cost.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd

from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.narrowing import of_rows, sure
from campaignctl.rules.rule import Rows, failing
from campaignctl.rules.sku._depth import BASIS, allowed, minimum, too_deep, too_shallow, under_minimum
from campaignctl.rules.sku._history import history_tools
from campaignctl.rules.sku._slips import hundredfold, percent_typed

LISTED = "Correct the list price: no price below it is left."

Fault = Callable[[Case], "pd.Series[Any]"]


def not_below_list(case: Case) -> "pd.Series[Any]":
    """Whether a line's price is at or above list."""
    return case.sku_lines["deal_price"] >= case.sku_lines["list_price"]


def below_floor(case: Case) -> "pd.Series[Any]":
    """Whether a line's price is below the seller's own floor."""
    return case.sku_lines["deal_price"] < case.sku_lines["floor_price"]


TOO_HIGH: tuple[Fault, ...] = (hundredfold, not_below_list, too_shallow, under_minimum)
"""What makes a price too high and is said before the recent low."""

TOO_LOW: tuple[Fault, ...] = (percent_typed, hundredfold, too_deep)
"""What makes a price too low and is said before the seller's own floor and cost."""


def without(case: Case, mask: "pd.Series[Any]", *faults: Fault) -> "pd.Series[bool]":
    """Return ``mask`` without the lines that have one of ``faults``, which other rules tell."""
    left = sure(mask)
    for fault in faults:
        if left.any():
            left &= ~sure(of_rows(case, "sku_lines", fault))
    return pd.Series(left, index=mask.index)


def priced(case: Case) -> "pd.Series[Any]":
    """Whether a line's promotion sets the price of a product; coupons, tiers, gifts and shipping do not."""
    first = case.profile.layers[0].key
    others = [key for key, tool in case.profile.tools.items() if tool.layer != first]
    return ~case.sku_lines["tool"].isin(others)


def too_high(
    case: Case, mask: "pd.Series[Any]", say: str, severity: Severity | None = None, **more: Any
) -> tuple[Rows, ...]:
    """Return lines that cost too much; the cure names the highest price that all rules on prices would take."""
    if not mask.any():
        return ()
    few = case.with_rows("sku_lines", case.sku_lines[mask])
    highest = highest_price(few)
    cure = "Set the campaign price to {highest_money} or less."
    otherwise = "Withdraw the line, or offer the SKU elsewhere: here the promotion sets the price."
    absurd = failing(few.sku_lines, highest <= 0, at="list_price", say=say, fix=LISTED, severity=severity, **more)
    few = few.with_rows("sku_lines", few.sku_lines[highest > 0])
    return absurd, *at_price(few, say, cure, otherwise, severity=severity, highest_money=highest, **more)


def too_low(
    case: Case,
    mask: "pd.Series[Any]",
    say: str,
    lowest: "pd.Series[Any]",
    severity: Severity | None = None,
    **more: Any,
) -> tuple[Rows, ...]:
    """Return lines that cost less than ``lowest``, a price in minor units; ``amount`` in ``more`` is money at stake."""
    if not mask.any():
        return ()
    few = case.with_rows("sku_lines", case.sku_lines[mask])
    cure = "Set the campaign price to {lowest_money} or more."
    otherwise = "Withdraw the line, or raise the promotion's price to {lowest_money} or more."
    return at_price(few, say, cure, otherwise, severity=severity, lowest_money=lowest, **more)


def at_price(  # noqa: PLR0913 - one finding in two places: words, cures, weight and what they quote
    case: Case,
    say: str,
    cure: str,
    otherwise: str,
    *,
    severity: Severity | None = None,
    amount: Any = None,
    **more: Any,
) -> tuple[Rows, Rows]:
    """Place a finding at the campaign price where the seller typed it, else at the list price it is measured by."""
    lines = case.sku_lines
    typed = (lines["deal_price"] == lines["campaign_price"]).fillna(value=False).astype(bool)
    if amount is not None and not amount.index.equals(lines.index):  # of more lines than these
        amount = amount[lines.index]
    return (
        failing(lines, typed, at="campaign_price", say=say, fix=cure, severity=severity, amount=amount, **more),
        failing(lines, ~typed, at="list_price", say=say, fix=otherwise, severity=severity, amount=amount, **more),
    )


def highest_price(case: Case) -> "pd.Series[Any]":
    """Return the highest price of every line, in minor units, that is below list, in range, and beats the low."""
    lines = case.sku_lines
    off = pd.concat([allowed(case).least, minimum(lines), pd.Series(0, lines.index, dtype="Int64")], axis=1).max(axis=1)
    fits = [lines["list_price"] - 1, lines["list_price"] + (-lines["list_price"] * off // BASIS)]
    for strictly in (True, False):
        bound = lines["tool"].isin(list(history_tools(case.profile, strictly=strictly)))
        fits.append((lines["low_30d"] - int(strictly)).where(bound & (lines["low_30d"] > 0)))
    return pd.concat(fits, axis=1).min(axis=1).astype("Int64")
