"""Slides of estimates: each a marker on its interval, beside the money it means and what may be said of it."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, rectangle, rule, text
from making.look import ATTENTION, BASELINE, BESIDE_KEY, CAMPAIGN, INK, KEY, LEFT, SECONDARY, TINT, Box, Type
from making.points import Estimate, Reach, hollow, points
from making.prototypes import close, finding
from making.tables import Col, Rows, column, table

SIDE, SIDE_WIDTH = 8.95, 3.783
SIGNED = '"+"0%;"−"0%;0%'
LARGEST = "gmv.fake_dates~expected_largest"


def lift(deck: Deck) -> None:
    """Draw the effect with its interval over the fake dates, the money it means, and the verdict."""
    slide = finding(deck, "lift optional needs=chart:lift", unit=SIDE - LEFT)
    columns = [
        column("what", 2.2, "l"),
        column("effect", 0.8, bold=True),
        Col(5.0, "{{ lift-key.1 }}", "{{ chart:lift }}", align="l", left=0.3),
    ]
    place = Spot(slide, "table:lift-rows", Box(LEFT, 2.0, 0, 0), alt="max_rows=9 height=4.4 optional=yes")
    table(place, columns, Rows(head=0.35, row=0.55, size=14))
    series = [
        Estimate("Campaign: interval", CAMPAIGN),
        Estimate("Campaign", CAMPAIGN, marker=14),
        Estimate("Campaign, not distinguishable: interval", CAMPAIGN),
        *hollow("Campaign, not distinguishable", CAMPAIGN, 14),
        Estimate("Fake dates", BASELINE, marker=9),
        Estimate("Larger", ATTENTION, marker=11),
    ]
    points(
        Spot(slide, "chart:lift", Box(3.9, 2.35, 4.64, 0.9), alt="below=0.35"),
        series,
        Box(0.05, 0, 0.9, 1),
        Reach(SIGNED),
    )
    for side in ("", "-"):
        rule(Spot(slide, f"mark:lift@{side}{LARGEST}", Box(5.0, 2.4, 0, 0.8)), SECONDARY, 1, dash="dash")
    _money(slide)
    close(slide)


def _money(slide: Slide) -> None:
    columns = [column("what", 2.1, "l"), Col(SIDE_WIDTH - 2.1, "", "{{ row.money }}", bold=True)]
    place = Spot(slide, "table:lift-money", Box(SIDE, 2.0, 0, 0), alt="max_rows=4 optional=yes")
    table(place, columns, Rows(head=0.35, row=0.45, size=14, head_size=14))
    rectangle(Spot(slide, "verdict: ground", Box(SIDE, 4.5, SIDE_WIDTH, 2.15), alt="needs=lift-verdict.1"), TINT)
    lines = ((1, 4.62, 0.4, Type(18, bold=True)), (2, 5.08, 0.85, Type(14)), (3, 5.95, 0.6, Type(14)))
    for number, y, high, look in lines:
        box, slug = Box(SIDE + 0.2, y, SIDE_WIDTH - 0.4, high), f"lift-verdict.{number}"
        text(Spot(slide, f"verdict: {number}", box, alt=f"needs={slug}"), f"{{{{ {slug} }}}}", look)


def roi(deck: Deck) -> None:
    """Draw what each promotion and each funder paid and got back: bars of cost, ratios on their intervals."""
    slide = finding(deck, "roi optional needs=table:roi-rows", unit=BESIDE_KEY)
    text(Spot(slide, "text:key", KEY, alt="needs=chart:cost"), "{{ cost.key }}", Type(13, align="r"))
    columns = [
        column("what", 2.4, "l"),
        column("cost", 1.1, bold=True),
        Col(1.6, "", "{{ chart:cost }}", align="l", left=0.15),
        Col(2.55, "Return per unit of cost", "{{ chart:roi }}", align="l", left=0.2),
        column("roi", 1.75, "l"),
        column("verdict", 2.733, "l", bold=True),
    ]
    place = Spot(slide, "table:roi-rows", Box(LEFT, 1.98, 0, 0), alt="max_rows=9 height=4.35")
    table(place, columns, Rows(head=0.4, row=0.5, size=14))
    costs = Recipe(
        bars=[Look("Sellers", CAMPAIGN), Look("Platform", "accent2")],
        horizontal=True,
        grouping="stacked",
        gap=80,
        categories=Axis(reversed=True),
        values=Axis(least=0),
    )
    chart(Spot(slide, "chart:cost", Box(4.35, 2.38, 1.99, 0.5)), costs)
    series = [
        Estimate("Decided: interval", CAMPAIGN),
        Estimate("Decided", CAMPAIGN, marker=11),
        Estimate("Open: interval", BASELINE),
        *hollow("Open", SECONDARY, 11),
    ]
    spot = Spot(slide, "chart:roi", Box(6.6, 2.38, 2.44, 0.5), alt="below=0.35")
    points(spot, series, Box(0.05, 0, 0.9, 1), Reach("0.##", least=2))
    rule(Spot(slide, "mark:roi@1", Box(7.8, 2.38, 0, 0.5)), INK, 1.25, dash="sysDash")
    label = Spot(slide, "mark-label:roi@1", Box(7.0, 6.4, 1.6, 0.2))
    text(label, "1 = break-even", Type(12, colour=SECONDARY, align="ctr"))
    close(slide)
