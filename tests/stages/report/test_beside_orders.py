"""What shops hand in beside orders adds its page to the report, and leaves it out where it is not handed in."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from campaignctl.domain.figures import slug
from campaignctl.domain.frames import shaped
from campaignctl.domain.handed_out import ADS, AFFILIATE_ORDERS, ATTRIBUTED_STREAMS, SETTLEMENTS, VIDEOS
from campaignctl.stages.report import for_workbook, report
from campaignctl.stages.report.vocabulary import vocabulary

PAGES = {"settlements": "settled", "ads": "ads", "videos": "videos", "affiliate_orders": "creators",
         "attributed_streams": "attributed"}  # fmt: skip
AT = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("America/Los_Angeles"))


def table(rows, shape):
    frame = pd.DataFrame(rows)
    for name in frame:
        if shape[name].startswith("datetime"):
            frame[name] = pd.to_datetime(frame[name], utc=True)
    return shaped(frame, shape)


def settlements(*rows, created=AT):
    usual = {"seller_id": "S-001", "kind": "order", "created": created, "settled": AT + timedelta(days=5)}
    amounts = {"gross_sales": 5000, "seller_discount": -1000, "gross_sales_refund": 0, "seller_discount_refund": 0}
    told = {"net_sales": 4000, "referral_fee": -240, "campaign_fee": -40, "settlement_amount": 3720}
    return table([{**usual, **amounts, **told, **row} for row in rows], SETTLEMENTS)


def ads(*rows):
    return table([{"seller_id": "S-001", "title": "LIVE", "launched": AT, **row} for row in rows], ADS)


def videos(*rows, days=("2026-11-20", "2026-11-25")):
    usual = {"seller_id": "S-001", "first_day": days[0], "last_day": days[1], "creator": "ada"}
    return table([{**usual, **row} for row in rows], VIDEOS)


def brought(*rows):
    return table([{"seller_id": "S-001", "created": AT, **row} for row in rows], AFFILIATE_ORDERS)


def everything():
    return {
        "settlements": settlements({"order_id": "1"}, {"order_id": "2", "seller_id": "S-002"}),
        "ads": ads({"cost": 5000, "shop_revenue": 20000}, {"seller_id": "S-002", "cost": 1000, "shop_revenue": 9000}),
        "videos": videos(
            {"video_id": "1", "title": "How to pot", "plays": 1200, "gmv": 2400, "attributed_gmv": 3000},
            {"video_id": "2", "title": "Again", "plays": 1000, "gmv": 500},
        ),
        "affiliate_orders": brought(
            {"order_id": "1", "sku_id": "A", "creator": "ada", "payment": 2000, "expected_commission": 200},
            {"order_id": "2", "sku_id": "A", "creator": "ben", "payment": 9000, "expected_commission": 900},
        ),
        "attributed_streams": table(
            [{"seller_id": "S-001", "title": "LIVE", "started": AT, "attributed_gmv": 150000, "views": 558,
              "impressions": 4985}], ATTRIBUTED_STREAMS
        ),
    }  # fmt: skip


@pytest.fixture(scope="module")
def whole(build):
    return report(build(beside=everything()))


def test_each_export_has_a_sheet_of_its_own(whole):
    slugs = [section.slug for section in for_workbook(whole).sections]
    assert [slug for slug in slugs if slug in PAGES.values()] == ["attributed", "videos", "creators", "ads", "settled"]


def test_without_them_the_report_is_as_it_was(ordinary):
    assert not {section.slug for section in ordinary.sections} & set(PAGES.values())
    words = {figure.split(".")[0] for figure in ordinary.figures}
    assert not words & {"ad_cost", "settled_amount", "video_gmv", "creator_gmv", "stream_gmv_attributed"}


@pytest.mark.parametrize("name", PAGES)
def test_one_of_them_alone_brings_its_page_alone(build, name):
    document = report(build(beside={name: everything()[name]}))
    assert {section.slug for section in document.sections} & set(PAGES.values()) == {PAGES[name]}


def test_titles_say_what_the_figures_say(whole):
    titles = {section.slug: whole.words(section.title) for section in whole.sections}
    assert titles["ads"] == "Ads of $60.00 are credited with $290, 4.83 for each unit spent"
    assert titles["settled"].startswith("Shops were paid $74.40 so far, 93% of net sales")
    assert titles["creators"].startswith("2 creators brought $110")
    assert titles["videos"] == "2 videos sold $29.00 straight away; How to pot earned most per 1,000 plays, $20.00"
    assert "11% of those who were shown one came in" in titles["attributed"]


def test_rows_stand_with_most_first(whole):
    assert [row[0] for row in whole.part("creators").rows] == ["ben", "ada"]
    assert [row[0] for row in whole.part("ads").rows] == ["Lantern & Sons", "Blue Orchard"]


def test_everything_shown_is_in_the_vocabulary(whole):
    known = vocabulary()
    for section in whole.sections:
        assert section.slug.partition(".")[0] in known.sections
    tables = {slug: [column.key for column in whole.part(slug).columns] for slug in PAGES.values()}
    assert all(set(keys) <= set(known.tables[slug]) for slug, keys in tables.items())


def test_definitions_tell_the_two_gmvs_apart(whole):
    terms = {row[0]: row[2] for row in whole.part("definitions-all").rows}
    assert terms["Video GMV, direct"] != terms["Video GMV, attributed"]
    assert "Stream GMV, attributed" in terms


def test_an_order_of_another_time_and_a_list_of_other_days_do_not_count(build):
    before = settlements({"order_id": "1"}, created=AT - timedelta(days=20))
    beside = {"settlements": before, "videos": videos({"video_id": "1", "plays": 1}, days=("2026-11-01", "2026-11-30"))}
    assert not {section.slug for section in report(build(beside=beside)).sections} & set(PAGES.values())


def test_a_shop_outside_the_campaign_does_not_count(build):
    assert report(build(beside={"ads": ads({"seller_id": "S-900", "cost": 5})})).section("ads") is None


def test_the_share_of_orders_that_are_settled_is_told(build, make_lines):
    lines = make_lines()
    ours = lines[(lines["paid"] >= AT - timedelta(days=1)) & lines["sku_id"].str.fullmatch(r"\d00\d")]
    some = ours["order_id"].drop_duplicates().iloc[:10]
    document = report(build(beside={"settlements": settlements(*({"order_id": key} for key in some))}))
    share = document.figures["settled_share.total"].value
    assert share == pytest.approx(10 / document.figures["orders.total"].value)


@pytest.mark.parametrize("text", ["=1+1", "</script>", "x" * 300, "\u202eevil", "{gmv.total}", ""])
def test_hostile_names_of_creators_are_words_and_nothing_else(build, text):
    rows = brought({"order_id": "1", "sku_id": "A", "creator": text, "payment": 2000})
    document = report(build(beside={"affiliate_orders": rows}))
    assert document.part("creators").rows[0][0] == (text or "Creator unknown")


def test_orders_that_were_never_paid_lower_the_order_paid_rate(ordinary):
    assert ordinary.figures["order_paid_rate.total"].value == 1


def test_sell_through_is_of_the_stock_that_was_kept_and_stands_beside_each_seller(build, make_registered):
    listed = make_registered()
    stock = pd.array([1000, *[pd.NA] * (len(listed) - 1)], dtype="Int64")
    stocked = listed.assign(stock=stock, campaign_price=pd.array([pd.NA] * len(listed), dtype="Int64"))
    document = report(build(registered=stocked))
    total = document.figures["sold_through.total"].value
    assert 0 < total == document.figures["sold_through.seller.s-001"].value
    assert "sold_through" in [column.key for column in document.part("sellers").columns]


def test_stock_of_a_shop_whose_orders_are_unknown_is_in_no_sell_through(build, make_registered, make_lines):
    listed = make_registered()
    stocked = listed.assign(stock=1000, campaign_price=pd.array([pd.NA] * len(listed), dtype="Int64"))
    frame = make_lines()
    figures = report(build(registered=stocked, order_lines=frame[frame["seller_id"] != "S-003"])).figures
    assert "sold_through.seller.s-003" not in figures
    theirs = (stocked["seller_id"] != "S-003").sum() * 1000
    assert figures["committed_units.total"].value == theirs
    assert figures["sold_through.total"].value == pytest.approx(figures["committed_units_sold.total"].value / theirs)


def test_sell_through_of_a_category_is_that_of_the_shops_whose_main_one_it_is(build, make_registered, make_campaign):
    listed = make_registered()
    stocked = listed.assign(stock=1000, campaign_price=pd.array([pd.NA] * len(listed), dtype="Int64"))
    figures = report(build(registered=stocked)).figures
    shops = {seller.category: [] for seller in make_campaign().sellers}
    for seller in make_campaign().sellers:
        shops[seller.category].append(figures[f"sold_through.seller.{slug(seller.id)}"].value)
    assert max(map(len, shops.values())) > 1
    for category, shares in shops.items():
        told = figures[f"sold_through.category.{slug(category)}"].value
        assert told == pytest.approx(sum(shares) / len(shares))  # each keeps as many units


def test_without_a_committed_stock_there_is_no_sell_through(ordinary):
    assert "sold_through.total" not in ordinary.figures


def test_one_line_says_what_else_could_be_handed_in(build):
    def notes(beside):
        document = report(build(beside=beside))
        said = [document.words(sentence) for sentence in document.part("data-notes").sentences]
        return [line for line in said if line.startswith("Not handed in")]

    assert notes({"ads": ads({"cost": 5000})}) == [
        "Not handed in: settlements (payouts and fees), video lists, affiliate orders; each would add a page."
    ]
    assert notes(everything()) == []
