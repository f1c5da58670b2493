"""The decisions workbook asks what is new first, says what is known of each line, and suggests with a reason."""

from functools import cache

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.outcome import Standing
from campaignctl.rules.case import case_of
from campaignctl.rules.examples import material_from
from campaignctl.stages.decide import decide
from campaignctl.stages.validate import validate

A, B, C, D = (f"172950001122334450{n}" for n in range(1, 5))
LINES = f"""
Products
   | Promotion ID | Product ID          | SKU ID | Product name | Variation | List price | Lowest 30 days | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | {A}    | Serum        | 30 ml     | 32.00      | 29.99          | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938471 | {B}    | Serum        | 50 ml     | 46.00      | 41.40          | 36.80          | 250   | 2
 9 | HD26-03      | 1729384756102938473 | {C}    | Day cream    |           | 28.00      | 25.20          | 22.40          | 300   | No limit
"""


@cache
def decided(drawing):
    material = material_from(draw(drawing))
    return decide(case_of(material), validate(material).verdict)


def rows(drawing):
    return decided(drawing).form.sheets[0].rows


def line(drawing, sku):
    return next(row for row in rows(drawing) if row["sku_id"] == sku)


def terms(sku, drawing=LINES):
    return line(drawing, sku)["terms"]


def saved(*cells, file="kai.xlsx", drawing=LINES):
    """Draw a decisions workbook: (sku, decision, counter price, reason, by, on) each."""
    head = "   | Seller ID | Promotion ID | SKU ID | Campaign price | Terms | Decision | Counter price | Reason | Decided by | Decided on"
    told = [
        f"{n} | S-001 | {line(drawing, c[0])['promotion_id']} | {c[0]} | {line(drawing, c[0])['campaign_price']} | {terms(c[0], drawing)} | {' | '.join(c[1:])}"
        for n, c in enumerate(cells, 7)
    ]
    return "\n".join([f"{file}: Decisions", head, *told, ""])


def test_a_fresh_line_is_new_and_comes_with_everything_known():
    row = line(LINES, A)
    assert row["state"] == "● new"
    assert (row["shop_name"], row["account_manager"], row["product"]) == ("Moss & Amber", "Kai Lund", "Serum, 30 ml")
    assert (str(row["list_price"]), str(row["low_30d"]), str(row["campaign_price"])) == ("32.00", "29.99", "24.99")
    assert row["discount"] == pytest.approx(0.2190625)
    assert (row["findings"], row["suggestion"]) == ("✓ none", "Approve: no error open")
    assert row["decision"] is None


def test_errors_hold_a_line_and_say_which():
    wrong = LINES.replace("24.99          | 500", "35.00          | 500")
    row = line(wrong, A)
    assert row["findings"].startswith("▲ ")
    assert row["suggestion"].startswith("Hold: ")
    assert "SKU201 deal not below list" in row["suggestion"]


def test_a_line_that_may_not_take_part_is_rejected():
    scored = (
        LINES
        + """
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Owner     | Min. score
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth | 4
 8 | HD26-03 | Campaign price | Campaign price   | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth |
Sellers
   | Seller ID | Shop name    | Category | Tier   | Account manager | Contact name | Contact e-mail     | Shop score | Score as of
 7 | S-001     | Moss & Amber | Beauty   | Growth | Kai Lund        | Norah Lind   | norah@moss.example | 3.6        | 2026-11-15
"""
    )
    assert line(scored, A)["suggestion"] == "Reject: not eligible, SEL103 shop score too low"


def test_a_shop_s_warning_is_not_repeated_on_its_lines_but_its_error_is():
    refused = (
        LINES
        + """
Seller
 | Seller ID | Shop name    | Taking part | Main category | Contact name | Contact e-mail     | I accept the terms | Signed by
 | S-001     | Moss & Amber | Yes         | Beauty        | Norah Lind   | norah@moss.example | No                 | Norah Lind
"""
    )
    assert {row["suggestion"] for row in rows(refused)} == {"Hold: 1 error open, SEL105 terms not accepted"}


PLACES = """
Promotions
   | ID      | Title          | Tool             | Level     | Applies to     | Kind of value  | Starts           | Ends             | Seller pays | Owner     | SKUs wanted
 7 | HD26-01 | Holiday prices | Product discount | Variation | Nominated SKUs | Seller's price | 2026-11-20 00:00 | 2026-11-25 23:59 | 1           | Ines Roth | 1
 8 | HD26-03 | Campaign price | Campaign price   | Variation | Nominated SKUs | Seller's price | 2026-11-22 00:00 | 2026-11-25 23:59 | 1           | Ines Roth |
"""


