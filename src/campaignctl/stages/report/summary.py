"""The summary: the figures that matter against target and baseline, and the sentences that explain them."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaignctl.domain.document import Part, Section, Text
from campaignctl.domain.sentences import Sentence, say
from campaignctl.insights.ranking import Ranked
from campaignctl.metrics.ledger import TOTAL
from campaignctl.stages.report.basis import BASELINE, TARGET, Basis, joined
from campaignctl.stages.report.categories import against_targets, label
from campaignctl.stages.report.counts import LINES_HELD, LINES_UNREAD, SILENT_DAYS
from campaignctl.stages.report.daily import days_against
from campaignctl.stages.report.freshness import Freshness, few
from campaignctl.stages.report.highlights import highlights
from campaignctl.stages.report.key_figures import cards, key_figures
from campaignctl.stages.report.lift import Lift
from campaignctl.stages.report.phrases import cut, every, listed
from campaignctl.stages.report.provisional import is_provisional
from campaignctl.stages.report.slugs import Slugs
from campaignctl.stages.report.subject import not_yet, when
from campaignctl.stages.report.taken_back import came_back, how_it_did
from campaignctl.stages.report.verdict import Verdict

MOST_POINTS = 3
MANY = 10
"""One shop in so many: from there on, shops without any order are told before the sums that lack them."""
_TAKING_PART = (("sellers", "seller", "sellers"), ("skus", "SKU", "SKUs"), ("streams", "livestream", "livestreams"))
SLUGS = Slugs(
    sections=("summary",),
    charts={"gmv-by-day-targets": ("Campaign", "Baseline", "Target")},
    paragraphs=("summary-points", "summary-missing", "summary-effect"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What was worked out before: how far the data reach, the effect, who met the plan, the weightiest insights."""

    fresh: Freshness
    effect: Lift
    days: Verdict
    categories: Verdict
    best: Sequence[Ranked]


def summary(basis: Basis, told: Told) -> Section:
    """Return the summary; without orders it says so, and shows what livestreams brought."""
    charts = (days_against(basis, "gmv-by-day-targets", told.days), against_targets(basis, told.categories))
    points = _points(basis, told.categories)
    parts: list[Part | None] = [
        *_missing(basis, told.fresh),
        *key_figures(basis, told.effect),
        *cards(basis),
        *charts,
        *highlights(basis, told.best),
        Text("summary-points", tuple(points), tuple(points.values())) if points else None,
    ]
    shown = tuple(part for part in parts if part is not None)
    return Section("summary", "Summary", _title(basis), _context(basis), shown, basis.source)


def _title(basis: Basis) -> Sentence:
    """Return ``Holiday Deals sold $3.84M, 7% above target and 58% above baseline``."""
    if not basis.sold_anything():
        none = "No paid orders of {name} were found in the exports{when}"
        return not_yet(basis) or say(none, name=cut(basis.inputs.campaign.name), when=when(basis))
    if basis.ledger.value("gmv") is None:
        took = "{name} took {orders.total} paid orders{when}; what they are worth cannot be read"
        return say(took, name=cut(basis.inputs.campaign.name), when=when(basis))
    sold = "sold {gmv.total}" if basis.periods.is_over else "has sold {gmv.total} so far"
    opening = say(f"{{name}} {sold}{{when}}", name=cut(basis.inputs.campaign.name), when=when(basis))
    did = how_it_did(basis)
    return joined(opening, say(", "), did) if did else opening


def _context(basis: Basis) -> Sentence:
    """Return the marketplace, the period, how final it is, and who took part."""
    closed = "provisional" if is_provisional(basis) else "final"
    state = "not begun" if not_yet(basis) else closed if basis.periods.is_over else "so far"
    opening = say(
        "{market}{period} · {state}, as of {as_of}",
        market=f"{basis.inputs.marketplace} · " if basis.inputs.marketplace else "",
        period=basis.period_words,
        state=state,
        as_of=basis.as_of_words,
    )
    known = [
        say(f" · {{{word}.total}} {one if count == 1 else many}")
        for word, one, many in _TAKING_PART
        if (count := basis.ledger.value(word)) is not None
    ]
    return joined(opening, *known)


def _missing(basis: Basis, fresh: Freshness) -> list[Text]:
    """Return what all totals lack, before any number that would be read as if they did not."""
    if not basis.has_lines:
        return []
    lacks = (_taken_back(basis), _silent_days(basis), _unread(basis), _silent_shops(basis, fresh))
    told = tuple(one for one in lacks if one)
    return [Text("summary-missing", told)] if told else []


def _taken_back(basis: Basis) -> Sentence:
    if not came_back(basis):
        return Sentence()
    if basis.ledger.value("cancelled_value") is None:
        return say("GMV counts {gmv.total} as paid; after cancellations and refunds {net_gmv.total} is left.")
    words = "GMV counts what was paid: {cancelled_value.total} of {gmv.total} was cancelled afterwards"
    return say(words + ", and with refunds taken off {net_gmv.total} is left; targets are held against GMV.")


