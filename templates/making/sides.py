"""Slides of two halves: sellers above and below plan on one scale, terms beside the files they rest on."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, text
from making.look import ATTENTION, BASELINE, BESIDE_KEY, CAMPAIGN, CONTENT, GRID, INK, KEY, LEFT, PAPER, Box, Type
from making.prototypes import close, finding
from making.tables import Col, Rows, column, table

HEAD = Type(14, bold=True)
NO_ZERO = "#,##0;;"  # a part of nothing has no room for its label


def sellers(deck: Deck) -> None:
    """Draw who is above plan, who below, and how many of each; both halves on one scale."""
    slide = finding(deck, "sellers optional needs=table:sellers-above|table:sellers-below", unit=BESIDE_KEY)
    text(Spot(slide, "text:key", KEY, alt="needs=chart:spread"), "{{ spread.key }}", Type(13, align="r"))
    parts = (("Above plan", CAMPAIGN, PAPER), ("On plan", GRID, INK), ("Below plan", ATTENTION, INK))
    spread = Recipe(
        bars=[Look(name, colour, label=ink, place="ctr", form=NO_ZERO) for name, colour, ink in parts],
        horizontal=True,
        grouping="percentStacked",
        gap=0,
        label_size=13,
    )
    chart(Spot(slide, "chart:spread", Box(LEFT, 1.92, CONTENT, 0.36), alt="optional=yes"), spread)
    _half(slide, LEFT, "above", [Look("Sellers", CAMPAIGN), Look("Furthest", ATTENTION)], Axis(least=0))
    below = Axis(most=0, reversed=True)  # shortfalls are drawn as lengths, from the same edge
    _half(slide, 6.867, "below", [Look("Sellers", BASELINE), Look("Furthest", ATTENTION)], below)
    close(slide)


def _half(slide: Slide, x: float, slug: str, looks: list[Look], values: Axis) -> None:
    needs = f"needs=table:sellers-{slug},chart:{slug}"
    text(Spot(slide, f"text:{slug}", Box(x, 2.41, 5.866, 0.25), alt=needs), f"{{{{ {slug}.title }}}}", HEAD)
    columns = [
        column("1", 2.15, "l"),
        Col(1.5, "", f"{{{{ chart:{slug} }}}}", align="l"),
        column("2", 1.35, bold=True),
        column("3", 0.866),
    ]
    place = Spot(slide, f"table:sellers-{slug}", Box(x, 2.7, 0, 0), alt="max_rows=8 height=3.98 optional=yes")
    table(place, columns, Rows(head=0.3, row=0.46, size=13))
    recipe = Recipe(bars=looks, horizontal=True, gap=85, categories=Axis(reversed=True), values=values)
    chart(Spot(slide, f"chart:{slug}", Box(x + 2.21, 3.0, 1.38, 0.46), alt="scale=sellers"), recipe)


def definitions(deck: Deck) -> None:
    """Draw what every term means here, and what every file held."""
    slide = finding(deck, "definitions", unit=0)
    terms = [column("term", 1.3, "l"), column("meaning", 4.3, "l")]
    files = [column("1", 2.0, "l"), column("2", 0.9), column("3", 0.8), column("4", 2.383, "l")]
    for slug, x, words, columns in (
        ("definitions", LEFT, "Definitions", terms),
        ("data", 6.65, "Data quality", files),
    ):
        text(Spot(slide, f"text:{slug}", Box(x, 1.68, 5.6, 0.25), alt=f"needs=table:{slug}"), words, HEAD)
        place = Spot(slide, f"table:{slug}", Box(x, 1.98, 0, 0), alt="max_rows=10 height=4.8 optional=yes")
        table(place, columns, Rows(head=0.3, row=0.45, size=13, pad=0.02))
    close(slide)
