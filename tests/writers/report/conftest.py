"""An invented campaign whose figures agree with one another, for the writers of a report."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml.etree import fromstring
from openpyxl import Workbook, load_workbook

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Against, Card, Document, Findings, Input, Section, Text
from campaignctl.domain.figures import Figure, figure_id, slugs
from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.formats import Format
from campaignctl.domain.observations import Place
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.writers.report import write_report

DAYS = ("Thu 4 Jun", "Fri 5 Jun", "Sat 6 Jun", "Sun 7 Jun", "Mon 8 Jun", "Tue 9 Jun")
WEIGHTS = (190, 212, 236, 251, 168, 183)  # of a day, in thousandths of the six days' sum
CATEGORIES = {  # GMV in cents per weight, target in dollars, orders, sellers
    "Beauty": (59_200, 640_000, 21_400, 10),
    "Home & Kitchen": (41_800, 480_000, 11_900, 8),
    "Garden": (35_500, 470_000, 6_100, 5),
    "Fashion": (29_700, 330_000, 9_800, 7),
    "Toys & Games": (15_100, 160_000, 5_300, 5),
    "Sports & Outdoor": (9_400, 110_000, 1_900, 3),
}
ADJECTIVES = ("North", "Blue", "Quiet", "Golden", "Little", "Second", "River", "Old")
NOUNS = ("Lantern", "Orchard", "Pebble", "Harbour", "Thimble")
HOSTILE = (
    "=1+1",
    "</script><b>bold</b>",
    "{{7*7}}",
    "A name of two hundred characters " * 6 + "ends",
    "Emoji 🎉👩‍👩‍👧 & co",
    "bell\x07 and null\x00 and _x0041_",
    "עברית \u202egnp.exe",
    "https://example.com/a?b=c",
    "@SUM(A1) +1 -1",
    "Wow!A1",
)
LONG = (
    "Garden fell short; three of its five sellers ran out of stock by Saturday noon, and the two that did not "
    "kept their usual share of the day; about a tenth of the promised units was never listed at all"
)
GOOD, BAD = Mark.GOOD, Mark.BAD


@dataclass
class Ledger:
    """Figures under their ids, as a stage would collect them."""

    figures: dict[str, Figure] = field(default_factory=dict)

    def money(self, id_: str, label: str, cents: int | None, form: Format = Format.MONEY, reason: str = "") -> str:
        value = None if cents is None else Decimal(cents) / 100
        return self.add(Figure(id_, label, value, "USD", form, "Paid price before refunds (GMV01)", reason=reason))

    def count(self, id_: str, label: str, value: int) -> str:
        return self.add(Figure(id_, label, value, "", Format.COUNT))

    def rate(self, id_: str, label: str, value: float | None, reason: str = "") -> str:
        return self.add(Figure(id_, label, value, "", Format.PERCENT, reason=reason))

    def change(self, id_: str, label: str, now: str, then: str) -> str:
        new, old = self.figures[now].value, self.figures[then].value
        value = None if new is None or not old else float(new) / float(old) - 1
        return self.add(Figure(id_, label, value, "", Format.PERCENT, reason="" if old else "nothing to compare with"))

    def add(self, figure: Figure) -> str:
        self.figures[figure.id] = figure
        return figure.id

    def mark(self, id_: str, *, up: Mark = GOOD) -> Mark:
        value = self.figures[id_].value
        if not value:
            return Mark.NEUTRAL
        return up if value > 0 else (BAD if up is GOOD else GOOD)


def cents(category: str, day: int) -> int:
    return CATEGORIES[category][0] * WEIGHTS[day]


def scope(book: Ledger, place: tuple[str, str, str], gmv: int, target: int | None, orders: int) -> dict[str, str]:
    """Add the figures of one day, category or seller (scope, key, name) and return their ids by column."""
    kind, key, name = place

    def at(metric: str, period: str = "", comparison: str = "") -> str:
        return figure_id(metric, kind, key, period, comparison)

    ids = {
        "gmv": book.money(at("gmv"), f"GMV, {name}", gmv, Format.MONEY_SHORT),
        "target": book.money(
            at("gmv", "target"), f"GMV target, {name}", target and target * 100, Format.MONEY_SHORT, "no target was set"
        ),
        "baseline": book.money(at("gmv", "baseline"), f"GMV baseline, {name}", gmv * 58 // 100, Format.MONEY_SHORT),
        "orders": book.count(at("orders"), f"Orders, {name}", orders),
        "aov": book.money(at("aov"), f"AOV, {name}", gmv // max(orders, 1)),
        "seller_discount": book.money(at("seller_discount"), f"Seller discount, {name}", gmv * 12 // 100),
        "platform_discount": book.money(at("platform_discount"), f"Platform discount, {name}", gmv * 5 // 100),
        "depth": book.rate(at("depth"), f"Discount depth, {name}", round(0.19 + (gmv % 700) / 4000, 4)),
        "refund_rate": book.rate(at("refund_rate"), f"Refund rate, {name}", round(0.021 + (gmv % 90) / 4000, 4)),
    }
    ids["vs_target"] = book.change(at("gmv", comparison="target"), f"GMV to target, {name}", ids["gmv"], ids["target"])
    ids["vs_baseline"] = book.change(
        at("gmv", comparison="baseline"), f"GMV against baseline, {name}", ids["gmv"], ids["baseline"]
    )
    return ids


COLUMNS = (
    Column("gmv", "GMV", Format.MONEY, "Sales"),
    Column("target", "Target", Format.MONEY, "Sales"),
    Column("vs_target", "To target", Format.PERCENT, "Sales"),
    Column("baseline", "Baseline", Format.MONEY, "Sales"),
    Column("vs_baseline", "Against baseline", Format.PERCENT, "Sales"),
    Column("orders", "Orders", Format.COUNT, "Orders"),
    Column("aov", "AOV", Format.MONEY, "Orders"),
    Column("depth", "Depth", Format.PERCENT, "Discount", bar=True),
    Column("seller_discount", "Seller", Format.MONEY, "Discount"),
    Column("platform_discount", "Platform", Format.MONEY, "Discount"),
    Column("refund_rate", "Refund rate", Format.PERCENT, "After"),
)


def table(book: Ledger, slug: str, first: str, named: dict[str, dict[str, str]], total: dict[str, str] | None) -> Table:
    columns = (Column("name", first, group="Who"), *COLUMNS)

    def row(name: str, ids: dict[str, str]) -> tuple[Cell, ...]:
        return (name, *(Ref(ids[column.key]) for column in COLUMNS))

    rows = tuple(row(name, ids) for name, ids in named.items())
    every = [*named.values(), *([total] if total else [])]
    marks = {(at, key): book.mark(ids[key]) for at, ids in enumerate(every) for key in ("vs_target", "vs_baseline")}
    return Table(slug, columns, rows, row("Campaign", total) if total else None, marks, empty="No orders")


def summary(book: Ledger, days: dict[str, dict[str, str]], groups: dict[str, dict[str, str]]) -> Section:
    met = {name: book.figures[ids["vs_target"]].value >= 0 for name, ids in groups.items()}
    by_day = Chart(
        "gmv-by-day",
        ChartKind.COMBO,
        Sentence(("The weekend carried it: Saturday and Sunday brought 39% of GMV",)),
        "USD",
        Format.MONEY_SHORT,
        tuple(days),
        (
            Series("Campaign", tuple(ids["gmv"] for ids in days.values())),
            Series("Baseline", tuple(ids["baseline"] for ids in days.values()), Role.BASELINE, line=True),
            Series("Target", tuple(ids["target"] for ids in days.values()), Role.TARGET, line=True),
        ),
        say("Columns of GMV per day, {gmv.total} in all, with target and baseline as lines"),
    )
    by_category = Chart(
        "gmv-by-category",
        ChartKind.BAR,
        say("Garden alone missed its target, by {gmv.category.garden~target!u}"),
        "USD",
        Format.MONEY_SHORT,
        tuple(groups),
        (
            Series("Target", tuple(ids["target"] for ids in groups.values()), Role.TARGET),
            Series("Met", tuple(ids["gmv"] if met[name] else None for name, ids in groups.items())),
            Series(
                "Missed",
                tuple(None if met[name] else ids["gmv"] for name, ids in groups.items()),
                Role.ATTENTION,
            ),
        ),
    )
    return Section(
        "summary",
        "Summary",
        say("June Fair 2026 brought {gmv.total}, {gmv.total~target!u} above target; Garden alone fell short"),
        Sentence(("TikTok Shop US · 4–9 Jun 2026 · final, as of Mon 22 Jun 2026 09:00 PT · 38 sellers · 412 SKUs",)),
        (
            Card(
                "card-1",
                "GMV",
                "gmv.total",
                (
                    Against(say("target {gmv.total@target}"), "gmv.total~target", GOOD),
                    Against(say("baseline {gmv.total@baseline}"), "gmv.total~baseline", GOOD),
                ),
            ),
            Card("card-2", "Orders", "orders.total", (Against(say("{aov.total} each")),)),
            Card(
                "card-3",
                "Refund rate",
                "refund_rate.total",
                (Against(say("baseline {refund_rate.total@baseline}"), "refund_rate.total~baseline", BAD),),
            ),
            Card("card-4", "Seller discount", "seller_discount.total", (Against(say("{depth.total} of list price")),)),
            Card("card-5", "Livestream GMV", "live_gmv.total"),
            by_day,
            by_category,
            Table(
                "highlights",
                (
                    Column("kind", "Kind"),
                    Column("saw", "What we saw"),
                    Column("sure", "How sure"),
                    Column("next", "What to do next"),
                ),
                (
                    (
                        "▲ works",
                        "Beauty led on every day and stands 7% above its target",
                        "Plain count",
                        "Offer it the first slots",
                    ),
                    (
                        "▼ lost",
                        LONG,
                        "Between 4% and 16%",
                        "Ask for reserved stock at registration",
                    ),
                    (
                        "● watch",
                        "Toys & Games rose most, on a small base; one seller carries 70% of it",
                        "Small base",
                        "Invite more toy sellers",
                    ),
                    (
                        "● watch",
                        "The coupon's effect on Fashion cannot be told from zero",
                        "−4% to +9%",
                        "Test without it",
                    ),
                ),
            ),
        ),
        Sentence(("Source: 38 order exports, 56,400 lines, 4–22 Jun 2026 · GMV = paid price before refunds (GMV01)",)),
    )


def others(book: Ledger, days: dict, groups: dict, sellers: dict, total: dict[str, str]) -> tuple[Section, ...]:
    stacked = Chart(
        "gmv-by-day-and-category",
        ChartKind.STACKED_COLUMN,
        Sentence(("Beauty led on every day; GMV by day and category, USD",)),
        "USD",
        Format.MONEY_SHORT,
        DAYS,
        tuple(
            Series(name, tuple(figure_id("gmv", "day", f"{day}.{key}") for day in range(6)), Role.IDENTITY)
            for name, key in slugs_of(CATEGORIES).items()
        ),
    )
    lift = Chart(
        "change-by-category",
        ChartKind.BAR,
        Sentence(("Every category sold more than in its baseline",)),
        "",
        Format.PERCENT,
        tuple(groups),
        (Series("Against baseline", tuple(ids["vs_baseline"] for ids in groups.values())),),
    )
    daily = Chart(
        "gmv-by-day-daily",
        ChartKind.COMBO,
        Sentence(("Every day beat the baseline",)),
        "USD",
        Format.MONEY_SHORT,
        tuple(days),
        (
            Series("Campaign", tuple(ids["gmv"] for ids in days.values())),
            Series("Baseline", tuple(ids["baseline"] for ids in days.values()), Role.BASELINE, line=True),
        ),
    )
    source = Sentence(("Source: order exports and campaign.xlsx, as of 22 Jun 2026 09:00 PT",))
    context = Sentence(("June Fair 2026 · 4–9 Jun 2026 · USD · sorted by GMV · filter buttons in the header",))
    return (
        Section(
            "daily",
            "Daily",
            Sentence(("Sunday was the best day",)),
            context,
            (table(book, "daily", "Day", days, total), daily),
            source,
        ),
        Section(
            "categories",
            "By category",
            Sentence(("Five of six categories beat their target; Beauty brought a third of the GMV",)),
            context,
            (table(book, "categories", "Category", groups, total), stacked, lift),
            source,
        ),
        Section(
            "sellers",
            "Sellers",
            Sentence(("Ten sellers brought half of the GMV",)),
            context,
            (table(book, "sellers", "Seller", sellers, None),),
            source,
        ),
        Section(
            "streams",
            "Livestreams",
            Sentence(("No livestream list was handed in",)),
            context,
            (table(book, "streams", "Stream", {}, None),),
            source,
        ),
        data_quality(),
        definitions(),
    )


def data_quality() -> Section:
    place = Place("exports/s-001/orders.csv", "", 17, "Order Amount", "")
    return Section(
        "data",
        "Data quality",
        Sentence(("37 of 38 order files are complete",)),
        parts=(
            Table(
                "files",
                (Column("file", "File"), Column("state", "State"), Column("means", "What it means")),
                (
                    ("exports/s-001/orders.csv", "✓ complete", "All six days"),
                    ("exports/s-002/orders.csv", "◐ partial", "Tuesday is missing"),
                ),
            ),
            Findings(
                "findings",
                (
                    Finding(
                        "WBK003",
                        "text-number",
                        Severity.WARNING,
                        place,
                        "=12,99",
                        "a number is stored as text",
                        "Format the column as a number.",
                    ),
                    Finding(
                        "WBK001",
                        "unreadable",
                        Severity.ERROR,
                        Place("exports/s-003/orders.csv"),
                        "",
                        "the file is cut short",
                        "Export it again.",
                    ),
                ),
            ),
            Text("note", (Sentence(("Rows without a seller stay in the totals.",)),)),
        ),
        method=True,
    )


def definitions() -> Section:
    columns = tuple(Column(key, key.capitalize()) for key in ("term", "code", "meaning", "formula", "source"))
    meaning = "The price buyers paid for products, before refunds, without tax and shipping, for orders that were paid"
    row = ("GMV", "GMV01", meaning, "sum of paid price over paid order lines", "order exports")
    return Section(
        "definitions",
        "Definitions",
        Sentence(("How each number is counted",)),
        parts=(Table("terms", columns, (row,)),),
        method=True,
    )


def slugs_of(names: object) -> dict[str, str]:
    return slugs(list(names))  # type: ignore[call-overload]


def build(extra_sellers: tuple[str, ...] = ()) -> Document:
    book = Ledger()
    keys = slugs_of(CATEGORIES)
    for day in range(6):
        for name, key in keys.items():
            book.money(figure_id("gmv", "day", f"{day}.{key}"), f"GMV, {DAYS[day]}, {name}", cents(name, day))
    whole = sum(cents(name, day) for name in CATEGORIES for day in range(6))
    target = sum(one[1] for one in CATEGORIES.values())
    orders = sum(one[2] for one in CATEGORIES.values())
    total = scope(book, ("total", "", "campaign"), whole, target, orders)
    book.rate("refund_rate.total@baseline", "Refund rate in the baseline", 0.0212)
    refunds = book.figures["refund_rate.total"].value - 0.0212
    book.add(Figure("refund_rate.total~baseline", "Refund rate against baseline", refunds, "", Format.POINTS))
    book.money("live_gmv.total", "Livestream GMV", None, reason="no LIVE list was handed in")
    groups = {
        name: scope(book, ("category", keys[name], name), sum(cents(name, d) for d in range(6)), one[1], one[2])
        for name, one in CATEGORIES.items()
    }
    days = {
        name: scope(
            book,
            ("day", str(at), name),
            sum(cents(c, at) for c in CATEGORIES),
            target * WEIGHTS[at] // 1240,
            orders * WEIGHTS[at] // 1240,
        )
        for at, name in enumerate(DAYS)
    }
    sellers = {}
    names = [f"{adjective} {noun}" for noun in NOUNS for adjective in ADJECTIVES][:38]
    for at, (name, key) in enumerate(slugs_of([*names, *extra_sellers]).items()):
        gmv = 21_000_000 - at * 473_211 if at < 38 else 1_234_567
        sellers[name] = scope(
            book, ("seller", key, name), gmv, None if at % 9 == 4 else 150_000 - at * 2_900, gmv // 3_400
        )
    sections = (summary(book, days, groups), *others(book, days, groups, sellers, total))
    return Document(
        "June Fair 2026",
        "2026-06-22T09:00:00-07:00",
        book.figures,
        sections,
        (Input("exports/s-001/orders.csv", "0" * 64, 1_204),),
    )


@pytest.fixture(scope="session")
def sample() -> Document:
    return build()


@pytest.fixture(scope="session")
def hostile() -> Document:
    return build(HOSTILE)


@pytest.fixture
def build_with() -> Callable[[tuple[str, ...]], Document]:
    return build


def read(path: Path) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl says that it skips what only Excel draws
        return load_workbook(path)


@pytest.fixture(scope="session")
def written(
    tmp_path_factory: pytest.TempPathFactory, sample: Document, hostile: Document
) -> Callable[[Document], Workbook]:
    """Write a document and read it back; the two large ones only once."""
    known: dict[int, Workbook] = {}

    def write(document: Document) -> Workbook:
        if id(document) in known:
            return known[id(document)]
        path = tmp_path_factory.mktemp("written") / "report.xlsx"
        write_report(document, path)
        book = read(path)
        if document is sample or document is hostile:
            known[id(document)] = book
        return book

    return write


@dataclass(frozen=True)
class Drawing:
    """A chart as the file holds it: title, alt text, kinds, and per series its ranges, cached values and fill."""

    title: str
    kinds: tuple[str, ...]
    series: tuple[dict, ...]
    xml: Any


CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture
def drawings(tmp_path: Path) -> Callable[[Document], dict[str, Drawing]]:
    """Write a document and return its charts by title."""

    def charts(document: Document) -> dict[str, Drawing]:
        path = tmp_path / "charts.xlsx"
        write_report(document, path)
        with ZipFile(path) as package:
            names = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
            found = [drawing(fromstring(package.read(name))) for name in sorted(names)]
        return {one.title: one for one in found}

    return charts


def drawing(root: Any) -> Drawing:
    title = "".join(node.text for node in root.find(f"{CHART}chart/{CHART}title").iter(f"{MAIN}t"))
    plots = [node for node in root.find(f"{CHART}chart/{CHART}plotArea") if node.tag.endswith("Chart")]
    series = tuple(one_series(node) for plot in plots for node in plot.findall(f"{CHART}ser"))
    return Drawing(title, tuple(plot.tag.removeprefix(CHART) for plot in plots), series, root)


def one_series(node: Any) -> dict:
    points = node.findall(f"{CHART}val//{CHART}pt")
    return {
        "name": node.findtext(f"{CHART}tx//{CHART}v"),
        "categories": node.findtext(f"{CHART}cat//{CHART}f"),
        "values": node.findtext(f"{CHART}val//{CHART}f"),
        "cached": {int(point.get("idx")): float(point.findtext(f"{CHART}v")) for point in points},
        "labels": [point.findtext(f"{CHART}v") for point in node.findall(f"{CHART}cat//{CHART}pt")],
        "fill": node.find(f"{CHART}spPr//{MAIN}srgbClr").get("val"),
        "points": [one.find(f".//{MAIN}srgbClr").get("val") for one in node.findall(f"{CHART}dPt")],
    }
