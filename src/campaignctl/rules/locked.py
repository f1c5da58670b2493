"""A case frozen: what a lock would hold of its lines, promotions, streams and targets.

What an earlier lock holds already stays as it was promised, with the changes applied that took effect since; everything
else is taken as the workbooks say it now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from campaignctl.domain.document import Input
from campaignctl.domain.frames import empty, framed, shaped
from campaignctl.domain.lock import (
    FRAMES,
    LEFT_OUT,
    LOCKED_LINES,
    LOCKED_PROMOTIONS,
    LOCKED_STREAMS,
    LOCKED_TARGETS,
    Accepted,
    Lock,
    frozen,
)
from campaignctl.domain.money import CURRENCIES
from campaignctl.domain.outcome import Standing
from campaignctl.domain.terms import item_of, product_words, terms_of
from campaignctl.rules.case import Case
from campaignctl.rules.held import Held, held_since
from campaignctl.rules.promotions import standing

_LINE = ["seller_id", "promotion_id", "item"]
_ORDER = ["promotion_id", "seller_id", "product_id", "sku_id", "product_name", "variation"]
_TARGET = ["level", "name", "metric"]
_LINE_TERMS = ["campaign_price", "deal_price", "stock", "per_buyer"]
_NOT_TERMS = ("status", "producer", "tool_name")
_OFFERED = frozenset({"Offered", "Cancelled"})
"""What the team says of streams that nobody promised."""


@dataclass(frozen=True, slots=True)
class Taking:
    """How a lock is taken: its number, when (aware), by whom, and which open errors were accepted."""

    number: int
    at: datetime
    by: str
    everything: bool = False
    accepted: tuple[Accepted, ...] = ()
    inputs: tuple[Input, ...] = ()


def lock_of(case: Case, lines: pd.DataFrame, chosen: "pd.Series[bool]", taking: Taking) -> Lock:
    """Return the lock of a case: of ``lines``, which carry the outcome of decisions, those that are ``chosen``."""
    held = held_since(case.lock, case.changes, taking.at)
    approved = _lines(lines[chosen], held)
    promotions = _kept("promotions", locked_promotions(case), held, ["id"])
    return Lock(
        number=taking.number,
        taken_at=taking.at,
        by=taking.by,
        campaign=case.campaign.code,
        currency=case.campaign.currency,
        zone=case.campaign.zone,
        lines=approved.assign(terms=terms_of(approved, promotions)),
        left_out=_left_out(lines[~chosen]),
        promotions=promotions,
        streams=_kept("streams", locked_streams(case), held, ["stream_id"]),
        targets=_kept("targets", locked_targets(case), held, _TARGET),
        platform_budget=_budget(case, held),
        accepted=taking.accepted,
        inputs=taking.inputs,
        applied=_applied(case, taking.at),
        everything=taking.everything,
    )


def locked_lines(lines: pd.DataFrame) -> pd.DataFrame:
    """Return lines as a lock holds them; two that say the same of one SKU and promotion are one."""
    few = {name: "str" for name, dtype in lines.dtypes.items() if dtype == "category"}
    told = lines.astype(few)
    told = told.assign(item=item_of(told, product_words(told))).drop_duplicates(_LINE, keep="last")
    return frozen(told, LOCKED_LINES, _ORDER)


def locked_promotions(case: Case) -> pd.DataFrame:
    """Return the promotions that stand, as a lock holds them."""
    rows = case.promotions[standing(case.promotions)].dropna(subset=["id"]).drop_duplicates("id")
    return frozen(rows, LOCKED_PROMOTIONS, ["id"])


def locked_streams(case: Case) -> pd.DataFrame:
    """Return the streams that are on, as a lock holds them."""
    rows = case.frames["livestreams"].dropna(subset=["stream_id"]).drop_duplicates("stream_id")
    return frozen(rows[~rows["status"].isin(_OFFERED)], LOCKED_STREAMS, ["stream_id"])


def locked_targets(case: Case) -> pd.DataFrame:
    """Return all targets, sellers' GMV among them, in major units."""
    rows = case.targets.dropna(subset=["level", "metric", "target"]).drop_duplicates(_TARGET)
    shops = case.sellers.dropna(subset=["seller_id", "gmv_target"]).drop_duplicates("seller_id")
    scale = 10 ** CURRENCIES[case.campaign.currency].decimals
    own = framed(
        {
            "level": ["Seller"] * len(shops),
            "name": shops["seller_id"].tolist(),
            "metric": ["GMV"] * len(shops),
            "target": (shops["gmv_target"] / scale).tolist(),
        },
        len(shops),
        LOCKED_TARGETS,
    )
    return frozen(pd.concat([shaped(rows, LOCKED_TARGETS), own], ignore_index=True), LOCKED_TARGETS, _TARGET)


def _lines(chosen: pd.DataFrame, held: Held | None) -> pd.DataFrame:
    lines = locked_lines(chosen)
    if held is None:
        return lines
    return frozen(held.kept("lines", lines, _LINE, _LINE_TERMS), LOCKED_LINES, _ORDER)


def _kept(name: str, live: pd.DataFrame, held: Held | None, keys: list[str]) -> pd.DataFrame:
    if held is None:
        return live
    fields = [column for column in live.columns if column not in (*keys, *_NOT_TERMS)]
    return frozen(held.kept(name, live, keys, fields), FRAMES[name], keys)


def _left_out(lines: pd.DataFrame) -> pd.DataFrame:
    if lines.empty:
        return empty(LEFT_OUT)
    undecided = lines["standing"].ne(str(Standing.DECIDED))
    words = lines["decision"].where(~undecided, lines["standing"])
    told = lines.astype({"promotion_id": "str"}).assign(standing=words)
    return frozen(told, LEFT_OUT, ["promotion_id", "seller_id", "product_id", "sku_id", "product_name", "seller_sku"])


def _budget(case: Case, held: Held | None) -> int | None:
    live = case.campaign.platform_budget
    if held is not None and live in (held.base.platform_budget, held.later.platform_budget):
        return held.now.platform_budget
    return live


def _applied(case: Case, at: datetime) -> tuple[str, ...]:
    before: Sequence[str] = case.lock.applied if case.lock else ()
    since = (change.number for change in case.changes if change.approved and change.at is not None and change.at <= at)
    return tuple(sorted({*before, *since}))
