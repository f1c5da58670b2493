"""Collecting tells where every seller stands, and what changed since the round before."""

from datetime import UTC, date, datetime
from decimal import Decimal

from campaignctl.domain.findings import Finding, Severity
from campaignctl.domain.observations import Place
from campaignctl.domain.roster import Status
from campaignctl.domain.rounds import Round, State, Tracked
from campaignctl.simulation.books import Book
from campaignctl.simulation.setup import LEAD
from campaignctl.stages.collect.record import round_json, round_of

LATE = datetime(2027, 1, 1, tzinfo=UTC)
EARLY = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)


def statuses(collected):
    return {person.id: person.status for person in collected.people}


def person(collected, seller):
    return next(one for one in collected.people if one.id == seller)


def too_dear(campaign, seller, line=0):
    campaign.lines(seller)[line]["campaign_price"] = campaign.lines(seller)[line]["list_price"] + 1


def test_a_clean_registration_is_ready_and_counts_its_offers(campaign):
    found = campaign.collect()
    assert set(statuses(found).values()) == {Status.READY}
    one = person(found, "S-001")
    assert one.offers.skus == one.offers.clean == len({row["sku_id"] for row in campaign.lines("S-001")})
    assert one.news == ""
    assert found.errors == 0


def test_a_seller_who_has_not_written_is_missing_and_one_who_said_no_declined(campaign):
    del campaign.books["S-001"]
    campaign.form("S-002").update(taking_part="No", reason="Stock")
    found = campaign.collect()
    assert statuses(found)["S-001"] is Status.MISSING
    assert "ask for the form, due " in person(found, "S-001").next_step
    assert statuses(found)["S-002"] is Status.DECLINED
    assert person(found, "S-002").next_step == "none (Stock)"


def test_overdue_is_said_only_of_a_known_time(campaign):
    del campaign.books["S-001"]
    assert "overdue" not in person(campaign.collect(), "S-001").next_step
    assert "overdue since" in person(campaign.collect(LATE), "S-001").next_step


def test_an_error_of_one_line_leaves_the_others_clean(campaign):
    too_dear(campaign, "S-001")
    found = campaign.collect()
    one = person(found, "S-001")
    assert one.status is Status.FIX
    assert one.offers.clean == one.offers.skus - 1
    line = found.lines[found.lines["status"] == "▲ fix needed"]
    assert line["row"].tolist() == [7]
    assert line["worst"].str.startswith("SKU201").all()


def test_an_exception_excuses_until_its_last_day_and_then_the_error_counts(campaign):
    too_dear(campaign, "S-001")
    excuse = {"code": "SKU201", "where": "S-001", "action": "Note", "reason": "agreed", "approved_by": LEAD}
    campaign.setup.rows["rules"] = [{**excuse, "until": date(2026, 10, 31)}]
    before, after = campaign.collect(EARLY), campaign.collect(LATE)
    assert (statuses(before)["S-001"], before.round.number) == (Status.READY, 1)
    assert (statuses(after)["S-001"], after.round.number) == (Status.FIX, 2)
    assert campaign.collect(LATE).round.digest == after.round.digest


def test_a_form_without_lines_or_without_a_signature_is_incomplete(campaign):
    campaign.books["S-001"].rows["sku_lines"] = []
    campaign.form("S-002")["signed_by"] = None
    found = statuses(campaign.collect())
    assert found["S-001"] is Status.INCOMPLETE
    assert found["S-002"] is Status.INCOMPLETE


def test_who_wrote_but_is_not_on_the_list_is_shown(campaign):
    campaign.form("S-001").update(seller_id="S-777", form_id=None)
    found = campaign.collect()
    assert statuses(found)["S-777"] is Status.STRANGER
    assert statuses(found)["S-001"] is Status.MISSING


def test_what_people_told_us_wins_over_the_form_but_where_they_told_nothing(campaign):
    campaign.sellers["S-001"].update(reply="Withdrawn", reason="Stock")
    campaign.sellers["S-002"]["reply"] = "Accepted"
    found = statuses(campaign.collect())
    assert (found["S-001"], found["S-002"]) == (Status.WITHDRAWN, Status.READY)


def test_of_two_replies_the_one_that_counts_is_named_and_only_its_lines_are_offered(campaign):
    older = campaign.books["S-001"]
    newer = Book("registrations/s-001 again.xlsx", {key: list(rows) for key, rows in older.rows.items()})
    newer.rows["registration"] = [{**older.rows["registration"][0], "form_id": "HD26-S-001-1-2"}]
    newer.rows["sku_lines"] = older.rows["sku_lines"][:2]
    campaign.books["again"] = newer
    found = campaign.collect()
    one = person(found, "S-001")
    assert one.reply.file == newer.file
    assert [(reply.file, reply.counts) for reply in one.replies] == [(newer.file, True), (older.file, False)]
    assert one.offers.skus == 2
    assert older.file not in set(found.lines["file"])


def test_a_comparison_shop_is_not_on_the_roster(campaign):
    campaign.sellers["S-001"]["role"] = "Comparison"
    del campaign.books["S-001"]
    assert "S-001" not in statuses(campaign.collect())


