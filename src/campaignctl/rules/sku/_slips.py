"""Prices typed in the wrong unit: a discount where a price belongs, or an amount a hundred times too high or too low.

SKU203 and SKU206 tell of them. The other rules on prices leave such lines out: one bad cell gives one finding.
"""

from typing import Any

import pandas as pd

from campaignctl.domain.money import CURRENCIES
from campaignctl.domain.observations import Kind
from campaignctl.rules.case import Case
from campaignctl.rules.narrowing import of_rows
from campaignctl.rules.noticed import met
from campaignctl.rules.sku._depth import BASIS, allowed, deeper_than
from campaignctl.workbooks.registration.products import CAMPAIGN_PRICE

UNLIKELY = 9_000
"""Hundredths of a percent off list that nobody means, where the marketplace sets no limit of its own."""


def unit(case: Case) -> int:
    """Return how many minor units make one of the currency: 100 for USD, 1 for IDR."""
    decimals = CURRENCIES[case.campaign.currency].decimals
    return int(10**decimals)


def percent_typed(case: Case) -> "pd.Series[Any]":
    """Whether a line's campaign price looks like a discount: 20 or 0.2 on a list price that makes it absurdly low.

    Whole numbers from 5 to 95, and fractions in steps of 5 % that the reader did not round (0.1999 is $19.99 gone
    wrong). A discount inside the tool's range is never suspected, however round the price.
    """
    lines, one = case.sku_lines, unit(case)
    few = case.with_rows("sku_lines", lines[_sure(deeper_than(lines, _mildest(case)) & _asked(lines))])
    deep = few.sku_lines[_sure(deeper_than(few.sku_lines, allowed(few).most.fillna(UNLIKELY)))]
    price = deep["campaign_price"]
    whole = (price % one == 0) & price.between(5 * one, 95 * one)
    fraction = (price * 100 % (5 * one) == 0) & (price * 100).between(5 * one, 95 * one)
    rounded = met(case, deep, CAMPAIGN_PRICE.name, (Kind.TOO_PRECISE,))
    return _among(lines, deep[_sure(whole | fraction & ~rounded)])


def _mildest(case: Case) -> int:
    """Return the least deep discount that can be suspected at all, in hundredths of a percent."""
    mosts = [known.most for tool in case.profile.tools.values() for known in tool.discounts if known.most is not None]
    return min(UNLIKELY, *(int(most * BASIS) for most in mosts), UNLIKELY)


def percent_meant(case: Case) -> "pd.Series[Any]":
    """Return the discount that a line's campaign price seems to be, in whole percent: 20 for $20.00 and for $0.20."""
    price = case.sku_lines["campaign_price"]
    return (price // unit(case)).where(price >= unit(case), price * 100 // unit(case))


def hundredfold(case: Case) -> "pd.Series[Any]":
    """Whether a line's list and campaign price lie a hundred times too far apart: 1299 for 12.99, or 0.1299.

    That is when the price, once its cents are put right, is at list or up to 90 % below it. Silent in a currency
    without minor units.
    """
    lines, one = case.sku_lines, unit(case)
    listed, price = lines["list_price"], lines["campaign_price"]
    high = (price <= listed * one) & (price * 10 >= listed * one)
    low = (price * one <= listed) & (price * one * 10 >= listed)
    return _sure((high | low) & (price > 0) & _asked(lines) & (one > 1)) & ~of_rows(case, "sku_lines", percent_typed)


def list_at_fault(case: Case) -> "pd.Series[Any]":
    """Whether, of two prices a hundred times apart, the list price is the odd one; meant for few lines.

    The recent low decides where it is known. Else a price below one dollar is suspected, and one without cents.
    """
    lines, one = case.sku_lines, unit(case)
    listed, price, low = lines["list_price"], lines["campaign_price"], lines["low_30d"]
    too_low = (price > listed) & ((listed < one) | (price % one != 0))
    too_high = (price < listed) & (price >= one) & (listed % one == 0)
    farther = _times(listed, low) > _times(price, low)
    return _sure((too_low | too_high).mask((low > 0).fillna(value=False), farther))


def _times(one: "pd.Series[Any]", other: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return how many times one price is the other, whichever is greater."""
    return pd.concat([one / other, other / one], axis=1).max(axis=1)


def _asked(lines: pd.DataFrame) -> "pd.Series[Any]":
    """Whether the line's own campaign price is what buyers pay."""
    return lines["deal_price"] == lines["campaign_price"]


def _sure(mask: "pd.Series[Any]") -> "pd.Series[bool]":
    return mask.fillna(value=False).astype(bool)


def _among(lines: pd.DataFrame, few: pd.DataFrame) -> "pd.Series[bool]":
    return pd.Series(lines.index.isin(few.index), index=lines.index)
