"""What a drawn example's evidence makes a detector say: the whole way, for tests and documentation."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from campaignctl.catalogue.drawn import DrawnSheet
from campaignctl.domain.campaign import Campaign, Window
from campaignctl.domain.document import Document
from campaignctl.domain.formats import Format
from campaignctl.insights.evidence import Evidence, unit_of
from campaignctl.insights.example import Example
from campaignctl.insights.facts import Beside, DaySold, Event, Funnel, Kept, PaidBack, ShopEvent, SkuSold, StreamSold
from campaignctl.insights.history import CAMPAIGN, History, Row
from campaignctl.insights.insight import Insight
from campaignctl.insights.ranking import found
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.ledger import At, Ledger
from campaignctl.metrics.metric import Unit

WEEK = Window(datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 11, 27, tzinfo=UTC))
_ROWS: dict[str, type[Any]] = {
    "days": DaySold,
    "skus": SkuSold,
    "streams": StreamSold,
    "unregistered": Beside,
    "paid_back": PaidBack,
    "promises": Kept,
    "events": Event,
    "shop_events": ShopEvent,
    "funnels": Funnel,
}
_CELLS: dict[str, Callable[[str], Any]] = {
    "day": date.fromisoformat,
    **dict.fromkeys(("value", "value_before", "value_else", "usual", "price"), lambda cell: int(Decimal(cell) * 100)),
    **dict.fromkeys(
        ("stock", "units", "views", "visitors", "visitors_before", "buyers", "buyers_before", "orders"), int
    ),
    **dict.fromkeys(("others", "orders_else", "others_else", "freedom"), int),
    **dict.fromkeys(("hours_on_sale", "hours_left", "passed", "days_else", "swing"), float),
    **dict.fromkeys(("cost", "brought", "overpaid", "lost", "slot_lost"), lambda cell: int(Decimal(cell) * 100)),
    **dict.fromkeys(("low", "high", "p", "bears", "kept"), float),
    **dict.fromkeys(
        ("dear_lines", "dear_units", "short_lines", "missing_units", "slots_missed", "minutes", "slots"), int
    ),
}


def said(page: Insight, drawn: Example) -> list[tuple[str, str]]:
    """Return what ``page`` says of a drawing: (sort, sentence), the weightiest first."""
    evidence = evidence_of(drawn)
    ranked = found([page], evidence)
    document = Document("", "", evidence.ledger.figures, ())
    return [(one.tried.sort.value, document.words(one.tried.say)) for one in ranked if one.tried.say]


def evidence_of(drawn: Example) -> Evidence:
    """Return the evidence that an example draws."""
    sheets = {sheet.name: sheet for sheet in drawn.drawn.sheets}
    history = {_measured(name): _stretches(sheet, name) for name, sheet in sheets.items() if " by " in name}
    ledger = Ledger("USD")
    if ("value", "category") in history:
        ledger.enter(by_id("gmv"), ledger.money(sum(row.now for row in history["value", "category"])))
    for name, period in (("figures", ""), ("targets", "target"), ("baseline", "baseline")):
        for row in _records(sheets.get(name)):
            _enter(ledger, row, period)
    things: dict[str, Any] = {name: _things(sheets[name], kind) for name, kind in _ROWS.items() if name in sheets}
    for row in _records(sheets.get("against baseline")):
        at = At(row.get("scope") or "total", row.get("key", "")).against("baseline")
        ledger.enter(by_id(row["metric"]), float(row["value"]), at, form=Format.PERCENT)
    names = {row["id"]: row["name"] for row in _records(sheets.get("names"))}
    campaign = Campaign("Deals", "HD26", "Market", "UTC", "USD", WEEK)
    return Evidence(campaign, ledger, History(drawn=history), names, **things)


def _measured(name: str) -> tuple[str, ...]:
    measure, _, dimensions = name.partition(" by ")
    return (measure, *dimensions.split(", "))


def _stretches(sheet: DrawnSheet, name: str) -> tuple[Row, ...]:
    """Return a drawn history; its headings after the dimensions are stretches, 0 the campaign."""
    measure, *dimensions = _measured(name)
    scale, deep = 100 if unit_of(measure) is Unit.MONEY else 1, len(dimensions)
    stretches = [int(heading) for heading in sheet.headings[deep:]]
    found = []
    for row in sheet.rows:
        amounts = dict(zip(stretches, (int(Decimal(cell) * scale) for cell in row.cells[deep:]), strict=True))
        past = tuple(amounts[stretch] for stretch in sorted(amounts) if stretch < CAMPAIGN)
        found.append(Row(tuple(row.cells[:deep]), past, amounts.get(CAMPAIGN, 0)))
    return tuple(found)


def _things(sheet: DrawnSheet, kind: type[Any]) -> tuple[Any, ...]:
    return tuple(kind(**{key: _CELLS.get(key, str)(cell) for key, cell in row.items()}) for row in _records(sheet))


def _records(sheet: DrawnSheet | None) -> list[dict[str, str]]:
    return [dict(zip(sheet.headings, row.cells, strict=True)) for row in sheet.rows] if sheet else []


def _enter(ledger: Ledger, row: dict[str, str], period: str) -> None:
    page = by_id(row["metric"])
    at = At(row.get("scope") or "total", row.get("key", "")).on(period)
    value = Decimal(row["value"]) if page.unit is Unit.MONEY else float(row["value"])
    ledger.enter(page, value, at)
