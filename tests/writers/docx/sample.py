"""A small memo whose figures agree with one another, for the memo's tests."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Document, Section, Text
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, say
from campaignctl.domain.tables import Column, Mark, Table

DAYS = (("Fri 20", 820, 760), ("Sat 21", 640, 660), ("Sun 22", 742, 680))
SHARES = (("Beauty", 1.16), ("Fashion", 0.88), ("All categories", 1.07))
MONEY, PERCENT = Format.MONEY_SHORT, Format.PERCENT


def document(
    *, rename: Callable[[str], str] = str, without: Sequence[str] = (), long: str = "", steps: int = 2
) -> Document:
    """Return a memo; ``rename`` changes names from outside, ``long`` is added to every sentence of its tables."""
    sections = (
        _answer(),
        _days(),
        _insights(rename, long),
        _lift(),
        _categories(),
        _roi(),
        _next(steps, long),
        _data(),
    )
    kept = tuple(section for section in sections if section.slug not in without)
    texts = {
        "campaign.name": rename("Holiday Deals 2026"),
        "campaign.marketplace": "TikTok Shop US",
        "campaign.period": "Nov 20 to 22",
        "report.as_of_words": "Dec 2, 2026, 09:00 PT",
        "report.prepared_by": "Campaign Operations",
    }
    return Document("holiday-deals", "2026-12-02T09:00:00-08:00", _figures(), kept, texts=texts)


def _figures() -> dict[str, Figure]:
    found = [
        Figure("gmv.total", "GMV", Decimal(2202000), "USD", MONEY),
        Figure("gmv.total@target", "GMV", Decimal(2100000), "USD", MONEY),
        Figure("gmv.total~target", "GMV", 0.049, "", PERCENT),
        Figure("orders.total", "Orders", 61000, "", Format.COUNT),
        Figure("lift.total", "Lift", 0.28, "", PERCENT),
        Figure("lost.total", "Lost", Decimal(58000), "USD", MONEY),
        Figure("roi.flash", "ROI", 1.9, "", Format.RATIO),
        Figure("cost.flash", "Cost", Decimal(78000), "USD", Format.MONEY),
    ]
    for name, sold, target in DAYS:
        found.append(Figure(f"gmv.day.{name}", "GMV", Decimal(sold) * 1000, "USD", MONEY))
        found.append(Figure(f"gmv.day.{name}@target", "GMV", Decimal(target) * 1000, "USD", MONEY))
    found += [Figure(f"gmv_to_target.{name}", "share", share, "", PERCENT) for name, share in SHARES]
    return {figure.id: figure for figure in found}


def _answer() -> Section:
    heads = (Column("what", ""), Column("result", "Result"), Column("plan", "Target"), Column("vs_plan", "vs target"))
    rows = (
        ("GMV", Ref("gmv.total"), Ref("gmv.total@target"), Ref("gmv.total~target")),
        ("Orders", Ref("orders.total"), None, None),
    )
    table = Table("figures", heads, rows, marks={(0, "vs_plan"): Mark.GOOD})
    answer = Text("answer", (say("{gmv.total} sold, {gmv.total~target!u} above target."),))
    title = say("Holiday Deals sold {gmv.total}, {gmv.total~target!u} above target")
    return Section("memo", "Memo", title, parts=(answer, table), source=say("Source: order exports."))


def _days() -> Section:
    sold = [f"gmv.day.{name}" for name, *_ in DAYS]
    series = (
        Series("Campaign", (sold[0], None, sold[2])),
        Series("Below target", (None, sold[1], None), Role.ATTENTION),
        Series("Target", tuple(f"{name}@target" for name in sold), Role.TARGET, line=True),
    )
    names = tuple(name for name, *_ in DAYS)
    chart = Chart("days", ChartKind.COMBO, say("Two of three days beat their pace"), "USD", MONEY, names, series)
    return Section("days", "Days", chart.title, parts=(chart,))


def _insights(rename: Callable[[str], str], long: str) -> Section:
    heads = (Column("kind", ""), Column("what", "What"), Column("how_sure", "How sure"), Column("next", "Next"))
    lost = say("{shop} ran out of stock and lost {lost.total}" + long, shop=rename("Southloom Apparel"))
    row = ("▼ lost", lost, say("95% interval" + long), None)
    marks = {(at, "kind"): Mark.BAD for at in range(5)}
    table = Table("highlights", heads, (row,) * (5 if long else 1), marks=marks)
    return Section("insights", "Insights", say("What stands out"), parts=(table,))


def _lift() -> Section:
    return Section(
        "lift", "Lift", say("A lift of {lift.total}"), parts=(Text("lift-words", (say("Sold {gmv.total}."),)),)
    )


def _categories() -> Section:
    ids = [f"gmv_to_target.{name}" for name, _ in SHARES]
    series = (Series("Met", (ids[0], None, ids[2])), Series("Missed", (None, ids[1], None), Role.ATTENTION))
    title, names = say("One of two categories beat its target"), tuple(name for name, _ in SHARES)
    chart = Chart("percent-of-target", ChartKind.BAR, title, "% of target", PERCENT, names, series)
    return Section("categories", "Categories", title, parts=(chart,))


def _roi() -> Section:
    heads = (Column("what", "Promotion"), Column("cost", "Cost"), Column("roi", "ROI"), Column("verdict", "Verdict"))
    row = ("Flash deals", Ref("cost.flash"), Ref("roi.flash"), "▲ Paid back")
    return Section("roi", "ROI", say("Flash deals paid back"), parts=(Table("roi-rows", heads, (row,)),))


def _next(steps: int, long: str) -> Section:
    heads = (Column("kind", ""), Column("next", "What to do"), Column("what", "Why"), Column("owner", "Owner"))
    row = ("▲ Repeat", "Flash deals" + long, say("They lost {lost.total}" + long), "D. Kim")
    marks = {(at, "kind"): Mark.GOOD for at in range(steps)}
    return Section(
        "next", "Next", say("What we propose next"), parts=(Table("next", heads, (row,) * steps, marks=marks),)
    )


def _data() -> Section:
    return Section("data", "Data", say("How sure we are"), parts=(Text("sureness", (say("All rows were usable."),)),))
