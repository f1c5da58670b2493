"""The prototype slides of a campaign report: what each section shows, and where."""

from making.charts import Axis, Look, Recipe, chart
from making.drawing import group, rectangle, rule, text
from making.look import (
    ATTENTION,
    BASELINE,
    CAMPAIGN,
    CONTENT,
    GRID,
    INK,
    LEFT,
    PAPER,
    RIGHT,
    SECONDARY,
    TINT,
    Box,
    Type,
)
from making.prototypes import TITLE, begin, close, fill_in, finding
from making.tables import Col, Rows, column, table
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

SMALL = Type(13, colour=SECONDARY)
HEAD = Type(14, bold=True)
NO_ZERO = "#,##0;;"  # a part of nothing has no room for its label
BESIDE_KEY = 6.2  # width of a unit line that has a key on its right, in inches
KEY = Box(7.0, 1.6, RIGHT - 7.0, 0.25)


def cover(deck: Deck) -> None:
    """The campaign, its headline and its days; white on ink."""
    slide = begin(deck, "Cover", "cover")
    pale = Type(13, colour=BASELINE)
    rectangle(slide, "Accent", Box(LEFT, 0.62, 0.9, 0.09), CAMPAIGN)
    text(
        slide,
        "text:kind",
        Box(LEFT, 0.93, 6.9, 0.25),
        "Campaign report  ·  {{ campaign.marketplace }}",
        Type(14, colour=PAPER),
    )
    for index, name, token, floor in (
        (TITLE, "text:campaign", "{{ campaign.name }}", 24),
        (1, "text:title", "{{ section.title }}", 14),
    ):
        fill_in(slide, index, name, token, floor)
        slide.shapes._spTree.append(slide.placeholders[index]._element)  # noqa: SLF001 (reading order)
    text(slide, "text:unit", Box(8.05, 0.94, 4.6, 0.24), "GMV by day", pale, alt="needs=chart:gmv-by-day")
    chart(
        slide,
        "chart:gmv-by-day",
        Box(7.9, 1.5, 4.833, 3.85),
        Recipe(
            bars=[Look("GMV", CAMPAIGN, label=PAPER)],
            gap=55,
            categories=Axis(labels=BASELINE, ink=BASELINE),
            values=Axis(least=0),
            inner=Box(0, 0.1, 1, 0.79),
        ),
        alt="optional=yes",
    )
    rule(slide, "Rule", Box(LEFT, 5.75, CONTENT, 0), SECONDARY, 0.75)
    facts = (
        (LEFT, 3.4, "{{ campaign.period }}", "{{ campaign.zone_words }}", ""),
        (4.2, 1.75, "{{ days.total }}", "days", "days.total"),
        (6.15, 1.7, "{{ sellers.total }}", "sellers", "sellers.total"),
        (8.05, 2.35, "{{ skus.total }}", "SKUs", "skus.total"),
        (10.6, 2.1, "{{ streams.total }}", "livestreams", "streams.total"),
    )
    for number, (x, width, value, words, figure) in enumerate(facts, start=1):
        members = [
            text(slide, f"text:fact-{number}", Box(x, 5.93, width, 0.36), value, Type(22, bold=True, colour=PAPER)),
            text(slide, f"text:fact-{number}-words", Box(x, 6.36, width, 0.24), words, pale),
        ]
        group(slide, f"fact:{number}", members, alt=f"needs={figure}" if figure else "")
    text(
        slide,
        "text:source",
        Box(LEFT, 7.05, CONTENT, 0.2),
        "Prepared by {{ report.prepared_by }}  ·  figures as of {{ report.as_of_words }}  ·  internal",
        Type(10, colour=BASELINE),
    )


def summary(deck: Deck) -> None:
    """Four figures against target and baseline, and the three sentences that matter."""
    slide = finding(deck, "summary", unit=0)
    for number in range(1, 5):
        _card(slide, number, LEFT + 3.083 * (number - 1))
    for number in range(1, 4):
        _point(slide, number, 4.02 + 0.9 * (number - 1))
    close(slide)


def _card(slide: Slide, number: int, x: float) -> None:
    slug, left, width = f"card-{number}", x + 0.2, 2.483
    members = [
        rectangle(slide, f"{slug}: ground", Box(x, 1.75, 2.883, 1.9), TINT),
        text(slide, f"{slug}: label", Box(left, 1.92, width, 0.25), f"{{{{ {slug}.label }}}}", SMALL),
        text(slide, f"{slug}: value", Box(left, 2.21, width, 0.62), f"{{{{ {slug}.value }}}}", Type(36, bold=True)),
    ]
    for line, y in ((1, 2.93), (2, 3.25)):
        token = f"{slug}.against-{line}"
        words = [
            (f"{{{{ {token}.label }}}}\t", Type(12, colour=SECONDARY)),
            (f"{{{{ {token}.change }}}}", Type(12, bold=True)),
        ]
        members.append(text(slide, f"{slug}: against {line}", Box(left, y, width, 0.24), words, SMALL, tab=width))
    group(slide, f"card:{number}", members, alt=f"needs={slug}")


