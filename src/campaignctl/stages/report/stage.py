"""The report: what the campaign brought, as a document that workbook and deck are written from."""

from dataclasses import dataclass

from campaignctl.domain.document import Document, Section
from campaignctl.domain.findings import Finding
from campaignctl.domain.sentences import Sentence
from campaignctl.domain.tables import Table
from campaignctl.insights.ranking import Ranked
from campaignctl.stages.report.actions import actions
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.beside import ads, attributed, creators, enter_beside, settled, videos
from campaignctl.stages.report.bought import bought, bought_in_all
from campaignctl.stages.report.bridge import bridge, bridged
from campaignctl.stages.report.categories import categories
from campaignctl.stages.report.committed import enter_sold_through
from campaignctl.stages.report.cover import cover
from campaignctl.stages.report.cube import cube_of
from campaignctl.stages.report.daily import daily
from campaignctl.stages.report.dashboard import dashboard
from campaignctl.stages.report.data import data
from campaignctl.stages.report.definitions import definitions
from campaignctl.stages.report.drivers import drivers
from campaignctl.stages.report.freshness import Freshness, freshness
from campaignctl.stages.report.gaps import gaps
from campaignctl.stages.report.highlights import highest
from campaignctl.stages.report.hours import Hours, hours_of
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.insights import insights, standing_out
from campaignctl.stages.report.known import as_known
from campaignctl.stages.report.lift import Lift, change, lift, measure_lift
from campaignctl.stages.report.livestreams import livestreams
from campaignctl.stages.report.looking_back import comparisons, look_back
from campaignctl.stages.report.measure import measured
from campaignctl.stages.report.pace import pace
from campaignctl.stages.report.places import category_pages, seller_pages
from campaignctl.stages.report.products import products
from campaignctl.stages.report.promised import Promises, judge_promises, kept_by_seller, promised
from campaignctl.stages.report.redemption import redemption
from campaignctl.stages.report.roi import Payback, measure_payback, paid_back, roi
from campaignctl.stages.report.scorecard import scorecard
from campaignctl.stages.report.sellers import sellers
from campaignctl.stages.report.slides import DECISIONS, enter_cost_share, weightiest
from campaignctl.stages.report.summary import Told, summary
from campaignctl.stages.report.texts import texts_of
from campaignctl.stages.report.traffic import enter_traffic
from campaignctl.stages.report.trend import trend
from campaignctl.stages.report.verdict import ON_PLAN, Verdict, judge
from campaignctl.stages.report.ways import ways


def report(inputs: ReportInputs) -> Document:
    """Return the report of a campaign. Missing inputs make it shorter, and its data section says so.

    ``ValueError`` when the campaign has no window or ``as_of`` is not aware.
    """
    if inputs.as_of.tzinfo is None:
        raise ValueError("the as-of time needs a zone")
    basis = measured(as_known(inputs))
    enter_traffic(basis)
    basis = enter_beside(basis)
    enter_cost_share(basis)
    look_back(basis)
    told = _shared(basis)
    cube, folded = cube_of(basis)
    sections = _sections(basis, folded, told)
    document = Document(
        campaign=inputs.campaign.name,
        as_of=inputs.as_of.astimezone(inputs.zone).isoformat(),
        figures=basis.ledger.figures,
        sections=sections,
        inputs=inputs.inputs,
        texts=texts_of(basis),
        cube=cube,
    )
    asked = weightiest(document)
    if asked is not None:
        basis.ledger.enter(DECISIONS, len(asked.rows))
    return document


@dataclass(frozen=True, slots=True)
class Shared:
    """What several sections tell: worked out once, and entered, before the first of them."""

    effect: Lift
    paid: Payback | None
    used: Table | None
    kept: Promises | None
    fresh: Freshness
    found: tuple[Finding, ...]
    days: Verdict
    by_category: Verdict
    by_seller: Verdict
    hourly: Hours | None
    ranked: tuple[Ranked, ...]
    best: tuple[Ranked, ...]


def _shared(basis: Basis) -> Shared:
    effect, held = measure_lift(basis), bought(basis)
    whole = held or bought_in_all(basis)
    enter_sold_through(basis, whole)
    paid, used = measure_payback(basis, effect, whole), redemption(basis, held)
    kept, fresh = judge_promises(basis, held), freshness(basis)
    found = gaps(basis, effect, fresh)
    days, by_category, by_seller = _judged(basis)
    hourly = hours_of(basis)
    ranked = standing_out(basis, paid_back(paid), kept_by_seller(kept))
    return Shared(effect, paid, used, kept, fresh, found, days, by_category, by_seller, hourly, ranked, highest(ranked))


def _sections(basis: Basis, folded: Sentence, told: Shared) -> tuple[Section, ...]:
    """Return the sections in their order."""
    sections = (
        cover(basis),
        summary(basis, Told(told.fresh, told.effect, told.days, told.by_category, told.best)),
        scorecard(basis, told.by_category),
        pace(basis, told.days, told.hourly, told.kept),
        drivers(basis, told.effect),
        lift(basis, told.effect),
        change(basis, told.effect),
        roi(basis, told.paid, told.used),
        daily(basis, told.days, told.hourly),
        categories(basis, told.by_category, told.effect),
        sellers(basis, told.by_seller),
        promised(basis, told.kept),
        products(basis),
        ways(basis),
        livestreams(basis),
        attributed(basis),
        videos(basis),
        creators(basis),
        ads(basis),
        settled(basis),
        comparisons(basis),
        trend(basis),
        insights(basis, told.ranked, told.best),
        bridge(basis, bridged(basis)),
        actions(basis, told.ranked),
        data(basis, told.found),
        definitions(basis),
        dashboard(basis, folded, told.fresh),
        *category_pages(basis),
        *seller_pages(basis),
    )
    return tuple(section for section in sections if section is not None)


def _judged(basis: Basis) -> tuple[Verdict, Verdict, Verdict]:
    """Return how days, categories and sellers did against what was planned of them."""
    keys = {"categories": basis.categories, "sellers": basis.sellers}
    known = {name: [key for key in of if key is not None] for name, of in keys.items()}
    return (
        judge(basis, "days", "day", [str(day) for day in basis.days]),
        judge(basis, "categories", "category", known["categories"]),
        judge(basis, "sellers", "seller", known["sellers"], ON_PLAN),
    )
