"""What the team of the invented campaign decided of each line, and the lock it took on the evening of the price lock."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pandas as pd

from campaignctl.domain.decisions import APPROVE
from campaignctl.domain.forms import Form
from campaignctl.domain.lock import Lock
from campaignctl.domain.lock_text import text_of
from campaignctl.domain.terms import product_words, terms_of
from campaignctl.rules.case import Case, case_of
from campaignctl.rules.locked import Taking, lock_of
from campaignctl.rules.standing import lines_with_standing
from campaignctl.simulation.books import Book, Row
from campaignctl.simulation.reading import read_back
from campaignctl.simulation.setup import CATEGORY_LEAD, LEAD
from campaignctl.simulation.world import STARTS

DECIDED = (STARTS - timedelta(days=5)).date()
_HASH = "26" * 6  # of a record that no command made
RECORD = f"record/locks/20261117T020000Z-{_HASH}.json"

Takes = Callable[[str, int], bool]
"""Whether the line in a row of a file is approved."""


def decide_and_lock(forms: Mapping[str, Form], approves: Takes) -> tuple[Book, str]:
    """Return the decisions workbook of a team that approved these lines, and the record of the lock it then took."""
    case = case_of(read_back(forms))
    lines = case.sku_lines  # nobody rejected any yet
    places = zip(lines["file"].astype("str"), lines["row"], strict=True)
    chosen = pd.Series([approves(file, int(row)) for file, row in places], index=lines.index)
    return _decisions(case, lines[chosen]), text_of(_lock(case, chosen))


def _decisions(case: Case, lines: pd.DataFrame) -> Book:
    told = lines.assign(terms=terms_of(lines, case.promotions), product=product_words(lines))
    rows = [decision_row(row, APPROVE, CATEGORY_LEAD, DECIDED) for row in told.to_dict("records")]
    return Book("decisions/approved.xlsx", {"decisions": rows, "shop_decisions": []})


def decision_row(line: Mapping[Any, Any], decision: str, by: str, on: date, **more: Any) -> Row:
    """Return a row of the Decisions sheet about a line of a case with its ``terms`` and ``product``."""
    told = ("seller_id", "shop_name", "promotion_id", "product_id", "sku_id", "product", "terms")
    row: Row = {key: None if pd.isna(line[key]) else str(line[key]) for key in told}
    for key, of in (("list_price", "list_price"), ("low_30d", "low_30d"), ("campaign_price", "deal_price")):
        row[key] = None if pd.isna(line[of]) else Decimal(int(line[of])).scaleb(-2)
    row["stock"] = None if pd.isna(line["stock"]) else int(line["stock"])
    return {**row, "decision": decision, "decided_by": by, "decided_on": on, **more}


def _lock(case: Case, chosen: "pd.Series[bool]") -> Lock:
    told = lines_with_standing(case)
    on = pd.Timestamp(DECIDED, tz=case.campaign.zone).tz_convert("UTC")
    told = told.assign(
        decided_by=told["decided_by"].mask(chosen, CATEGORY_LEAD), decided_on=told["decided_on"].mask(chosen, on)
    )
    return lock_of(case, told, chosen, Taking(1, case.field("price_lock"), LEAD))