def _point(slide: Slide, number: int, y: float) -> None:
    slug = f"summary-points.{number}"
    money, sentence = Type(26, bold=True, colour=CAMPAIGN, anchor="ctr"), Type(16, anchor="ctr")
    members = [
        text(slide, f"point-{number}: figure", Box(LEFT, y + 0.05, 2.0, 0.8), f"{{{{ {slug}.figure }}}}", money),
        text(slide, f"point-{number}: sentence", Box(2.75, y + 0.05, 8.75, 0.8), f"{{{{ {slug} }}}}", sentence),
    ]
    if number > 1:
        members.append(rule(slide, f"point-{number}: rule", Box(LEFT, y, CONTENT, 0), GRID, 0.75))
    group(slide, f"point:{number}", members, alt=f"needs={slug}")


def scorecard(deck: Deck) -> None:
    """Every category against its target, worst last, with the bars in the rows."""
    slide = finding(deck, "scorecard optional needs=table:scorecard")
    bars = Col(3.6, "{{ head.percent_of_target }}", "{{ chart:percent-of-target }}", align="l", left=0.25)
    table(
        slide,
        "table:scorecard",
        (LEFT, 2.0),
        [
            column("category", 2.2, "l"),
            column("sellers", 0.7),
            column("skus", 0.65),
            column("gmv", 1.1),
            column("target", 1.1),
            bars,
            column("vs_target", 1.4, bold=True),
            column("vs_baseline", 1.383),
        ],
        Rows(head=0.5, row=0.55),
        total=True,
        alt="max_rows=9 height=4.5",
    )
    chart(
        slide,
        "chart:percent-of-target",
        Box(6.6, 2.5, 3.35, 1.1),
        Recipe(
            bars=[
                Look("Met", CAMPAIGN, label=PAPER, place="inBase"),
                Look("Missed", ATTENTION, label=INK, place="inBase"),
            ],
            horizontal=True,
            gap=95,
            categories=Axis(reversed=True),
            values=Axis(least=0, most=1.25),
        ),
    )
    rule(slide, "mark:percent-of-target@1", Box(9.28, 2.47, 0, 1.2), INK, 1.25, dash="sysDash")
    text(
        slide,
        "mark-label:percent-of-target@1",
        Box(8.48, 3.7, 1.6, 0.2),
        "target = 100%",
        Type(11, colour=SECONDARY, align="ctr"),
    )
    close(slide)


def pace(deck: Deck) -> None:
    """The days against target and baseline: up to a week with its table, longer ones as a chart alone."""
    slide = finding(deck, "pace optional needs=table:pace", unit=BESIDE_KEY)
    _pace_chart(slide, Box(LEFT, 1.95, CONTENT, 3.15), Box(1.15, 0.15, 10.983, 2.88), labels="")
    days = Col(CONTENT - 1.15, "{{ head.* }}", "{{ row.* }}", align="ctr", left=0.06)
    table(
        slide,
        "table:pace",
        (LEFT, 5.06),
        [column("1", 1.15, "l"), days],
        Rows(head=0.3, row=0.345, pad=0.02),
        total=False,
        alt="max_rows=4 height=1.74",
    )
    close(slide)
    slide = finding(deck, "pace optional unless=table:pace", unit=BESIDE_KEY)
    _pace_chart(slide, Box(LEFT, 1.95, CONTENT, 4.8), Box(1.15, 0.15, 10.983, 4.2), labels=SECONDARY)
    close(slide)


def _pace_chart(slide: Slide, box: Box, plot: Box, labels: str) -> None:
    text(slide, "text:key", KEY, "{{ pace.key }}", Type(13, align="r"), alt="needs=chart:pace")
    chart(
        slide,
        "chart:pace",
        box,
        Recipe(
            bars=[Look("Campaign", CAMPAIGN), Look("Below target", ATTENTION)],
            lines=[Look("Target", INK, width=1.5, dash="sysDash"), Look("Baseline", BASELINE, width=2)],
            gap=90,
            categories=Axis(labels=labels, ink=INK),
            values=Axis(labels=SECONDARY, least=0, grid=True),
            inner=Box(plot.x / box.w, plot.y / box.h, plot.w / box.w, plot.h / box.h),
        ),
    )


