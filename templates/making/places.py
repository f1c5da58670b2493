"""One category or one seller on a page: four figures, what it is made of, and its days or its products."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from making.cards import card
from making.charts import Axis, Look, Recipe, chart
from making.drawing import Spot, text
from making.look import CAMPAIGN, INK, LEFT, SECONDARY, Box, Type
from making.prototypes import close, finding
from making.tables import Rows, column, table

HEAD = Type(14, bold=True)
RIGHT_HALF, HALF, TOP = 6.867, 5.866, 3.95


def category(deck: Deck) -> None:
    """Draw a category: its figures, its sellers and its days."""
    slide = _page(deck, "category repeat=category needs=card-1", "Category")
    columns = [column("seller", 2.6, "l"), column("gmv", 1.1), column("vs_target", 1.05), column("vs_baseline", 1.116)]
    place = Spot(slide, "table:category-sellers", Box(LEFT, TOP, 0, 0), alt="max_rows=6 height=2.8 optional=yes")
    table(place, columns, Rows(head=0.32, row=0.4, size=14))
    spot = Spot(slide, "text:days", Box(RIGHT_HALF, TOP, HALF, 0.26), alt="needs=chart:category-days")
    text(spot, "{{ category-days.title }}", HEAD)
    days = Recipe(
        bars=[Look("GMV", CAMPAIGN, label=INK)],
        gap=55,
        categories=Axis(labels=SECONDARY, ink=INK),
        values=Axis(least=0),
        inner=Box(0, 0.12, 1, 0.73),
    )
    chart(Spot(slide, "chart:category-days", Box(RIGHT_HALF, TOP + 0.3, HALF, 2.5), alt="optional=yes"), days)
    close(slide)


def seller(deck: Deck) -> None:
    """Draw a seller: its figures against plan and baseline, and the products that sold best."""
    slide = _page(deck, "seller optional needs=card-1", "Seller")
    columns = [
        column("metric", 2.2, "l"),
        column("value", 1.2, bold=True),
        column("baseline", 1.2),
        column("change", 1.266),
    ]
    place = Spot(slide, "table:metrics", Box(LEFT, TOP, 0, 0), alt="max_rows=6 height=2.8 optional=yes")
    table(place, columns, Rows(head=0.32, row=0.4, size=14))
    place = Spot(slide, "table:best-products", Box(RIGHT_HALF, TOP, 0, 0), alt="max_rows=6 height=2.8 optional=yes")
    table(place, [column("product", HALF - 1.3, "l"), column("gmv", 1.3, bold=True)], Rows(head=0.32, row=0.4, size=14))
    close(slide)


def _page(deck: Deck, key: str, kind: str) -> Slide:
    slide = finding(deck, key, unit=0, tracker=f"{kind}: {{{{ section.name }}}}")
    for number in range(1, 5):
        card(slide, number)
    return slide
