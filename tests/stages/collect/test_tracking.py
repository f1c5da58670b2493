"""A finding is new, still open or fixed, whatever its file is called and wherever its row stands."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from campaignctl.catalogue.drawn import Drawn
from campaignctl.domain.findings import About, Excused, Finding, NotRun, Severity
from campaignctl.domain.observations import Place
from campaignctl.domain.rounds import Round, State
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import run
from campaignctl.rules.examples import case_from
from campaignctl.stages.collect.tracking import Unheard, track, unheard


def finding(code="SKU201", seller="S-001", sku="100", row=7, file="registrations/a.xlsx", **more):
    place = Place(file, "Products", row, more.pop("column", "Campaign price"), f"K{row}")
    about = About(seller, sku, "HD26-01")
    return Finding(code, "a-rule", Severity.ERROR, place, more.pop("value", "12.00"), "wrong", "mend it", about=about)


def earlier(*findings, number=1, unseen=()):
    told, _ = track(findings, None, number, {"S-001"})
    return Round(number, "d", open=told, unseen=tuple(unseen))


def states(tracked):
    return [(one.state, one.since) for one in tracked]


def test_in_the_first_round_everything_is_new():
    tracked, waiting = track([finding(), finding(sku="101")], None, 1, {"S-001"})
    assert states(tracked) == [(State.NEW, 1), (State.NEW, 1)]
    assert waiting == ()


def test_a_finding_stays_the_same_in_a_renamed_file_and_a_moved_row():
    moved = finding(row=40, file="registrations/final (2).xlsx")
    tracked, _ = track([moved], earlier(finding()), 2, {"S-001"})
    assert states(tracked) == [(State.OPEN, 1)]
    assert tracked[0].finding.place.cell == "K40"


def test_another_column_or_sku_or_seller_is_another_finding():
    before = earlier(finding())
    for other in (finding(column="Stock"), finding(sku="101"), finding(seller="S-002")):
        tracked, _ = track([other], before, 2, {"S-001"})
        assert [one.state for one in tracked] == [State.NEW, State.FIXED]


def test_what_is_fixed_stands_last_as_it_was_recorded():
    tracked, _ = track([finding(sku="zzz", row=99)], earlier(finding()), 2, {"S-001"})
    assert tracked[-1].state is State.FIXED
    assert tracked[-1].finding == finding()


def test_of_two_findings_with_one_identity_one_can_be_fixed():
    first, second = finding(row=7, value="one"), finding(row=9, value="two")
    tracked, _ = track([replace(second, place=first.place)], earlier(first, second), 2, {"S-001"})
    assert sorted(one.state for one in tracked) == [State.FIXED, State.OPEN]
    assert next(one for one in tracked if one.state is State.FIXED).finding.value == "one"


def test_a_third_finding_of_one_identity_is_new():
    two = [finding(row=7), finding(row=8)]
    tracked, _ = track([*two, finding(row=9)], earlier(*two), 2, {"S-001"})
    assert sorted(one.state for one in tracked) == [State.NEW, State.OPEN, State.OPEN]
    assert next(one for one in tracked if one.state is State.NEW).finding.place.row == 9


def test_since_is_the_round_that_saw_it_first():
    second = Round(2, "d", open=track([finding()], earlier(finding()), 2, {"S-001"})[0])
    tracked, _ = track([finding()], second, 3, {"S-001"})
    assert states(tracked) == [(State.OPEN, 1)]


def test_nothing_is_fixed_for_a_seller_whose_workbook_is_away():
    tracked, waiting = track([], earlier(finding()), 2, present=set())
    assert tracked == ()
    assert states(waiting) == [(State.OPEN, 1)]
    back, waiting = track([finding()], Round(2, "d", unseen=waiting), 3, {"S-001"})
    assert states(back) == [(State.OPEN, 1)]
    assert waiting == ()


def test_a_broken_file_that_is_gone_is_fixed():
    broken = replace(finding(), about=About(), place=Place("registrations/broken.xlsx"))
    tracked, _ = track([], earlier(broken), 2, present=set())
    assert [one.state for one in tracked] == [State.FIXED]


FINDINGS = st.lists(
    st.builds(
        finding,
        code=st.sampled_from(["SKU201", "SKU204"]),
        sku=st.sampled_from(["100", "101", ""]),
        row=st.integers(7, 12),
        value=st.sampled_from(["1", "2"]),
    ),
    max_size=12,
)


@given(FINDINGS, FINDINGS)
def test_every_finding_is_told_once_and_none_is_lost(then, now):
    tracked, _ = track(now, earlier(*then), 2, {"S-001"})
    told = [one for one in tracked if one.state is not State.FIXED]
    fixed = sum(one.state is State.FIXED for one in tracked)
    opened = sum(one.state is State.OPEN for one in tracked)
    assert sorted(one.finding.order for one in told) == sorted(one.order for one in now)
    assert opened + fixed == len(then)


@given(FINDINGS)
def test_the_same_findings_again_are_all_still_open(findings):
    tracked, _ = track(findings[::-1], earlier(*findings), 2, {"S-001"})
    assert {one.state for one in tracked} <= {State.OPEN}


def test_a_finding_whose_rule_was_not_asked_waits_and_is_still_open_when_it_is_asked_again():
    hourly = finding(code="TIM117")
    tracked, waiting = track([], earlier(hourly), 2, {"S-001"}, Unheard(codes={"TIM117"}))
    assert (tracked, [one.since for one in waiting]) == ((), [1])
    tracked, waiting = track([hourly], Round(2, "e", unseen=waiting), 3, {"S-001"})
    assert (states(tracked), waiting) == ([(State.OPEN, 1)], ())


def test_a_finding_that_is_excused_was_not_fixed_by_its_seller():
    tracked, waiting = track([], earlier(finding()), 2, {"S-001"}, Unheard(excused={finding().identity}))
    assert (tracked, [one.finding for one in waiting]) == ((), [finding()])


def test_what_a_verdict_says_nothing_of():
    case = case_from(Drawn("", (), datetime(2026, 11, 30, 9)))  # noqa: DTZ001 - local time of the drawing
    gone = NotRun("SKU201", 0, "no sheet Products was found")
    verdict = run((), case)
    verdict = replace(verdict, not_run=(gone, NotRun("SKU204", 3, "blank")), suppressed=(Excused(finding(), "Ignore", "", ""),))  # fmt: skip
    assert unheard(rules().values(), case, verdict) == Unheard({"SKU201"}, {finding().identity})
    timeless = unheard(rules().values(), replace(case, now=None), verdict).codes
    assert {"SKU201", "PRM127", "TIM117"} <= timeless
    assert "SKU204" not in timeless
