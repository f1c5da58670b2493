"""One category or one seller on a page of its own: its figures against plan and baseline, and what it sold."""

from collections.abc import Iterator, Sequence

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Against, Card, Part, Section
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Cell, Column, Mark, Table
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.ledger import TOTAL, At, Key
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis, joined
from campaignctl.stages.report.categories import label
from campaignctl.stages.report.counts import OTHERS
from campaignctl.stages.report.folding import together
from campaignctl.stages.report.grid import BASELINES, GMV, TARGETS, Frame, grid, in_money, mark
from campaignctl.stages.report.listing import day_and_category
from campaignctl.stages.report.phrases import against_plan, cut
from campaignctl.stages.report.provisional import marked
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.times import axis_day

MOST_DAYS = 14
MOST_ROWS = 6
HEADLINE = ("gmv", "orders", "aov", "discount_depth")
BESIDE = ("units", "seller_discount", "platform_discount", "net_gmv", "cancel_rate", "refund_rate")
_METRICS = (
    Column("metric", "Metric"),
    Column("value", "Campaign"),
    Column("baseline", "Baseline"),
    Column("change", "Change"),
)
_ALONE = _METRICS[:2]
SLUGS = Slugs(
    sections=("category", "seller"),
    charts={"category-days": ("GMV",)},
    tables={
        "metrics": ("metric", "value", "baseline", "change"),
        "best-products": ("product", "gmv"),
        "category-sellers": ("seller", "gmv", "vs_target", "vs_baseline"),
    },
)


def category_pages(basis: Basis) -> Iterator[Section]:
    """Yield a section ``category.<slug>`` per category that sold, the largest first; none where there is only one."""
    known = [key for key in basis.categories if key is not None and basis.ledger.value("gmv", At("category", key))]
    for key in known if len(known) > 1 else ():
        at = At("category", key)
        parts = (*_cards(basis, at), _sellers(basis, key), _days(basis, key))
        yield _section(basis, at, label(key), f"category.{_slug(basis, at)}", parts)


def seller_pages(basis: Basis) -> Iterator[Section]:
    """Yield a section ``seller.<slug>`` per seller that sold, for templates that repeat a slide per seller."""
    for key in basis.sellers:
        at = At("seller", key)
        if key is not None and basis.ledger.value("gmv", at) is not None:
            own = [product for product in basis.products if basis.product(product).seller == key]
            parts = (*_cards(basis, at), metrics(basis, at), products(basis, own))
            yield _section(basis, at, basis.seller(key), f"seller.{_slug(basis, at)}", parts)


def seller_page(basis: Basis, name: str) -> Section:
    """Return the section ``seller`` of a report that is one seller's alone: its totals are that seller's."""
    parts = (*_cards(basis, TOTAL), metrics(basis, TOTAL), products(basis, basis.products))
    return _section(basis, TOTAL, name, "seller", parts)


def _section(basis: Basis, at: At, name: str, slug: str, parts: Sequence[Part | None]) -> Section:
    plan = against_plan(basis, at)
    sold = say(f"{{name}} sold {{{basis.id('gmv', at)}}}", name=cut(name))
    title = joined(sold, say(", "), plan) if plan else sold
    context = say("{period} · {currency}", period=basis.period_words, currency=basis.currency)
    return Section(slug, cut(name, 31), title, context, tuple(part for part in parts if part), basis.source)


def _slug(basis: Basis, at: At) -> str:
    return basis.id("gmv", at).removeprefix(f"gmv.{at.scope}.")


def _cards(basis: Basis, at: At) -> Iterator[Card]:
    known = [metric for metric in HEADLINE if basis.ledger.value(metric, at) is not None]
    for number, metric in enumerate(known, start=1):
        yield Card(f"card-{number}", by_id(metric).label, basis.id(metric, at), tuple(_against(basis, metric, at)))


def _against(basis: Basis, metric: str, at: At) -> Iterator[Against]:
    for period, word in ((TARGET, basis.target_words), (BASELINE, "baseline")):
        change = at.against(period)
        if basis.ledger.value(metric, at.on(period)) is not None and basis.ledger.value(metric, change) is not None:
            words = say(f"{{word}} {{{basis.id(metric, at.on(period))}}}", word=word)
            yield Against(words, basis.id(metric, change), mark(basis, metric, change))


def metrics(basis: Basis, at: At) -> Table | None:
    """Return the metrics that the cards have no room for, a row each."""
    known = [metric for metric in BESIDE if basis.ledger.value(metric, at) is not None]
    rows: list[tuple[Cell, ...]] = []
    marks: dict[tuple[int, str], Mark] = {}
    for number, metric in enumerate(known):
        change = at.against(BASELINE)
        places = (at, at.on(BASELINE), change)
        rows.append((marked(basis, metric, by_id(metric).label), *(basis.ref(metric, place) for place in places)))
        if basis.ledger.value(metric, change) is not None:
            marks[number, "change"] = mark(basis, metric, change)
    compared = any(row[2] is not None for row in rows)
    if not compared:
        return Table("metrics", _ALONE, tuple(row[: len(_ALONE)] for row in rows))
    return Table("metrics", _METRICS, tuple(rows), marks=marks)


def products(basis: Basis, keys: Sequence[Key]) -> Table | None:
    """Return the best-selling of some products; None where there is none."""
    if not keys:
        return None
    words = ((Column("product", "Product"), lambda at: basis.product(at.key).name),)
    frame = Frame(words, [At("product", key) for key in keys[:MOST_ROWS]])
    return grid(basis, "best-products", frame, in_money((GMV,), basis.money))


def _sellers(basis: Basis, category: str) -> Table | None:
    """Return the sellers whose main category it is, the largest first; those without room stand together last.

    A seller of whom no export tells anything is left out: it would take the sum of those it stands with along.
    """
    main = basis.inputs.scope.categories
    keys = [key for key in basis.sellers if key is not None and main.get(key) == category and _is_told(basis, key)]
    if not keys:
        return None
    rest = f"({category} others)"
    if len(keys) > MOST_ROWS:
        count = basis.ledger.enter(OTHERS, len(keys) - MOST_ROWS + 1, At("category", category))
        together(basis, "seller", keys[MOST_ROWS - 1 :], rest)
        keys[MOST_ROWS - 1 :] = [rest]
        others = f"{count.words} others"
    words = ((Column("seller", "Seller"), lambda at: others if at.key == rest else basis.seller(at.key)),)
    frame = Frame(words, [At("seller", key) for key in keys])
    return grid(basis, "category-sellers", frame, in_money((GMV, TARGETS[1], BASELINES[1]), basis.money))


def _is_told(basis: Basis, seller: str) -> bool:
    return basis.ledger.value("gmv", At("seller", seller)) is not None


def _days(basis: Basis, category: str) -> Chart | None:
    """Return the GMV of a category by day."""
    if not 1 < len(basis.days) <= MOST_DAYS:
        return None
    ids = [basis.id("gmv", day_and_category(str(day), category)) for day in basis.days]
    held = tuple(name if name in basis.ledger.figures else None for name in ids)
    if not any(held):
        return None
    title: Sentence = say("GMV of {name} by day", name=cut(label(category)))
    labels = tuple(basis.day(day, axis_day) for day in basis.days)
    series = (Series("GMV", held),)
    return Chart("category-days", ChartKind.COLUMN, title, basis.currency, basis.money, labels, series, title)
