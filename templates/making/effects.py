"""Slides of estimates: each a marker on its interval, beside the money it means and what may be said of it."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, rectangle, rule, text
from making.look import ATTENTION, BASELINE, BESIDE_KEY, CAMPAIGN, INK, KEY, LEFT, PAPER, SECONDARY, TINT, Box, Type
from making.points import Estimate, Reach, hollow, points
from making.prototypes import close, finding
from making.tables import Col, Lead, Rows, column, table

SIDE, SIDE_WIDTH = 8.95, 3.783
SIGNED = '[>=0.0005]"+"0%;[<=-0.0005]"−"0%;0'  # zero on an axis is seldom exact
METHOD = "same method, no campaign"
LARGEST = "gmv.fake_dates~expected_largest"


def lift(deck: Deck) -> None:
    """Draw the effect with its interval over the fake dates, the money it means, and the verdict."""
    slide = finding(deck, "lift optional needs=chart:lift", unit=SIDE - LEFT)
    columns = [
        Col(1.15, "", "{{ row.group }}", align="l", bold=True, anchor="t", top=0.1, second=METHOD),
        Col(0.65, "", "{{ row.date }}", quiet=True),
        Col(0.62, "", "{{ row.effect }}"),
        Col(5.53, "", "{{ chart:lift }}", align="l"),
    ]
    place = Spot(slide, "table:lift-rows", Box(LEFT, 2.02, 0, 0), alt="max_rows=9 height=4.1 merge=group optional=yes")
    lead = Lead(1.25, "{{ first.what }}", "{{ first.group }}", span=3)
    table(place, columns, Rows(head=0, row=0.48, size=13, ruled=False), lead=lead)
    value, end, words = Type(20, bold=True), Type(13, colour=SECONDARY), Type(13, bold=True)
    interval, untold = ": interval", "Campaign, not distinguishable"
    series = [
        Estimate(f"Campaign{interval}", CAMPAIGN, label=end, side="b", caps=True),
        Estimate("Campaign", CAMPAIGN, 17, value),
        Estimate(f"{untold}{interval}", CAMPAIGN, label=end, side="b", caps=True),
        *hollow(untold, CAMPAIGN, 17, value),
        Estimate("Fake dates", BASELINE, 10),
        Estimate("larger than the lift", ATTENTION, 12, words, side="r", named=True),
    ]
    chart = Spot(slide, "chart:lift", Box(3.02, 2.02, 5.48, 2.0), alt="below=0.33 rest=0.3")
    points(chart, series, Box(0.05, 0, 0.9, 1), Reach(SIGNED))
    for side in ("", "-"):
        spot = Spot(slide, f"mark:lift@{side}{LARGEST}", Box(5.0, 2.4, 0, 0.8), alt="start=2")
        rule(spot, SECONDARY, 1, dash="dash")
    label = Spot(slide, f"mark-label:lift@{LARGEST}", Box(5.0, 5.9, 1.9, 0.24), alt="start=2")
    text(label, "{{ lift-key.1 }}", Type(12, colour=SECONDARY, anchor="b"))
    _money(slide)
    close(slide)


def _money(slide: Slide) -> None:
    columns = [column("what", 2.1, "l"), Col(SIDE_WIDTH - 2.1, "", "{{ row.money }}", bold=True)]
    place = Spot(slide, "table:lift-money", Box(SIDE, 2.0, 0, 0), alt="max_rows=4 optional=yes")
    table(place, columns, Rows(head=0.35, row=0.45, size=14, head_size=14))
    rectangle(Spot(slide, "verdict: ground", Box(SIDE, 4.5, SIDE_WIDTH, 2.15), alt="needs=lift-verdict.1"), TINT)
    x, wide = SIDE + 0.2, SIDE_WIDTH - 0.4
    mark = Spot(slide, "verdict: mark", Box(x, 4.55, 0.3, 0.5), alt="needs=lift-mark.1")
    text(mark, "{{ lift-mark.1 }}", Type(28, bold=True, colour=CAMPAIGN, anchor="ctr"))
    said = Spot(slide, "verdict: 1", Box(x + 0.32, 4.65, wide - 0.32, 0.4), alt="needs=lift-verdict.1")
    text(said, "{{ lift-verdict.1 }}", Type(18, bold=True))
    why = Spot(slide, "verdict: 2", Box(x, 5.08, wide, 0.85), alt="needs=lift-verdict.2")
    text(why, "{{ lift-verdict.2 }}", Type(14))
    to_say = Spot(slide, "verdict: 3", Box(x, 5.95, wide, 0.6), alt="needs=lift-verdict.3")
    text(
        to_say, [("{{ lift-verdict.3.lead }}", Type(14, bold=True)), ("{{ lift-verdict.3.rest }}", Type(14))], Type(14)
    )


def roi(deck: Deck) -> None:
    """Draw what each promotion and each funder paid and got back: bars of cost, ratios on their intervals."""
    slide = finding(deck, "roi optional needs=table:roi-rows", unit=BESIDE_KEY)
    text(Spot(slide, "text:key", KEY, alt="needs=chart:cost"), "{{ cost.key }}", Type(13, align="r"))
    columns = [
        column("what", 2.15, "l"),
        column("cost", 0.95, bold=True),
        Col(2.75, "Who paid it", "{{ chart:cost }}", align="l", left=0.15),
        Col(2.95, "Return: {{ roi.unit }}", "{{ chart:roi }}", align="l", left=0.25),
        column("roi", 1.65, "l"),
        column("verdict", 1.683, "l", bold=True),
    ]
    place = Spot(slide, "table:roi-rows", Box(LEFT, 1.9, 0, 0), alt="max_rows=11 height=4.43")
    table(place, columns, Rows(head=0.48, row=0.5, size=14))
    costs = Recipe(
        bars=[
            Look("Sellers", CAMPAIGN, label=PAPER, place="ctr", form=""),
            Look("Platform", "accent2", label=INK, place="ctr", form=""),
        ],
        horizontal=True,
        grouping="stacked",
        gap=80,
        categories=Axis(reversed=True),
        values=Axis(least=0),
    )
    chart(Spot(slide, "chart:cost", Box(4.35, 2.38, 2.5, 0.5)), costs)
    series = [
        Estimate("Decided: interval", CAMPAIGN),
        Estimate("Decided", CAMPAIGN, marker=11),
        Estimate("Open: interval", BASELINE),
        *hollow("Open", SECONDARY, 11),
    ]
    spot = Spot(slide, "chart:roi", Box(6.9, 2.38, 2.64, 0.5), alt="below=0.22")
    points(spot, series, Box(0.05, 0, 0.9, 1), Reach("0.##", least=2))
    rule(Spot(slide, "mark:roi@1", Box(7.8, 2.38, 0, 0.5)), INK, 1.25, dash="sysDash")
    label = Spot(slide, "mark-label:roi@1", Box(7.0, 6.4, 1.6, 0.2))
    text(label, "1 = break-even", Type(12, colour=SECONDARY, align="ctr"))
    close(slide)
