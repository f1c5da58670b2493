"""Prices as JSON: every SKU's worst legal price, and the whole story of those that were asked for."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from campaignctl.domain.frames import Dtype
from campaignctl.domain.money import CURRENCIES
from campaignctl.domain.price_frames import BUDGET_LEDGER, PRICE_TABLE, WORST_PRICES, prices_shape
from campaignctl.domain.prices import ALONE, Ceiling, Prices, SkuPrices
from campaignctl.writers.findings_json import finding_json

SCHEMA = 1
_NO_MONEY = frozenset({"units", "line"})


def prices_json(prices: Prices) -> str:
    """Return the text of ``price --json``; money is a decimal string in major units, null where it is not known."""
    whole = {
        "schema": SCHEMA,
        "campaign": prices.campaign,
        "marketplace": prices.marketplace,
        "currency": prices.currency,
        "zone": prices.zone,
        "scope": ALONE,
        "layers": {layer.key: layer.name for layer in prices.layers},
        "prices": list(_rows(prices.table, prices)),
        "skus": [_story(sku, prices) for sku in prices.skus],
        "unpriced": [{**_ids(row), "why": row["why"]} for row in prices.unpriced.to_dict("records")],
        "left_out": dict(prices.left_out),
        "ledger": list(_rows(prices.ledger, prices)),
        "lock": prices.lock,
        "findings": [finding_json(finding, prices.currency) for finding in prices.findings],
    }
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2)
    return text.encode(errors="replace").decode() + "\n"  # a lone surrogate has no bytes in UTF-8


def _story(sku: SkuPrices, prices: Prices) -> dict[str, Any]:
    return {
        **_ids(sku.row),
        "worst": list(_rows(sku.segments, prices)),
        "shelf": list(_rows(sku.shelf, prices)),
        "ceilings": [_ceiling(each, prices) for each in sku.ceilings],
        "findings": [finding_json(finding, prices.currency) for finding in sku.findings],
    }


def _ceiling(ceiling: Ceiling, prices: Prices) -> dict[str, Any]:
    return {
        "tools": ceiling.tools,
        "price": str(CURRENCIES[prices.currency].major(ceiling.price)),
        "strictly": ceiling.strictly,
        "until": ceiling.until.isoformat(),
    }


def _ids(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {key: None if pd.isna(row[key]) else row[key] for key in ("seller_id", "product_id", "sku_id")}


def _rows(frame: pd.DataFrame, prices: Prices) -> Iterable[dict[str, Any]]:
    shape = {**prices_shape(layer.key for layer in prices.layers), **WORST_PRICES, **PRICE_TABLE, **BUDGET_LEDGER}
    money = {key for key, dtype in shape.items() if dtype == Dtype.MONEY} - _NO_MONEY
    shown = [key for key in frame.columns if key != "line"]
    major = CURRENCIES[prices.currency].major
    for row in frame[shown].to_dict("records"):
        yield {str(key): _plain(value, money=key in money, major=major) for key, value in row.items()}


def _plain(value: Any, *, money: bool, major: Any) -> Any:
    if pd.isna(value):
        return None
    if money:
        return str(major(int(value)))
    return value.isoformat() if isinstance(value, datetime) else value
