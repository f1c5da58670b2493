"""What comes of the decisions for each registered line: decided, to be decided, or to be decided again.

A decision under other terms than today's does not count. A counter-offer waits until the seller's price is the one
that was asked for, and nothing else changed.
"""

from collections.abc import Collection
from enum import StrEnum

import pandas as pd

from campaignctl.domain.decisions import APPROVE, COUNTER, LINE, UNDER_TERMS, settled
from campaignctl.domain.frames import Dtype, Shape, shaped
from campaignctl.domain.terms import item_of, product_words, terms_of


class Standing(StrEnum):
    """How a registered line stands with those who decide; what is asked of them first comes first."""

    NEW = "new"  # no saved workbook lists it yet
    CHANGED = "terms changed"  # decided, but under other terms
    TORN = "decided twice"  # two decisions on one day contradict
    OPEN = "to decide"
    DECIDED = "decided"

    @property
    def rank(self) -> int:
        """Zero for what stands on top of the list."""
        return list(Standing).index(self)


OUTCOME: Shape = {
    "terms": Dtype.WORD,
    "standing": Dtype.WORD,  # a ``Standing``
    "decision": Dtype.WORD,  # missing unless the standing is ``decided``
    "counter_price": Dtype.MONEY,
    "hero": Dtype.FLAG,
    "reason": Dtype.WORD,
    "decided_by": Dtype.WORD,
    "decided_on": Dtype.INSTANT,
    "counter_met": Dtype.FLAG,  # approved because the seller took our counter-offer
    "whole_shop": Dtype.FLAG,  # decided for the shop, not for the line
    "earlier": Dtype.WORD,  # of a line to be asked again: what was decided before
    "earlier_by": Dtype.WORD,
    "earlier_price": Dtype.MONEY,  # the price it was decided at; of a counter-offer, the price asked for
}
"""What comes out for each registered line, in the lines' own order."""


def outcome(
    lines: pd.DataFrame,
    promotions: pd.DataFrame,
    made: pd.DataFrame,
    shops: pd.DataFrame,
    listed: Collection[tuple[str, str, str]] = (),
) -> pd.DataFrame:
    """Return what was decided of each of ``lines``, as ``OUTCOME``.

    ``lines`` carry their deal price; ``made`` has the shape of ``MADE``; ``shops`` are the rows of the decisions'
    Sellers sheet; ``listed`` are the lines (seller, promotion, item) that saved workbooks show, decided or not.
    """
    keyed = pd.DataFrame({
        "seller_id": lines["seller_id"].astype("str"),
        "promotion_id": lines["promotion_id"].astype("str"),
        "item": item_of(lines, product_words(lines)),
        "terms": terms_of(lines, promotions),
        "deal_price": lines["deal_price"],
    })  # fmt: skip
    counting = settled(made)
    found = keyed.merge(counting, how="left", on=UNDER_TERMS).set_axis(lines.index)
    result = shaped(found.assign(standing=_standing(found, set(listed)), counter_met=False, whole_shop=False), OUTCOME)
    _look_back(result, found, lines, promotions, counting)
    _whole_shops(result, keyed, shops)
    return result


def _standing(found: pd.DataFrame, listed: set[tuple[str, str, str]]) -> "pd.Series[str]":
    standing = pd.Series(str(Standing.NEW), index=found.index, dtype="str")
    if listed:
        keys = zip(found["seller_id"], found["promotion_id"], found["item"], strict=True)
        standing = standing.mask(pd.Series([key in listed for key in keys], index=found.index), str(Standing.OPEN))
    standing = standing.mask(found["file"].notna(), str(Standing.TORN))
    return standing.mask(found["decision"].notna(), str(Standing.DECIDED))


def _look_back(
    result: pd.DataFrame, found: pd.DataFrame, lines: pd.DataFrame, promotions: pd.DataFrame, counting: pd.DataFrame
) -> None:
    """Fill in, for lines without a word under their terms, what was decided under others: a counter met, or a story."""
    undecided = result.index[result["standing"].isin([Standing.NEW, Standing.OPEN])]
    told = counting.dropna(subset=["decision"])
    if not len(undecided) or told.empty:
        return
    asked = found.loc[undecided, [*LINE, "deal_price"]].assign(line=undecided)
    earlier = asked.merge(told, on=LINE).sort_values("decided_on", na_position="first", kind="stable")
    last = earlier.drop_duplicates("line", keep="last").set_index("line")
    result.loc[last.index, "standing"] = str(Standing.CHANGED)
    result.loc[last.index, "earlier"] = last["decision"]
    result.loc[last.index, "earlier_by"] = last["decided_by"]
    result.loc[last.index, "earlier_price"] = last["counter_price"].fillna(last["campaign_price"])
    met = _met(last, lines, promotions)
    result.loc[met.index, "standing"] = str(Standing.DECIDED)
    result.loc[met.index, "decision"] = APPROVE
    result.loc[met.index, "counter_met"] = True
    for key in ("hero", "decided_by", "decided_on"):
        result.loc[met.index, key] = met[key]


def _met(last: pd.DataFrame, lines: pd.DataFrame, promotions: pd.DataFrame) -> pd.DataFrame:
    """Return the counter-offers that their sellers took: the price is the one asked for, and nothing else changed."""
    offers = last[last["decision"].eq(COUNTER) & last["deal_price"].eq(last["counter_price"]).fillna(value=False)]
    as_then = terms_of(lines.loc[offers.index], promotions, offers["campaign_price"])
    return offers[as_then == offers["terms"]]


def _whole_shops(result: pd.DataFrame, keyed: pd.DataFrame, shops: pd.DataFrame) -> None:
    """Lay the decisions on whole shops over those on their lines; the latest of a shop counts."""
    told = shops.dropna(subset=["seller_id", "decision"]).sort_values("decided_on", na_position="first", kind="stable")
    last = told.drop_duplicates("seller_id", keep="last").set_index("seller_id")
    mine = result.index[keyed["seller_id"].isin(last.index)]
    if not len(mine):
        return
    sellers = keyed.loc[mine, "seller_id"]
    result.loc[mine, "standing"] = str(Standing.DECIDED)
    result.loc[mine, ["counter_met", "whole_shop"]] = [False, True]
    for key in ("decision", "reason", "decided_by", "decided_on"):
        values = last[key].astype("str") if key != "decided_on" else last[key]
        result.loc[mine, key] = sellers.map(values)
