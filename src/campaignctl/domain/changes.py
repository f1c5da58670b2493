"""What moved after it was locked: promises are the lock with every change applied from its hour on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd

from campaignctl.domain.deal_price import deal_prices
from campaignctl.domain.lock import Lock
from campaignctl.domain.terms import item_of, product_words

EVENT, WITHDRAW_SKU, WITHDRAW_SELLER = "Event", "Withdraw SKU", "Withdraw seller"
CAMPAIGN = "campaign"
"""Stands for the lock itself where a change is of the campaign's budget."""

_VALUES = frozenset({"kind_of_value", "value_percent", "value_money"})


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the sheet Changes, its values typed by the field they change.

    ``frame`` names the frame of the lock, ``field`` its column; both are blank for events, ``field`` also for
    withdrawals. ``old`` and ``new`` are as the frame holds them, None where blank or unreadable. ``approved`` says
    that somebody approved it, or that it took effect before prices were locked.
    """

    number: str
    row: int
    at: datetime | None
    kind: str
    seller: str
    sku: str
    other: str
    frame: str
    field: str
    old: Any
    new: Any
    approved: bool

    @property
    def withdraws(self) -> bool:
        """Whether it takes lines out."""
        return self.kind in (WITHDRAW_SKU, WITHDRAW_SELLER)

    @property
    def moves(self) -> bool:
        """Whether it says what is to change, and when."""
        return (
            self.at is not None and bool(self.frame) and (self.withdraws or bool(self.field and self.new is not None))
        )


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """A change as it met the lock: the rows of the lock that it speaks of, as they were before it."""

    change: Change
    rows: pd.DataFrame

    @property
    def before(self) -> tuple[Any, ...]:
        """What the field held, each value once; None for blank."""
        if self.change.field not in self.rows:
            return ()
        return tuple(
            dict.fromkeys(None if pd.isna(value) else value for value in self.rows[self.change.field].tolist())
        )


def promised(lock: Lock, changes: Iterable[Change], at: datetime | None = None) -> Lock:
    """Return what is promised at ``at``: the lock with every approved change applied that took effect by then.

    Without ``at`` all of them are. Changes that the lock already contains are passed over; where none is left, the lock
    itself comes back.
    """
    due = [
        change
        for change in _pending(lock, changes)
        if change.approved and change.moves and (at is None or (change.at is not None and change.at <= at))
    ]
    if not due:
        return lock
    held = _Held(lock)
    for change in due:
        held.take(change)
    return held.lock()


def met(lock: Lock, changes: Iterable[Change]) -> Iterator[Met]:
    """Yield each change that is not yet part of the lock with what it met there, approved or not, in order of time."""
    held = _Held(lock)
    for change in _pending(lock, changes):
        if change.frame:
            yield held.meeting(change)
            if change.moves:
                held.take(change)


def _pending(lock: Lock, changes: Iterable[Change]) -> list[Change]:
    pending = [change for change in changes if change.number not in lock.applied]
    return sorted(pending, key=lambda change: (change.at is None, change.at or lock.taken_at, change.row))


class _Held:
    """A lock's frames while changes are applied to them; each is copied when it is first changed."""

    def __init__(self, lock: Lock) -> None:
        self._lock = lock
        self._frames = {name: getattr(lock, name) for name in ("lines", "promotions", "streams", "targets")}
        self._budget = lock.platform_budget
        self._items: pd.Series[str] | None = None

    def lock(self) -> Lock:
        frames = {name: frame.reset_index(drop=True) for name, frame in self._frames.items()}
        return replace(self._lock, platform_budget=self._budget, **frames)

    def meeting(self, change: Change) -> Met:
        if change.frame == CAMPAIGN:
            return Met(change, pd.DataFrame({"platform_budget": [self._budget]}, dtype="Int64"))
        return Met(change, self._frames[change.frame][self._touched(change)])

    def take(self, change: Change) -> None:
        if change.frame == CAMPAIGN:
            self._budget = change.new
            return
        mask = self._touched(change)
        if not mask.any():
            return
        frame = self._frames[change.frame]
        if change.withdraws:
            self._frames[change.frame] = frame[~mask]
            return
        column = frame[change.field].mask(mask, change.new)
        self._frames[change.frame] = frame.assign(**{change.field: column})
        self._follow(change, mask)

    def _follow(self, change: Change, mask: "pd.Series[bool]") -> None:
        """Have the deal prices follow a price, or the value of a promotion."""
        lines = self._frames["lines"]
        if change.frame == "lines" and change.field == "campaign_price":
            self._reprice(lines, mask)
        if change.frame == "promotions" and change.field in _VALUES:
            self._reprice(lines, lines["promotion_id"].eq(change.other))

    def _reprice(self, lines: pd.DataFrame, mask: "pd.Series[bool]") -> None:
        promotions = self._frames["promotions"].drop_duplicates("id").set_index("id")
        offers = promotions[["kind_of_value", "value_percent", "value_money"]].reindex(lines.loc[mask, "promotion_id"])
        priced = lines[mask].assign(**{key: offers[key].array for key in offers})
        self._frames["lines"] = lines.assign(deal_price=lines["deal_price"].mask(mask, deal_prices(priced)))

    def _touched(self, change: Change) -> "pd.Series[bool]":
        frame = self._frames[change.frame]
        match change.frame:
            case "lines":
                mask = frame["seller_id"].eq(change.seller)
                if change.kind != WITHDRAW_SELLER:
                    mask &= self._item(frame).eq(change.sku)
                    mask &= frame["promotion_id"].eq(change.other) if change.other else True
            case "promotions":
                mask = frame["id"].eq(change.other)
            case "streams":
                mask = frame["stream_id"].eq(change.other)
            case _:
                mask = _target(frame, change)
        mask = mask.fillna(value=False).astype(bool)
        return self._narrowed(frame, mask, change)

    def _item(self, lines: pd.DataFrame) -> "pd.Series[str]":
        if self._items is None:
            self._items = item_of(lines, product_words(lines))
        return self._items.reindex(lines.index)

    def _narrowed(self, frame: pd.DataFrame, mask: "pd.Series[bool]", change: Change) -> "pd.Series[bool]":
        """Return of several rows those that hold the Old value, where any does; a target must be told apart by it."""
        if mask.sum() > 1 and change.old is not None and change.field:
            same = mask & frame[change.field].eq(change.old).fillna(value=False).astype(bool)
            mask = same if same.any() else mask
        return mask & (change.frame != "targets" or mask.sum() == 1)


def _target(targets: pd.DataFrame, change: Change) -> "pd.Series[bool]":
    if change.seller:
        return targets["level"].eq("Seller") & targets["name"].eq(change.seller)
    if change.other:
        return targets["level"].ne("Seller") & targets["name"].eq(change.other)
    return targets["level"].eq("Campaign")
