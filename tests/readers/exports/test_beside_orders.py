"""What shops hand in beside their orders is read as it comes: settlements, ads, videos, creators' orders, streams."""

import pytest

from campaignctl.domain.handed_out import ADS, AFFILIATE_ORDERS, ATTRIBUTED_STREAMS, SETTLEMENTS, VIDEOS
from campaignctl.domain.observations import Kind

_STATEMENT = (
    "Statement date|Statement ID|Payment ID|Status|Currency|Type |Order/adjustment ID  |SKU ID|Quantity|Product name|"
    "SKU name|Order created date|Order delivery date|Total settlement amount|Net sales|Gross sales|Gross sales refund|"
    "Seller discount|Seller discount refund|Referral fee|Refund administration fee|Affiliate commission|"
    "Campaign service fee|FBT fulfillment fee|Customer shipping fee offset"
)
STATEMENT = _STATEMENT.split("|")
_INCOME = (
    "Order/adjustment ID  |Type |Order created time|Order settled time|Currency|Total settlement amount|Total revenue|"
    "Subtotal after seller discounts|Subtotal before discounts|Seller discounts|Refund subtotal after seller discounts|"
    "Refund subtotal before seller discounts|Refund of seller discounts|Total fees|Transaction fee|"
    "TikTok Shop commission fee|Seller shipping fee|Actual shipping fee|Platform shipping fee discount|"
    "Customer shipping fee|Refund customer shipping fee|Actual return shipping fee|Shipping fee subsidy|"
    "Affiliate commission|Affiliate partner commission|Affiliate Shop Ads commission|LIVE Specials service fee|"
    "Voucher Xtra service fee|Flash Sale service fee|Campaign resource fee|GMV Max Coupon|Ajustment amount|"
    "Related order ID|Customer payment|Customer refund|Seller co-funded voucher discount|"
    "Refund of seller co-funded voucher discount|Platform discounts"
)
INCOME = _INCOME.split("|")
_ADS = (
    "LIVE name|Launched time|Status|Campaign name|Campaign ID|Cost|Net Cost|SKU orders|SKU orders (Current shop)|"
    "Cost per order (Current shop)|Gross revenue|Gross revenue (Current shop)|ROI (Current shop)|LIVE views|"
    "Cost per LIVE view|10-second LIVE views|Cost per 10-second LIVE view|LIVE follows|Currency"
)
ADS_LIST = _ADS.split("|")
_VIDEOS = (
    "Creator name|Creator ID|Video Info|Video ID|Time|Products|VV|Likes|Comments|Shares|New followers|V-to-L clicks|"
    "Product Impressions|Product Clicks|Unique customers|Orders|Video items sold|Gross merchandise value (Video) ({0})|"
    "GPM ({0})|Shoppable video attributed GMV ({0})|Click-through rate (Video)|V-to-L rate|Video Finish Rate|"
    "Click-to-order rate (Video)|Mark|Diagnosis"
)
_AFFILIATE = (
    "Order ID|Product ID|Product Name|SKU ID|Price|Payment Amount|Currency|Quantity|Fully returned or refunded|"
    "Payment method|Order Status|Creator Username|Content Type|Content ID|commission model|Standard commission rate|"
    "Est. Commission Base|Est. standard commission payment|Actual Commission Base|Actual Commission Payment|"
    "Shop Ads commission rate|Est. Shop Ads commission payment|Actual Shop Ads commission payment|"
    "Est. co-funded creator bonus|Actual co-funded creator bonus|Time Created|Payment time|Order Delivery Time|"
    "Time Commission Paid|Platform"
)
AFFILIATE = _AFFILIATE.split("|")
_LIVE = (
    "Livestream|Start time|Duration|Attributed GMV|Attributed items sold|Customers|AOV|Attributed orders|"
    "Attributed SKU orders|Views|LIVE impressions|Impressions per hour|GMV Per Hour|Show GPM|Avg. viewing duration|"
    "Tap-through rate|CTR|CTOR|LIVE CTR|SKU order rate|Product clicks|CTOR (SKU order)|"
    "Avg. viewing duration per viewer|Product impressions|Watch GPM|New followers|Follow rate|Comment rate|Share rate|"
    "Like rate|Likes|Comments|Shares|Ads ROAS|Ads Cost|Ads GMV"
)
LIVE = _LIVE.split("|")
PERIOD = (("[Date Range]: 2026-11-20 ~ 2026-11-25\n",), ())


