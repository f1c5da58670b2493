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
RETURNS = (
    ("flash", "Flash deals", 78000, 1.9, 1.1, 2.7),
    ("coupon", "Seller coupons", 64000, 1.1, 0.6, 1.7),
    ("voucher", "Co-funded voucher", 94000, 0.6, 0.3, 0.9),
)
OPEN = "coupon"
SHARES = (("Beauty", 1.16), ("Fashion", 0.88), ("All categories", 1.07))
MONEY, PERCENT = Format.MONEY_SHORT, Format.PERCENT


def document(
    *, rename: Callable[[str], str] = str, without: Sequence[str] = (), long: str = "", steps: int = 2
) -> Document:
    """Return a memo; ``rename`` changes names from outside, ``long`` is added to every sentence of its tables."""
    sections = (
        _answer(),
        _lift(),
        _standing(),
        _insights(rename, long),
        _roi(rename),
        _promised(rename),
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
        "report.addressed_to": rename("L. Hartmann, Head of Campaigns"),
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
        Figure("decisions.total", "Decisions", 2, "", Format.COUNT),
        Figure("promised.price", "Promised", 412, "", Format.COUNT),
        Figure("kept.price", "Kept", 381, "", Format.COUNT),
        Figure("share.price", "Share", 381 / 412, "", PERCENT),
        Figure("broken.price", "Broken", 31, "", Format.COUNT),
        Figure("broken.cost", "Cost", Decimal(105000), "USD", Format.MONEY),
    ]
    for name, _, cost, *ends in RETURNS:
        found.append(Figure(f"cost.{name}", "Cost", Decimal(cost), "USD", Format.MONEY))
        ids = (f"roi.{name}", f"roi_low.{name}", f"roi_high.{name}")
        found += [Figure(one, "ROI", value, "", Format.RETURN) for one, value in zip(ids, ends, strict=True)]
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
    asked = Text("ask", (say("We ask for {decisions.total} decisions by Dec 11."),))
    return Section("memo", "Memo", title, parts=(answer, asked, table), source=say("Source: order exports."))


def _standing() -> Section:
    text = Text("standing", (say("Two of three days beat their pace."), say("One of two categories beat its target.")))
    return Section("standing", "Standing", text.sentences[0], parts=(text, _categories(), _days()))


def _days() -> Chart:
    sold = [f"gmv.day.{name}" for name, *_ in DAYS]
    series = (
        Series("Campaign", (sold[0], None, sold[2])),
        Series("Below target", (None, sold[1], None), Role.ATTENTION),
        Series("Target", tuple(f"{name}@target" for name in sold), Role.TARGET, line=True),
    )
    names = tuple(name for name, *_ in DAYS)
    return Chart("days", ChartKind.COMBO, say("Two of three days beat their pace"), "USD", MONEY, names, series)


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


def _categories() -> Chart:
    ids = [f"gmv_to_target.{name}" for name, _ in SHARES]
    series = (Series("Met", (ids[0], None, ids[2])), Series("Missed", (None, ids[1], None), Role.ATTENTION))
    title, names = say("One of two categories beat its target"), tuple(name for name, _ in SHARES)
    return Chart("percent-of-target", ChartKind.BAR, title, "% of target", PERCENT, names, series)


def _roi(rename: Callable[[str], str]) -> Section:
    heads = (Column("what", "Promotion"), Column("cost", "Cost"), Column("ratio", "ROI"), Column("interval", ""))
    rows = tuple(
        (rename(name), Ref(f"cost.{key}"), Ref(f"roi.{key}"), say(f"({{roi_low.{key}}} to {{roi_high.{key}}})"))
        for key, name, *_ in RETURNS
    )
    series = tuple(
        Series(name, _those("roi", is_open), low=_those("roi_low", is_open), high=_those("roi_high", is_open))
        for name, is_open in (("Decided", False), ("Open", True))
    )
    title, names = say("Margin added per unit of discount"), tuple(rename(name) for _, name, *_ in RETURNS)
    chart = Chart("roi", ChartKind.BAR, title, "margin", Format.RETURN, names, series, title)
    note = Text("payback-note", (say("Filled: the interval lies on one side of break-even; hollow: it holds it."),))
    return Section("roi", "ROI", say("Flash deals paid back"), parts=(Table("roi-rows", heads, rows), chart, note))


def _those(word: str, is_open: bool) -> tuple[str | None, ...]:  # noqa: FBT001 - which half of the rows
    return tuple(f"{word}.{key}" if (key == OPEN) == is_open else None for key, *_ in RETURNS)


def _promised(rename: Callable[[str], str]) -> Section:
    keys = ("what", "promised", "kept", "share", "worst", "cost")
    worst = say("{shop}, {broken.price} lines", shop=rename("Casa Verde Home"))
    row = ("Price", Ref("promised.price"), Ref("kept.price"), Ref("share.price"), worst, Ref("broken.cost"))
    total = ("All", None, None, None, None, Ref("broken.cost"))
    table = Table("promised-kinds", tuple(Column(key, key) for key in keys), (row,), total)
    return Section("promised", "Promised", say("Broken promises cost {broken.cost}"), parts=(table,))


def _next(steps: int, long: str) -> Section:
    heads = tuple(Column(key, key) for key in ("kind", "next", "what", "at_stake", "owner"))
    stake = say("{lost.total} GMV")
    row = ("▲ Repeat", "Flash deals" + long, say("They lost {lost.total}" + long), stake, "D. Kim")
    marks = {(at, "kind"): Mark.GOOD for at in range(steps)}
    title = say("We ask for {decisions.total} decisions by Dec 11")
    return Section("next", "Next", title, parts=(Table("next", heads, (row,) * steps, marks=marks),))


def _data() -> Section:
    return Section("data", "Data", say("How sure we are"), parts=(Text("sureness", (say("All rows were usable."),)),))
