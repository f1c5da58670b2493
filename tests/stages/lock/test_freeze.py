"""A lock holds what was approved, refuses open errors that nobody answers for, and takes earlier locks over."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.errors import CannotRead, WrongUsage
from campaignctl.rules.case import case_of
from campaignctl.rules.examples import material_from
from campaignctl.stages.decide import decide
from campaignctl.stages.lock import Acceptance, Wanted, freeze
from campaignctl.stages.validate import validate

A, B, C = (f"172950001122334450{n}" for n in range(1, 4))
LINES = f"""
Products
   | Promotion ID | Product ID          | SKU ID | Product name | List price | Lowest 30 days | Campaign price | Stock | Per buyer
 7 | HD26-01      | 1729384756102938471 | {A}    | Serum        | 32.00      | 29.99          | 24.99          | 500   | 5
 8 | HD26-01      | 1729384756102938471 | {B}    | Serum        | 46.00      | 41.40          | 36.80          | 250   | 2
 9 | HD26-03      | 1729384756102938473 | {C}    | Day cream    | 28.00      | 25.20          | 22.40          | 300   | No limit
"""
AT = datetime(2026, 11, 17, 2, tzinfo=UTC)
ALL = Wanted(1, AT, "ines", everything=True)
LOCKED = LINES.replace("Products", "Locked Products")
CHANGE = "   | No.  | From             | Kind      | Seller ID | SKU ID | Field          | Old | New | Why | Asked by | Approved by"


def taken(drawing, wanted=ALL):
    return freeze(material_from(draw(drawing)), wanted)


def decisions(**words):
    """Draw a decisions workbook that decides the lines A, B and C."""
    material = material_from(draw(LINES))
    rows = decide(case_of(material), validate(material).verdict).form.sheets[0].rows
    head = "   | Seller ID | Promotion ID | SKU ID | Campaign price | Terms | Decision | Counter price | Reason | Decided by | Decided on | Hero"
    names = {A: words.get("a", ""), B: words.get("b", ""), C: words.get("c", "")}
    told = [
        f"{n} | S-001 | {row['promotion_id']} | {row['sku_id']} | {row['campaign_price']} | {row['terms']} | {names[row['sku_id']]}"
        for n, row in enumerate(rows, 7)
    ]
    return "\n".join([LINES, "kai.xlsx: Decisions", head, *told])


YES = "Approve | | | Kai Lund | 2026-11-14 | Yes"
NO = "Reject | | Price | Kai Lund | 2026-11-14 |"


def test_a_lock_holds_the_approved_lines_and_says_why_others_are_left_out():
    freezing = taken(decisions(a=YES, b=NO), Wanted(1, AT, "ines"))
    lines = freezing.lock.lines
    assert lines["sku_id"].tolist() == [A]
    assert lines[["deal_price", "stock", "per_buyer", "hero", "decided_by"]].iloc[0].tolist() == [
        2499,
        500,
        5,
        True,
        "Kai Lund",
    ]
    assert dict(freezing.left_out) == {"Reject": 1, "to decide": 1}
    assert freezing.lock.promotions["id"].tolist() == ["HD26-01", "HD26-02", "HD26-03"]
    assert freezing.lock.targets["target"].tolist() == [500000.0]
    assert freezing.lock.platform_budget == 13_000_000


def test_none_is_approved_silently():
    with pytest.raises(CannotRead) as refused:
        taken(LINES, Wanted(1, AT, "ines"))
    assert "No line is approved" in refused.value.what
    assert "--all" in refused.value.todo


def test_all_approves_every_line_and_the_lock_says_so():
    lock = taken(LINES).lock
    assert len(lock.lines) == 3
    assert lock.everything
    assert set(lock.lines["decided_by"]) == {"ines"}


def test_all_is_not_for_campaigns_that_decide():
    with pytest.raises(WrongUsage, match="decide"):
        taken(decisions(a=YES))


def test_a_campaign_without_lines_has_nothing_to_lock():
    with pytest.raises(CannotRead, match="no line"):
        taken("")


WRONG = LINES.replace("24.99          | 500", "35.00          | 500")


def test_an_open_error_stands_against_the_lock():
    freezing = taken(WRONG)
    assert {finding.code for finding in freezing.open} >= {"SKU201"}


def codes(drawing):
    return {finding.code for finding in taken(drawing).open}


@pytest.mark.parametrize("about", ["", "S-001", A, "HD26-01"], ids=["all", "seller", "SKU", "promotion"])
def test_an_error_is_accepted_by_its_code_and_what_it_is_about(about):
    accepts = tuple(Acceptance(code, about, "agreed by phone") for code in codes(WRONG))
    freezing = taken(WRONG, replace(ALL, accepts=accepts))
    assert freezing.open == ()
    assert {(a.code, a.sku, a.reason) for a in freezing.lock.accepted} == {
        (code, A, "agreed by phone") for code in codes(WRONG)
    }


@pytest.mark.parametrize(("code", "about"), [("SKU201", "S-002"), ("SKU301", ""), ("SKU201", "1729")])
def test_an_acceptance_that_names_no_open_error_is_said_to_be_idle(code, about):
    acceptance = Acceptance(code, about, "why not")
    freezing = taken(WRONG, replace(ALL, accepts=(acceptance,)))
    assert freezing.idle == (acceptance,)
    assert "SKU201" in {finding.code for finding in freezing.open}


def test_a_rejected_line_s_errors_stop_no_lock():
    drawn = decisions(a=NO, b=YES)
    wrong = drawn.replace(
        "Serum        | 32.00      | 29.99          | 24.99          | 500   | 5",
        "Serum | 32.00 | 29.99 | 24.99 | 500 | 150",
    )
    rejected = (
        decide(case_of(material_from(draw(wrong))), validate(material_from(draw(wrong))).verdict).form.sheets[0].rows
    )
    terms = next(row["terms"] for row in rejected if row["sku_id"] == A)
    old = next(line.split("|")[5].strip() for line in wrong.splitlines() if NO in line)
    assert "SKU303" in {f.code for f in taken(wrong, Wanted(1, AT, "ines")).open}
    assert taken(wrong.replace(old, terms), Wanted(1, AT, "ines")).open == ()


def test_a_second_lock_of_the_same_adds_nothing():
    freezing = taken(LINES + LOCKED)
    assert freezing.adds_nothing
    assert len(freezing.lock.lines) == 3


def test_a_second_lock_says_what_it_adds():
    more = LINES + f"10 | HD26-01 | 1729384756102938471 | {A[:-1]}9 | Serum | 32.00 | 29.99 | 24.99 | 500 | 5\n"
    freezing = taken(more + LOCKED, replace(ALL, number=2))
    assert [(told.frame, told.key[2], told.before, told.after) for told in freezing.told] == [
        ("lines", f"{A[:-1]}9", None, "")
    ]
    assert not freezing.adds_nothing


def changed(*rows, lines=LINES):
    return "\n".join([lines, LOCKED, "Changes", CHANGE, *rows])


PRICE = "7 | C001 | 2026-11-16 20:00 | SKU terms | S-001 | {sku} | Campaign price | 24.99 | 23.99 | price match | Norah | Kai Lund".replace(
    "{sku}", A
)
LATER = PRICE.replace("2026-11-16 20:00", "2026-11-21 09:00")


@pytest.mark.parametrize("live", ["24.99", "23.99"], ids=["old in the seller's form", "new in the seller's form"])
def test_a_change_that_took_effect_becomes_part_of_the_next_lock(live):
    lines = LINES.replace("24.99          | 500", f"{live}          | 500")
    at = datetime(2026, 11, 18, tzinfo=UTC)
    freezing = taken(changed(PRICE, lines=lines), Wanted(2, at, "ines", everything=True))
    assert freezing.open == ()
    assert freezing.lock.lines["deal_price"].tolist()[0] == 2399
    assert freezing.lock.applied == ("C001",)
    assert [(t.field, t.before, t.after) for t in freezing.told] == [("Campaign price", "$24.99", "$23.99")]


@pytest.mark.parametrize("live", ["24.99", "23.99"], ids=["old in the seller's form", "new in the seller's form"])
def test_a_change_still_to_come_stays_outside_the_next_lock(live):
    lines = LINES.replace("24.99          | 500", f"{live}          | 500")
    at = datetime(2026, 11, 18, tzinfo=UTC)
    freezing = taken(changed(LATER, lines=lines), Wanted(2, at, "ines", everything=True))
    assert freezing.lock.lines["deal_price"].tolist()[0] == 2499
    assert freezing.lock.applied == ()
    assert freezing.adds_nothing


def test_a_seller_withdrawn_by_a_change_is_not_in_the_next_lock():
    row = f"7 | C001 | 2026-11-16 20:00 | Withdraw SKU | S-001 | {B} | | | | broken | Norah | Kai Lund"
    freezing = taken(changed(row), Wanted(2, datetime(2026, 11, 18, tzinfo=UTC), "ines", everything=True))
    assert freezing.lock.lines["sku_id"].tolist() == [A, C]


def test_a_difference_without_a_change_keeps_the_next_lock_from_being_taken():
    lines = LINES.replace("24.99          | 500", "23.99          | 500")
    assert [finding.code for finding in taken(lines + LOCKED, replace(ALL, number=2)).open] == ["LCK201"]


def test_what_a_change_made_of_a_line_is_part_of_the_lock_that_holds_it():
    at = datetime(2026, 11, 18, tzinfo=UTC)
    lines = LINES.replace("24.99          | 500", "23.99          | 500")
    material = material_from(draw(changed(PRICE, lines=lines)))
    second = freeze(material, Wanted(2, at, "ines", everything=True)).lock
    case = case_of(replace(material, lock=second))
    states = {row["state"] for row in decide(case, validate(material).verdict).form.sheets[0].rows}
    assert states == {"✓ locked"}


def test_a_line_told_twice_is_locked_once_and_judged_once():
    twice = LINES + f"10 | HD26-01 | 1729384756102938471 | {A} | Serum | 32.00 | 29.99 | 23.99 | 400 | 5\n"
    freezing = taken(twice)
    assert freezing.lock.lines["sku_id"].tolist() == [A, B, C]
    assert freezing.lock.lines["deal_price"].tolist()[0] == 2399
    found = validate(replace(material_from(draw(twice)), lock=freezing.lock)).verdict.findings
    assert not [finding.code for finding in found if finding.code.startswith("LCK2")]
