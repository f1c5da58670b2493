"""What a report says of cost and return: only where there is a lift to tell, and only as far as fees and costs are known."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest

from campaignctl.domain.campaign import Campaign, Seller, Window
from campaignctl.domain.export_frames import ORDER_LINES
from campaignctl.domain.frames import shaped
from campaignctl.domain.handed_out import SETTLEMENTS
from campaignctl.marketplaces.load import known, load
from campaignctl.stages.report import ReportInputs, report

ZONE = ZoneInfo("America/Los_Angeles")
START, DAYS = datetime(2026, 11, 20, tzinfo=ZONE), 7
WEEKDAYS = (0.92, 0.9, 0.93, 0.97, 1.08, 1.18, 1.06)


PROFILE = load(known(None)[0], None)
SERVICE = next(fee for fee in PROFILE.fees if fee.key == "campaign_service_fee")
REFERRAL = SERVICE.model_copy(
    update={"key": "referral_fee", "name": "Referral fee", "rate": Decimal("0.06"), "once": False}
)


def lines(*, lift=1.6, before=84, far=10, seller_off=0.1, platform_off=0.05, seed=3):
    """One line a shop and day; in the campaign its shops take so much off the list price, which stays the same."""
    rng, rows = np.random.default_rng(seed), []
    shops = [("S", n, lift) for n in range(6)] + [("F", n, 1.0) for n in range(far)]
    for at in range(before + DAYS):
        day = START.date() + timedelta(days=at - before)
        whole = WEEKDAYS[day.weekday()] * np.exp(rng.normal(0, 0.05))
        for kind, number, factor in shops:
            inside = at >= before and kind == "S"
            listed = round(100_000 * whole * np.exp(rng.normal(0, 0.08)) * (factor if inside else 1))
            off = [round(listed * share) if inside else 0 for share in (seller_off, platform_off)]
            moment = datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)
            rows.append(
                {
                    "seller_id": f"{kind}-{number}",
                    "order_id": str(len(rows)),
                    "sku_id": "1",
                    "product_id": "1",
                    "status": "completed",
                    "line_kind": "sale",
                    "quantity": 1,
                    "subtotal_before_discount": listed,
                    "seller_discount": off[0],
                    "platform_discount": off[1],
                    "subtotal_after_discount": listed - sum(off),
                    "paid": moment,
                    "created": moment,
                    "paid_day": str(day),
                    "created_day": str(day),
                }
            )
    return shaped(pd.DataFrame(rows), ORDER_LINES)


def settled(order_lines, orders=40):
    """The first orders of the campaign as a statement has them: 6% referral fee and 1% campaign fee of net sales."""
    mine = order_lines[order_lines["seller_id"].str.startswith("S") & (order_lines["created"] >= START)].iloc[:orders]
    sales = mine["subtotal_before_discount"] - mine["seller_discount"]
    told = {"net_sales": sales, "referral_fee": -(sales * 6 // 100), "campaign_fee": -(sales // 100)}
    moments = {"created": mine["created"], "settled": mine["created"]}
    frame = mine[["seller_id", "order_id"]].assign(kind="order", settlement_amount=sales * 9 // 10, **told, **moments)
    return {"settlements": shaped(frame, SETTLEMENTS)}


def reported(order_lines, fees=(REFERRAL, SERVICE), beside=None):
    shops = sorted(order_lines["seller_id"].unique())
    roles = {"S": ("Beauty", "Campaign"), "F": ("Garden", "Comparison")}
    sellers = tuple(Seller(shop, shop, roles[shop[0]][0], "Growth", roles[shop[0]][1], None) for shop in shops)
    window = Window(START, START + timedelta(days=DAYS))
    campaign = Campaign("Deals", "HD", "Market", ZONE.key, "USD", window, sellers=sellers)
    return report(
        ReportInputs(campaign, window.end - timedelta(minutes=30), order_lines, fees=fees, beside=beside or {})
    )


def verdicts(document):
    keys = [column.key for column in document.part("roi-funders").columns]
    return [row[keys.index("verdict")] for row in document.part("roi-funders").rows]


def money(document, figure):
    return float(document.figures[figure].value)


def test_the_return_is_the_lift_in_money_with_the_discount_added_back():
    document = reported(lines())
    added, put_in = money(document, "gmv.total~expected_gap"), money(document, "platform_discount.total")
    spent = money(document, "seller_discount.total")
    assert money(document, "roi_cost.funder.seller") == pytest.approx(spent)
    assert money(document, "roi_return.funder.seller") == pytest.approx(added + put_in + spent, abs=0.05)
    assert money(document, "roi.funder.seller") == pytest.approx((added + put_in + spent) / spent, rel=1e-6)


def test_the_interval_of_the_lift_is_carried_through():
    document = reported(lines())
    for end in ("low", "high"):
        added = money(document, f"gmv.total~expected_gap_{end}")
        others = money(document, "platform_discount.total") + money(document, "seller_discount.total")
        assert money(document, f"roi_return_{end}.funder.seller") == pytest.approx(added + others, abs=0.05)


def test_sellers_paid_back_before_product_cost_and_the_platform_s_fees_did_not():
    assert verdicts(reported(lines())) == ["▲ Paid back before product cost", "▼ Did not pay back"]


def test_a_condition_on_the_sellers_return_is_kept_apart_from_the_platform_s():
    title = (document := reported(lines())).words(document.section("roi").title)
    assert "; the platform's " in title
    assert " and the platform's " not in title


def test_without_the_fee_on_every_sale_the_platform_s_loss_is_left_open():
    document = reported(lines(), fees=(SERVICE,))
    assert verdicts(document)[1] == "● Open"
    said = " ".join(document.words(sentence) for sentence in document.part("roi-words").sentences)
    assert "names no referral fee" in said


def test_settlements_tell_the_fees_that_the_profile_does_not_name():
    sold = lines()
    document, by_profile = reported(sold, (SERVICE,), settled(sold)), reported(sold)
    assert verdicts(document)[1] == "▼ Did not pay back"
    assert money(document, "roi.funder.platform") == pytest.approx(money(by_profile, "roi.funder.platform"), rel=0.001)
    said = " ".join(document.words(sentence) for sentence in document.part("roi-words").sentences)
    assert "Fees are those that 40 settled orders bore: the referral fee was 6.00% of net sales." in said
    assert "names no referral fee" not in said


def test_commission_that_statements_tell_stands_beside_the_sellers_return_which_leaves_it_out():
    sold = lines()
    statements = settled(sold)
    statements["settlements"]["affiliate_commission"] = -100
    document = reported(sold, beside=statements)
    said = " ".join(document.words(sentence) for sentence in document.part("roi-words").sentences)
    assert "Sellers' return leaves out $40.00 of commission on settled orders, paid on all sales" in said
    plain = reported(sold)
    words = " ".join(plain.words(sentence) for sentence in plain.part("roi-words").sentences)
    assert "return leaves out" not in words


def test_a_fee_that_was_settled_stands_in_for_the_one_of_the_profile_and_is_not_added_to_it():
    sold = lines()
    dear = REFERRAL.model_copy(update={"rate": Decimal("0.5")})
    document = reported(sold, (dear, SERVICE), settled(sold))
    assert money(document, "roi.funder.platform") == pytest.approx(
        money(reported(sold), "roi.funder.platform"), rel=0.001
    )


def test_a_few_settled_orders_tell_no_fees():
    sold = lines()
    assert verdicts(reported(sold, (SERVICE,), settled(sold, orders=29)))[1] == "● Open"


def test_where_no_fee_is_named_the_platform_has_no_return_at_all():
    document = reported(lines(), fees=())
    assert "roi.funder.platform" not in document.figures
    assert verdicts(document)[1] == "– No verdict"


def test_a_lift_that_cannot_be_told_from_zero_has_no_return():
    document = reported(lines(lift=1.16))  # all of it is the discount: buyers paid what they always pay
    assert document.words(document.section("lift").title).endswith("not distinguishable from zero")
    assert not [name for name in document.figures if name.startswith("roi.")]
    assert "what it brought cannot be told" in document.words(document.section("roi").title)


@pytest.mark.parametrize("before", [6, 10], ids=["nothing", "change against the baseline"])
def test_below_the_trend_there_is_a_cost_and_no_return(before):
    document = reported(lines(before=before, far=0))
    assert document.section("lift") is None
    assert not [name for name in document.figures if name.startswith(("roi.", "roi_return"))]
    assert money(document, "roi_cost.funder.seller") > 0
    assert verdicts(document) == ["– No verdict", "– No verdict"]


def test_on_the_trend_alone_a_return_is_shown():
    assert "roi.funder.seller" in reported(lines(far=0, lift=3.0)).figures


def test_without_any_discount_there_is_nothing_to_pay_back():
    document = reported(lines(seller_off=0, platform_off=0))
    assert document.section("roi") is None


def test_a_side_that_paid_nothing_has_no_row():
    document = reported(lines(platform_off=0))
    assert [row[0] for row in document.part("roi-funders").rows] == ["Sellers' money"]


def test_its_terms_are_defined():
    terms = [row[0] for row in reported(lines()).part("definitions-all").rows]
    assert {"ROI", "Return"} <= set(terms)