def settled(**cells):
    return {
        "Statement date": "2026/12/01", "Type ": "Order", "Order/adjustment ID  ": "583870900000000001\t",
        "SKU ID": "1729300000000000001", "Quantity": "2", "Order created date": "2026/11/21",
        "Total settlement amount": "28.20", "Net sales": "30.00", "Gross sales": "40.00", "Gross sales refund": "0",
        "Seller discount": "-10.00", "Seller discount refund": "0.00", "Referral fee": "-1.80",
        "Campaign service fee": "-0.30", "Affiliate commission": "0", "Refund administration fee": "0", **cells,
    }  # fmt: skip


def first(exports, name, shape):
    assert exports.observations == ()
    found = exports.frame(name)
    assert {column: str(found[column].dtype) for column in found} == dict(shape)
    return found.iloc[0].to_dict()


def test_a_line_of_a_us_statement_is_typed(drawn):
    drawn.csv("S-001/merchant_statement_profit_loss_1.csv", [settled()], header=STATEMENT)
    row = first(drawn.read(), "settlements", SETTLEMENTS)
    assert row | {
        "seller_id": "S-001", "order_id": "583870900000000001", "kind": "order", "settlement_amount": 2820,
        "net_sales": 3000, "gross_sales": 4000, "seller_discount": -1000, "referral_fee": -180, "campaign_fee": -30,
        "created_day": "2026-11-21", "settled_day": "2026-12-01", "sku_id": "1729300000000000001", "quantity": 2,
    } == row  # fmt: skip


def test_an_income_file_of_south_east_asia_fills_the_same_table(drawn):
    row = {
        "Order/adjustment ID  ": "583870900000000001", "Type ": "Order", "Order created time": "2026/11/21",
        "Order settled time": "2026/12/01", "Total settlement amount": "90000", "Total revenue": "100000",
        "Subtotal before discounts": "120000", "Seller discounts": "-20000", "Total fees": "-10000",
        "Refund subtotal before seller discounts": "0", "Refund of seller discounts": "0", "Transaction fee": "-2000",
        "TikTok Shop commission fee": "-8000", "LIVE Specials service fee": "0", "Campaign resource fee": "0",
    }  # fmt: skip
    drawn.xlsx("S-001/income_20261201(UTC+8).xlsx", [row], header=INCOME, above=(), sheet="Order details")
    row = first(drawn.reads("VND", "Asia/Ho_Chi_Minh", "dmy").read(), "settlements", SETTLEMENTS)
    assert (row["net_sales"], row["fees"], row["referral_fee"], row["gross_sales"]) == (100000, -10000, -8000, 120000)


@pytest.mark.parametrize("word", ["Logistics reimbursement", "Rebate", "Violation fee: late dispatch", "Anything"])
def test_whatever_is_no_order_is_an_adjustment_and_no_surprise(drawn, word):
    drawn.csv("S-001/income.csv", [settled(), settled(**{"Type ": word})], header=STATEMENT)
    exports = drawn.read()
    assert exports.observations == ()
    assert exports.frame("settlements")["kind"].tolist() == ["order", "adjustment"]


def test_a_line_that_two_pulls_hold_counts_once(drawn):
    drawn.csv("S-001/income_1.csv", [settled()], header=STATEMENT)
    later = settled(**{"Order/adjustment ID  ": "583870900000000002", "Statement date": "2026/12/05"})
    drawn.csv("S-001/income_2.csv", [settled(), later], header=STATEMENT)
    assert sorted(drawn.read().frame("settlements")["order_id"]) == ["583870900000000001", "583870900000000002"]


def test_ads_are_read_and_the_empty_rows_at_the_end_are_none(drawn):
    row = {
        "LIVE name": "Friday", "Launched time": "2026-11-20 15:05:00", "Status": "Ended", "Campaign name": "A",
        "Campaign ID": "1800000000000000001", "Cost": "50.00", "Net Cost": "45.00", "SKU orders": 12,
        "SKU orders (Current shop)": 10, "Gross revenue": "240.00", "Gross revenue (Current shop)": "200.00",
        "LIVE views": 900, "10-second LIVE views": 300, "LIVE follows": 4, "Currency": "USD",
    }  # fmt: skip
    drawn.xlsx("S-001/ads.xlsx", [row, {}, {}], header=ADS_LIST, above=(), sheet="Data")
    exports = drawn.read()
    row = first(exports, "ads", ADS)
    assert len(exports.frame("ads")) == 1
    assert (row["cost"], row["shop_revenue"], row["shop_sku_orders"], row["launched_day"]) == (5000, 20000, 10, "2026-11-20")  # fmt: skip


