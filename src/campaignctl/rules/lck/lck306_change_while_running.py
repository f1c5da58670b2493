"""A change takes effect while its promotion runs, and the marketplace takes no such change then.

A running flash deal takes neither other products nor other prices: the change can only be keyed in before it starts, or
by stopping the deal for everybody.
"""

from typing import Any

import pandas as pd

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.changes import Change, Met
from campaignctl.domain.findings import Severity
from campaignctl.domain.frames import plain_rows
from campaignctl.marketplaces.schema import Edit, Profile
from campaignctl.rules.case import Case
from campaignctl.rules.lck._changes import HEADINGS, in_rows, on_record, promotions_of
from campaignctl.rules.rule import Rows, Rule

_ITEMS = frozenset({"Products", "SKUs"})
_OF_ITEMS = frozenset({"campaign_price", "stock", "per_buyer"})
_RUNNING = "running"


def check(case: Case) -> Rows:
    """Find changes at an hour at which the tool of a promotion they are about locks what they change.

    The money at stake is the change of a price on the whole locked stock.
    """
    found: dict[int, dict[str, Any]] = {}
    for one in on_record(case):
        for promotion in _running(case, one):
            edit = _against(case, str(promotion["tool"]), one.change)
            if edit is not None:
                stake = _stake(one)
                found[one.change.row] = {"promotion_id": promotion["id"], "says": edit.words, "stake": stake}
    rows = in_rows(case, found)
    amount = rows["stake"].astype("Int64") if "stake" in rows else None
    return Rows(rows, "from_time", "{number} takes effect while {promotion_id} runs ({says})", amount=amount)


def _running(case: Case, one: Met) -> list[dict[str, Any]]:
    at = one.change.at
    if at is None:
        return []
    promotions = promotions_of(case, one)
    runs = promotions["starts"].le(at) & promotions["ends"].gt(at)
    return plain_rows(promotions[runs])


def _against(case: Case, key: str, change: Change) -> Edit | None:
    """Return what speaks against a change of a running promotion."""
    tool = case.profile.tool(key)
    named = {HEADINGS.get(change.field, change.field)}
    if change.frame == "lines" and (change.withdraws or change.field in _OF_ITEMS):
        named |= _ITEMS
    for edit in tool.locked_while(_RUNNING) if tool else ():
        closed = change.frame == "promotions" and edit.editable is not None and not named & set(edit.editable)
        if closed or named & set(edit.locked):
            return edit
    return None


def _stake(one: Met) -> int | None:
    change = one.change
    if change.field != "campaign_price" or change.new is None:
        return None
    moved = (one.rows["campaign_price"] - change.new).abs() * one.rows["stock"]
    return None if moved.isna().all() else int(pd.Series(moved).sum())


def _words(profile: Profile) -> str:
    edits = [(tool.name, edit) for tool in profile.tools.values() for edit in tool.locked_while(_RUNNING)]
    return "; ".join(f"{name}, while running: {edit.text} ({edit.source})" for name, edit in edits)


RULE = Rule(
    code="LCK306",
    name="change-while-running",
    severity=Severity.ERROR,
    over="changes",
    check=check,
    fix="Let it take effect before the promotion starts, or after it ends.",
    limit=_words,
    see=("LCK304",),
    examples=(
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 500
 8 | HD26-02      | 1729500011223344502 | 46.00      | 36.00          | 100
 9 | HD26-02      | 1729500011223344503 | 46.00      | 36.00          | 100
Changes
   | No.  | From             | Kind         | Seller ID | SKU ID              | Field          | Old   | New   | Why         | Asked by   | Approved by
 7 | C001 | 2026-11-20 20:00 | SKU terms    | S-001     | 1729500011223344502 | Campaign price | 36.00 | 35.00 | price match | Norah Lind | Kai Lund    | <- C001 takes effect while HD26-02 runs (TikTok Shop US: Starts, Products, SKUs, Campaign price cannot be changed (API, checked 2025-12-01))
 8 | C002 | 2026-11-20 20:00 | SKU terms    | S-001     | 1729500011223344501 | Campaign price | 24.99 | 23.99 | price match | Norah Lind | Kai Lund
 9 | C003 | 2026-11-20 17:00 | Withdraw SKU | S-001     | 1729500011223344503 |                |       |       | broken      | Norah Lind | Kai Lund
"""),
        draw("""
Locked Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-02      | 1729500011223344502 | 46.00      | 36.00          | 100
Changes
   | No.  | From             | Kind         | Seller ID | SKU ID              | Why     | Asked by   | Approved by
 7 | C001 | 2026-11-21 17:59 | Withdraw SKU | S-001     | 1729500011223344502 | broken  | Norah Lind | Kai Lund    | <- C001 takes effect while HD26-02 runs (TikTok Shop US: Starts, Products, SKUs, Campaign price cannot be changed (API, checked 2025-12-01))
"""),
    ),
)
