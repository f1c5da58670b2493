"""Every invited seller gets a form of its own: what it may enter, by when, and nothing of anybody else."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pandas as pd
import pytest

from campaignctl.domain.observations import Kind
from campaignctl.marketplaces.load import known, load
from campaignctl.readers.books import read_book
from campaignctl.readers.campaign_folder import reading_of
from campaignctl.readers.grid import grids
from campaignctl.rules.case import case_of
from campaignctl.simulation.books import setup_book_form
from campaignctl.simulation.reading import read_back
from campaignctl.simulation.setup import setup_book
from campaignctl.simulation.world import build
from campaignctl.stages.invitations.items import Sources
from campaignctl.stages.invitations.stage import forms_for
from campaignctl.workbooks import REGISTRATION
from campaignctl.writers.forms import write_form

PROFILE = load(known(None)[0], None)
EARLIER = pd.DataFrame({
    "seller_id": ["S-001", "S-001", "S-002"], "product_id": ["172938470001001471", "172938470001001472", "172938470009"],
    "sku_id": ["172950000001001471", "172950000001001472", "172950000009"], "seller_sku": ["A-1", "A-2", "SECRET-9"],
    "product_name": ["Lotion", "=1+1", "Hidden mug"], "variation": None, "category": "Beauty",
    "list_price": pd.array([2000, 3000, 900], dtype="Int64"),
})  # fmt: skip


@pytest.fixture
def setup():
    return setup_book(build(7, shops=3, orders_a_day=1))


@pytest.fixture
def made(setup):
    """Make the forms of a set-up whose rows a test may change first."""

    def make(sources=None, round_=1):
        context = {"title": "x", "marketplace": PROFILE.name, "zone": PROFILE.zone, "currency": PROFILE.currency}
        form = setup_book_form(setup, PROFILE.choices(), **context, campaign_fee=None)
        return forms_for(case_of(read_back({"campaign.xlsx": form})), sources or Sources(), round_)

    return make


def first_sheet(form):
    return form.sheets[0].rows[0]


def lines(form):
    return next(sheet.rows for sheet in form.sheets if sheet.sheet.key == "sku_lines")


def test_one_form_per_invited_seller_and_a_reason_for_everybody_else(setup, made):
    rows = setup.rows["sellers"]
    rows[0].update(reply="Accepted")
    rows[1].update(reply="Declined", reason="Stock")
    rows.append({**rows[2], "seller_id": "S-900", "role": "Comparison"})
    found = made()
    assert list(found.forms) == ["S-001.xlsx", "S-003.xlsx"]
    assert found.without == (("S-002", "declined"),)


def test_the_form_id_names_campaign_seller_wave_and_round(setup, made):
    setup.rows["sellers"][0]["wave"] = 2
    setup.rows["sellers"][1]["wave"] = None
    found = made(round_=3)
    assert first_sheet(found.forms["S-001.xlsx"])["form_id"] == "HD26-S-001-2-3"
    assert first_sheet(found.forms["S-002.xlsx"])["form_id"] == "HD26-S-002-1-3"


def test_contacts_and_deadline_are_the_seller_s_own(setup, made):
    setup.rows["sellers"][0].update(
        reply_by=datetime(2026, 11, 9, 12, 0),  # noqa: DTZ001 - typed local
        contact_email="a@x.example; b@x.example",
    )
    found = made()
    assert first_sheet(found.forms["S-001.xlsx"])["contact_email"] == "a@x.example"
    assert first_sheet(found.forms["S-001.xlsx"])["second_email"] == "b@x.example"
    assert "by Mon 9 Nov 12:00" in found.forms["S-001.xlsx"].context
    assert "by Thu 12 Nov 18:00" in found.forms["S-002.xlsx"].context


def test_a_deadline_at_the_end_of_a_day_is_said_as_that_day(setup, made):
    setup.rows["sellers"][0]["reply_by"] = datetime(2026, 11, 9, 23, 59)  # noqa: DTZ001 - typed local
    assert "by Mon 9 Nov 23:59" in made().forms["S-001.xlsx"].context


@pytest.mark.parametrize(
    ("promotion", "seller", "allowed"),
    [
        ({}, {}, True),
        ({"min_score": 4}, {"shop_score": 3.9}, False),
        ({"min_score": 4}, {"shop_score": 4}, True),
        ({"min_score": 4}, {"shop_score": None, "score_as_of": None}, True),
        ({"which": "Garden; S-001"}, {}, True),
        ({"which": "Garden"}, {}, False),
        ({"which": "beauty"}, {"category": "Beauty"}, True),
        ({"status": "Cancelled"}, {}, False),
        ({"applies_to": "All registered SKUs"}, {}, False),
    ],
)
def test_a_seller_sees_the_promotions_it_may_enter(setup, made, promotion, seller, allowed):
    setup.rows["promotions"][0].update(promotion)
    setup.rows["sellers"][0].update(seller)
    offers = made().forms["S-001.xlsx"].lists["sheet:promotions"]
    assert (setup.rows["promotions"][0]["id"] in offers) is allowed
    assert len(offers) >= 2


def test_what_is_offered_says_when_who_pays_and_what_is_asked(made):
    guide = " ".join(made().forms["S-001.xlsx"].guide)
    assert "Sat 21 Nov 00:00 to Sun 22 Nov 23:59; you pay 70% of the discount" in guide
    assert "at least 10% off list and 100 units per SKU" in guide


def test_shared_coupons_name_the_share(made):
    sheet = made().forms["S-001.xlsx"].sheets[0].sheet
    assert "you pay 50% of the discount, the platform 50%" in sheet.column("co_fund").hint


def test_a_seller_who_may_enter_nothing_gets_no_form(setup, made):
    for row in setup.rows["promotions"]:
        row["min_score"] = Decimal(5)
    setup.rows["sellers"][0]["shop_score"] = 1
    assert ("S-001", "may enter no promotion with nominated SKUs") in made().without


def test_a_form_holds_the_skus_of_its_own_seller_only(made, tmp_path):
    found = made(Sources(earlier=[EARLIER]))
    assert [row["seller_sku"] for row in lines(found.forms["S-001.xlsx"])] == ["A-1", "A-2"]
    assert found.items == 3
    write_form(found.forms["S-001.xlsx"], tmp_path / "S-001.xlsx")
    text = "\n".join(str(cell) for grid in grids(tmp_path / "S-001.xlsx") for row in grid.rows for cell in row)
    assert "SECRET-9" not in text
    assert "S-002" not in text


def test_the_only_promotion_on_offer_is_filled_in(setup, made):
    for row in setup.rows["promotions"][1:]:
        row["applies_to"] = "All registered SKUs"
    form = made(Sources(earlier=[EARLIER])).forms["S-001.xlsx"]
    assert {row["promotion_id"] for row in lines(form)} == {setup.rows["promotions"][0]["id"]}


def test_rows_that_the_seller_leaves_blank_are_no_offers(made, tmp_path):
    form = made(Sources(earlier=[EARLIER])).forms["S-001.xlsx"]
    assert any("leave the others as they are" in line for line in form.guide)
    rows = [dict(row) for row in lines(form)]
    rows[0].update(promotion_id="HD26-01", campaign_price=Decimal("15.00"), stock=200)
    sheets = tuple(
        replace(sheet, rows=tuple(rows)) if sheet.sheet.key == "sku_lines" else sheet for sheet in form.sheets
    )
    write_form(replace(form, sheets=sheets), tmp_path / "filled.xlsx")
    found = grids(tmp_path / "filled.xlsx")
    _, reading = reading_of((), None)
    book = read_book("filled.xlsx", found, REGISTRATION, reading)
    assert book.frames["sku_lines"]["seller_sku"].tolist() == ["A-1"]
    assert [(met.kind, met.value) for met in book.observations if met.place.sheet == "Products"] == [
        (Kind.UNTOUCHED, "1 row")
    ]
