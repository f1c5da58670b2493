"""A metric: one page says what it is called, what it is made of, how it is written, and over what it may be summed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from campaignctl.domain.formats import Format
from campaignctl.metrics.example import Example
from campaignctl.metrics.measures import Kind, Measure, Table, blanks

Combine = Callable[[pd.DataFrame], pd.Series]
"""Measures by group in, the metric by group out: one line of pandas on the small frame. Money stays in minor units."""


class Unit(StrEnum):
    """What a metric counts; money is then written in the campaign's currency."""

    MONEY = "money"
    COUNT = "count"
    RATE = "rate"
    SECONDS = "seconds"


class Direction(StrEnum):
    """Whether more of it is good."""

    UP = "up good"
    DOWN = "down good"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric. ``id`` is the first word of its figures' ids; ``name`` is its file's.

    ``additive_over`` names the dimensions whose parts add up to the total; empty for rates and maxima.
    ``target`` is the word under which the sheet Targets names it.
    """

    code: str
    name: str
    id: str
    label: str
    unit: Unit
    format: Format
    meaning: str
    formula: str
    source: str
    direction: Direction
    additive_over: tuple[str, ...]
    measures: tuple[Measure, ...]
    combine: Combine
    examples: tuple[Example, ...]
    target: str = ""

    @property
    def table(self) -> Table:
        """The table its measures are taken over."""
        return self.measures[0].table

    @property
    def is_rate(self) -> bool:
        """Whether it is a share or a ratio of counts: shares are compared in points."""
        return self.unit is Unit.RATE

    @property
    def grows_with_time(self) -> bool:
        """Whether a period twice as long brings twice as much, so that a baseline is a mean of sums."""
        return "day" in self.additive_over

    @property
    def can_be_pooled(self) -> bool:
        """Whether it can be taken over several groups from their measures alone, without the rows."""
        return all(measure.kind is not Kind.DISTINCT for measure in self.measures)


def ratio(top: pd.Series, bottom: pd.Series, times: int = 1) -> pd.Series:
    """Return ``times * top / bottom``, missing where either is or where ``bottom`` is zero."""
    divisor = bottom.astype("Float64")
    quotient: pd.Series = (top.astype("Float64") * times) / divisor.mask(divisor == 0)
    return quotient


def told(quotient: pd.Series, sums: pd.DataFrame, measure: Measure) -> pd.Series:
    """Return a quotient, missing where a line that counts tells nothing of ``measure``: a part of it would be left out.

    The value of some orders over the number of all is the value of no order.
    """
    left_out = sums.get(blanks(measure))
    return quotient if left_out is None else quotient.mask(left_out.astype("Float64").fillna(0) > 0)
