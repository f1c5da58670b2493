"""The forms that people receive: lists resolved, what is known filled in, and a page on how to fill them."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from campaignctl.domain.forms import Form, Sheet
from campaignctl.workbooks import REGISTRATION, SETUP, TEAM_LISTS, Invitation, form_id, registration_form, setup_form

PACIFIC = ZoneInfo("America/Los_Angeles")
PROFILE = {
    "profile:tools": ("Product discount", "Flash deal"),
    "profile:marketplaces": ("TikTok Shop US",),
    "profile:zones": ("America/Los_Angeles", "America/New_York"),
    "profile:currencies": ("USD",),
}
INVITATION = Invitation(
    campaign="Holiday Deals 2026",
    marketplace="TikTok Shop US",
    zone="America/Los_Angeles",
    currency="USD",
    code="HD26",
    starts=datetime(2026, 11, 20, tzinfo=PACIFIC),
    ends=datetime(2026, 11, 26, tzinfo=PACIFIC),
    reply_by=datetime(2026, 11, 12, 18, tzinfo=PACIFIC),
    reply_to="offer@marketplace.example",
    terms="https://marketplace.example/terms",
    offers={"HD26-02": "Beauty opening flash, you pay 70 %"},
    co_funded=("HD26-05, you pay 70 %, the platform 30 %",),
)
SELLER = {"seller_id": "S-001", "shop_name": "Moss & Amber"}


def setup(**more) -> Form:
    named = {"title": "Holiday Deals 2026", "marketplace": "TikTok Shop US", "zone": "America/Los_Angeles"}
    return setup_form(PROFILE, **named, currency="USD", **more)


def filled(form: Form, key: str):
    return next(each for each in form.sheets if each.sheet.key == key)


def named_lists(sheets: tuple[Sheet, ...]) -> set[str]:
    return {column.choices_from for sheet in sheets for column in sheet.written if column.choices_from}


def test_the_set_up_form_holds_every_sheet_and_resolves_every_list():
    form = setup()
    assert [each.sheet.key for each in form.sheets] == [sheet.key for sheet in SETUP]
    assert set(form.lists) == named_lists(SETUP)
    assert form.lists["profile:tools"] == ("Product discount", "Flash deal")
    assert form.lists["team:tiers"] == TEAM_LISTS["team:tiers"]
    assert form.lists["sheet:contacts"] == ()
    assert (form.currency, form.zone) == ("USD", "America/Los_Angeles")


def test_marketplace_zone_and_currency_are_filled_in_but_yield_to_what_is_known():
    assert filled(setup(), "campaign").rows == (
        {"marketplace": "TikTok Shop US", "zone": "America/Los_Angeles", "currency": "USD"},
    )
    known = setup(rows={"campaign": [{"name": "Holiday Deals 2026", "zone": "America/New_York"}]})
    assert filled(known, "campaign").rows[0]["zone"] == "America/New_York"
    assert filled(known, "campaign").rows[0]["name"] == "Holiday Deals 2026"


def test_the_fee_of_the_marketplace_stands_in_its_computed_line():
    fee = filled(setup(campaign_fee=Decimal("0.01")), "campaign").sheet.column("campaign_fee")
    assert (fee.formula, fee.example) == ("=0.01", Decimal("0.01"))
    assert filled(setup(), "campaign").sheet.column("campaign_fee").formula == '=""'


def test_known_rows_fill_their_sheet_and_the_lists_of_the_others():
    rows = {
        "contacts": [
            {"name": "Ines Roth", "team": "Night shift"},
            {"name": "Kai Lund", "consulted_on": "Pricing; Tax"},
        ],
        "promotions": [{"id": "HD26-01"}],
        "sellers": [{"seller_id": "S-001", "category": "Garden"}, {"seller_id": "S-002", "category": "Beauty"}],
        "livestreams": [{"stream_id": "HD26-L01"}],
    }
    form = setup(rows=rows)
    assert filled(form, "promotions").rows == ({"id": "HD26-01"},)
    assert form.lists["sheet:contacts"] == ("Ines Roth", "Kai Lund")
    assert form.lists["sheet:sellers"] == ("S-001", "S-002")
    assert form.lists["sheet:promotions"] == ("HD26-01",)
    assert form.lists["sheet:livestreams"] == ("HD26-L01",)
    assert form.lists["team:categories"] == (*TEAM_LISTS["team:categories"], "Garden")
    assert form.lists["team:teams"][-1] == "Night shift"
    assert form.lists["team:workstreams"] == (*TEAM_LISTS["team:workstreams"], "Tax")


def test_a_full_sheet_leaves_room_for_more():
    rows = {"sellers": [{"seller_id": f"S-{n:03}"} for n in range(250)], "promotions": [{"id": "HD26-01"}]}
    form = setup(rows=rows)
    assert filled(form, "sellers").capacity == 550
    assert filled(form, "promotions").capacity is None


def test_the_guide_names_every_sheet_in_order_and_how_to_paste():
    guide = setup().guide
    assert [line.partition(":")[0] for line in guide[: len(SETUP)]] == [sheet.name for sheet in SETUP]
    assert any("Paste values only" in line for line in guide)
    assert "campaignctl validate" in guide[-1]


def test_sub_titles_say_the_zone_and_the_currency_where_they_matter():
    form = setup()
    assert filled(form, "promotions").subtitle == (
        "One row per promotion · times in America/Los_Angeles · money in USD"
    )
    assert filled(form, "rules").subtitle == "One row per exception · the rules stand in campaignctl rules"


def test_the_registration_form_says_what_when_and_where_to():
    form = registration_form(INVITATION)
    assert form.title == "Holiday Deals 2026: registration"
    assert form.context == (
        "20–25 November 2026 · TikTok Shop US · please return by Thu 12 Nov 18:00 PST to offer@marketplace.example"
    )
    assert "Promotion HD26-02: Beauty opening flash, you pay 70 %" in form.guide
    assert form.guide[-1] == "Please return this workbook by Thu 12 Nov 18:00 PST to offer@marketplace.example."
    assert form.lists["sheet:promotions"] == ("HD26-02",)
    assert set(form.lists) == named_lists(REGISTRATION)


def test_the_registration_form_asks_for_co_funding_only_where_it_is_on_offer():
    asked = filled(registration_form(INVITATION), "registration").sheet.column("co_fund")
    assert asked.when == ("taking_part", ("Yes",))
    assert asked.hint == "Yes: HD26-05, you pay 70 %, the platform 30 %"
    plain = registration_form(Invitation("Deals", "TikTok Shop US", "America/Los_Angeles", "USD"))
    assert filled(plain, "registration").sheet.column("co_fund").when is None
    assert plain.context == "TikTok Shop US"


def test_products_known_beforehand_get_the_only_promotion_on_offer():
    rows = {"registration": [SELLER], "sku_lines": [{"sku_id": "1"}, {"sku_id": "2", "promotion_id": "HD26-09"}]}
    products = filled(registration_form(INVITATION, rows=rows), "sku_lines")
    assert [row["promotion_id"] for row in products.rows] == ["HD26-02", "HD26-09"]
    assert products.subtitle.startswith("Moss & Amber (S-001) · Prices before shipping and tax")


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2026-11-20", "2026-11-21", "20 November 2026"),
        ("2026-11-30", "2026-12-03 12:00", "30 November – 3 December 2026"),
        ("2026-12-30", "2027-01-02", "30 December 2026 – 1 January 2027"),
    ],
)
def test_the_window_is_said_in_days(starts, ends, words):
    first, last = (datetime.fromisoformat(words).replace(tzinfo=PACIFIC) for words in (starts, ends))
    invitation = Invitation("Deals", "TikTok Shop US", "America/Los_Angeles", "USD", starts=first, ends=last)
    assert registration_form(invitation).context.startswith(words + " · ")


def test_a_form_id_tells_campaign_seller_wave_and_round():
    assert form_id("HD26", "S-001", 1, 2) == "HD26-S-001-1-2"
