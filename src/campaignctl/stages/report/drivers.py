"""What the change against the baseline is made of: a bridge from one to the other, and the numbers behind its steps.

Orders, units an order, price before discount and discount multiply to GMV; their parts of its change add up exactly.
They describe; they do not prove a cause.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campaignctl.domain.document import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Mark,
    Part,
    Role,
    Section,
    Sentence,
    Series,
    Table,
    Text,
    say,
)
from campaignctl.domain.formats import Format
from campaignctl.insights.drv.drv101_change_by_factor import FACTORS, LEAST, factors
from campaignctl.insights.evidence import Evidence
from campaignctl.methods.decomposition import factor_change
from campaignctl.metrics.ledger import TOTAL, At
from campaignctl.stages.report.basis import BASELINE, Basis, joined
from campaignctl.stages.report.counts import DRIVER_BASE, DRIVER_SIZE, LIST_PRICE
from campaignctl.stages.report.grid import mark
from campaignctl.stages.report.lift import Lift
from campaignctl.stages.report.phrases import listed
from campaignctl.stages.report.slugs import Slugs

GAP = f"{BASELINE}_gap"
_COLUMNS = (
    Column("what", "", None),
    Column("baseline", "Baseline", None),
    Column("campaign", "Campaign", None),
    Column("change", "Change", None),
)
SLUGS = Slugs(
    sections=("drivers",),
    charts={"drivers": ("Base", "Baseline", "Up", "Down", "Campaign")},
    tables={"drivers": ("what", "baseline", "campaign", "change")},
    paragraphs=("drivers-words",),
)


@dataclass(frozen=True, slots=True)
class Step:
    """A factor's part of the change, in minor units, and the running sum before and after it."""

    factor: str
    part: int
    before: int

    @property
    def at(self) -> At:
        """Where its figures stand."""
        return At("driver", self.factor)


def drivers(basis: Basis, effect: Lift) -> Section | None:
    """Return the bridge from baseline to campaign; None without a baseline, or where hardly anything changed."""
    evidence = Evidence(basis.inputs.campaign, basis.ledger)
    before, after = factors(evidence, BASELINE), factors(evidence, "")
    if before is None or after is None:
        return None
    steps = _steps(before, after)
    whole = sum(step.part for step in steps)
    if abs(whole) < LEAST * before[0] * before[1] * before[2] * before[3]:
        return None
    _enter(basis, steps, (before, after))
    text = Text("drivers-words", tuple(_words(effect)))
    parts: list[Part] = [_chart(basis, steps), _table(basis), *([text] if text.sentences else [])]
    context = say("GMV from baseline to campaign, {currency}", currency=basis.currency)
    method = say(" Method: LMDI, parts add up exactly; it describes, it does not prove a cause.")
    return Section(
        "drivers", "What drove the change", _title(basis, steps), context, tuple(parts), joined(basis.source, method)
    )


def _steps(before: Sequence[float], after: Sequence[float]) -> list[Step]:
    running = round(before[0] * before[1] * before[2] * before[3])
    found = []
    for factor, part in zip(FACTORS, factor_change(before, after), strict=True):
        found.append(Step(factor, round(part), running))
        running += round(part)
    return found


def _enter(basis: Basis, steps: Sequence[Step], values: tuple[Sequence[float], Sequence[float]]) -> None:
    ledger = basis.ledger
    for step in steps:
        ledger.enter(basis.gmv, ledger.money(step.part), step.at.against(GAP), form=basis.gmv.format)
        ledger.enter(DRIVER_SIZE, ledger.money(abs(step.part)), step.at)
        ledger.enter(DRIVER_BASE, ledger.money(min(step.before, step.before + step.part)), step.at)
    then, now = (ledger.money(round(each[2])) for each in values)
    ledger.enter(LIST_PRICE, then, TOTAL.on(BASELINE))
    ledger.enter(LIST_PRICE, now)
    if then:
        ledger.enter(LIST_PRICE, float(now / then) - 1, TOTAL.against(BASELINE), form=Format.PERCENT)


def _title(basis: Basis, steps: Sequence[Step]) -> Sentence:
    """Return ``Of the $1.41M growth, orders brought $1.02M and price before discount $0.46M; discount took $0.14M``."""
    grew = sum(step.part for step in steps) > 0
    along = sorted((step for step in steps if step.part and (step.part > 0) == grew), key=lambda step: -abs(step.part))
    against = sorted((step for step in steps if step.part and (step.part > 0) != grew), key=lambda s: -abs(s.part))
    verbs = ("brought", "took") if grew else ("took", "brought")
    opening = say(f"Of the {{gmv.total~{GAP}!u}} {'growth' if grew else 'fall'}, ")
    told = [_told(basis, step, verbs[0] if not at else "") for at, step in enumerate(along[:2])]
    other = joined(say("; "), _told(basis, against[0], verbs[1])) if against else Sentence()
    return joined(opening, listed(told), other)


def _told(basis: Basis, step: Step, verb: str) -> Sentence:
    size = basis.id("gmv", step.at.against(GAP))
    return say(f"{step.factor} {verb} {{{size}!u}}" if verb else f"{step.factor} {{{size}!u}}")


def _words(effect: Lift) -> Iterator[Sentence]:
    if effect.verdict:
        yield say(
            "{gmv.total~expected_gap!u} of GMV stands beyond what was to be expected without the campaign; what moved"
            " comparison shops too is left out there, not here."
        )


def _chart(basis: Basis, steps: Sequence[Step]) -> Chart:
    size, base = ([basis.id(word.id, step.at) for step in steps] for word in (DRIVER_SIZE, DRIVER_BASE))
    up = [name if step.part > 0 else None for name, step in zip(size, steps, strict=True)]
    down = [name if step.part < 0 else None for name, step in zip(size, steps, strict=True)]
    gaps = (None,) * (len(steps) + 1)
    series = (
        Series("Base", (None, *base, None), Role.BASELINE),
        Series("Baseline", (basis.id("gmv", TOTAL.on(BASELINE)), *gaps), Role.BASELINE),
        Series("Up", (None, *up, None), Role.IDENTITY),
        Series("Down", (None, *down, None), Role.ATTENTION),
        Series("Campaign", (*gaps, basis.id("gmv"))),
    )
    title = _title(basis, steps)
    labels = ("Baseline", *(_label(basis, step) for step in steps), "Campaign")
    return Chart("drivers", ChartKind.STACKED_COLUMN, title, basis.currency, basis.money, labels, series, title)


def _label(basis: Basis, step: Step) -> str:
    """Return ``Orders ▲ +$84K``: a step is often thinner than the words of its size."""
    size = basis.ledger.figures[basis.id("gmv", step.at.against(GAP))].words
    return f"{step.factor.capitalize()} {'▲' if step.part > 0 else '▼' if step.part else '●'}\u00a0{size}"


def _table(basis: Basis) -> Table:
    rows, marks = [], {}
    for number, (label, metric, judged) in enumerate(
        (
            ("Orders", "orders", True),
            ("Units an order", "units_per_order", True),
            ("Price before discount", LIST_PRICE.id, False),
            ("Discount", "discount_depth", False),
        )
    ):
        places = (TOTAL.on(BASELINE), TOTAL, TOTAL.against(BASELINE))
        cells: tuple[Cell, ...] = tuple(basis.ledger.ref(metric, at) for at in places)
        rows.append((label, *cells))
        if cells[-1] is not None:
            marks[number, "change"] = mark(basis, metric, places[-1]) if judged else Mark.NEUTRAL
    return Table("drivers", _COLUMNS, tuple(rows), marks=marks, caption=say("What stands behind the steps"))