@pytest.mark.parametrize(("sign", "currency"), [("$", "USD"), ("Rp", "IDR"), ("MX$", "MXN"), ("£", "GBP")])
def test_a_video_list_is_read_whatever_currency_its_headers_name(drawn, sign, currency):
    header = _VIDEOS.format(sign).split("|")
    numbers = dict.fromkeys(header[6:17], "3")
    row = {
        **numbers, "Creator name": "ada", "Creator ID": "7000000000000000001", "Video Info": "How to pot",
        "Video ID": "7500000000000000001", "Time": "2026-11-21 10:00:00", "VV": "1200", "Product Clicks": "60",
        f"Gross merchandise value (Video) ({sign})": "24", f"Shoppable video attributed GMV ({sign})": "30",
        "Products": "Cup(1729400000000000001),Pot(1729400000000000002)", "Click-through rate (Video)": "5.00%",
    }  # fmt: skip
    drawn.xlsx("S-001/video_list.xlsx", [row], header=header, above=PERIOD)
    row = first(drawn.reads(currency).read(), "videos", VIDEOS)
    unit = 1 if currency == "IDR" else 100
    assert (row["gmv"], row["attributed_gmv"], row["plays"]) == (24 * unit, 30 * unit, 1200)
    assert (row["first_day"], row["last_day"], row["creator"]) == ("2026-11-20", "2026-11-25", "ada")


def test_a_chinese_video_list_is_read_by_the_columns_that_are_known_of_it(drawn, odd):
    header = ["达人昵称", "达人ID", "视频信息", "视频ID", "发布时间", "VV", "点赞数", "商品"]
    header += ["GMV（视频） ($)", "归因于带货视频的 GMV ($)"]
    row = {"达人昵称": "小明", "视频ID": "7500000000000000001", "VV": "10", "GMV（视频） ($)": "1.00"}
    drawn.xlsx("S-001/video.xlsx", [row], header=header, above=(("[日期范围]: 2026-11-20 ~ 2026-11-25\n",), ()))
    exports = drawn.read()
    assert exports.frame("videos")["gmv"].tolist() == [100]
    assert {value for _, value, _ in odd(exports, Kind.MISSING_COLUMN)} == {"Product Clicks", "Orders", "Video items sold"}  # fmt: skip


def brought(**cells):
    return {
        "Order ID": "583870900000000001", "Product ID": "1729400000000000001", "SKU ID": "1729300000000000001",
        "Product Name": "Cup", "Payment Amount": "$20.00", "Quantity": "1", "Fully returned or refunded": "No",
        "Creator Username": "ada", "Content Type": "Video", "Content ID": "7500000000000000001",
        "Est. Commission Base": "$20.00", "Est. standard commission payment": "$2.00",
        "Actual Commission Base": "--", "Time Created": "11/21/2026 10:05:43", **cells,
    }  # fmt: skip


def test_an_order_that_a_creator_brought_is_typed_and_a_dash_is_not_zero(drawn):
    drawn.csv("S-001/affiliate_orders_1.csv", [brought()], header=AFFILIATE)
    row = first(drawn.read(), "affiliate_orders", AFFILIATE_ORDERS)
    assert (row["creator"], row["expected_base"], row["expected_commission"]) == ("ada", 2000, 200)
    assert (row["returned"], row["created_day"]) == ("no", "2026-11-21")
    assert drawn.read().frame("affiliate_orders")["actual_base"].isna().all()


def test_an_affiliate_file_is_not_taken_for_orders_of_the_shop(drawn):
    drawn.csv("S-001/affiliate_orders_1.csv", [brought()], header=AFFILIATE)
    assert drawn.read().frame("order_lines").empty


