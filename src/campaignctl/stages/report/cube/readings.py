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

_ONCE = {
    "orders": "An order is counted once, so orders of several filters together cannot be told from their parts",
    "aov": "It is GMV per order, and orders of several filters together cannot be told from their parts",
    "cancel_rate": "It is a share of orders, and orders of several filters together cannot be told from their parts",
}


def readings(measures: Collection[str], currency: str) -> tuple[Reading, ...]:
    """Return the readings that a cube of ``measures`` can give, then those that only figures have."""
    found = [_reading(metric, terms, currency) for metric, terms in _TERMS.items()]
    given = [one for one in found if {*one.plus, *one.minus, *one.over} <= set(measures)]
    return (*given, *(_once(metric, why, currency) for metric, why in _ONCE.items()))


def _reading(metric: str, terms: _Terms, currency: str) -> Reading:
    page = by_id(metric)
    parts = (tuple(measure.name for measure in some) for some in (terms.plus, terms.minus, terms.over))
    plus, minus, over = parts
    return Reading(metric, page.label, page.format, _unit(page.unit, currency), plus, minus, over)


def _once(metric: str, why: str, currency: str) -> Reading:
    page = by_id(metric)
    return Reading(metric, page.label, page.format, _unit(page.unit, currency), why=why, adds_over=page.additive_over)


def _unit(unit: Unit, currency: str) -> str:
    return currency if unit is Unit.MONEY else ""
