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
from campaignctl.metrics.told import SUMMED, has_sums
from campaignctl.pricing.attribute import attribute, edges
from campaignctl.pricing.paths import PricePaths

MATCHED = "matched"
PROMOTION, FACT, BORNE_OUT = "promotion_id", "fact", "borne_out"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WORDS = ("seller_id", "sku_id", "product_id", "line_kind")
_NUMBERS = ("quantity", "seller_discount", "platform_discount")
_UNTOLD = -1


def with_promotions(
    table: nw.LazyFrame[Any], native: object, prices: PricePaths | None
) -> tuple[nw.LazyFrame[Any], pd.DataFrame | None]:
    """Return counted lines with ``promotion_id`` and ``fact``, and a frame of ``ATTRIBUTED`` with a row for each fact.

    ``table`` is that of ``counting.counted_lines``, made from ``native``. ``promotion_id`` is what set the price where
    the line bears it out; lines that state a promotion of their own keep it, and rows of sums tell no price. ``fact``
    is a row's label in the frame, missing outside the campaign; without prices there is neither.
    """
    states = PROMOTION in table.collect_schema().names()
    if prices is None:
        return (table if states else table.with_columns(nw.lit(None, nw.String).alias(PROMOTION))), None
    is_asked = nw.col("period") == CAMPAIGN
    sums = has_sums(table)
    is_asked = is_asked & ~nw.col(SUMMED) if sums else is_asked
    keyed = table.with_columns(*_facts(_moments(prices), is_asked))
    keys = [name for name in keyed.collect_schema().names() if name.startswith("fact_")]
    asked = keyed.filter(is_asked).group_by(keys).agg(nw.col("created").min())
    plain = asked.with_columns(nw.col("created").cast(nw.String))  # engines hand out instants each in its own way
    facts = plain.collect(backend="pandas").to_native()
    answers = attribute(_lines_of(facts), prices).reset_index(drop=True)
    found = facts[keys].reset_index(drop=True).assign(**{FACT: range(len(facts))})
    if not states or sums:
        found[BORNE_OUT if sums else PROMOTION] = answers["promotion_id"].where(answers["outcome"].eq(MATCHED))
    joined = keyed.join(beside(native, found), on=keys, how="left")
    if sums:
        joined = joined.with_columns(nw.coalesce(PROMOTION, BORNE_OUT).alias(PROMOTION)).drop(BORNE_OUT)
    return joined, answers


def promotion_words(prices: PricePaths | None) -> list[str]:
    """Return what the column ``promotion_id`` may hold."""
    return [] if prices is None else [offer.id for offer in prices.offers]


def _moments(prices: PricePaths) -> list[datetime]:
    return [_EPOCH + timedelta(microseconds=int(edge)) for edge in edges(prices)]


def _facts(moments: Sequence[datetime], is_asked: nw.Expr) -> list[nw.Expr]:
    """Return the columns of facts, missing where nothing is looked up.

    What a line does not tell is a fact as well, and an export that tells no kind lists sales.
    """
    blank = {name: "sale" if name == "line_kind" else "" for name in _WORDS}
    facts = {name: nw.col(name).cast(nw.String).fill_null(blank[name]) for name in _WORDS}
    facts |= {name: nw.col(name).fill_null(_UNTOLD) for name in _NUMBERS}
    undated = nw.when(nw.col("created").is_null()).then(nw.lit(_UNTOLD, nw.Int64))
    facts["stretch"] = undated.otherwise(passed(moments))
    return [nw.when(is_asked).then(fact).alias(f"fact_{name}") for name, fact in facts.items()]


def passed(moments: Sequence[datetime], before: int = 0) -> nw.Expr:
    """Return how many of ``moments`` have passed when an order is placed; found by halves, as there may be many."""
    if not moments:
        return nw.lit(before, nw.Int64)
    middle = len(moments) // 2
    earlier, later = passed(moments[:middle], before), passed(moments[middle + 1 :], before + middle + 1)
    return nw.when(nw.col("created") < moments[middle]).then(earlier).otherwise(later)


def _lines_of(facts: pd.DataFrame) -> pd.DataFrame:
    """Return one order line for each set of facts."""
    words = {name: facts[f"fact_{name}"].astype("str").replace("", None).astype("str") for name in _WORDS}
    numbers = {name: facts[f"fact_{name}"].astype("Int64") for name in _NUMBERS}
    created = pd.to_datetime(facts["created"], format="ISO8601", utc=True).astype("datetime64[us, UTC]")
    return pd.DataFrame({**words, **numbers, "created": created})
