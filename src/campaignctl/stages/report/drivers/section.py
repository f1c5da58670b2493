"""The bridge in words, as a chart and with the numbers behind its steps.

It goes by traffic where product lists allow, else by orders. The parts describe; they do not prove a cause.
"""

from collections.abc import Iterator

from campaignctl.domain.charts import Chart, ChartKind, Role, Series
from campaignctl.domain.document import Part, Section, Text
from campaignctl.domain.sentences import Sentence, say
from campaignctl.stages.report.basis import Basis, joined
from campaignctl.stages.report.counts import DRIVER_BASE, DRIVER_LEVEL, DRIVER_SIZE
from campaignctl.stages.report.drivers.orders import by_orders
from campaignctl.stages.report.drivers.steps import GAP, Bridge, Step
from campaignctl.stages.report.drivers.traffic import by_traffic
from campaignctl.stages.report.floating import GUIDES, guides
from campaignctl.stages.report.lift import Lift
from campaignctl.stages.report.phrases import listed
from campaignctl.stages.report.slugs import Slugs

SLUGS = Slugs(
    sections=("drivers",),
    charts={"drivers": ("Base", "Baseline", "Up", "Down", "Campaign", *GUIDES)},
    tables={"drivers": ("what", "baseline", "campaign", "change")},
    paragraphs=("drivers-words",),
)


def drivers(basis: Basis, effect: Lift) -> Section | None:
    """Return the bridge to the campaign; None where there is nothing before it, or hardly anything changed."""
    bridge = by_traffic(basis) or by_orders(basis)
    if bridge is None:
        return None
    text = Text("drivers-words", tuple(_words(effect)))
    parts: list[Part] = [_chart(basis, bridge), bridge.behind, *([text] if text.sentences else [])]
    method = say(" The parts add up exactly; they do not prove a cause.")
    source = joined(bridge.source, method)
    return Section("drivers", "What drove the change", _title(basis, bridge), bridge.context, tuple(parts), source)


def _title(basis: Basis, bridge: Bridge) -> Sentence:
    """Return ``Of the $1.41M growth, orders brought $1.02M and price before discount $0.46M; discount took $0.14M``."""
    steps = bridge.steps
    grew = sum(step.part for step in steps) > 0
    along = sorted((step for step in steps if step.part and (step.part > 0) == grew), key=lambda step: -abs(step.part))
    against = sorted((step for step in steps if step.part and (step.part > 0) != grew), key=lambda s: -abs(s.part))
    verbs = ("brought", "took") if grew else ("took", "brought")
    opening = say(f"Of the {{{bridge.whole}!u}} {'growth' if grew else 'fall'}, ")
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


def _chart(basis: Basis, bridge: Bridge) -> Chart:
    steps = bridge.steps
    words = (DRIVER_SIZE, DRIVER_BASE, DRIVER_LEVEL)
    size, base, level = ([basis.id(word.id, step.at) for step in steps] for word in words)
    changes = [basis.id("gmv", step.at.against(GAP)) for step in steps]
    up = [name if step.part > 0 else None for name, step in zip(size, steps, strict=True)]
    down = [name if step.part < 0 else None for name, step in zip(size, steps, strict=True)]
    gaps = (None,) * (len(steps) + 1)
    series = (
        Series("Base", (None, *base, None), Role.GUIDE),
        Series("Baseline", (bridge.first, *gaps), Role.BASELINE),
        Series("Up", (None, *up, None), Role.IDENTITY),
        Series("Down", (None, *down, None), Role.ATTENTION),
        Series("Campaign", (*gaps, bridge.last)),
        *guides(basis.ledger, (bridge.first, *level, bridge.last), (bridge.first, *changes, bridge.last)),
    )
    title = _title(basis, bridge)
    names = (bridge.start, *(step.factor.capitalize() for step in steps), "Campaign")
    return Chart("drivers", ChartKind.STACKED_COLUMN, title, basis.currency, basis.money, names, series, title)
