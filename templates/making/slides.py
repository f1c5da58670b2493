"""The prototype slides of a campaign report, in their order: what each section shows, and where."""

from dataclasses import replace

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.cards import card
from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, group, rectangle, rule, text
from making.drivers import drivers
from making.effects import lift, roi
from making.look import ATTENTION, BASELINE, CAMPAIGN, CONTENT, GRID, INK, LEFT, PAPER, SECONDARY, Box, Type
from making.places import category, seller
from making.promises import promised, promised_kept, promised_own
from making.prototypes import TITLE, begin, close, fill_in, finding
from making.sides import definitions, sellers
from making.steps import insights, steps, terms
from making.streams import streams, streams_by_hours
from making.tables import Col, Rows, column, table
from making.trend import pace


def cover(deck: Deck) -> None:
    """Draw the campaign, its headline and its days; white on ink."""
    slide = begin(deck, "Cover", "cover")
    rectangle(Spot(slide, "Accent", Box(LEFT, 0.62, 0.9, 0.09)), CAMPAIGN)
    kind = Spot(slide, "text:kind", Box(LEFT, 0.93, 6.9, 0.25))
    text(kind, "{{ report.kind }}  ·  {{ campaign.marketplace }}", Type(14, colour=PAPER))
    for index, name, token, floor in (
        (TITLE, "text:campaign", "{{ campaign.name }}", 24),
        (1, "text:title", "{{ section.title }}", 14),
    ):
        fill_in(slide, index, name, token, floor)
        slide.shapes._spTree.append(slide.placeholders[index]._element)  # noqa: SLF001 (reading order)
    _days(slide)
    rule(Spot(slide, "Rule", Box(LEFT, 5.75, CONTENT, 0)), SECONDARY, 0.75)
    _facts(slide)
    text(
        Spot(slide, "text:source", Box(LEFT, 7.02, CONTENT, 0.42)),
        "Prepared by {{ report.prepared_by }}  ·  figures as of {{ report.as_of_words }}  ·  {{ report.audience }}",
        Type(12, colour=BASELINE),
    )


def _days(slide: Slide) -> None:
    unit = Spot(slide, "text:unit", Box(8.05, 0.94, 4.6, 0.24), alt="needs=chart:gmv-by-day")
    text(unit, "GMV by day, {{ gmv-by-day.unit }}", Type(13, colour=BASELINE))
    recipe = Recipe(
        bars=[Look("GMV", CAMPAIGN, label=PAPER)],
        gap=55,
        categories=Axis(labels=BASELINE, ink=BASELINE),
        values=Axis(least=0),
        inner=Box(0, 0.1, 1, 0.79),
    )
    chart(Spot(slide, "chart:gmv-by-day", Box(7.9, 1.5, 4.833, 3.85), alt="optional=yes"), recipe)


def _facts(slide: Slide) -> None:
    facts = (
        (LEFT, 3.4, "{{ campaign.period }}", "{{ campaign.zone_words }}", ""),
        (4.2, 1.75, "{{ days.total }}", "{{ days.total|day|days }}", "needs=days.total"),
        (6.15, 1.7, "{{ sellers.total }}", "{{ sellers.total|seller|sellers }}", "needs=sellers.total"),
        (8.05, 2.35, "{{ skus.total }}", "{{ skus.total|SKU|SKUs }}", "needs=skus.total"),
        (10.6, 2.1, "{{ streams.total }}", "{{ streams.total|livestream|livestreams }}", "needs=streams.total"),
    )
    for number, (x, width, value, words, needs) in enumerate(facts, start=1):
        figure = Spot(slide, f"text:fact-{number}", Box(x, 5.93, width, 0.37))
        label = Spot(slide, f"text:fact-{number}-words", Box(x, 6.36, width, 0.24))
        members = [
            text(figure, value, Type(22, bold=True, colour=PAPER)),
            text(label, words, Type(13, colour=BASELINE)),
        ]
        group(Spot(slide, f"fact:{number}", alt=needs), members)


def summary(deck: Deck) -> None:
    """Draw four figures against target and baseline, and the three sentences that matter."""
    slide = finding(deck, "summary optional needs=card-1|summary-points.1", unit=0)
    for number in range(1, 5):
        card(slide, number)
    for number in range(1, 4):
        _point(slide, number, 4.28 + 0.84 * (number - 1))
    close(slide)


def _point(slide: Slide, number: int, y: float) -> None:
    slug = f"summary-points.{number}"
    money, sentence = Type(26, bold=True, colour=CAMPAIGN, anchor="ctr"), Type(16, anchor="ctr")
    figure = Spot(slide, f"point-{number}: figure", Box(LEFT, y + 0.04, 2.0, 0.76))
    lead, rest = f"{{{{ {slug}.lead }}}}", f"{{{{ {slug}.rest }}}}"
    words = Spot(slide, f"point-{number}: sentence", Box(2.75, y + 0.04, 8.75, 0.76))
    more = Spot(slide, f"point-{number}: slides", Box(11.6, y + 0.04, 1.133, 0.76))
    members = [
        text(figure, f"{{{{ {slug}.figure }}}}", money),
        text(words, [(lead, replace(sentence, bold=True)), (rest, sentence)], sentence),
        text(more, f"{{{{ {slug}.slides }}}}", Type(12, colour=SECONDARY, align="r", anchor="ctr")),
    ]
    if number > 1:
        members.append(rule(Spot(slide, f"point-{number}: rule", Box(LEFT, y, CONTENT, 0)), GRID, 0.75))
    group(Spot(slide, f"point:{number}", alt=f"needs={slug}"), members)


def scorecard(deck: Deck) -> None:
    """Draw every category against its target, with the bars in the rows."""
    slide = finding(deck, "scorecard optional needs=table:scorecard")
    columns = [
        column("category", 2.2, "l"),
        column("sellers", 0.7),
        column("skus", 0.65),
        column("gmv", 1.1),
        column("target", 1.1),
        Col(3.6, "{{ head.percent_of_target }}", "{{ chart:percent-of-target }}", align="l", left=0.25),
        column("vs_target", 1.4, bold=True),
        column("vs_baseline", 1.383),
    ]
    place = Spot(slide, "table:scorecard", Box(LEFT, 2.0, 0, 0), alt="max_rows=9 height=4.5")
    table(place, columns, Rows(head=0.5, row=0.55), total=True)
    met = Look("Met", CAMPAIGN, label=PAPER, place="inBase", form="0%")
    missed = Look("Missed", ATTENTION, label=INK, place="inBase", form="0%")
    recipe = Recipe(
        bars=[met, missed],
        horizontal=True,
        gap=95,
        categories=Axis(reversed=True),
        values=Axis(least=0, most=1.25),
    )
    slug = "percent-of-target"
    chart(Spot(slide, f"chart:{slug}", Box(6.6, 2.5, 3.35, 1.1)), recipe)
    rule(Spot(slide, f"mark:{slug}@1", Box(9.28, 2.47, 0, 1.2)), INK, 1.25, dash="sysDash")
    label = Spot(slide, f"mark-label:{slug}@1", Box(8.48, 3.7, 1.6, 0.2))
    text(label, "target = 100%", Type(12, colour=SECONDARY, align="ctr"))
    close(slide)


PROTOTYPES = (
    cover,
    summary,
    seller,
    scorecard,
    pace,
    drivers,
    lift,
    roi,
    sellers,
    promised,
    promised_kept,
    promised_own,
    streams_by_hours,
    streams,
    steps,
    definitions,
    category,
    insights,
    terms,
)
"""The slides in their order."""
