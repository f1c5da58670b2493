"""What the team decided, as it was saved: any number of people decide, each in a workbook of their own.

A decision holds for the terms it was made under. Of two on the same line and terms the later day counts; on the same
day neither does.
"""

from typing import Any

import pandas as pd

from campaignctl.domain.frames import Dtype, Shape, framed, shaped
from campaignctl.domain.terms import item_of, product_words

APPROVE, REJECT, COUNTER, HOLD = "Approve", "Reject", "Counter", "Hold"

MADE: Shape = {
    "seller_id": Dtype.WORD,
    "promotion_id": Dtype.WORD,
    "item": Dtype.WORD,
    "terms": Dtype.WORD,
    "campaign_price": Dtype.MONEY,
    "decision": Dtype.WORD,
    "counter_price": Dtype.MONEY,
    "hero": Dtype.FLAG,
    "reason": Dtype.WORD,
    "decided_by": Dtype.WORD,
    "decided_on": Dtype.INSTANT,
    "file": Dtype.WORD,
    "sheet": Dtype.WORD,
    "row": Dtype.COUNT,
}
"""One row per decision as it was saved; ``item`` tells the lines of a seller and promotion apart."""

LINE = ["seller_id", "promotion_id", "item"]
UNDER_TERMS = [*LINE, "terms"]


def made_of(decisions: pd.DataFrame) -> pd.DataFrame:
    """Return the decisions that a Decisions sheet holds; a counter-offer without a price is none yet."""
    whole = decisions.assign(item=item_of(decisions, decisions["product"]))
    named = whole["decision"].notna() & whole["terms"].notna() & whole["item"].notna()
    priced = whole["decision"].ne(COUNTER).fillna(value=True) | whole["counter_price"].notna()
    return shaped(whole[named & priced], MADE).reset_index(drop=True)


def torn(made: pd.DataFrame) -> pd.DataFrame:
    """Return the decisions that others contradict under the same terms; of each line all of them."""
    return made[_contradicted(made)]


def _contradicted(made: pd.DataFrame) -> "pd.Series[bool]":
    verdict = made["decision"] + "|" + made["counter_price"].astype("str").fillna("")
    told = made.assign(verdict=verdict).groupby(UNDER_TERMS, dropna=False)["verdict"].transform("nunique")
    return (told > 1) if len(made) else pd.Series(dtype=bool)


def settled(made: pd.DataFrame) -> pd.DataFrame:
    """Return one row per line and terms: the decision that counts, ``decision`` missing where two contradict."""
    newest = made.sort_values("decided_on", na_position="first", kind="stable")
    clash = _contradicted(newest)
    winners = newest[~clash].drop_duplicates(UNDER_TERMS, keep="last")
    if not clash.any():
        return winners
    fought = [_winner(rows) for _, rows in newest[clash].groupby(UNDER_TERMS, dropna=False)]
    return pd.concat([winners, *fought], ignore_index=True)


def _winner(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the last decision of one line when its day is later than that of all that say otherwise."""
    last = rows.iloc[[-1]]
    day = last["decided_on"].iloc[0]
    same = rows["decision"].eq(last["decision"].iloc[0]) & _equal(rows["counter_price"], last["counter_price"].iloc[0])
    others = rows.loc[~same, "decided_on"]
    if pd.isna(day) or (others >= day).any():
        return last.assign(decision=pd.Series([pd.NA], index=last.index, dtype="str"))
    return last


def _equal(values: "pd.Series[Any]", value: Any) -> "pd.Series[bool]":
    return values.isna() if pd.isna(value) else values.eq(value).fillna(value=False).astype(bool)


def approvals(rows: pd.DataFrame, by: str, on: Any) -> pd.DataFrame:
    """Return lines with ``terms`` as decisions that approve them, for what a lock already holds."""
    whole = {
        **{key: rows[key].tolist() for key in ("seller_id", "promotion_id", "terms")},
        "item": item_of(rows, product_words(rows)).tolist(),
        "campaign_price": rows["deal_price"].tolist(),
        "decision": [APPROVE] * len(rows),
        "hero": rows["hero"].tolist(),
        "decided_by": rows["decided_by"].fillna(by).tolist(),
        "decided_on": rows["decided_on"].fillna(on).tolist(),
        "file": [""] * len(rows),
    }
    return framed(whole, len(rows), MADE)
