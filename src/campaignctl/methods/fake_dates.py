"""Fake dates: the same estimate on past weeks in which nothing was on, to see how much it finds in nothing.

Source: the placebo in time (Abadie, Diamond and Hainmueller 2015).
"""

from collections.abc import Callable

from campaignctl.methods.lift import GAP, Estimate

LEAST_FITTED = 42
"""Days that a fake date must leave to be fitted: six weeks."""


def fake_starts(start: int, days: int, *, gap: int = GAP, least: int = LEAST_FITTED, most: int = 8) -> tuple[int, ...]:
    """Return the days on which fake campaigns of ``days`` days start, the latest first.

    Moved back by whole weeks; each ends before the real campaign's gap, none overlaps another, and each leaves at
    least ``least`` days before its own gap. ``ValueError`` for a campaign without a day.
    """
    if days < 1 or gap < 0:
        raise ValueError("a campaign has a day at least")
    step = 7 * -(-days // 7)
    found: list[int] = []
    at = start - 7 * -(-(gap + days) // 7)
    while at - gap >= least and len(found) < most:
        found.append(at)
        at -= step
    return tuple(found)


def on_fake_dates(measure: Callable[[int], Estimate], starts: tuple[int, ...]) -> tuple[Estimate, ...]:
    """Return the estimate of ``measure`` at each fake start; ``measure`` must use nothing after the fake campaign."""
    return tuple(measure(start) for start in starts)


def distinguishable(real: Estimate, fakes: tuple[Estimate, ...]) -> bool | None:
    """Whether an effect can be told from zero: its interval leaves zero out and no fake date shows a larger one.

    None when fewer than two fake dates could be tried: then nothing may be said either way.
    """
    if len(fakes) < 2:
        return None
    return not real.holds_zero and max(abs(fake.effect) for fake in fakes) < abs(real.effect)
