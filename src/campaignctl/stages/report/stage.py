"""The report: what the campaign brought, as a document that workbook and deck are written from."""

from campaignctl.domain.document import Document, Section
from campaignctl.domain.sentences import Sentence
from campaignctl.stages.report.actions import actions
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.beside import ads, attributed, creators, enter_beside, settled, videos
from campaignctl.stages.report.bought import bought
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
from campaignctl.stages.report.freshness import freshness
from campaignctl.stages.report.gaps import gaps
from campaignctl.stages.report.highlights import highest
from campaignctl.stages.report.hours import hours_of
from campaignctl.stages.report.inputs import ReportInputs
from campaignctl.stages.report.insights import insights, standing_out
from campaignctl.stages.report.lift import change, lift, measure_lift
from campaignctl.stages.report.livestreams import livestreams
from campaignctl.stages.report.looking_back import comparisons, look_back
from campaignctl.stages.report.measure import measured
from campaignctl.stages.report.pace import pace
from campaignctl.stages.report.places import category_pages, seller_pages
from campaignctl.stages.report.products import products
from campaignctl.stages.report.promised import judge_promises, kept_by_seller, promised
from campaignctl.stages.report.redemption import redemption
from campaignctl.stages.report.roi import measure_payback, paid_back, roi
from campaignctl.stages.report.scorecard import scorecard
from campaignctl.stages.report.sellers import sellers
from campaignctl.stages.report.summary import summary
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
    basis = measured(inputs)
    cube, folded = cube_of(basis)
    enter_traffic(basis)
    basis = enter_beside(basis)
    look_back(basis)
    sections = _sections(basis, folded)
    return Document(
        campaign=inputs.campaign.name,
        as_of=inputs.as_of.astimezone(inputs.zone).isoformat(),
        figures=basis.ledger.figures,
        sections=sections,
        inputs=inputs.inputs,
        texts=texts_of(basis),
        cube=cube,
    )


def _sections(basis: Basis, folded: Sentence) -> tuple[Section, ...]:
    """Return the sections in their order; what several of them tell is worked out once, before the first."""
    effect, held = measure_lift(basis), bought(basis)
    enter_sold_through(basis, held)
    paid, used = measure_payback(basis, effect, held), redemption(basis, held)
    kept, fresh = judge_promises(basis, held), freshness(basis)
    found = gaps(basis, effect, fresh)
    days, by_category, by_seller = _judged(basis)
    hourly = hours_of(basis)
    ranked = standing_out(basis, paid_back(paid), kept_by_seller(kept))
    best = highest(ranked)
    sections = (
        cover(basis),
        summary(basis, days, by_category, best),
        scorecard(basis, by_category),
        pace(basis, days, hourly, kept),
        drivers(basis, effect),
        lift(basis, effect),
        change(basis, effect),
        roi(basis, paid, used),
        daily(basis, days, hourly),
        categories(basis, by_category),
        sellers(basis, by_seller),
        promised(basis, kept),
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
        insights(basis, ranked, best),
        bridge(basis, bridged(basis)),
        actions(basis, ranked),
        data(basis, found),
        definitions(basis),
        dashboard(basis, folded, fresh),
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
