"""A quotient is made of the rows that tell both of its numbers: what one shop's list leaves out lowers no rate.

Of two LIVE lists one may lack the clicks. The clicks of the other over the views of both would be a rate of nothing.
"""

from dataclasses import replace

import pandas as pd

from campaignctl.metrics.measures import Measure, Predicate
from campaignctl.metrics.metric import Combine, ratio

TELLING = "telling_"


def of_both(top: Measure, bottom: Measure) -> tuple[Measure, ...]:
    """Return what a quotient of two sums rests on: each of them whole, and over the rows that tell both.

    The whole ones give the reason where an export does not tell one at all.
    """
    told = _telling(top, bottom)
    return (top, bottom, *(replace(measure, name=_name(measure, told), where=told) for measure in (top, bottom)))


def quotient(top: Measure, bottom: Measure, times: int = 1) -> Combine:
    """Return what makes ``times * top / bottom`` of the measures of ``of_both``."""
    told = _telling(top, bottom)

    def combine(sums: pd.DataFrame) -> pd.Series:
        return ratio(sums[_name(top, told)], sums[_name(bottom, told)], times)

    return combine


def is_paired(measure: Measure) -> bool:
    """Whether a measure is one of the two over the rows that tell both."""
    return measure.where.name.startswith(TELLING)


def _telling(top: Measure, bottom: Measure) -> Predicate:
    known = ~top.value.is_null() & ~bottom.value.is_null()
    words = f"{top.where.words} that tell {top.words} and {bottom.words}"
    return Predicate(f"{TELLING}{top.name}_by_{bottom.name}", words, top.where.expr & bottom.where.expr & known)


def _name(measure: Measure, told: Predicate) -> str:
    return f"{measure.name}_{told.name}"
