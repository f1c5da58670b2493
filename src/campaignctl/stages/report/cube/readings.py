"""How the metrics of a campaign are read off its cube, so that any choice on a page gives the report's own numbers."""

from collections.abc import Collection
from dataclasses import dataclass

from campaignctl.domain.cube import Reading
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.lines import (
    CANCELLED_VALUE,
    LIST_VALUE,
    PLATFORM_DISCOUNT,
    REFUNDED_VALUE,
    SELLER_DISCOUNT,
    UNITS,
    VALUE,
)
from campaignctl.metrics.measures import Measure
from campaignctl.metrics.metric import Unit

_FUNDED = (SELLER_DISCOUNT, PLATFORM_DISCOUNT)


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a metric's own formula adds, takes off and divides by."""

    plus: tuple[Measure, ...]
    minus: tuple[Measure, ...] = ()
    over: tuple[Measure, ...] = ()


_TERMS = {
    "gmv": _Terms((VALUE,)),
    "net_gmv": _Terms((VALUE,), minus=(CANCELLED_VALUE, REFUNDED_VALUE)),
    "units": _Terms((UNITS,)),
    "discount": _Terms(_FUNDED),
    "seller_discount": _Terms((SELLER_DISCOUNT,)),
    "platform_discount": _Terms((PLATFORM_DISCOUNT,)),
    "discount_depth": _Terms(_FUNDED, over=(LIST_VALUE,)),
    "refund_rate": _Terms((REFUNDED_VALUE,), over=(VALUE,)),
}
"""A test holds each of these against the metric's page on every part of a campaign."""


@dataclass(frozen=True, slots=True)
class _Untold:
    """Why what has no value but its figures is not told of some choices: to people, and in few words."""

    why: str
    briefly: str


_COUNTED_ONCE = "not told for two choices: counted once"
_ONCE = {
    "orders": _Untold(
        "An order is counted once, so orders of several filters together cannot be told from their parts",
        _COUNTED_ONCE,
    ),
    "aov": _Untold(
        "It is GMV per order, and orders of several filters together cannot be told from their parts", _COUNTED_ONCE
    ),
    "cancel_rate": _Untold(
        "It is a share of orders, and orders of several filters together cannot be told from their parts",
        _COUNTED_ONCE,
    ),
}
_NO_SUM = {
    "gmv~expected_gap": _Untold(
        "It is estimated for the whole campaign, and not for a part of it", "estimated for the whole campaign alone"
    ),
    "gmv~baseline_gap": _Untold(
        "Baselines are known for the whole, a category, a seller or a day, and not for this choice",
        "no baseline is known for this choice",
    ),
    "sold_through": _Untold(
        "Stock is kept by SKU: its sell-through is told of the whole, a category or a seller, and not of this choice",
        "stock is not told for this choice",
    ),
    "stream_gmv": _Untold(
        "Lists of livestreams tell it of the whole campaign, and not by what is chosen here",
        "told for the whole campaign alone",
    ),
}
"""What a card shows and is no sum over rows of a cube, as far as the report has a figure of it."""


def readings(measures: Collection[str], currency: str, figures: Collection[str]) -> tuple[Reading, ...]:
    """Return the readings that a cube of ``measures`` can give, then those that only ``figures`` (their ids) have."""
    found = [_reading(metric, terms, currency) for metric, terms in _TERMS.items()]
    given = [one for one in found if {*one.plus, *one.minus, *one.over} <= set(measures)]
    once = [_once(metric, untold, currency) for metric, untold in _ONCE.items()]
    apart = [_once(metric, untold, currency) for metric, untold in _NO_SUM.items()]
    return (*given, *once, *(one for one in apart if one.figure() in figures))


def _reading(metric: str, terms: _Terms, currency: str) -> Reading:
    page = by_id(metric)
    parts = (tuple(measure.name for measure in some) for some in (terms.plus, terms.minus, terms.over))
    plus, minus, over = parts
    return Reading(metric, page.label, page.format, _unit(page.unit, currency), plus, minus, over)


def _once(metric: str, untold: _Untold, currency: str) -> Reading:
    word, _, comparison = metric.partition("~")
    page = by_id(word)
    adds_over = () if comparison else page.additive_over
    return Reading(
        metric,
        page.label,
        page.format,
        _unit(page.unit, currency),
        why=untold.why,
        adds_over=adds_over,
        briefly=untold.briefly,
    )


def _unit(unit: Unit, currency: str) -> str:
    return currency if unit is Unit.MONEY else ""