def sellers(deck: Deck) -> None:
    """Who is above plan, who below, and how much the few at the ends weigh; both halves on one scale."""
    slide = finding(deck, "sellers optional", unit=BESIDE_KEY)
    text(slide, "text:key", KEY, "{{ spread.key }}", Type(13, align="r"), alt="needs=chart:spread")
    chart(
        slide,
        "chart:spread",
        Box(LEFT, 1.92, CONTENT, 0.36),
        Recipe(
            bars=[
                Look("Above plan", CAMPAIGN, label=PAPER, place="ctr", form=NO_ZERO),
                Look("On plan", GRID, label=INK, place="ctr", form=NO_ZERO),
                Look("Below plan", ATTENTION, label=INK, place="ctr", form=NO_ZERO),
            ],
            horizontal=True,
            grouping="percentStacked",
            gap=0,
            label_size=13,
        ),
        alt="optional=yes",
    )
    _side(slide, LEFT, "above", [Look("Above", CAMPAIGN), Look("Attention", ATTENTION)], below=False)
    _side(slide, 6.867, "below", [Look("Others", BASELINE), Look("Largest", ATTENTION)], below=True)
    close(slide)


def _side(slide: Slide, x: float, slug: str, looks: list[Look], *, below: bool) -> None:
    needs = f"needs=table:sellers-{slug},chart:{slug}"
    text(slide, f"text:{slug}", Box(x, 2.41, 5.866, 0.25), f"{{{{ {slug}.title }}}}", HEAD, alt=needs)
    table(
        slide,
        f"table:sellers-{slug}",
        (x, 2.7),
        [
            column("1", 2.15, "l"),
            Col(1.8, "", f"{{{{ chart:{slug} }}}}", align="l"),
            column("2", 1.05, bold=True),
            column("3", 0.866),
        ],
        Rows(head=0.3, row=0.46, size=13),
        total=False,
        alt="max_rows=8 height=3.98 optional=yes",
    )
    values = Axis(most=0, reversed=True) if below else Axis(least=0)
    recipe = Recipe(bars=looks, horizontal=True, gap=85, categories=Axis(reversed=True), values=values)
    chart(slide, f"chart:{slug}", Box(x + 2.21, 3.0, 1.68, 0.46), recipe, alt="scale=sellers")


def streams(deck: Deck) -> None:
    """The livestreams that sold most, each with what a thousand views brought."""
    slide = finding(deck, "streams optional needs=table:streams")
    table(
        slide,
        "table:streams",
        (LEFT, 2.0),
        [
            column("1", 2.8, "l"),
            column("seller", 1.65, "l"),
            column("start", 1.5, "l"),
            column("gmv", 1.05),
            column("views", 0.95),
            Col(1.75, "", "{{ chart:stream-gpm }}", align="l", left=0.3),
            column("watch_gpm", 0.95),
            column("ctr", 0.74),
            column("ctor", 0.743),
        ],
        Rows(head=0.5, row=0.45, size=13, pad=0.02),
        total=True,
        alt="max_rows=9 height=4.8",
    )
    recipe = Recipe(
        bars=[Look("Watch GPM", CAMPAIGN), Look("Attention", ATTENTION)],
        horizontal=True,
        gap=95,
        categories=Axis(reversed=True),
        values=Axis(least=0),
    )
    chart(slide, "chart:stream-gpm", Box(8.85, 2.5, 1.39, 0.45), recipe)
    close(slide)


def definitions(deck: Deck) -> None:
    """What every term means here, and what every file held."""
    slide = finding(deck, "definitions", unit=0)
    for slug, x, words, columns in (
        ("definitions", LEFT, "Definitions", [column("term", 1.3, "l"), column("meaning", 4.3, "l")]),
        (
            "data",
            6.65,
            "Data quality",
            [column("1", 2.0, "l"), column("2", 0.9), column("3", 0.8), column("4", 2.383, "l")],
        ),
    ):
        text(slide, f"text:{slug}", Box(x, 1.68, 5.6, 0.25), words, HEAD, alt=f"needs=table:{slug}")
        rows = Rows(head=0.3, row=0.45, size=13, pad=0.02)
        table(slide, f"table:{slug}", (x, 1.98), columns, rows, total=False, alt="max_rows=10 height=4.8 optional=yes")
    close(slide)


PROTOTYPES = (cover, summary, scorecard, pace, sellers, streams, definitions)
"""The slides in their order."""
