"""Which promotions a seller may enter, and what it is told of each: what, when, who pays, what is asked."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from campaignctl.domain.findings import Severity
from campaignctl.domain.money import CURRENCIES
from campaignctl.domain.wording import word
from campaignctl.rules.case import Case
from campaignctl.rules.promotions import as_typed, standing
from campaignctl.rules.promotions import co_funded as shared_by_both

Row = Mapping[Any, Any]
_MEASURES = {"shop_score": "shop_score", "violations": "violations"}
"""What a condition of entry measures of a seller, and the column of the sheet Sellers that tells it."""


def offers_to(case: Case, seller: Row) -> dict[str, str]:
    """Return the promotions with nominated SKUs that a seller may enter, by ID, each in one sentence."""
    offers = case.promotions[standing(case.promotions) & case.promotions["applies_to"].eq("Nominated SKUs")]
    rows = offers.dropna(subset=["id"]).drop_duplicates("id").to_dict("records")
    return {str(row["id"]): _sentence(case, row) for row in rows if may_enter(case, seller, row)}


def may_enter(case: Case, seller: Row, promotion: Row) -> bool:
    """Whether a seller may nominate SKUs: named by Which where it is filled, and its score and violations good enough.

    What the sheet Sellers does not say is not held against anybody.
    """
    if not _named(seller, promotion):
        return False
    score = seller.get("shop_score")
    least = promotion.get("min_score")
    if _told(least) and _told(score) and float(str(score)) < float(str(least)):
        return False
    tool = case.profile.tools.get(str(promotion["tool"]))
    for condition in tool.entry if tool else ():
        asked = condition.of == "seller" and condition.to == "enter" and condition.severity is Severity.ERROR
        measured = seller.get(_MEASURES.get(condition.measure, ""))
        if asked and _told(measured) and not condition.holds(Decimal(str(measured))):
            return False
    return True


def co_funded(case: Case, seller: Row) -> tuple[str, ...]:
    """Return the promotions whose discount the seller and the platform share and that can reach it, in words."""
    shared = case.promotions[shared_by_both(case.promotions, case.profile)]
    return tuple(
        f"{row['id']} {word(row['title'])}: you pay {_percent(row['seller_pays'])} of the discount, "
        f"the platform {_percent(1 - row['seller_pays'])}"
        for row in shared.dropna(subset=["id"]).drop_duplicates("id").to_dict("records")
        if _reaches(case, seller, row)
    )


def _reaches(case: Case, seller: Row, promotion: Row) -> bool:
    match promotion["applies_to"]:
        case "All registered SKUs":
            return True
        case "Nominated SKUs":
            return may_enter(case, seller, promotion)
        case "Category" | "Seller":
            return _told(promotion["which"]) and _named(seller, promotion)
        case _:
            return False


def _named(seller: Row, promotion: Row) -> bool:
    """Whether Which names the seller, its shop or its category; a blank one names everybody."""
    which = promotion.get("which")
    if not _told(which):
        return True
    names = {name.strip().casefold() for name in str(which).split(";")}
    own = {word(seller.get(key)).casefold() for key in ("seller_id", "shop_name", "category")}
    return bool(names & (own - {""}))


def _sentence(case: Case, row: Row) -> str:
    parts = [f"{word(row['title'])} ({word(row['tool_name']) or word(row['tool'])}, {_what(case, row)})"]
    parts += [words for words in (_when(case, row), _who_pays(row), _asked(row), _register_by(case, row)) if words]
    return "; ".join(parts)


def _what(case: Case, row: Row) -> str:
    kind = word(row["kind_of_value"]).lower()
    if _told(row.get("value_percent")):
        return f"{_percent(row['value_percent'])} off"
    if _told(row.get("value_money")):
        currency = CURRENCIES.get(case.campaign.currency)
        amount = currency.major(int(row["value_money"])) if currency else row["value_money"]
        return f"{kind} {currency.symbol if currency else ''}{amount}"
    return "you name the price" if kind == "seller's price" else kind


def _when(case: Case, row: Row) -> str:
    starts, ends = row.get("starts"), row.get("ends")
    if not (_told(starts) and _told(ends)):
        return ""
    last = as_typed(pd.Series([ends]), case.zone).iloc[0]
    return f"{moment(starts, case.zone)} to {moment(last, case.zone)}"


def _who_pays(row: Row) -> str:
    share = row.get("seller_pays")
    if not _told(share) or float(str(share)) >= 1:
        return "you pay the discount" if _told(share) else ""
    return f"you pay {_percent(share)} of the discount" if float(str(share)) else "the platform pays the discount"


def _asked(row: Row) -> str:
    parts = []
    if _told(row.get("min_discount")):
        parts.append(f"{_percent(row['min_discount'])} off list")
    if _told(row.get("min_stock")):
        parts.append(f"{int(row['min_stock']):,} units per SKU")
    return f"at least {' and '.join(parts)}" if parts else ""


def _register_by(case: Case, row: Row) -> str:
    by = row.get("register_by")
    return f"nominate by {moment(as_typed(pd.Series([by]), case.zone).iloc[0], case.zone)}" if _told(by) else ""


def moment(value: Any, zone: ZoneInfo) -> str:
    """Return a moment as forms write it: ``Fri 20 Nov 18:00``."""
    local: datetime = pd.Timestamp(value).to_pydatetime().astimezone(zone)
    return f"{local:%a} {local.day} {local:%b %H:%M}"


def _percent(share: Any) -> str:
    return f"{Decimal(str(round(float(share) * 100, 2))).normalize():f}%"


def _told(value: Any) -> bool:
    return value is not None and not pd.isna(value)
