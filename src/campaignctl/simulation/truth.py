"""``truth.json``: the faults that were planted, what truly moved the sales, and by how much; ``causes`` tells its shape."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from campaignctl.simulation.causes import EVENT, NOT_KEPT, STOCK_OUT, Cause
from campaignctl.simulation.demand import TAKEN, without_campaign
from campaignctl.simulation.faults.planting import Fault
from campaignctl.simulation.sales import Sales, moment_of
from campaignctl.simulation.world import AS_OF, BEFORE, CAMPAIGN, DAYS, ZONE, World

AROUND = 7
_DAY = 86_400


def truth(world: World, sold: Sequence[Sales], faults: Sequence[Fault]) -> str:
    """Return ``truth.json``; ``sold`` are the sales of everyone. Faults that speak of the hour are found ``as_of``."""
    lift: dict[str, Any] = {"orders_by_seller": {shop.seller_id: round(shop.lift - 1, 4) for shop in world.shops}}
    if world.comparison:
        lift["gmv"] = true_lift(world, sold)
    causes = [_told(cause) for cause in known(world, sold)]
    whole = {
        "schema": 1,
        "seed": world.seed,
        "as_of": AS_OF.isoformat(timespec="minutes"),
        "faults": [
            {"code": f.code, "file": f.file, "sheet": f.sheet, "cell": f.cell, "also": list(f.also)} for f in faults
        ],
        "lift": lift,
        "causes": causes,
        "events": [cause for cause in causes if cause["kind"] == EVENT],
    }
    return json.dumps(whole, indent=2) + "\n"


def known(world: World, sold: Sequence[Sales]) -> tuple[Cause, ...]:
    """Return the causes with what only the sales tell: when stock ran out."""
    out = {sku: moment_of(second) for sales in sold for sku, second in sales.sold_out.items()}
    return tuple(
        replace(cause, starts=out[cause.sku] + timedelta(seconds=1)) if cause.kind in {STOCK_OUT, NOT_KEPT} else cause
        for cause in world.causes
    )


def true_lift(world: World, sold: Sequence[Sales]) -> dict[str, Any]:
    """Return the effect on GMV in the campaign's days, net of what was only moved, and on shops beside it.

    What is expected without the campaign is a shop's orders to expect times what an order of its own brought before.
    """
    inside, around = (BEFORE, BEFORE + DAYS), (BEFORE - AROUND, BEFORE + DAYS + AROUND)
    treated = [sales for sales in sold if sales.shop.role == CAMPAIGN]
    observed, expected = _observed(treated, *inside), _expected(world, treated, *inside)
    moved = _observed(treated, *around) - _expected(world, treated, *around)
    return {
        "gross": round(observed / expected - 1, 4),
        "net": round(moved / expected, 4),
        "near": round(TAKEN - 1, 4),
        "observed": int(observed),
        "expected": round(expected),
    }


def _observed(sold: Sequence[Sales], first: int, last: int) -> float:
    return float(sum(_gmv(sales, first, last) for sales in sold))


def _gmv(sales: Sales, first: int, last: int) -> float:
    within = sales.counted & (sales.paid >= first * _DAY) & (sales.paid < last * _DAY)
    return float(sales.after[within].sum())


def _expected(world: World, sold: Sequence[Sales], first: int, last: int) -> float:
    total = 0.0
    for sales in sold:
        rates = without_campaign(world, sales.shop)
        before = sales.created < BEFORE * _DAY
        orders = len(np.unique(sales.order[before]))
        total += rates[first:last].sum() * float(sales.after[before & sales.counted].sum()) / max(orders, 1)
    return total


def _told(cause: Cause) -> Mapping[str, Any]:
    return {
        "kind": cause.kind,
        "seller": cause.seller or None,
        "category": cause.category or None,
        "sku": cause.sku or None,
        "promotion": cause.promotion or None,
        "other": cause.other or None,
        "from": _local(cause.starts),
        "to": _local(cause.ends),
        "amount": cause.amount,
        "unit": cause.unit,
        "words": cause.words,
    }


def _local(moment: datetime) -> str:
    return moment.replace(tzinfo=ZoneInfo(ZONE)).isoformat()
