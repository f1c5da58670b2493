"""What a list leaves out lowers no rate: a row that tells one number of a quotient alone plays no part in it."""

import pytest

from campaignctl.domain.frames import Dtype
from campaignctl.metrics.catalogue import metrics
from campaignctl.metrics.example import SHAPES, example
from campaignctl.metrics.measures import BESIDE_ORDERS, Table
from campaignctl.metrics.proof import drawn_figures

LISTS = (*BESIDE_ORDERS, Table.STREAMS, Table.PRODUCT_TRAFFIC)
NUMBERS = (Dtype.MONEY, Dtype.COUNT, Dtype.RATE)
QUOTIENTS = [page for page in metrics().values() if page.table in LISTS and page.measures[0].name != "peak"]
QUOTIENTS = [page for page in QUOTIENTS if not page.additive_over and len(page.measures) > 1]


def halves():
    """Every quotient with each row of its example that tells one number alone."""
    for page in QUOTIENTS:
        lines = page.examples[0].text.split("\n")
        heads = [cell.strip() for cell in lines[1].strip("| ").split("|")]
        numbers = [head for head in heads if SHAPES[page.table][head] in NUMBERS]
        for alone in numbers:
            row = [("70" if head == alone else "" if head in numbers else "9") for head in heads]
            yield pytest.param(page, f"| {' | '.join(row)} |", id=f"{page.code}-{alone}")


@pytest.mark.parametrize(("page", "row"), list(halves()))
def test_a_row_that_tells_one_number_alone_moves_no_rate(page, row):
    text = page.examples[0].text
    at = next(place for place, line in enumerate(text.split("\n")) if " = " in line)
    lines = text.split("\n")
    with_half = example("\n".join([*lines[:at], row, *lines[at:]]))
    expected = dict(with_half.expected)[f"{page.id}.total"]
    assert drawn_figures(with_half).figures[f"{page.id}.total"].words == expected


def test_every_rate_of_a_list_is_such_a_quotient():
    assert {page.code for page in QUOTIENTS} >= {"STR104", "STR121", "PRD108", "VID103", "ADS103", "AFF106", "SET110"}
    assert len(list(halves())) > 60


def test_a_number_that_no_row_tells_is_named_as_the_reason():
    drawn = example("streams\n| title | product_clicks | views |\n| LIVE | | 100 |\nctr.total = n/a")
    assert drawn_figures(drawn).figures["ctr.total"].reason == "the exports do not give Product clicks"


def test_creators_orders_that_do_not_say_whether_they_came_back_did_not_stay():
    drawn = example("affiliate_orders\n| order_id | returned |\n| 1 | |\n| 2 | |\ncreator_return_rate.total = n/a")
    figure = drawn_figures(drawn).figures["creator_return_rate.total"]
    assert figure.reason == "the exports do not give Fully returned or refunded"