def test_the_next_round_tells_fixed_from_open_and_new(campaign):
    too_dear(campaign, "S-001", 0)
    too_dear(campaign, "S-001", 1)
    campaign.collect()
    campaign.lines("S-001")[0]["campaign_price"] = campaign.lines("S-001")[0]["list_price"] * Decimal("0.7")
    campaign.lines("S-001")[2]["stock"] = 0
    campaign.lines("S-001").insert(0, campaign.lines("S-001").pop(3))  # every row moves
    campaign.books["S-001"].file = "registrations/final version (3).xlsx"
    found = campaign.collect()
    since = person(found, "S-001").since
    assert found.round.number == 2
    assert (since.open, since.fixed) == (1, 1)
    assert since.new >= 1
    assert person(found, "S-001").news == f"1 fixed, {since.new} new"
    assert {one.since for one in found.tracked if one.state is State.OPEN} == {1}


def test_the_same_files_again_are_the_same_round_again(campaign):
    too_dear(campaign, "S-001")
    campaign.collect()
    campaign.lines("S-001")[0]["stock"] = 77
    second = campaign.collect()
    again = campaign.collect()
    assert again.round == second.round
    assert again.tracked == second.tracked
    assert len(campaign.rounds) == 2


def test_who_comes_in_a_later_round_is_new_once(campaign):
    book = campaign.books.pop("S-001")
    campaign.collect()
    campaign.books["S-001"] = book
    assert person(campaign.collect(), "S-001").status is Status.NEW
    campaign.form("S-002")["comment"] = "another round"
    third = campaign.collect()
    assert person(third, "S-001").status is Status.READY
    assert person(third, "S-001").round == 2
    assert person(third, "S-002").round == 3


def test_a_workbook_that_is_away_fixes_nothing(campaign):
    too_dear(campaign, "S-001")
    campaign.collect()
    book = campaign.books.pop("S-001")
    away = campaign.collect()
    assert [one.state for one in away.tracked] == []
    campaign.books["S-001"] = book
    back = campaign.collect()
    assert [(one.state, one.since) for one in back.tracked] == [(State.OPEN, 1)]
    assert person(back, "S-001").news == "still open"


def test_a_reply_saved_after_the_deadline_is_late_but_its_mended_copy_is_not(campaign):
    campaign.saved = {"S-001": LATE, "S-002": EARLY}
    assert statuses(campaign.collect())["S-001"] is Status.LATE
    campaign.saved["S-002"] = LATE  # the same seller's mended workbook
    campaign.form("S-002")["comment"] = "mended"
    found = campaign.collect()
    assert statuses(found)["S-002"] is Status.READY
    assert person(found, "S-002").received == LATE


def test_a_seller_s_own_deadline_wins(campaign):
    campaign.saved = {"S-001": LATE}
    campaign.sellers["S-001"]["reply_by"] = datetime(2027, 2, 1, 18, 0)  # noqa: DTZ001 - a form's local time
    assert statuses(campaign.collect())["S-001"] is Status.READY


def test_a_record_reads_back_as_it_was_written(campaign):
    campaign.saved = {"S-001": EARLY}
    too_dear(campaign, "S-001")
    first = campaign.collect(LATE)
    assert round_of(round_json(first.round, first.inputs), "a record") == first.round
    campaign.lines("S-002")[0]["stock"] = 0
    second = campaign.collect()
    assert round_of(round_json(second.round, second.inputs), "a record") == second.round


def test_a_record_keeps_the_words_for_sellers():
    place = Place("registrations/a.xlsx", "Seller", 12, "Most orders a day", "C12")
    words = {"message_for_seller": "fewer than are expected", "fix_for_seller": "Raise it."}
    short = Finding("SEL117", "x", Severity.WARNING, place, "80", "below its GMV target", "Lower it.", **words)
    kept = Round(1, "d", open=(Tracked(short, State.NEW, 1),))
    assert round_of(round_json(kept, ()), "a record") == kept


def test_a_finding_in_the_set_up_has_a_story_too_wherever_its_row_moves(campaign):
    promotions = campaign.setup.rows["promotions"]
    promotions[0]["title"] = promotions[1]["title"] = "Twice the same"
    first = campaign.collect()
    told = [one for one in first.tracked if one.finding.code == "PRM105"]
    assert told
    assert {(one.state, one.since) for one in told} == {(State.NEW, 1)}
    promotions.insert(0, promotions.pop())  # every row moves
    campaign.setup.rows["contacts"][0]["backup"] = "Nobody Known"
    second = campaign.collect()
    stories = {(one.finding.code, one.state, one.since) for one in second.tracked}
    assert ("PRM105", State.OPEN, 1) in stories
    assert ("COM106", State.NEW, 2) in stories
    assert ("PRM105", State.NEW, 2) not in stories
    promotions[1]["title"] = "Another"
    third = campaign.collect()
    assert ("PRM105", State.FIXED, 1) in {(one.finding.code, one.state, one.since) for one in third.tracked}
    assert third.errors == 0


def test_what_our_own_sheets_say_of_a_seller_is_not_the_seller_s_to_mend(campaign):
    campaign.sellers["S-001"]["shop_score"] = Decimal("1.2")
    found = campaign.collect()
    assert "SEL103" in {one.finding.code for one in found.ours}
    assert found.own_errors > 0 == found.errors
    assert person(found, "S-001").errors == 0
    assert statuses(found)["S-001"] is Status.READY


def test_what_our_sheets_say_of_a_seller_whose_workbook_is_away_is_not_taken_for_fixed(campaign):
    campaign.sellers["S-001"]["sku_target"] = 500
    campaign.collect()
    book = campaign.books.pop("S-001")
    away = campaign.collect()
    assert "SEL120" not in {one.finding.code for one in away.tracked}
    campaign.books["S-001"] = book
    back = campaign.collect()
    assert ("SEL120", State.OPEN, 1) in {(one.finding.code, one.state, one.since) for one in back.tracked}