def test_a_stream_with_attributed_sales_stands_apart_from_the_classic_list(drawn, live):
    row = {
        **dict.fromkeys(LIVE, 0), "Livestream": "Friday LIVE", "Start time": "2026-11-20 15:05", "Duration": 7200,
        "Attributed GMV": "$1,500.00", "Views": 558, "LIVE impressions": 4985, "Ads Cost": "$50.00", "Ads GMV": "$200.00",
    }  # fmt: skip
    drawn.xlsx("S-001/Creator-Live-Performance_1.xlsx", [row], header=LIVE)
    drawn.xlsx("S-001/Live list.xlsx", [live()])
    exports = drawn.read()
    row = first(exports, "attributed_streams", ATTRIBUTED_STREAMS)
    assert (row["attributed_gmv"], row["views"], row["impressions"], row["ads_cost"]) == (150000, 558, 4985, 5000)
    assert exports.frame("live_streams")["direct_gmv"].tolist() == [100000]


@pytest.mark.parametrize("text", ["=1+1", "</script>", "x" * 200, "\u202eevil", "🛒", "a\nb"])
def test_hostile_names_of_creators_stay_text(drawn, text):
    drawn.csv("S-001/affiliate_orders_1.csv", [brought(**{"Creator Username": text})], header=AFFILIATE)
    assert drawn.read().frame("affiliate_orders")["creator"].tolist() == [text]


# --------------------------------------------------------------------------------------------------- LIVE rooms


_ROOMS = (
    "Room ID|Room Title|Start Time|End Time|Duration|Attributed GMV|Attributed items sold|Attributed orders|"
    "Attributed SKU orders|Customers|AOV|Views|Impressions|Impressions Per Hour|GMV per hour|Show GPM|Watch GPM|"
    "Avg. viewing duration per view|Avg. viewing duration|Tap through rate|LIVE CTR|Product Impressions|Product clicks|"
    "CTR|CTOR|CTOR (SKU orders)|SKU order rate|New followers|Follow rate|Comments|Comment rate|Shares|Share rate|Likes|"
    "Like rate"
)
ROOMS = _ROOMS.split("|")


def room(**cells):
    return {
        **dict.fromkeys(ROOMS, "0"), "Room ID": "7512345678901234567", "Room Title": "Friday LIVE",
        "Start Time": "2026-11-20 15:00:07", "End Time": "2026-11-20 17:37:00", "Duration": "2h37m",
        "Attributed GMV": "$500.00", "Attributed orders": "20", "Views": "558", "Impressions": "4985",
        "CTOR": "201.57", **cells,
    }  # fmt: skip


def roomed(drawn, *rows, name="S-001/rooms.xlsx"):
    drawn.xlsx(name, rows, header=ROOMS, above=(("2026-11-20 ~ 2026-11-25",), ()), sheet="performance_detail")


def test_a_livestream_of_the_room_list_is_typed(drawn):
    roomed(drawn, room())
    row = first(drawn.read(), "attributed_streams", ATTRIBUTED_STREAMS)
    assert row | {
        "title": "Friday LIVE", "started_day": "2026-11-20", "duration": 9420, "attributed_gmv": 50000,
        "attributed_orders": 20, "views": 558, "impressions": 4985, "row": 4,
    } == row  # fmt: skip


def test_a_later_pull_of_a_room_replaces_its_running_total(drawn):
    roomed(drawn, room(**{"Attributed GMV": "$100.00", "End Time": "2026-11-20 16:00:00"}), name="S-001/b.xlsx")
    roomed(drawn, room(), name="S-001/a.xlsx")
    assert drawn.read().frame("attributed_streams")["attributed_gmv"].tolist() == [50000]


def test_a_stream_of_both_lists_counts_once_as_the_attributed_list_has_it(drawn):
    roomed(drawn, room(), room(**{"Room Title": "Saturday LIVE", "Start Time": "2026-11-21 15:00:00"}))
    line = {**dict.fromkeys(LIVE, "0"), "Livestream": "Friday LIVE", "Start time": "2026-11-20 15:00"}
    drawn.xlsx("S-001/Creator-Live-Performance_1.xlsx", [{**line, "Attributed GMV": "$490.00"}], header=LIVE)
    found = drawn.read().frame("attributed_streams")
    assert sorted(zip(found["title"], found["attributed_gmv"], strict=True)) == [
        ("Friday LIVE", 49000),
        ("Saturday LIVE", 50000),
    ]


def test_a_room_does_not_count_beside_the_classic_list(drawn, live):
    roomed(drawn, room())
    drawn.xlsx("S-001/live_list.xlsx", [live()])
    exports = drawn.read()
    assert (len(exports.frame("live_streams")), len(exports.frame("attributed_streams"))) == (1, 1)
