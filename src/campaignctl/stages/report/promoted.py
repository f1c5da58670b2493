"""Which promotion every order line of the campaign came by: the one whose locked price the line bears out.

What the answer depends on are few facts: whose SKU, how many, what was taken off, and between which two moments at
which a price changed. Lines that share them share the promotion, so each set of facts is asked about once, however many
lines there are.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import narwhals as nw
import pandas as pd

from campaignctl.metrics.counting import CAMPAIGN, beside
from campaignctl.pricing.attribute import OUTCOMES, attribute, edges
from campaignctl.pricing.paths import PricePaths

MATCHED = "matched"
PRICE_BY, OUTCOME = "price_by", "outcome"
PROMOTION = "promotion_id"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WORDS = ("seller_id", "sku_id", "product_id", "line_kind")
_NUMBERS = ("quantity", "seller_discount", "platform_discount")
_UNTOLD = -1
_ELSEWHEN = -2
_STRETCH = "fact_stretch"


def with_promotions(table: nw.LazyFrame[Any], native: object, prices: PricePaths | None) -> nw.LazyFrame[Any]:
    """Return counted lines with the columns ``price_by``, ``outcome`` and ``promotion_id``.

    ``table`` is that of ``counting.counted_lines``, made from ``native``. ``price_by`` and ``outcome`` are those of
    ``ATTRIBUTED``, missing outside the campaign and where there are no prices; ``promotion_id`` is what set the price
    where the line bears it out. Lines that state a promotion of their own keep it.
    """
    names = table.collect_schema().names()
    if prices is None:
        told = table.with_columns(*[nw.lit(None, nw.String).alias(name) for name in (PRICE_BY, OUTCOME)])
    else:
        told = _told(table, native, prices)
    if PROMOTION in names:
        return told
    return told.with_columns(nw.when(nw.col(OUTCOME) == MATCHED).then(nw.col(PRICE_BY)).alias(PROMOTION))


def promotion_words(prices: PricePaths | None) -> dict[str, Sequence[str]]:
    """Return the words that the columns of ``with_promotions`` may hold."""
    ids = [] if prices is None else [offer.id for offer in prices.offers]
    return {PRICE_BY: ids, OUTCOME: OUTCOMES, PROMOTION: ids}


def _told(table: nw.LazyFrame[Any], native: object, prices: PricePaths) -> nw.LazyFrame[Any]:
    keyed = table.with_columns(*_facts(_moments(prices)))
    keys = [name for name in keyed.collect_schema().names() if name.startswith("fact_")]
    asked = keyed.filter(nw.col("period") == CAMPAIGN).group_by(keys).agg(nw.col("created").min())
    facts = asked.collect(backend="pandas").to_native()
    answers = attribute(_lines_of(facts), prices)
    found = facts[keys].assign(**{PRICE_BY: answers["promotion_id"], OUTCOME: answers["outcome"].astype("str")})
    return keyed.join(beside(native, found), on=keys, how="left")


def _moments(prices: PricePaths) -> list[datetime]:
    return [_EPOCH + timedelta(microseconds=int(edge)) for edge in edges(prices)]


def _facts(moments: Sequence[datetime]) -> list[nw.Expr]:
    """Return the columns of facts: what is missing is a fact as well, and an export that tells no kind lists sales."""
    blank = {name: "sale" if name == "line_kind" else "" for name in _WORDS}
    words = [nw.col(name).cast(nw.String).fill_null(blank[name]).alias(f"fact_{name}") for name in _WORDS]
    numbers = [nw.col(name).fill_null(_UNTOLD).alias(f"fact_{name}") for name in _NUMBERS]
    dated = nw.when(nw.col("created").is_null()).then(nw.lit(_UNTOLD, nw.Int64)).otherwise(_place(moments))
    now = nw.when(nw.col("period") == CAMPAIGN).then(dated).otherwise(nw.lit(_ELSEWHEN, nw.Int64))
    return [*words, *numbers, now.alias(_STRETCH)]


def _place(moments: Sequence[datetime], before: int = 0) -> nw.Expr:
    """Return how many of ``moments`` have passed when an order is placed; found by halves, as there may be many."""
    if not moments:
        return nw.lit(before, nw.Int64)
    middle = len(moments) // 2
    earlier, later = _place(moments[:middle], before), _place(moments[middle + 1 :], before + middle + 1)
    return nw.when(nw.col("created") < moments[middle]).then(earlier).otherwise(later)


def _lines_of(facts: pd.DataFrame) -> pd.DataFrame:
    """Return one order line for each set of facts."""
    words = {name: facts[f"fact_{name}"].astype("str").replace("", None).astype("str") for name in _WORDS}
    numbers = {name: facts[f"fact_{name}"].astype("Int64") for name in _NUMBERS}
    created = pd.to_datetime(facts["created"], utc=True).astype("datetime64[us, UTC]")
    return pd.DataFrame({**words, **numbers, "created": created})
