"""Two pulls that tell one order differently, and orders that stand twice: each is found, and nothing else is."""

import pytest

OLD, NEW = "S-001/a.csv", "S-001/b.csv"
EARLY, LATER = {"Created Time": "11/20/2026 08:00:00 AM"}, {"Shipped Time": "11/22/2026 08:00:00 AM"}


def pulled(drawn, line, before, now):
    """Read an order as it stood in one pull, and in a newer one."""
    drawn.csv(OLD, [line("1", **EARLY, **before)])
    drawn.csv(NEW, [line("1", **EARLY, **LATER, **now), line("2", **EARLY, **LATER)])
    return drawn.read().differing


@pytest.mark.parametrize(
    "now",
    [
        {"Order Status": "Completed"},
        {"Order Status": "Cancelled", "Cancelled Time": "11/22/2026 09:00:00 AM"},
        {"Order Refund Amount": "16.00", "SKU Subtotal After Discount": "0.00"},
        {"Sku Quantity of return": "1", "SKU Subtotal After Discount": "12.00"},
        {"SKU Subtotal After Discount": ""},
    ],
    ids=["it was delivered", "it was cancelled", "it was refunded", "a unit came back", "a cell is blank"],
)
def test_an_order_that_went_on_its_way_is_no_contradiction(drawn, line, now):
    assert pulled(drawn, line, {}, now) == ()


@pytest.mark.parametrize(
    ("now", "kind", "more"),
    [
        ({"SKU Subtotal After Discount": "160.00"}, "amounts", 144_00),
        ({"Quantity": "2"}, "quantities", 0),
        ({"Paid Time": "10/25/2026 11:06:00 PM"}, "times", 0),
    ],
)
def test_what_no_order_changes_is_a_contradiction(drawn, line, now, kind, more):
    (found,) = pulled(drawn, line, {}, now)
    assert (found.older, found.newer) == ("exports/S-001/a.csv", "exports/S-001/b.csv")
    assert (found.lines, getattr(found, kind), found.more) == (1, 1, more)
    assert found.example == "order 1, SKU 1729300000000000001"
    assert not found.is_guess


def test_another_sku_in_the_order_is_told_on_both_sides(drawn, line):
    (found,) = pulled(drawn, line, {}, {"SKU ID": "1729300000000000009"})
    assert (found.lines, found.skus, found.more) == (2, 2, 0)


def test_files_of_one_age_leave_open_which_is_newer(drawn, line):
    drawn.csv(OLD, [line("1")])
    drawn.csv(NEW, [line("1", **{"SKU Subtotal After Discount": "17.00"})])
    (found,) = drawn.read().differing
    assert (found.is_guess, found.newer, found.more) == (True, "exports/S-001/b.csv", 1_00)


def test_a_line_changed_once_is_told_of_one_pull_alone(drawn, line):
    for day, cents in ((21, "16.00"), (22, "16.00"), (23, "18.00")):
        told = {"Shipped Time": f"11/{day}/2026 08:00:00 AM", "SKU Subtotal After Discount": cents}
        drawn.csv(f"S-001/{day}.csv", [line("1", **EARLY, **told)])
    (found,) = drawn.read().differing
    assert (found.older, found.newer) == ("exports/S-001/22.csv", "exports/S-001/23.csv")


def test_orders_of_two_shops_are_told_with_what_they_count_too_much(drawn, line):
    drawn.csv("S-001/a.csv", [line("1"), line("2")])
    drawn.csv("S-002/b.csv", [line("1"), line("3")])
    (found,) = drawn.read().repeated
    assert (found.sellers, found.many, found.more) == (("S-001", "S-002"), 1, 16_00)


def test_rows_pasted_in_again_are_told_with_the_first_of_them(drawn, line):
    lines = [line(str(number)) for number in range(60)]
    drawn.csv("S-001/a.csv", [*lines, *lines[:2]])
    (found,) = drawn.read().repeated
    assert (found.file, found.many, found.more, found.row) == ("exports/S-001/a.csv", 2, 32_00, 2)


def test_an_order_may_hold_one_sku_in_two_lines(drawn, line):
    lines = [line(str(number)) for number in range(60)]
    drawn.csv("S-001/a.csv", [lines[0], *lines])
    assert drawn.read().repeated == ()