def test_more_lines_than_places_are_ranked_and_the_losers_wait():
    assert line(LINES + PLACES, A)["suggestion"] == "Approve: place 1 of 1, no error open"
    assert line(LINES + PLACES, B)["suggestion"] == "Hold: waiting list, rank 2 for 1 place"
    assert line(LINES + PLACES, C)["suggestion"] == "Approve: no error open"


def test_a_line_that_was_approved_keeps_its_place():
    both = LINES + PLACES
    kept = both + saved((B, "Approve", "", "", "Kai Lund", "2026-11-14"), drawing=both)
    assert line(kept, A)["suggestion"] == "Hold: waiting list, rank 2 for 1 place"
    assert line(kept, B)["suggestion"] == "Approve: decided by Kai Lund, terms unchanged"


def test_what_was_decided_stands_last_and_comes_filled_in():
    later = LINES + saved((A, "Reject", "", "Price", "Kai Lund", "2026-11-14"))
    last = rows(later)[-1]
    assert (last["sku_id"], last["state"], last["decision"], last["reason"]) == (A, "– rejected", "Reject", "Price")
    assert (last["decided_by"], str(last["decided_on"])) == ("Kai Lund", "2026-11-14")
    assert decided(later).counts[Standing.DECIDED] == 1
    assert sum(decided(later).counts.values()) == 3


def test_a_line_with_other_terms_is_asked_again_with_its_story():
    moved = LINES.replace("24.99          | 500", "23.99          | 500")
    row = line(moved + saved((A, "Approve", "", "", "Kai Lund", "2026-11-14")), A)
    assert row["state"] == "▲ terms changed"
    assert row["suggestion"] == "Approve: no error open; was Approve at $24.99 by Kai Lund"
    assert row["decision"] is None


@pytest.mark.parametrize(
    ("price", "state", "suggestion"),
    [
        ("24.99", "~ counter waits", "Counter: waits for the seller's answer to $23.00"),
        ("23.00", "✓ approved", "Approve: the seller took our $23.00"),
        ("23.90", "▲ terms changed", "Hold: we asked $23.00, the seller offers $23.90"),
    ],
)
def test_a_counter_offer_waits_is_met_or_is_asked_again(price, state, suggestion):
    asked = saved((A, "Counter", "23.00", "Price", "Kai Lund", "2026-11-14"))
    row = line(LINES.replace("24.99          | 500", f"{price}          | 500") + asked, A)
    assert (row["state"], row["suggestion"]) == (state, suggestion)


def test_two_people_who_contradict_on_one_day_are_both_named():
    twice = (
        LINES
        + saved((A, "Approve", "", "", "Kai Lund", "2026-11-14"))
        + saved((A, "Hold", "", "Stock", "Ines Roth", "2026-11-14"), file="ines.xlsx")
    )
    row = rows(twice)[0]
    assert (row["sku_id"], row["state"], row["decision"]) == (A, "▲ decided twice", None)
    assert row["suggestion"] == "Hold: decided twice on one day, Approve by Kai Lund, Hold by Ines Roth"


def test_a_rejected_shop_is_shown_and_its_lines_say_so():
    shop = """
ines.xlsx: Decisions
   | Seller ID | Promotion ID | SKU ID | Terms | Decision | Decided by | Decided on
ines.xlsx: Sellers
   | Seller ID | Shop name    | Decision | Reason    | Decided by | Decided on
 7 | S-001     | Moss & Amber | Reject   | late once | Ines Roth  | 2026-11-14
"""
    found = decided(LINES + shop)
    assert {row["suggestion"] for row in found.form.sheets[0].rows} == {"Reject: the whole shop, decided by Ines Roth"}
    assert {row["decision"] for row in found.form.sheets[0].rows} == {None}
    assert found.form.sheets[1].rows[0]["decision"] == "Reject"


def test_what_the_lock_holds_is_decided():
    locked = LINES + LINES.replace("Products", "Locked Products")
    assert {row["state"] for row in rows(locked)} == {"✓ locked"}
    assert {row["decision"] for row in rows(locked)} == {None}


def test_a_campaign_without_lines_gives_a_workbook_without_rows():
    found = decided("")
    assert found.form.sheets[0].rows == ()
    assert not any(found.counts.values())


def test_a_hostile_name_stays_a_name():
    evil = LINES.replace("Day cream", '=HYPERLINK("http://x")</script>')
    assert line(evil, C)["product"] == '=HYPERLINK("http://x")</script>'
