"""A price that breaks a rule is told at the line that sets it, with the promotions that made it and who gets it.

What makes the line's own price wrong is said by the rules on products; such lines are left to them.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from campaignctl.domain.wording import listed
from campaignctl.pricing.survey import View
from campaignctl.rules.case import Case
from campaignctl.rules.sku._faults import Fault, not_below_list, without
from campaignctl.rules.sku._slips import hundredfold, percent_typed

NOT_MEANT: tuple[Fault, ...] = (percent_typed, hundredfold, not_below_list)
"""What makes a campaign price one that nobody meant."""


def lines_of(case: Case, view: View, items: Sequence[int], *told: Fault) -> pd.DataFrame:
    """Return the lines behind the prices of some items, without those that have a fault ``told`` by other rules.

    Of the lines that the rule was shown; a line for a whole product is told once, whatever SKUs it holds for. Beside
    their own columns they have ``pays_money``, ``kept_money``, ``short_money`` (below the floor), ``left_money`` (after
    fees and cost), ``makers`` and ``others`` (what made the price, with and without the promotion that set it), ``who``
    and ``from_at``.
    """
    prices = case.prices.lowest(view, items)
    labels = case.whole.sku_lines.index[prices["line"].to_numpy(dtype="int64")]
    prices = prices.set_axis(labels, axis=0)[labels.isin(case.sku_lines.index) & ~labels.duplicated()]
    lines = _with_story(case.sku_lines.loc[prices.index], prices, case)
    few = case.with_rows("sku_lines", lines)
    fine = without(few, pd.Series(data=True, index=lines.index), *NOT_MEANT, *told)
    return lines[fine]


def _with_story(lines: pd.DataFrame, prices: pd.DataFrame, case: Case) -> pd.DataFrame:
    makers = prices["made_by"].astype("str")
    setter = prices["price_by"].astype("str").fillna("")
    others = [
        "; ".join(id_ for id_ in made.split("; ") if id_ != own) for made, own in zip(makers, setter, strict=True)
    ]
    return lines.assign(
        pays_money=prices["pays"],
        kept_money=prices["kept"],
        short_money=-prices["room"],
        left_money=prices["contribution"],
        makers=[_listed(made) or "the list price" for made in makers],
        others=[_listed(made) or "the promotion" for made in others],
        who=[_who(*each, case) for each in zip(prices["audience"], prices["units"], strict=True)],
        from_at=prices["starts"],
    )


def _listed(joined: str) -> str:
    """Return ids as a sentence lists them: ``HD26-04, SHOP5 and HD26-05``."""
    return listed([id_ for id_ in joined.split("; ") if id_])


def _who(audience: str, units: int, case: Case) -> str:
    """Return who gets a price: ``anyone with 2 units``, ``a LIVE viewer``."""
    anyone = case.prices.stack.audiences[0].name
    word = audience if audience[:2].isupper() else audience[:1].lower() + audience[1:]
    said = word if audience == anyone else f"{'an' if word[:1] in 'aeio' else 'a'} {word}"
    return said if units == 1 else f"{said} with {units} units"


def off_list(case: Case) -> "pd.Series[Any]":
    """Return, for every item that has a price, the share of its list price that all discounts take off at worst."""
    pays = case.prices.least(View.WORST)
    listed = pd.Series(case.prices.items.listed[pays.index], index=pays.index, dtype="Int64")
    return 1 - pays / listed
