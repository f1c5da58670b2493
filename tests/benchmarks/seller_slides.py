"""Write a deck with one slide per seller in the house style: four cards, a table, and a chart with its workbook."""

import sys
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from pptx import Presentation

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Card, Document, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, say
from campaignctl.domain.tables import Column, Table
from campaignctl.folder.templates import template
from campaignctl.writers.pptx import write_deck

DAYS = ("Fri 20", "Sat 21", "Sun 22", "Mon 23", "Tue 24", "Wed 25")


def report(sellers: int) -> Document:
    """Return a document with a section per seller."""
    figures: dict[str, Figure] = {}
    sections = tuple(_section(figures, number) for number in range(sellers))
    return Document("holiday-deals", "2026-12-02T09:00:00-08:00", figures, sections)


def _section(figures: dict[str, Figure], number: int) -> Section:
    ids = []
    for place in range(len(DAYS)):
        name = f"gmv.seller-day.{number}-{place}"
        figures[name] = Figure(name, "GMV", Decimal(1000 + 37 * number + 11 * place), "USD", Format.MONEY_SHORT)
        ids.append(name)
    cards = [Card(f"card-{n}", "GMV", ids[n]) for n in range(1, 5)]
    chart = Chart(
        "category-days", ChartKind.COLUMN, say("By day"), "USD", Format.MONEY_SHORT, DAYS, (Series("GMV", tuple(ids)),)
    )
    columns = (Column("seller", "Product"), Column("gmv", "GMV"))
    rows = tuple((f"Product {n} with a name of some length", Ref(ids[n])) for n in range(6))
    table = Table("category-sellers", columns, rows)
    title = say(f"{{name}} sold {{{ids[0]}}} on the first day", name=f"Shop {number}")
    return Section(f"category.{number}", f"Shop {number}", title, parts=(*cards, chart, table))


def main(sellers: int, target: Path) -> None:
    """Write the deck from the house template's slide of a category, the other slides left out."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        deck = Presentation(str(template("deck.pptx")))
        listed = deck.part._element.sldIdLst
        for entry, slide in zip(list(listed), list(deck.slides), strict=True):
            if "repeat=category" not in slide.notes_slide.notes_text_frame.text:
                deck.part.drop_rel(entry.rId)
                listed.remove(entry)
        deck.save(str(Path(folder) / "own.pptx"))
        write_deck(report(sellers), Path(folder) / "own.pptx", target)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
