"""The memo and the chat say what the report says, in what room they have, whatever the report was made from."""

import pytest

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Text
from campaignctl.domain.sentences import Ref, say
from campaignctl.domain.tables import Table
from campaignctl.stages.report import for_deck, for_memo, for_today, report
from campaignctl.stages.report.memo.cuts import LINES
from campaignctl.stages.report.memo.memo import CATEGORIES
from campaignctl.stages.report.memo.payback import MOST
from campaignctl.stages.report.roi.rows import FUNDERS

SCENES = {
    "everything is there": {},
    "no targets": {"campaign": {"targets": (), "sellers": ()}},
    "no livestreams": {"streams": None},
    "no registrations": {"registered": None},
    "no orders": {"order_lines": None},
    "nothing at all": {"order_lines": None, "streams": None, "registered": None, "inputs": (), "observations": ()},
}


@pytest.fixture(params=SCENES)
def whole(request, build, make_campaign):
    changes = dict(SCENES[request.param])
    if "campaign" in changes:
        changes["campaign"] = make_campaign(**changes["campaign"])
    return report(build(**changes))


def test_every_number_of_the_memo_is_a_figure_of_the_report(whole):
    made = for_memo(whole)
    assert made.figures is whole.figures
    for section in made.sections:
        for part in section.parts:
            if isinstance(part, Chart):
                assert {value for one in part.series for value in one.values if value} <= whole.figures.keys()
            if isinstance(part, Table):
                assert {cell.id for row in part.rows for cell in row if isinstance(cell, Ref)} <= whole.figures.keys()


def test_the_memo_begins_with_the_headline_and_ends_with_how_sure_it_is(whole):
    made = for_memo(whole)
    assert made.sections[0].title == whole.section("summary").title
    assert made.words(made.sections[-1].title) == "How sure we are"


def test_no_table_or_chart_of_the_memo_is_longer_than_its_room(whole):
    made = for_memo(whole)
    payback, bars = made.part("roi-rows"), made.part("percent-of-target")
    assert payback is None or len(payback.rows) <= MOST + len(FUNDERS)
    assert bars is None or len(bars.categories) <= CATEGORIES
    steps = made.part("next")
    assert steps is None or len(steps.rows) <= LINES


def test_a_table_of_long_sentences_keeps_the_weightiest_rows_only(ordinary):
    table = ordinary.part("highlights")
    at = [column.key for column in table.columns].index("what")
    long = tuple(say("word " * 60) if place == at else cell for place, cell in enumerate(table.rows[0]))
    summary = ordinary.section("summary")
    parts = tuple(Table(table.slug, table.columns, (long,) * 5) if part is table else part for part in summary.parts)
    told = [type(summary)(summary.slug, summary.name, summary.title, parts=parts), *ordinary.sections[2:]]
    made = for_memo(type(ordinary)(ordinary.campaign, ordinary.as_of, ordinary.figures, tuple(told)))
    assert len(made.part("highlights").rows) == 1


def test_every_next_step_names_an_owner_or_asks_for_one(ordinary):
    steps = for_memo(ordinary).part("next")
    at = [column.key for column in steps.columns].index("owner")
    assert steps.rows
    assert all(row[at] for row in steps.rows)


def test_a_chat_gets_at_most_eight_lines_from_the_headline_to_the_as_of(whole):
    made = for_today(whole)
    opening, *insights = (made.part(f"today-{slug}") for slug in ("opening", "seen", "sure", "steps"))
    assert isinstance(opening, Text)
    (told,) = {len(text.sentences) for text in insights}
    assert len(opening.sentences) + told + 1 <= 8
    assert opening.sentences[0] == whole.section("summary").title
    assert "as of Dec 2" in made.words(made.section("today").context)


def test_a_chat_is_told_what_to_do_next(ordinary):
    steps = for_today(ordinary).part("today-steps").sentences
    assert steps
    assert all(steps)


def test_the_returns_that_are_drawn_are_those_of_the_table_row_by_row(whole):
    made = for_memo(whole)
    rows, chart = made.part("roi-rows"), made.part("roi")
    if rows is None or chart is None:
        assert chart is None
        return
    assert chart.categories == tuple(row[0] for row in rows.rows)
    at = [column.key for column in rows.columns].index("ratio")
    drawn = [next((one.values[row] for one in chart.series if one.values[row]), None) for row in range(len(rows.rows))]
    assert drawn == [row[at].id if isinstance(row[at], Ref) else None for row in rows.rows]


def test_the_decisions_asked_for_are_one_of_a_kind_and_counted_by_a_figure(ordinary):
    made = for_memo(ordinary)
    kinds = [row[0] for row in made.part("next").rows]
    assert len(set(kinds)) == len(kinds) == ordinary.figures["decisions.total"].value
    assert made.words(made.part("ask").sentences[0]).startswith(f"We ask for {len(kinds)} decision")
    assert Ref("decisions.total") in made.section("next").title.parts


def test_decisions_are_asked_for_by_the_first_day_on_which_one_is_due(ordinary):
    made = for_memo(ordinary)
    steps = for_deck(ordinary).part("next")
    by = [column.key for column in steps.columns].index("by")
    kinds = {row[0] for row in made.part("next").rows}
    days = {row[by] for row in steps.rows if row[0] in kinds}
    assert made.words(made.section("next").title).rpartition(" by ")[2] in days


def test_without_anything_to_decide_nothing_is_asked_for(build):
    made = for_memo(report(build(order_lines=None, streams=None, registered=None, inputs=(), observations=())))
    assert made.part("ask") is None
    assert made.section("next") is None
