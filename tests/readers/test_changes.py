"""Old and New of a change are read the way the field itself is read, whatever the cell holds."""

from datetime import UTC, datetime

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.observations import Kind
from campaignctl.rules.examples import material_from

HEAD = "   | No.  | From             | Kind | Seller ID | SKU ID | Other ID | Field | Old | New | Why | Asked by | Approved by"
PROMOTIONS = """
Promotions
   | ID      | Tool             | Kind of value  | Value
 7 | HD26-01 | Product discount | Percent off    | 30%
 8 | HD26-02 | Seller coupon    | Amount off     | 5.00
Livestreams
   | Stream ID | Title | GMV target
 7 | HD26-L01  | Night | 900
"""


def read(*rows):
    lines = [
        f"{number} | C00{number} | 2026-11-20 12:00 | {row} | why | who | Kai Lund"
        for number, row in enumerate(rows, 7)
    ]
    material = material_from(draw("\n".join([PROMOTIONS, "Changes", HEAD, *lines])))
    odd = [(o.kind, o.place.cell) for o in material.observations if o.place.sheet == "Changes"]
    return material.changes, odd


@pytest.mark.parametrize(
    ("row", "frame", "field", "old", "new"),
    [
        ("SKU terms | S-001 | 1 | | Campaign price | $24.99 | 23.5", "lines", "campaign_price", 2499, 2350),
        ("SKU terms | S-001 | 1 | | Stock | 1,200 | 1500", "lines", "stock", 1200, 1500),
        ("SKU terms | S-001 | 1 | | Per buyer | 5 | No limit", "lines", "per_buyer", 5, -1),
        ("SKU terms | S-001 | 1 | | Commission | 12 % | 0.15", "lines", "commission", 0.12, 0.15),
        ("Promotion | | | HD26-01 | Value | 30% | 35", "promotions", "value_percent", 0.3, 0.35),
        ("Promotion | | | HD26-02 | Value | 5.00 | 6", "promotions", "value_money", 500, 600),
        ("Promotion | | | HD26-02 | Quantity | | 900", "promotions", "quantity", None, 900),
        ("Promotion | | | HD26-02 | Status | Planned | cancelled", "promotions", "status", "Planned", "Cancelled"),
        ("Livestream | | | HD26-L01 | Host | Robin | Juno Park", "streams", "host", "Robin", "Juno Park"),
        ("Budget | | | HD26-01 | Budget | 100 | 200", "promotions", "budget", 10000, 20000),
        ("Budget | | | | Budget | 100 | 200", "campaign", "platform_budget", 10000, 20000),
        ("Target | | | HD26-L01 | GMV target | 900 | 1000", "streams", "gmv_target", 90000, 100000),
        ("Target | S-001 | | | GMV target | 900 | 1000", "targets", "target", 900.0, 1000.0),
        ("Target | | | Beauty | Target | 900 | 1000", "targets", "target", 900.0, 1000.0),
        ("Withdraw SKU | S-001 | 1 | | | |", "lines", "", None, None),
        ("Event | | | | | |", "", "", None, None),
        ("SKU terms | S-001 | 1 | | Host | a | b", "lines", "", None, None),
    ],
)
def test_a_value_is_read_by_its_field(row, frame, field, old, new):
    (change,), odd = read(row)
    assert (change.frame, change.field, change.old, change.new) == (frame, field, old, new)
    assert odd == []


def test_an_end_is_read_as_an_end_and_a_start_as_a_start():
    (end, start), odd = read(
        "Promotion | | | HD26-01 | Ends | | 2026-11-25 23:59", "Promotion | | | HD26-01 | Starts | | 2026-11-25 23:59"
    )
    assert end.new == datetime(2026, 11, 26, 8, tzinfo=UTC)
    assert start.new == datetime(2026, 11, 26, 7, 59, tzinfo=UTC)
    assert odd == []


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("SKU terms | S-001 | 1 | | Stock | about 5 | 10", Kind.NOT_A_NUMBER),
        ("SKU terms | S-001 | 1 | | Campaign price | 1 | €12.00", Kind.CURRENCY_MISMATCH),
        ("Promotion | | | HD26-01 | Ends | 31/13/2026 | 2026-11-25 23:59", Kind.NOT_A_DATE),
        ("Promotion | | | HD26-01 | Status | Planned | Canceled", Kind.NOT_A_CHOICE),
    ],
)
def test_what_cannot_be_read_is_observed_at_its_cell(row, kind):
    _, odd = read(row)
    assert [seen for seen, _ in odd] == [kind]
    assert odd[0][1] in {"I7", "J7"}


def test_a_change_before_the_price_lock_needs_nobody_s_approval():
    material = material_from(draw("""
Changes
   | No.  | From             | Kind      | Seller ID | SKU ID | Field | New | Approved by
 7 | C001 | 2026-11-16 17:59 | SKU terms | S-001     | 1      | Stock | 5   |
 8 | C002 | 2026-11-16 18:00 | SKU terms | S-001     | 1      | Stock | 5   |
 9 | C003 | 2026-11-16 18:00 | SKU terms | S-001     | 1      | Stock | 5   | Kai Lund
10 | C004 |                  | SKU terms | S-001     | 1      | Stock | 5   |
"""))  # fmt: skip
    assert [change.approved for change in material.changes] == [True, False, True, False]
