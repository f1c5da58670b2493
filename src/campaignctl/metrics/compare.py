"""A figure against another period: a relative change, a difference in points, or a difference in money."""

from decimal import Decimal

from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.metrics.ledger import At, Ledger
from campaignctl.metrics.metric import Direction, Metric

LIKE = "_like"
"""Ends the period under which that part of a figure stands which what it is compared with tells of, if not all is."""


def like(ledger: Ledger, metric: Metric, at: At, reference: str) -> Figure | None:
    """Return what is held against ``reference``: the part of a figure that has one, where not all of it has."""
    return ledger.get(metric.id, at.on(f"{reference}{LIKE}")) or ledger.get(metric.id, at)


def change(ledger: Ledger, metric: Metric, at: At, reference: str, *, unlike: str = "") -> Figure | None:
    """Enter ``metric`` at a place against its own figure of the period ``reference`` (``~reference``).

    Shares are compared in points, all else as a relative change. None when either figure was not entered; without a
    value, and with the reason, when either is not available, there is nothing to divide by, or the two are ``unlike``:
    the word says what sets them apart.
    """
    now, then = like(ledger, metric, at, reference), ledger.get(metric.id, at.on(reference))
    if now is None or then is None:
        return None
    in_points = metric.is_rate and metric.format not in {
        Format.RATIO,
        Format.RETURN,
    }  # 1.4 units an order are no percentage
    place, form = at.against(reference), Format.POINTS if in_points else Format.PERCENT
    if now.value is None or then.value is None or unlike:
        return ledger.enter(metric, None, place, form=form, reason=now.reason or then.reason or unlike)
    if in_points:
        return ledger.enter(metric, float(now.value) - float(then.value), place, form=form)
    if not then.value:
        return ledger.enter(metric, None, place, form=form, reason=f"the {reference} is zero")
    relative = Decimal(str(now.value)) / Decimal(str(then.value)) - 1
    return ledger.enter(metric, float(relative), place, form=form)


def gap(ledger: Ledger, metric: Metric, at: At, reference: str) -> Figure | None:
    """Enter the difference of ``metric`` to its figure of ``reference``, in its own unit (``~reference_gap``)."""
    now, then = like(ledger, metric, at, reference), ledger.get(metric.id, at.on(reference))
    if now is None or then is None:
        return None
    place = at.against(f"{reference}_gap")
    if now.value is None or then.value is None:
        return ledger.enter(metric, None, place, form=metric.format, reason=now.reason or then.reason)
    return ledger.enter(metric, now.value - then.value, place, form=metric.format)  # type: ignore[operator]


def is_good(metric: Metric, figure: Figure | None) -> bool | None:
    """Whether a change is for the better; None when it is neither, or not known."""
    if figure is None or not figure.value or metric.direction is Direction.NEUTRAL:
        return None
    return (figure.value > 0) == (metric.direction is Direction.UP)
