"""An invented campaign report whose figures agree with one another, for the deck's tests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Against, Card, Document, Section, Text
from campaignctl.domain.figures import Figure, slugs
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Column, Mark, Table

HOSTILE = (
    "=1+1",
    "</script><b>x</b>",
    "{{7*7}}",
    "https://example.test/?a=1&b=2",
    "Ünïcødé 🛍️ 店铺 " * 14,
    "W" * 200,
    "bell\x07null\x00tab\tline\nend\ud800",
    "متجر العطور \u202egnp.exe",
    "{{ gmv.total }}",
)
CATEGORIES = (
    ("Electronics accessories", 5, 48, 566, 480, 337),
    ("Beauty & Personal Care", 11, 118, 1214, 1050, 702),
    ("Toys & Hobbies", 2, 28, 282, 260, 188),
    ("Health & Wellness", 4, 42, 418, 390, 273),
    ("Home & Kitchen", 8, 92, 742, 720, 498),
    ("Fashion", 8, 84, 618, 700, 432),
)
DAYS = (
    ("Fri Nov 20", 820, 760, 471),
    ("Sat Nov 21", 690, 660, 500),
    ("Sun Nov 22", 742, 680, 519),
    ("Mon Nov 23", 698, 700, 459),
    ("Tue Nov 24", 890, 800, 481),
)
ABOVE = (
    ("DewLane Beauty", 92, 317),
    ("WattEdge", 61, 203),
    ("TrueRoot", 38, 146),
    ("Dermia", 34, 170),
    ("Hearth & Pan", 29, 161),
    ("Tiny Planet Toys", 24, 141),
    ("Sorbet Skin", 22, 110),
    ("Nimbus Audio", 20, 125),
)
BELOW = (
    ("Southloom Apparel", -61, 174),
    ("Casa Bruma Home", -44, 129),
    ("Modenhaus", -37, 119),
    ("PixelPort", -18, 86),
    ("Wildfern Kids", -14, 78),
    ("Luma Basics", -10, 71),
    ("Bluepeak Gear", -7, 64),
    ("Cozy Nest", -5, 56),
)
STREAMS = (
    (
        "Black Friday opening: serum set and friends",
        "DewLane Beauty",
        "Fri Nov 20, 19:00",
        61240,
        1688400,
        0.0612,
        0.0431,
    ),
    ("Late night deals", "WattEdge", "Tue Nov 24, 20:00", 44105, 1422700, 0.0588, 0.0407),
    ("Root routine", "TrueRoot", "Sun Nov 22, 18:30", 30480, 1128900, 0.0541, 0.0389),
    ("Doctor Dermia answers", "Dermia", "Sat Nov 21, 19:00", 24990, 1086500, 0.0502, 0.0351),
    ("One pan, five dinners", "Hearth & Pan", "Tue Nov 24, 18:00", 21730, 905400, 0.0496, 0.0340),
    ("Toy shelf tour", "Tiny Planet Toys", "Sun Nov 22, 10:00", 9840, 820000, 0.0377, 0.0262),
    ("Sorbet sundays", "Sorbet Skin", "Sun Nov 22, 20:00", 8120, 427400, 0.0462, 0.0318),
    ("Noise, cancelled", "Nimbus Audio", "Mon Nov 23, 12:00", 3610, 401100, 0.0298, 0.0205),
)
TERMS = (
    ("GMV", "Value of paid orders by payment time, incl. later refunds"),
    ("Target", "Targets sheet of campaign.xlsx, fixed Nov 6"),
    ("Baseline", "Mean of the four previous Fri–Tue windows"),
    ("Orders", "Distinct order ids with at least one paid line that is neither sample nor gift"),
    ("Discount", "List price less what the buyer paid, by who funded it: the seller or the platform"),
    ("Watch GPM", "Direct LIVE GMV ÷ views × 1,000"),
    ("CTR", "Product clicks ÷ product impressions"),
    ("CTOR", "Orders ÷ product clicks"),
)
FILES = (
    ("exports/s-001/orders.csv", 110500, 0.996, "462 doubles dropped", Mark.NEUTRAL),
    ("exports/s-001/live.xlsx", 26, 1.0, "complete", Mark.NEUTRAL),
    ("campaign.xlsx", 412, 1.0, "complete", Mark.NEUTRAL),
    ("exports/s-017/orders.csv", 4310, 0.87, "13% of the rows have no category", Mark.BAD),
)


@dataclass
class Book:
    """Figures as they are made; every maker returns the id."""

    figures: dict[str, Figure] = field(default_factory=dict)

    def add(self, id_: str, value: object, form: Format, unit: str = "") -> str:
        self.figures[id_] = Figure(id_, id_, value, unit, form)  # type: ignore[arg-type]
        return id_

    def money(self, id_: str, thousands: float | None) -> str:
        value = None if thousands is None else Decimal(str(thousands)) * 1000
        return self.add(id_, value, Format.MONEY_SHORT, "USD")

    def count(self, id_: str, value: int) -> str:
        return self.add(id_, value, Format.COUNT)

    def rate(self, id_: str, value: float) -> str:
        return self.add(id_, value, Format.PERCENT)


def dollars(id_: str) -> Ref:
    """A cell in whole dollars."""
    return Ref(id_, format=Format.MONEY)


def mark(change: float) -> Mark:
    return Mark.GOOD if change > 0 else Mark.BAD if change < 0 else Mark.NEUTRAL


SOURCE = Sentence(
    (
        "Source: orders export, target sheet.  ",
        "Period: Nov 20, 00:00 to Nov 25, 00:00 PT (5 days).  ",
        "GMV: paid orders incl. later refunds.",
    )
)


def document(
    *,
    categories: Sequence[tuple[str, int, int, float, float, float]] = CATEGORIES,
    days: Sequence[tuple[str, float, float, float]] = DAYS,
    rename: Callable[[str], str] = str,
    without: Sequence[str] = (),
) -> Document:
    """Return the report; ``rename`` changes every name that comes from outside, ``without`` leaves sections out."""
    book = Book()
    _totals(book, categories)
    sections = (
        _cover(book, days),
        _summary(),
        _scorecard(book, categories, rename),
        _pace(book, days),
        _sellers(book, rename),
        _streams(book, rename),
        _definitions(book, rename),
    )
    texts = {
        "campaign.name": rename("Holiday Deals 2026"),
        "campaign.marketplace": "TikTok Shop US",
        "campaign.period": "Nov 20 to 25",
        "campaign.zone_words": "midnight to midnight, Pacific time",
        "report.as_of_words": "Dec 2, 2026, 09:00 PT",
        "report.prepared_by": "Campaign Operations",
        "report.kind": "Campaign report",
        "report.audience": "internal",
    }
    kept = tuple(section for section in sections if section.slug not in without)
    return Document("holiday-deals", "2026-12-02T09:00:00-08:00", book.figures, kept, texts=texts)


def without_parts(whole: Document, *slugs_: str) -> Document:
    """Return a document that lacks the named parts, wherever they stand."""
    sections = tuple(
        replace(section, parts=tuple(part for part in section.parts if part.slug not in slugs_))
        for section in whole.sections
    )
    return replace(whole, sections=sections)


def _totals(book: Book, categories: Sequence[tuple[str, int, int, float, float, float]]) -> None:
    gmv, target, baseline = (sum(row[place] for row in categories) for place in (3, 4, 5))
    book.money("gmv.total", gmv)
    book.money("gmv.total@target", target)
    book.money("gmv.total@baseline", baseline)
    book.money("gmv_gap.total~target", gmv - target)
    book.rate("gmv.total~target", gmv / target - 1)
    book.rate("gmv.total~baseline", gmv / baseline - 1)
    book.rate("percent_of_target.total", gmv / target)
    book.count("orders.total", 110038)
    book.rate("orders.total~baseline", 0.64)
    book.rate("discount_share.total", 0.105)
    book.add("discount_share.total~baseline", 0.033, Format.POINTS)
    book.add("aov.total", Decimal("34.90"), Format.MONEY, "USD")
    book.rate("aov.total~baseline", -0.038)
    book.count("days.total", 5)
    book.count("sellers.total", sum(row[1] for row in categories))
    book.count("skus.total", sum(row[2] for row in categories))
    book.count("streams.total", 26)
    book.money("shortfall.total~plan", -196)


def _cover(book: Book, days: Sequence[tuple[str, float, float, float]]) -> Section:
    values = tuple(book.money(f"gmv.day.{number}", row[1]) for number, row in enumerate(days))
    names = tuple(name.replace("Nov ", "") for name, *_ in days)
    chart = Chart(
        "gmv-by-day",
        ChartKind.COLUMN,
        say("Tuesday sold most, {gmv.day.0} on the first day"),
        "USD",
        Format.MONEY_SHORT,
        names,
        (Series("GMV", values),),
        alt=say("GMV by day; the first day {gmv.day.0}"),
    )
    title = say(
        "Sold {gmv.total} in five days, {gmv.total~target!u} above target and {gmv.total~baseline!u} above baseline"
    )
    return Section("cover", "Cover", title, parts=(chart,), source=SOURCE)


def _summary() -> Section:
    cards = (
        Card(
            "card-1",
            "GMV",
            "gmv.total",
            (
                Against(say("target {gmv.total@target}"), "gmv.total~target", Mark.GOOD),
                Against(say("baseline {gmv.total@baseline}"), "gmv.total~baseline", Mark.GOOD),
            ),
        ),
        Card("card-2", "Orders", "orders.total", (Against(say("baseline"), "orders.total~baseline", Mark.GOOD),)),
        Card("card-3", "Order value", "aov.total", (Against(say("baseline"), "aov.total~baseline", Mark.BAD),)),
        Card(
            "card-4",
            "Discount, share of GMV",
            "discount_share.total",
            (Against(say("baseline"), "discount_share.total~baseline", Mark.BAD), Against(say("no target was set"))),
        ),
    )
    points = Text(
        "summary-points",
        (
            say(
                "GMV was {gmv_gap.total~target} against target: "
                "{gmv.total} of {gmv.total@target}, {percent_of_target.total} of it."
            ),
            say(
                "Order value fell by {aov.total~baseline!u} to {aov.total}, "
                "while orders rose by {orders.total~baseline!u}."
            ),
            say("Eight sellers stayed {shortfall.total~plan} below their plan; three of them caused most of it."),
        ),
    )
    title = say(
        "Holiday Deals sold {gmv.total}, {gmv.total~target!u} above target; "
        "orders drove it, with smaller baskets than usual"
    )
    return Section("summary", "Executive summary", title, parts=(*cards, points), source=SOURCE)


def _scorecard(
    book: Book, categories: Sequence[tuple[str, int, int, float, float, float]], rename: Callable[[str], str]
) -> Section:
    rows, marks, met, missed = [], {}, [], []
    keys = slugs([row[0] for row in categories])
    total = ("All categories", *(sum(row[place] for row in categories) for place in range(1, 6)))
    for index, (name, sellers, skus, gmv, target, baseline) in enumerate((*categories, total)):
        key = f"category.{keys[name]}" if name in keys else "all"
        percent = book.rate(f"percent_of_target.{key}", gmv / target)
        cells = (
            rename(name) if name in keys else name,
            Ref(book.count(f"sellers.{key}", int(sellers))),
            Ref(book.count(f"skus.{key}", int(skus))),
            dollars(book.money(f"gmv.{key}", gmv)),
            dollars(book.money(f"gmv.{key}@target", target)),
            Ref(percent),
            dollars(book.money(f"gmv_gap.{key}~target", gmv - target)),
            Ref(book.rate(f"gmv.{key}~baseline", gmv / baseline - 1)),
        )
        rows.append(cells)
        marks[index, "vs_target"], marks[index, "vs_baseline"] = mark(gmv - target), mark(gmv - baseline)
        met.append(percent if gmv >= target else None)
        missed.append(percent if gmv < target else None)
    columns = (
        Column("category", "Category"),
        Column("sellers", "Sellers", Format.COUNT),
        Column("skus", "SKUs", Format.COUNT),
        Column("gmv", "GMV", Format.MONEY),
        Column("target", "Target", Format.MONEY),
        Column("percent_of_target", "GMV as % of target", Format.PERCENT),
        Column("vs_target", "vs target", Format.MONEY),
        Column("vs_baseline", "vs baseline", Format.PERCENT),
    )
    table = Table("scorecard", columns, tuple(rows[:-1]), rows[-1], marks)
    chart = Chart(
        "percent-of-target",
        ChartKind.BAR,
        say("Fashion missed its target"),
        "% of target",
        Format.PERCENT,
        tuple(str(row[0]) for row in rows),
        (Series("Met", tuple(met)), Series("Missed", tuple(missed), Role.ATTENTION)),
        alt=say("Percent of target by category"),
    )
    return Section(
        "scorecard",
        "Scorecard by category",
        say("Five of six categories beat their target; Fashion missed its target by $82K"),
        say("GMV in USD against target and baseline, sorted by percent of target"),
        (table, chart),
        SOURCE,
    )


def _pace(book: Book, days: Sequence[tuple[str, float, float, float]]) -> Section:
    met, below, target, baseline = [], [], [], []
    rows: list[list[Ref | str]] = [["GMV"], ["vs target"], ["running total"], ["vs baseline"]]
    marks, running = {}, 0.0
    for number, (_name, gmv, goal, usual) in enumerate(days):
        running += gmv - goal
        sold = f"gmv.day.{number}"
        met.append(sold if gmv >= goal else None)
        below.append(sold if gmv < goal else None)
        target.append(book.money(f"gmv.day.{number}@target", goal))
        baseline.append(book.money(f"gmv.day.{number}@baseline", usual))
        rows[0].append(dollars(sold))
        rows[1].append(dollars(book.money(f"gmv_gap.day.{number}~target", gmv - goal)))
        rows[2].append(dollars(book.money(f"running.day.{number}~target", running)))
        rows[3].append(Ref(book.rate(f"gmv.day.{number}~baseline", gmv / usual - 1)))
        marks[1, f"day-{number}"], marks[3, f"day-{number}"] = mark(gmv - goal), mark(gmv - usual)
    columns = (Column("what", ""), *(Column(f"day-{n}", name, Format.MONEY) for n, (name, *_) in enumerate(days)))
    table = Table("pace", columns, tuple(map(tuple, rows)), marks=marks)
    chart = Chart(
        "pace",
        ChartKind.COMBO,
        say("Every day but Monday beat its target"),
        "USD",
        Format.MONEY_SHORT,
        tuple(name for name, *_ in days),
        (
            Series("Campaign", tuple(met)),
            Series("Below target", tuple(below), Role.ATTENTION),
            Series("Target", tuple(target), Role.TARGET, line=True),
            Series("Baseline", tuple(baseline), Role.BASELINE, line=True),
        ),
        alt=say("GMV by day against target and baseline"),
    )
    return Section(
        "pace",
        "Pace",
        say(
            "Every day but Monday beat its target; "
            "the campaign closed {gmv_gap.total~target!u} ({gmv.total~target!u}) above"
        ),
        say("GMV by day, USD, Pacific time"),
        (chart, table) if len(days) <= 7 else (chart,),
        SOURCE,
    )


def _sellers(book: Book, rename: Callable[[str], str]) -> Section:
    spread = Chart(
        "spread",
        ChartKind.STACKED_COLUMN,
        say("24 of 38 sellers are above plan"),
        "sellers",
        Format.COUNT,
        ("Sellers",),
        tuple(
            Series(name, (book.count(f"sellers.{key}", count),))
            for name, key, count in (("Above", "above", 24), ("On", "on", 6), ("Below", "below", 8))
        ),
    )
    parts = [spread]
    for side, sellers, title in (
        ("above", ABOVE, "Eight furthest above plan"),
        ("below", BELOW, "All eight below plan"),
    ):
        rows, plain, culprits = [], [], []
        for number, (name, gap, plan) in enumerate(sellers):
            change = book.money(f"gmv_gap.{side}.{number}~plan", gap)
            rows.append(
                (rename(name), dollars(change), Ref(book.rate(f"percent_of_plan.{side}.{number}", 1 + gap / plan)))
            )
            largest = side == "below" and number < 3
            plain.append(None if largest else change)
            culprits.append(change if largest else None)
        columns = (
            Column("seller", "Seller"),
            Column("vs_plan", "vs plan", Format.MONEY),
            Column("percent_of_plan", "% of plan", Format.PERCENT),
        )
        parts.append(Table(f"sellers-{side}", columns, tuple(rows)))
        series = [Series("Above plan" if side == "above" else "Others", tuple(plain))]
        if side == "below":
            series.append(Series("Three largest", tuple(culprits), Role.ATTENTION))
        names = tuple(str(row[0]) for row in rows)
        parts.append(Chart(side, ChartKind.BAR, say(title), "USD", Format.MONEY, names, tuple(series)))
    title = say("24 of 38 sellers beat their plan; three sellers caused $142K of the $196K shortfall")
    context = say("GMV against plan, sellers by distance from it, both sides on one scale")
    return Section("sellers", "Sellers", title, context, tuple(parts), SOURCE)


def _streams(book: Book, rename: Callable[[str], str]) -> Section:
    rows, values = [], []
    for number, (title, seller, start, gmv, views, ctr, ctor) in enumerate(STREAMS):
        gpm = book.add(f"watch_gpm.stream.{number}", Decimal(gmv) / views * 1000, Format.MONEY, "USD")
        values.append(gpm)
        rows.append(
            (
                rename(title),
                rename(seller),
                start,
                dollars(book.money(f"live_gmv.stream.{number}", gmv / 1000)),
                Ref(book.count(f"views.stream.{number}", views)),
                Ref(gpm),
                Ref(book.rate(f"ctr.stream.{number}", ctr)),
                Ref(book.rate(f"ctor.stream.{number}", ctor)),
            )
        )
    rest = (dollars(book.money("live_gmv.rest", 41.2)), Ref(book.count("views.rest", 3120400)))
    rows.append(("18 others", None, None, *rest, None, None, None))
    columns = tuple(
        Column(key, title, form)
        for key, title, form in (
            ("title", "Stream", None),
            ("seller", "Seller", None),
            ("start", "Start", None),
            ("gmv", "GMV", Format.MONEY),
            ("views", "Views", Format.COUNT),
            ("watch_gpm", "Watch GPM", Format.MONEY),
            ("ctr", "CTR", Format.PERCENT),
            ("ctor", "CTOR", Format.PERCENT),
        )
    )
    names = tuple(str(row[0]) for row in rows[:-1])
    chart = Chart(
        "stream-gpm",
        ChartKind.BAR,
        say("GMV per 1,000 views"),
        "USD",
        Format.MONEY,
        names,
        (Series("Watch GPM", tuple(values)),),
    )
    return Section(
        "streams",
        "Livestreams",
        say("Evening streams earned 2.2 times as much per 1,000 views as daytime ones"),
        say("26 streams by GMV; Watch GPM is GMV per 1,000 views, USD"),
        (Table("streams", columns, tuple(rows)), chart),
        SOURCE,
    )


def _definitions(book: Book, rename: Callable[[str], str]) -> Section:
    terms = Table("definitions", (Column("term", "Term"), Column("meaning", "Meaning here")), TERMS)
    rows, marks = [], {}
    for number, (file, count, share, words, sign) in enumerate(FILES):
        cells = (
            rename(file),
            Ref(book.count(f"rows.file.{number}", count)),
            Ref(book.rate(f"usable.file.{number}", share)),
            words,
        )
        rows.append(cells)
        marks[number, "means"] = sign
    columns = (
        Column("file", "File"),
        Column("rows", "Rows read", Format.COUNT),
        Column("usable", "Usable", Format.PERCENT),
        Column("means", "What it means"),
    )
    data = Table("data", columns, tuple(rows), marks=marks)
    title = say("Definitions and data: 99.6% of order rows were usable; one gap remains")
    return Section("definitions", "Appendix", title, parts=(terms, data), source=SOURCE, method=True)
