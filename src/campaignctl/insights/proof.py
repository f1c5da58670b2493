"""What a drawn example's evidence makes a detector say: the whole way, for tests and documentation."""

from datetime import UTC, datetime
from decimal import Decimal

import pandas as pd

from campaignctl.catalogue.drawn import DrawnSheet
from campaignctl.domain.campaign import Campaign, Window
from campaignctl.domain.document import Document
from campaignctl.insights.evidence import Evidence, unit_of
from campaignctl.insights.example import Example
from campaignctl.insights.history import History
from campaignctl.insights.insight import Insight
from campaignctl.insights.ranking import found
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.ledger import At, Ledger
from campaignctl.metrics.metric import Unit

WEEK = Window(datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 11, 27, tzinfo=UTC))
FRAMES = {"registered", "streams", "changes"}


def said(page: Insight, drawn: Example) -> list[tuple[str, str]]:
    """Return what ``page`` says of a drawing: (sort, sentence), the weightiest first."""
    evidence = evidence_of(drawn)
    ranked = found([page], evidence)
    document = Document("", "", evidence.ledger.figures, ())
    return [(one.tried.sort.value, document.words(one.tried.say)) for one in ranked if one.tried.say]


def evidence_of(drawn: Example) -> Evidence:
    """Return the evidence that an example draws."""
    sheets = {sheet.name: sheet for sheet in drawn.drawn.sheets}
    history = {_measured(name): _by_stretch(sheet, name) for name, sheet in sheets.items() if " by " in name}
    ledger = Ledger("USD")
    for measured, table in history.items():
        if measured == ("value", "category") and 0 in table:
            ledger.enter(by_id("gmv"), ledger.money(int(table[0].sum())))
    for name, period in (("figures", ""), ("targets", "target"), ("baseline", "baseline")):
        for row in _records(sheets.get(name)):
            _enter(ledger, row, period)
    frames = {name: pd.DataFrame(_records(sheets[name])) for name in FRAMES if name in sheets}
    names = {row["id"]: row["name"] for row in _records(sheets.get("names"))}
    campaign = Campaign("Deals", "HD26", "Market", "UTC", "USD", WEEK)
    return Evidence(campaign, ledger, History(drawn=history), names, **frames)


def _measured(name: str) -> tuple[str, str]:
    measure, _, dimension = name.partition(" by ")
    return measure, dimension


def _by_stretch(sheet: DrawnSheet, name: str) -> pd.DataFrame:
    measure, dimension = _measured(name)
    scale = 100 if unit_of(measure) is Unit.MONEY else 1
    stretches = [int(heading) for heading in sheet.headings[1:]]
    rows = {row.cells[0]: [int(Decimal(cell) * scale) for cell in row.cells[1:]] for row in sheet.rows}
    return pd.DataFrame.from_dict(rows, orient="index", columns=stretches).astype("Int64").rename_axis(dimension)


def _records(sheet: DrawnSheet | None) -> list[dict[str, str]]:
    return [dict(zip(sheet.headings, row.cells, strict=True)) for row in sheet.rows] if sheet else []


def _enter(ledger: Ledger, row: dict[str, str], period: str) -> None:
    page = by_id(row["metric"])
    at = At(row.get("scope") or "total", row.get("key", "")).on(period)
    value = Decimal(row["value"]) if page.unit is Unit.MONEY else float(row["value"])
    ledger.enter(page, value, at)
