"""What our rules would do with a line, and why: a suggestion, never a decision.

In this order: what was decided under these terms stays; where two contradict, Hold. Who may not take part: Reject.
Errors open: Hold. No place left: Hold. Everything else: Approve.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd

from campaignctl.domain.decisions import APPROVE, COUNTER, HOLD, REJECT
from campaignctl.domain.frames import plain_rows
from campaignctl.domain.outcome import Standing

_NOTHING = "no error open"
_RESTS_ON = (
    "standing", "decision", "counter_price", "counter_met", "whole_shop", "by_lock", "decided_by", "deal_price",
    "earlier", "earlier_by", "earlier_price", "sides", "errors", "warnings", "worst", "barred", "place", "wanted",
)  # fmt: skip

Price = Callable[[Any], str]
Row = dict[str, Any]


def suggestions(lines: pd.DataFrame, price: Price) -> "pd.Series[str]":
    """Return the suggestion for each line: a word and its reason, ``Hold: waiting list, rank 13 for 10 places``.

    ``lines`` carry the outcome of decisions, what findings say of them, and their places; ``price`` writes an amount.
    """
    own = lines[_has_more_to_say(lines)]
    rows = plain_rows(own[list(_RESTS_ON)])
    said = pd.Series([_suggestion(row, price) for row in rows], index=own.index, dtype="str")
    return said.reindex(lines.index).fillna(f"{APPROVE}: {_NOTHING}")


def _has_more_to_say(lines: pd.DataFrame) -> "pd.Series[bool]":
    """Whether anything is known of a line but that it is there: most of thousands are only that."""
    plain = lines["standing"].isin([Standing.NEW, Standing.OPEN]) & lines["place"].isna()
    return ~plain | lines["barred"].ne("") | lines["errors"].gt(0) | lines["warnings"].gt(0)


def _suggestion(row: Row, price: Price) -> str:
    if row["standing"] == Standing.DECIDED:
        return _as_decided(row, price)
    if row["standing"] == Standing.TORN:
        return f"{HOLD}: decided twice on one day, {row['sides']}"
    if row["barred"]:
        return f"{REJECT}: not eligible, {row['barred']}"
    if row["errors"]:
        number = row["errors"]
        return f"{HOLD}: {number} {'error' if number == 1 else 'errors'} open, {row['worst']}"
    if not pd.isna(row["place"]) and row["place"] > row["wanted"]:
        places = "1 place" if row["wanted"] == 1 else f"{row['wanted']} places"
        return f"{HOLD}: waiting list, rank {row['place']} for {places}"
    if row["earlier"] == COUNTER:
        return f"{HOLD}: we asked {price(row['earlier_price'])}, the seller offers {price(row['deal_price'])}"
    return f"{APPROVE}: {_nothing_against(row)}{_before(row, price)}"


def _as_decided(row: Row, price: Price) -> str:
    by = f" by {row['decided_by']}" if _is_there(row["decided_by"]) else ""
    if row["by_lock"]:
        return f"{APPROVE}: part of the lock"
    if row["counter_met"]:
        return f"{APPROVE}: the seller took our {price(row['deal_price'])}"
    if row["whole_shop"]:
        return f"{row['decision']}: the whole shop, decided{by}"
    if row["decision"] == COUNTER:
        return f"{COUNTER}: waits for the seller's answer to {price(row['counter_price'])}"
    return f"{row['decision']}: decided{by}, terms unchanged"


def _nothing_against(row: Row) -> str:
    number = row["warnings"]
    warned = f", {number} {'warning' if number == 1 else 'warnings'}, {row['worst']}" if number else ""
    place: str = "" if pd.isna(row["place"]) else f"place {row['place']} of {row['wanted']}, "
    return f"{place}{_NOTHING}{warned}"


def _before(row: Row, price: Price) -> str:
    if not _is_there(row["earlier"]):
        return ""
    by = f" by {row['earlier_by']}" if _is_there(row["earlier_by"]) else ""
    at = f" at {price(row['earlier_price'])}" if _is_there(row["earlier_price"]) else ""
    return f"; was {row['earlier']}{at}{by}"


def _is_there(value: Any) -> bool:
    return value is not None and not pd.isna(value) and value != ""
