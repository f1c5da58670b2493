"""What to do next, and the appendix: the insights that the summary had no room for, and every term in full."""

from pptx.presentation import Presentation as Deck

from making.drawing import Spot
from making.look import LEFT, TINT, Box
from making.prototypes import close, finding
from making.tables import Col, Rows, column, table


def steps(deck: Deck) -> None:
    """Draw what to repeat, to stop and to try: the step in bold, what it rests on below it."""
    slide = finding(deck, "next optional needs=table:next")
    columns = [
        Col(1.25, "", "{{ row.kind }}", align="ctr", bold=True, ground=TINT),
        Col(
            6.8,
            "{{ head.next }}",
            "{{ row.next }}",
            align="l",
            bold=True,
            left=0.2,
            second="{{ row.what }} ({{ row.how_sure }})",
        ),
        Col(1.58, "{{ head.at_stake }}", "{{ row.at_stake }}", align="l", bold=True, after="{{ row.unit }}"),
        column("owner", 1.653, "l"),
        column("by", 0.85, "l"),
    ]
    place = Spot(slide, "table:next", Box(LEFT, 1.98, 0, 0), alt="max_rows=6 height=4.86 merge=kind")
    table(place, columns, Rows(head=0.33, row=0.75, size=16))
    close(slide)


def insights(deck: Deck) -> None:
    """Draw the remaining insights, with how sure each is."""
    slide = finding(deck, "insights optional needs=table:insights", tracker="Appendix: {{ section.name }}")
    columns = [
        column("kind", 1.0, "l"),
        Col(5.6, "{{ head.what }}", "{{ row.what }}", align="l", bold=True),
        column("how_sure", 2.4, "l"),
        column("next", 3.133, "l"),
    ]
    place = Spot(slide, "table:insights", Box(LEFT, 1.98, 0, 0), alt="max_rows=8 height=4.8")
    table(place, columns, Rows(head=0.33, row=0.5, size=13))
    close(slide)


def terms(deck: Deck) -> None:
    """Draw every term with its meaning and formula."""
    key = "terms optional needs=table:definitions-all"
    slide = finding(deck, key, unit=0, tracker="Appendix: {{ section.name }}")
    columns = [column("term", 2.1, "l"), column("meaning", 5.0, "l"), column("formula", 5.033, "l")]
    place = Spot(slide, "table:definitions-all", Box(LEFT, 1.75, 0, 0), alt="max_rows=10 height=5.0")
    table(place, columns, Rows(head=0.33, row=0.46, size=13, pad=0.02))
    close(slide)
