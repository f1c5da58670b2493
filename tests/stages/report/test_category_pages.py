"""A category's page holds its figures against the baseline, and its sellers against targets that may stand."""

from dataclasses import replace

import pytest

from campaignctl.domain.formats import Format
from campaignctl.domain.tables import Mark
from campaignctl.metrics.catalogue import by_id
from campaignctl.metrics.ledger import At
from campaignctl.stages.report import report
from campaignctl.stages.report.grid import mark
from campaignctl.stages.report.insights.evidence import evidence_of
from campaignctl.stages.report.measure import measured

from .conftest import campaign, inputs, lines, registered

CROWD = {f"S-0{n}": (f"Shop {n}", "Beauty", 10, 1.5, 900) for n in range(10, 18)}
SHOPS = {
    **CROWD,
    "S-020": ("Slip Shop", "Beauty", 20, 1.5, 900_000_000),
    "S-021": ("Silent Shop", "Beauty", 0, 1.0, 500),
    "S-030": ("Toy Shop", "Toys", 10, 1.2, 900),
}


@pytest.fixture(scope="module")
def made():
    sold = {key: shop for key, shop in SHOPS.items() if shop[2]}
    return inputs(campaign=campaign(SHOPS), order_lines=lines(sold, weeks=2), registered=registered(SHOPS))


@pytest.fixture(scope="module")
def whole(made):
    return report(made)


@pytest.fixture(scope="module")
def table(whole):
    page = whole.section("category.beauty")
    return next(part for part in page.parts if part.slug == "category-sellers")


def cells(whole, table, seller):
    keys = [column.key for column in table.columns]
    row = next(row for row in table.rows if row[0] == seller)
    return {key: whole.cell_words(cell) for key, cell in zip(keys, row, strict=True)}


def test_the_small_sellers_of_a_category_are_summed_though_one_sent_no_export(whole, table):
    others = cells(whole, table, "4 others")
    assert others["gmv"].startswith("$")
    assert others["vs_target"].endswith("%")
    assert others["vs_baseline"].endswith("%")


def test_a_seller_of_whom_no_export_tells_anything_takes_no_row(whole, table):
    assert "Silent Shop" not in [row[0] for row in table.rows]
    assert whole.figures["gmv.seller.s-021"].value is None


def test_a_target_larger_than_the_campaign_s_tells_nothing_of_the_seller_s_sales(whole, table):
    told = cells(whole, table, "Slip Shop")
    assert told["vs_target"] == "n/a"
    assert told["vs_baseline"] != "n/a"
    assert "larger than the campaign's" in whole.figures["gmv.seller.s-020~target"].reason
    assert "gmv_to_target.seller.s-020" not in whole.figures


def test_the_cards_of_a_category_are_held_against_its_baseline(whole):
    cards = [part for part in whole.section("category.beauty").parts if part.slug.startswith("card-")]
    assert [card.label for card in cards] == ["GMV", "Orders", "AOV", "Discount depth"]
    assert all("baseline" in whole.words(card.against[-1].label) for card in cards)


def test_a_change_that_is_written_as_nothing_is_neither_good_nor_bad(made):
    basis = measured(made)
    at = At("category", "Tea")
    basis.ledger.enter(by_id("gmv"), -0.003, at.against("baseline"), form=Format.PERCENT)
    assert basis.ledger.get("gmv", at.against("baseline")).words == "0%"
    assert mark(basis, "gmv", at.against("baseline")) is Mark.NEUTRAL


def test_methods_are_named_among_the_definitions_alone(whole):
    for section in whole.sections:
        told = whole.words(section.source) + whole.words(section.title) + whole.words(section.context)
        assert section.method or not any(word in told for word in ("LMDI", "Method:", "errors that linger"))


def test_the_summary_tells_the_one_category_that_missed_in_a_sentence(whole):
    points = next(part for part in whole.section("summary").parts if part.slug == "summary-points")
    (words,) = [whole.words(one) for one in points.sentences if "its target by" in whole.words(one)]
    assert "Toys alone missed its target by $" in words
    assert "1 of 2 categories beat theirs" in words


def test_a_long_name_in_an_insight_ends_in_an_ellipsis(made):
    shops = {"S-010": ("The Shop Whose Name Goes On And On And On", *SHOPS["S-010"][1:])}
    named = replace(made, campaign=campaign({**SHOPS, **shops}))
    called = evidence_of(measured(named)).called("S-010")
    assert called == "The Shop Whose Name Goes On And On And…"
