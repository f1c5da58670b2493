"""What a report takes from set-up and exports: registered SKUs, noted events, owners, findings about the data."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import starmap

import pandas as pd

from campaignctl.domain.changes import EVENT
from campaignctl.domain.events import NotedEvent
from campaignctl.domain.findings import Finding
from campaignctl.domain.observations import Kind, Observation
from campaignctl.rules.case import Case
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import run
from campaignctl.workbooks import SETUP
from campaignctl.workbooks.campaign import CURRENCY

WRAP_UP, MOST_NAMED = "wrap-up", 3
"""The letter that a report is, as the sheet Contacts calls it; how many of those who get it a memo names."""


def data_findings(case: Case, observations: Sequence[Observation]) -> tuple[Finding, ...]:
    """Return the findings of the WBK family over what the readers of exports met."""
    family = [rule for code, rule in rules().items() if code.startswith("WBK")]
    return run(family, replace(case, observations=tuple(observations))).findings


def registered_skus(case: Case) -> pd.DataFrame:
    """Return one row per registered SKU: its ids, ``category``, ``product_name``, ``stock`` and ``campaign_price``.

    A line without a category takes its seller's; a line without a SKU ID stands for its whole product. The stock of
    a SKU in several promotions is all that is kept for it, its price that of its first line.
    """
    lines = case.sku_lines
    sellers = case.sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id")
    of_seller = sellers.set_index("seller_id")["category"].astype("str")
    category = lines["category"].astype("str").fillna(lines["seller_id"].map(of_seller))
    ids = ["seller_id", "sku_id", "product_id"]
    stock = lines.groupby(ids, dropna=False, observed=True)["stock"].transform("sum", min_count=1)
    whole = lines.assign(category=category, stock=stock, campaign_price=lines["deal_price"])
    frame = whole[[*ids, "category", "product_name", "stock", "campaign_price"]]
    return frame.drop_duplicates(ids).reset_index(drop=True)


def noted_events(case: Case) -> tuple[NotedEvent, ...]:
    """Return what the sheet Changes notes as events (a push, an outage, a restock), in order of time."""
    changes = case.frames.get("changes")
    if changes is None or changes.empty:
        return ()
    noted = changes[changes["kind"].astype("str") == EVENT].dropna(subset=["from_time"])
    words = noted["new"].astype("str").where(noted["new"].notna(), noted["why"]).fillna("an event")
    sellers = noted["seller_id"].astype("str").where(noted["seller_id"].notna(), "")
    moments = (moment.to_pydatetime() for moment in noted["from_time"])
    found = starmap(NotedEvent, zip(moments, map(str, words), map(str, sellers), strict=True))
    return tuple(sorted(found, key=lambda each: (each.at, each.seller, each.what)))


def other_currency(observations: Sequence[Observation]) -> str:
    """Return the currency that the sheet Campaign names and its marketplace does not trade in; blank without one."""
    odd = (one for one in observations if one.kind is Kind.NOT_A_CHOICE and one.place.column == CURRENCY.name)
    return next((one.value for one in odd if one.place.sheet == SETUP[0].name), "")


def owners(case: Case) -> dict[str, str]:
    """Return who answers for what: by seller, category, promotion, product and SKU; the campaign's owner by ``""``.

    A product or a SKU is its seller's account manager's.
    """
    found = {"": str(case.field("owner") or "")}
    for sheet, key, who in (
        ("targets", "name", "owner"),
        ("promotions", "id", "owner"),
        ("sellers", "seller_id", "account_manager"),
    ):
        named = case.frames[sheet].dropna(subset=[key, who])
        found |= dict(zip(map(str, named[key]), map(str, named[who]), strict=True))
    for key in ("product_id", "sku_id"):
        lines = case.sku_lines.dropna(subset=[key, "seller_id"]).drop_duplicates(key)
        manager = lines["seller_id"].astype("str").map(found)
        found |= {str(one): who for one, who in zip(lines[key], manager, strict=True) if isinstance(who, str)}
    return found


def addressees(case: Case) -> str:
    """Return to whom the memo goes, with titles or teams: who gets the wrap-up, else who approves. Empty if unnamed."""
    people = case.contacts.dropna(subset=["name"]).drop_duplicates("name")
    letters = people["receives"].astype("str").str.casefold().str.split("; ")
    gets = [isinstance(named, list) and WRAP_UP in named for named in letters]
    named = list(people.loc[gets, "name"].astype(str)) or [str(case.field("approver") or "")]
    told = [_with_place(people, name) for name in named if name]
    return "; ".join(told[:MOST_NAMED]) + (" and others" if len(told) > MOST_NAMED else "")


def _with_place(people: pd.DataFrame, name: str) -> str:
    """Return a name with the person's title or, without one, team, as far as the sheet Contacts has them."""
    held = people[people["name"].astype(str) == name]
    places = [str(held[key].iloc[0]) for key in ("title", "team") if len(held) and pd.notna(held[key].iloc[0])]
    return f"{name}, {places[0]}" if places else name
