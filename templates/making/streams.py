"""Livestreams: those that sold most, each with what a thousand views brought, beside the hours of their start."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, text
from making.look import BASELINE, CAMPAIGN, LEFT, SECONDARY, Box, Type
from making.prototypes import close, finding
from making.tables import Col, Rows, column, table

HEAD = Type(14, bold=True)
SIDE, SIDE_WIDTH = 8.5, 4.233
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
    hours = Col(SIDE_WIDTH - 0.75, "{{ head.* }}", "{{ row.* }}", align="ctr", left=0.04)
    place = Spot(slide, "table:stream-hours", Box(SIDE, 2.3, 0, 0), alt="max_rows=8 height=3.2")
    table(place, [column("1", 0.75, "l"), hours], Rows(head=0.35, row=0.42, size=13, pad=0.02))
    quiet = Type(12, colour=SECONDARY)
    for number, y in ((1, 5.62), (2, 6.2)):
        slug = f"stream-hours-words.{number}"
        spot = Spot(slide, f"text:hours-{number}", Box(SIDE, y, SIDE_WIDTH, 0.5), alt=f"needs={slug}")
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