def _silent_days(basis: Basis) -> Sentence:
    silent = len(basis.silent_days)
    if not silent:
        return Sentence()
    basis.ledger.enter(SILENT_DAYS, silent)
    if silent == len(basis.days):
        return say(
            "The exports hold no paid sale of the campaign; what was cancelled, unpaid or given away does not count."
        )
    return say("The exports hold no sale of {silent_days.total} of {days.total} days; all totals are without them.")


def _unread(basis: Basis) -> Sentence:
    lost = basis.unread
    if not lost.is_much:
        return Sentence()
    basis.ledger.enter(LINES_HELD, lost.of)
    basis.ledger.enter(LINES_UNREAD, lost.lines)
    whose = few([cut(basis.seller(key), 28) for key in lost.sellers]) or "shops that no row names"
    words = "The time or amount of {lines_unread.total} of {lines_held.total} order lines cannot be read ({whose}): "
    return say(words + "their sales are in no total.", whose=whose)


def _silent_shops(basis: Basis, fresh: Freshness) -> Sentence:
    """Name the invited shops of which nothing is there, where they are many enough to be missed in a sum.

    Of few the gaps in the data tell; a shop that nobody invited is a finding.
    """
    invited = {seller.id for seller in basis.inputs.campaign.sellers} - {*basis.unread.sellers}
    silent = [cut(basis.seller(key), 28) for key in fresh.silent if key in invited]
    if not silent or len(silent) * MANY < (basis.ledger.value("shops_due") or 0):
        return Sentence()
    own = "its" if len(silent) == 1 else "their"
    return say("No export holds an order of {shops}: {own} sales are in no total.", shops=few(silent), own=own)


def _points(basis: Basis, categories: Verdict) -> dict[Sentence, tuple[str, ...]]:
    """Return up to three sentences, each beginning with its key figure, with the sections that say more."""
    if not basis.has_lines:
        return {}
    found: dict[Sentence, tuple[str, ...]] = {
        _against_plan(basis): ("pace", "drivers"),
        _category(basis, categories): ("scorecard",),
        _other_reading(basis): (),
        _streams(basis): ("streams",),
        _discount(basis): ("roi",),
    }
    return dict([(sentence, about) for sentence, about in found.items() if sentence][:MOST_POINTS])


def _against_plan(basis: Basis) -> Sentence:
    parts = []
    for period, word in ((TARGET, basis.target_words), (BASELINE, "baseline")):
        gap = TOTAL.against(f"{period}_gap")
        if basis.ledger.value("gmv", gap) is not None:
            figure = f"{{{basis.id('gmv', gap)}}} against the {word} of {{{basis.id('gmv', TOTAL.on(period))}}}"
            parts.append(say(figure))
    return joined(listed(parts), say(".")) if parts else Sentence()


def _category(basis: Basis, verdict: Verdict) -> Sentence:
    """Name the category that is furthest below plan, else the one furthest above."""
    if verdict.judged < 2:
        return Sentence()
    key = (verdict.below or verdict.above)[0]
    gap = basis.id("gmv", verdict.gap(key))
    counted = Sentence()
    if verdict.above and verdict.below:
        counted = say("; {above.categories} of {judged.categories} categories beat theirs")
    elif verdict.above:
        counted = say("; " + every("judged.categories", verdict.judged, "categories") + " beat theirs")
    missed = len(verdict.below) == 1 and len(verdict.above) > 0
    did = "alone missed" if missed else "missed" if verdict.below else "beat"
    most, plan = "" if missed else ", more than any other", basis.plan_words(verdict.period)
    opening = say(f"{{name}} {did} its {plan} by {{{gap}!u}}{most}", name=cut(label(key)))
    return joined(opening, counted, say("."))


def _other_reading(basis: Basis) -> Sentence:
    """Put the other reading of GMV beside the headline."""
    shops = basis.ledger.value("gmv_shops")
    if shops is not None and shops != basis.ledger.value("gmv"):
        return say("{gmv_shops.total} was sold by the whole shops of the sellers, registered SKUs or not.")
    if basis.ledger.value("gmv_registered") is not None:
        return say("{gmv_registered.total} of it was sold by registered SKUs, the rest by other SKUs of the shops.")
    return Sentence()


def _discount(basis: Basis) -> Sentence:
    if any(basis.ledger.value(metric) is None for metric in ("discount", "discount_depth")):
        return Sentence()
    return say("{discount.total} of discount was funded, {discount_depth.total} of the list value.")


def _streams(basis: Basis) -> Sentence:
    if basis.ledger.value("stream_gmv") is None:
        return Sentence()
    return say("{stream_gmv.total} came straight from {streams.total} livestreams.")
