"""A form for every invited seller: its ID, its contacts, what it may enter, its own deadline, and what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pandas as pd

from campaignctl.domain.forms import Form
from campaignctl.domain.wording import word
from campaignctl.folder.names import file_stem, unused
from campaignctl.rules.case import Case
from campaignctl.stages.invitations.items import Sources, known_items
from campaignctl.stages.invitations.offers import co_funded, offers_to
from campaignctl.stages.new import asked_by, invitation
from campaignctl.workbooks.choices import TEAM_LISTS
from campaignctl.workbooks.forms import form_id, registration_form

INVITED = ("", "Invited", "Accepted")
"""Replies of sellers who are to fill a form."""

_CATEGORIES = "team:categories"
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms by the name of their file. ``without`` are the sellers who get none, each with the reason in words.

    ``items`` is how many SKU rows were filled in.
    """

    forms: Mapping[str, Form]
    without: tuple[tuple[str, str], ...] = ()
    items: int = 0


def forms_for(case: Case, sources: Sources, round_: int) -> Forms:
    """Return the forms of round ``round_``: one per seller of the sheet Sellers who is invited or has accepted."""
    items = known_items(sources, case.campaign.currency)
    told = asked_by(case.profile, invitation(case.campaign))
    categories = _categories(case)
    made: dict[str, Form] = {}
    without: list[tuple[str, str]] = []
    taken: set[str] = set()
    filled = 0
    for seller in _listed(case):
        id_ = str(seller["seller_id"])
        reply = word(seller["reply"])
        own = replace(told, **_own(case, seller))
        if reply not in INVITED:
            without.append((id_, reply.lower()))
        elif not own.offers:
            without.append((id_, "may enter no promotion with nominated SKUs"))
        else:
            rows = {"registration": (_first_sheet(case, seller, round_, categories),), "sku_lines": items.get(id_, ())}
            filled += len(rows["sku_lines"])
            form = registration_form(own, rows=rows, categories=categories)
            made[f"{unused(file_stem(id_), taken)}.xlsx"] = form
    return Forms(made, tuple(without), filled)


def _listed(case: Case) -> list[dict[Any, Any]]:
    rows = case.sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id")
    rows = rows[rows["role"].isna() | rows["role"].eq("Campaign")]
    return rows.to_dict("records")


def _own(case: Case, seller: Mapping[Any, Any]) -> dict[str, Any]:
    """Return what the invitation says to this seller only."""
    due = seller.get("reply_by")
    due = case.field("registration_closes") if due is None or pd.isna(due) else due
    by = None if due is None else pd.Timestamp(due).to_pydatetime().astimezone(case.zone)
    if by is not None and (by.hour, by.minute, by.second) == (0, 0, 0):
        by -= _MINUTE  # midnight is said as the last minute of the day before
    return {
        "offers": offers_to(case, seller),
        "co_funded": co_funded(case, seller),
        "reply_by": by,
        "reply_to": word(case.field("reply_to")),
        "terms": word(case.field("terms")),
    }


def _first_sheet(case: Case, seller: Mapping[Any, Any], round_: int, categories: Sequence[str]) -> dict[str, Any]:
    wave = 1 if pd.isna(seller["wave"]) else int(seller["wave"])
    id_ = str(seller["seller_id"])
    emails = [address.strip() for address in word(seller["contact_email"]).split(";") if address.strip()]
    known = {
        "form_id": form_id(case.campaign.code, id_, wave, round_) if case.campaign.code else "",
        "seller_id": id_,
        "shop_name": word(seller["shop_name"]),
        "main_category": next((one for one in categories if one == word(seller["category"])), ""),
        "contact_name": word(seller["contact_name"]),
        "contact_email": emails[0] if emails else "",
        "second_email": emails[1] if len(emails) > 1 else "",
    }
    return {key: words for key, words in known.items() if words}


def _categories(case: Case) -> tuple[str, ...]:
    """Return the team's categories: those of its sheet Sellers beside those that the list opens with."""
    own = sorted(set(case.sellers["category"].dropna().astype("str")))
    return tuple(dict.fromkeys((*TEAM_LISTS[_CATEGORIES], *own)))
