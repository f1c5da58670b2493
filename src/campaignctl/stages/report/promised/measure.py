"""Promises beside deliveries, line by line and seller by seller, with the money of what was broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from campaignctl.domain.campaign import Window
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.bought import Bought
from campaignctl.stages.report.promised import terms as t
from campaignctl.stages.report.promised.agreed import agreed, assigned
from campaignctl.stages.report.promised.price import by_promise, judged_prices
from campaignctl.stages.report.promised.slots import Held, Slot, slots
from campaignctl.stages.report.promised.stock import judged_stock

SELLERS = "seller"


@dataclass(frozen=True, slots=True, eq=False)
class Promises:
    """``lines`` has one row per promised line, ``slots`` one entry per promised stream that is due.

    ``lines``: ``seller_id``, ``item``, ``promotion_id``, ``title``, ``words``, ``is_sold``, ``is_priced``,
    ``is_dear``, ``is_stocked``, ``short``, ``sold_out``, ``stock`` and ``deal`` as agreed last, the ``most`` that was
    paid for a unit, and the amounts of ``judged_stock``. It is None where no orders
    can be compared.
    """

    sellers: tuple[str, ...]
    slots: tuple[Slot, ...]
    lines: pd.DataFrame | None = None


def judge_promises(basis: Basis, held: Bought | None) -> Promises | None:
    """Return what was kept of the lock and enter its figures; None where nothing was locked."""
    lock, inputs = basis.inputs.lock, basis.inputs
    if lock is None or (lock.lines.empty and lock.streams.empty):
        return None
    streams = inputs.streams if isinstance(inputs.streams, pd.DataFrame) else None
    due = slots(lock, inputs.changes, streams, Window(inputs.window.start, min(inputs.window.end, inputs.as_of)))
    lines = None if held is None or lock.lines.empty else _lines(basis, held)
    named = set() if lines is None else set(lines["seller_id"])
    sellers = tuple(sorted({*named, *(slot.seller for slot in due)}))
    if not sellers:
        return None
    for at in (TOTAL, *(At(SELLERS, seller) for seller in sellers)):
        of = lines if lines is None or at is TOTAL else lines[lines["seller_id"].eq(str(at.key))]
        if of is not None:
            _enter_lines(basis, of, at)
        _enter_slots(basis, [slot for slot in due if at is TOTAL or slot.seller == at.key], at)
        costs = (basis.ledger.value(term.id, at) or 0 for term in (t.OVERPAID, t.SHORT_LOST, t.SLOTS_LOST))
        basis.ledger.enter(t.BROKEN_COST, sum(Decimal(str(each)) for each in costs), at)
    return Promises(sellers, due, lines)


def _lines(basis: Basis, held: Bought) -> pd.DataFrame | None:
    """Return every promised line with what was sold of it; None where the campaign has not begun."""
    lock, reached = basis.inputs.lock, basis.periods.campaign
    if lock is None or reached.end <= reached.start:
        return None
    terms = agreed(lock, basis.inputs.changes, Window(reached.start, reached.end), basis.inputs.narrowed)
    if terms.empty:
        return None
    whole = _whole(terms)
    sold = by_promise(judged_prices(held.lines, assigned(held.lines, terms)))
    stocked = judged_stock(sold, whole, held.lines["created"])
    told = whole.join(stocked.drop(columns=["stock", "opens", "closes"]))
    numbers = ["units", "value", "owed", "undiscounted", "above_units", "over", "above_days", "missing", "gap", "lost"]
    told = told.assign(**{name: told[name].fillna(0) for name in numbers})
    told = told.assign(
        **{name: told[name].fillna(value=False).astype(bool) for name in ("stopped", "sold_out", "short")}
    )
    return told.assign(
        is_sold=told["units"] > 0,
        is_priced=told["owed"] > 0,
        is_dear=told["above_units"] > 0,
        is_stocked=(told["units"] > 0) & told["stock"].notna(),
        is_broken=(told["above_units"] > 0) | told["short"],
    )


def _whole(terms: pd.DataFrame) -> pd.DataFrame:
    """Return one row per promise: what was agreed last, from its first moment to its last."""
    ordered = terms.sort_values(["promise", "opens"]).groupby("promise")
    last = ordered[["seller_id", "item", "promotion_id", "title", "words", "for_all", "stock", "deal"]].last()
    return last.assign(opens=ordered["opens"].min(), closes=ordered["closes"].max())


def _enter_lines(basis: Basis, lines: pd.DataFrame, at: At) -> None:
    enter, told = basis.ledger.enter, lines[lines["for_all"]]
    flags = ("is_priced", "is_dear", "is_stocked", "short", "is_broken", "sold_out")
    priced, dear, stocked, short, broken, sold_out = (int(told[name].sum()) for name in flags)
    counts = {
        t.PROMISED: len(told),
        t.KEPT: len(told) - broken,
        t.BROKEN: broken,
        t.UNSOLD: int((~told["is_sold"]).sum()),
        t.PRICE_TOLD: priced,
        t.PRICE_KEPT: priced - dear,
        t.PRICE_BROKEN: dear,
        t.UNDISCOUNTED: int((told["undiscounted"] > 0).sum()),
        t.ABOVE_UNITS: int(told["above_units"].sum()),
        t.STOCK_TOLD: stocked,
        t.STOCK_KEPT: stocked - short,
        t.STOCK_SHORT: short,
        t.SOLD_OUT: sold_out,
        t.MISSING_UNITS: int(told["missing"].sum()),
    }
    for term, value in counts.items():
        enter(term, value, at)
    for term, kept, of in (
        (t.KEPT_SHARE, len(told) - broken, len(told)),
        (t.PRICE_SHARE, priced - dear, priced),
        (t.STOCK_SHARE, stocked - short, stocked),
    ):
        enter(term, kept / of if of else None, at, reason="" if of else "nothing was sold to compare")
    missing = told[told["short"]]  # a line that sold all it had was kept
    for term, amounts in ((t.OVERPAID, told["over"]), (t.LOST, told["lost"]), (t.SHORT_LOST, missing["lost"])):
        enter(term, basis.ledger.money(round(float(amounts.sum()))), at)


def _enter_slots(basis: Basis, due: Sequence[Slot], at: At) -> None:
    told = [slot for slot in due if slot.held is not Held.UNKNOWN]
    late, missed = (sum(slot.held is how for slot in told) for how in (Held.LATE, Held.NOT_HELD))
    counts = {
        t.SLOTS: len(told),
        t.SLOTS_HELD: len(told) - missed,
        t.SLOTS_LATE: late,
        t.SLOTS_MISSED: missed,
        t.SLOTS_UNKNOWN: len(due) - len(told),
        t.MINUTES: sum(slot.missed for slot in told),
    }
    for term, value in counts.items():
        basis.ledger.enter(term, value, at)
    share = (len(told) - missed) / len(told) if told else None
    basis.ledger.enter(t.SLOTS_SHARE, share, at, reason="" if told else "no promised stream can be compared")
    worth = [slot.lost for slot in told if slot.missed]
    lost: Any = None if None in worth else sum(each or 0 for each in worth)
    reason = "" if lost is not None else "nothing tells what the streams would have brought"
    basis.ledger.enter(t.SLOTS_LOST, None if lost is None else basis.ledger.money(lost), at, reason=reason)
