"""A finding quotes values as people write them: prices with cents, shares as percent, times on the campaign's clock."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from string import Formatter
from typing import Any

import pandas as pd

from campaignctl.domain.forms import NO_LIMIT, Type
from campaignctl.domain.money import CURRENCIES
from campaignctl.rules.case import Case
from campaignctl.workbooks import DECIDE, FOLLOW_UP, LAUNCH, REGISTRATION, SETUP

DERIVED = {
    "deal_price": Type.MONEY,
    "depth": Type.PERCENT,
    "tool_name": Type.TEXT,
    "locked_price": Type.MONEY,
    "locked_list_price": Type.MONEY,
    "locked_stock": Type.INT,
    "locked_per_buyer": Type.INT,
    "locked_discount": Type.PERCENT,
    "locked_units": Type.INT,
    "locked_limit": Type.INT,
    "locked_starts": Type.DATETIME,
    "locked_ends": Type.DATETIME,
    "discount": Type.PERCENT,
}


def _types() -> dict[str, Type]:
    types: dict[str, Type] = {}
    for sheet in (*SETUP, *REGISTRATION, *DECIDE, *FOLLOW_UP, *LAUNCH):
        for column in sheet.columns:
            if column.type is Type.VALUE:
                types[f"{column.key}_percent"] = Type.PERCENT
                types[f"{column.key}_money"] = Type.MONEY
            types.setdefault(column.key, column.type)
    return types | DERIVED


TYPES = _types()
"""What each key of a frame holds; keys that rules add themselves end in ``_money``, ``_percent`` or ``_at``."""


def filled(template: str, row: Mapping[str, Any], case: Case) -> str:
    """Return ``template`` with the row's values in words."""
    parts = []
    for text, key, spec, _conversion in Formatter().parse(template):
        parts.append(text)
        if key is not None:
            parts.append(format(row[key], spec) if spec else word(key, row[key], case))
    return "".join(parts)


def word(key: str, value: Any, case: Case) -> str:
    """Return one value as people write it."""
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return "blank"
    kind = _kind(key)
    if isinstance(value, datetime):
        local = case.local(pd.Timestamp(value).to_pydatetime())
        return f"{local:%a} {local.day} {local:%b %Y}" + ("" if kind is Type.DATE else f" {local:%H:%M}")
    if value == NO_LIMIT and kind in (Type.INT, Type.MONEY):
        return "No limit"
    if kind is Type.MONEY:
        return price(int(value), case.campaign.currency)
    if kind is Type.PERCENT:
        return f"{Decimal(str(round(float(value) * 100, 2))).normalize():f}%"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):,}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _kind(key: str) -> Type:
    for ending, kind in (("_money", Type.MONEY), ("_percent", Type.PERCENT)):
        if key.endswith(ending):
            return kind
    return TYPES.get(key, Type.TEXT)


def price(minor: int, currency: str) -> str:
    """Return an amount with all its decimals: ``$12.30``."""
    money = CURRENCIES[currency]
    amount = money.major(abs(minor))
    return f"{'−' if minor < 0 else ''}{money.symbol}{amount:,.{money.decimals}f}"
