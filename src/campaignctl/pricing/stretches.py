"""The answers of a survey laid out in time: which basket counts in every stretch, and how long a price holds."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from campaignctl.pricing.explain import Columns
from campaignctl.pricing.offers import Kind
from campaignctl.pricing.shares import Ints
from campaignctl.pricing.survey import View
from campaignctl.pricing.surveyed import Surveyed
from campaignctl.pricing.timeline import Stretch


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows of a survey that count (``at``), with their baskets' ``units``.

    For every item and stretch, in the order of both, ``row`` is which of them it is; ``starts``, ``ends``, ``audience``
    and ``beside`` are its own.
    """

    at: Ints
    units: Ints
    row: Ints
    starts: Ints
    ends: Ints
    audience: Ints
    beside: Any

    def spread(self, columns: Columns) -> Columns:
        """Return columns of ``at`` as columns of all items and stretches."""
        told = {"starts": self.starts, "ends": self.ends, "audience": self.audience, "beside": self.beside}
        return {key: values[self.row] for key, values in columns.items()} | told


def over_time(held: Surveyed, view: View, only: set[int] | None = None) -> Chosen:
    """Return what counts in every stretch of every item, or of some."""
    begins, measures = held.begins, held.survey.measured(view)
    states: list[tuple[Ints, Ints]] = []
    spread: list[tuple[Ints, Ints, Stretch]] = []
    length = 0
    for number, story in enumerate(held.stories):
        priced = held.priced(number)
        asked = np.arange(len(priced)) if only is None else np.flatnonzero(np.isin(priced, list(only)))
        if not len(asked):
            continue
        first = length
        for sights in story.sights:
            states.append(_best(measures, [(begins[number, s.scene] + asked, s.audience) for s in sights], view))
            length += len(asked)
        rows = first + np.arange(len(asked))
        spread += [(priced[asked], rows + stretch.state * len(asked), stretch) for stretch in story.stretches]
    return _ordered(held, measures[2], states, spread)


def _best(measures: tuple[Ints, Ints, Ints], sights: list[tuple[Ints, int]], view: View) -> tuple[Ints, Ints]:
    """Return the rows that count among those that audiences see in a state, and whose they are."""
    (at, audience), *others = sights
    whose = np.full(len(at), audience)
    for rival, audience in () if view is View.SHELF else others:
        better = (measures[0][rival] < measures[0][at]) | (
            (measures[0][rival] == measures[0][at]) & (measures[1][rival] < measures[1][at])
        )
        at, whose = np.where(better, rival, at), np.where(better, audience, whose)
    return at, whose


def _ordered(
    held: Surveyed, units: Ints, states: list[tuple[Ints, Ints]], spread: list[tuple[Ints, Ints, Stretch]]
) -> Chosen:
    none = np.empty(0, dtype="int64")
    at, whose = (np.concatenate([none, *parts]) for parts in zip(*states, strict=True)) if states else (none, none)
    counts = [len(items) for items, _, _ in spread]
    item = np.concatenate([none, *(items for items, _, _ in spread)])
    row = np.concatenate([none, *(rows for _, rows, _ in spread)])
    starts = np.repeat(np.array([stretch.starts for _, _, stretch in spread], dtype="int64"), counts)
    ends = np.repeat(np.array([stretch.ends for _, _, stretch in spread], dtype="int64"), counts)
    beside = np.repeat(np.array([_beside(held, stretch) for _, _, stretch in spread], dtype=object), counts)
    order = np.lexsort((starts, item))
    row = row[order]
    return Chosen(at, units[at], row, starts[order], ends[order], whose[row], beside[order])


def runs_of(held: Surveyed, situation: Ints) -> Columns:
    """Return when each situation is seen first, for how long without a break, by whom, and what runs beside it.

    ``situation`` numbers the situations of the survey, shape (rows,); so many rows has every column. ``starts`` and
    ``ends`` are microseconds since 1970, ``audience`` the number of an audience, ``beside`` words.
    """
    survey = held.survey
    batches = held.explainer.batches
    numbered = [each for batch in batches for each in batch.situations]
    distinct, back = np.unique(situation, return_inverse=True)
    told = [_run(held, numbered[number].group, numbered[number].scene, int(survey.rank[number])) for number in distinct]
    starts, ends, audience = (np.array([run[place] for run in told], dtype="int64")[back] for place in range(3))
    beside = np.array([run[3] for run in told], dtype=object)[back]
    return {"starts": starts, "ends": ends, "audience": audience, "beside": beside}


def _run(held: Surveyed, group: int, scene: int, rank: int) -> tuple[int, int, int, str]:
    story = held.stories[group]
    place, audience = rank >> 16, rank & 0xFFFF
    first = last = story.stretches[place]
    for stretch in story.stretches[place + 1 :]:
        if all((sight.scene, sight.audience) != (scene, audience) for sight in story.sights[stretch.state]):
            break
        last = stretch
    return first.starts, last.ends, audience, _beside(held, first)


def _beside(held: Surveyed, stretch: Stretch) -> str:
    return "; ".join(held.offers[number].id for number in stretch.offers if held.offers[number].kind is Kind.BESIDE)
