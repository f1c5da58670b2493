"""Livestreams: those that sold most, each with what a thousand views brought, beside the hours of their start."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, rectangle, text
from making.look import BASELINE, CAMPAIGN, LEFT, PAPER, SECONDARY, Box, Type
from making.prototypes import close, finding
from making.tables import Col, Rows, column, table

HEAD = Type(14, bold=True)
SIDE, SIDE_WIDTH, HOURS = 8.5, 4.233, 0.98
STEPS = ("EDF3FD", "CEDFFB", "8FB7F5", CAMPAIGN)
"""The shades of a heat table, as the writer mixes them from the campaign's colour."""

GPM = Recipe(
    bars=[Look("Watch GPM", BASELINE), Look("Best", CAMPAIGN)],
    horizontal=True,
    gap=95,
    categories=Axis(reversed=True),
    values=Axis(least=0),
)


def streams_by_hours(deck: Deck) -> None:
    """Draw the streams that sold most beside a heat table of the days and hours in which all of them started."""
    slide = finding(deck, "streams optional needs=table:stream-hours", unit=7.5)
    columns = [
        column("1", 2.25, "l"),
        column("start", 1.55, "l"),
        column("gmv", 0.95),
        column("views", 0.8),
        Col(1.05, "", "{{ chart:stream-gpm }}", align="l", left=0.15),
        column("watch_gpm", 0.9),
    ]
    _list(slide, columns, Box(6.3, 2.5, 0.84, 0.45))
    text(Spot(slide, "text:hours", Box(SIDE, 2.02, SIDE_WIDTH, 0.26)), "{{ stream-hours.caption }}", HEAD)
    unit = Spot(slide, "text:hours-unit", Box(SIDE, 2.28, SIDE_WIDTH, 0.22))
    text(unit, "GMV per 1,000 views (streams)", Type(12, colour=SECONDARY))
    days = Col(SIDE_WIDTH - HOURS, "{{ head.* }}", "{{ row.* }}", align="ctr", left=0.04, bold=True, gap=PAPER)
    place = Spot(slide, "table:stream-hours", Box(SIDE, 2.6, 0, 0), alt="max_rows=6 height=3.3")
    table(
        place, [Col(HOURS, "", "{{ row.1 }}", align="l", gap=PAPER), days], Rows(head=0.33, row=0.66, size=14, pad=0.02)
    )
    quiet = Type(12, colour=SECONDARY)
    for number, colour in enumerate(STEPS, start=1):
        x, alt = SIDE + (number - 1) * SIDE_WIDTH / len(STEPS), f"needs=stream-hours-steps.{number}"
        rectangle(Spot(slide, f"step-{number}: shade", Box(x, 6.05, 0.18, 0.18), alt=alt), colour)
        spot = Spot(slide, f"step-{number}: words", Box(x + 0.24, 6.03, SIDE_WIDTH / len(STEPS) - 0.24, 0.22), alt=alt)
        text(spot, f"{{{{ stream-hours-steps.{number} }}}}", quiet)
    slug = "stream-hours-words.2"
    spot = Spot(slide, "text:hours-best", Box(SIDE, 6.36, SIDE_WIDTH, 0.44), alt=f"needs={slug}")
    text(spot, f"{{{{ {slug} }}}}", quiet)
    close(slide)


def streams(deck: Deck) -> None:
    """Draw the livestreams that sold most over the whole width: few of them, or of unknown audience."""
    slide = finding(deck, "streams optional needs=table:streams unless=table:stream-hours")
    columns = [
        column("1", 2.7, "l"),
        column("seller", 1.65, "l"),
        column("start", 1.6, "l"),
        column("gmv", 1.05),
        column("views", 0.95),
        Col(1.75, "", "{{ chart:stream-gpm }}", align="l", left=0.3),
        column("watch_gpm", 0.95),
        column("ctr", 0.74),
        column("ctor", 0.743),
    ]
    _list(slide, columns, Box(8.85, 2.5, 1.39, 0.45))
    close(slide)


def _list(slide: Slide, columns: list[Col], bars: Box) -> None:
    place = Spot(slide, "table:streams", Box(LEFT, 2.0, 0, 0), alt="max_rows=9 height=4.8")
    table(place, columns, Rows(head=0.5, row=0.45, size=13, pad=0.02), total=True)
    chart(Spot(slide, "chart:stream-gpm", bars), GPM)
