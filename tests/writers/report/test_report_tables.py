"""Tables of the report: real tables of Excel, marks that follow meaning, widths that fit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from campaignctl.domain.document import Card, Document, Section
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence
from campaignctl.domain.tables import Column, Mark, Table
from campaignctl.writers.report.fit import widths
from campaignctl.writers.report.tables import header_words, table_name

PERCENT = Format.PERCENT


def changes(*values, marks=()):
    """A document with one table of one column of changes."""
    ids = [f"gmv.seller.s-{at}~target" for at, _ in enumerate(values)]
    figures = {one: Figure(one, "", value, "", PERCENT) for one, value in zip(ids, values, strict=True)}
    columns = (Column("who", "Who"), Column("change", "Change", PERCENT))
    rows = tuple((f"s-{at}", Ref(one)) for at, one in enumerate(ids))
    table = Table("t", columns, rows, marks={(at, "change"): mark for at, mark in enumerate(marks)})
    return Document("June Fair", "", figures, (Section("s", "S", Sentence(("T",)), parts=(table,)),))


def rules(sheet):
    return [rule for area in sheet.conditional_formatting for rule in area.rules]


def colour(cell):
    return cell.font.color.rgb


def test_a_table_is_a_real_one_with_filter_buttons_and_the_total_below_it(written, sample):
    sheet = written(sample)["By category"]
    assert dict(sheet.tables.items()) == {"tblCategories": "B5:M11"}
    assert sheet.tables["tblCategories"].autoFilter.ref == "B5:M11"
    assert sheet["B12"].value == "Campaign"
    assert sheet["B12"].border.top.style == "medium"
    assert sheet["B12"].font.bold


def test_the_headers_of_a_table_are_its_cells(written, hostile):
    for sheet in written(hostile):
        for table in sheet.tables.values():
            first = table.ref.split(":")[0]
            row, column = sheet[first].row, sheet[first].column
            cells = [sheet.cell(row, column + at).value for at in range(len(table.column_names))]
            assert cells == table.column_names


def test_no_data_is_merged(written, sample):
    book = written(sample)
    for name in ("Daily", "By category", "Sellers", "Data quality", "Definitions"):
        assert not book[name].merged_cells.ranges


def test_group_words_stand_above_the_first_column_of_their_group(written, sample):
    row = [cell.value for cell in written(sample)["By category"][4]]
    assert row == [None, "Who", "Sales", None, None, None, None, "Orders", None, "Discount", None, None, "After"]


def test_header_words_are_distinct_on_one_line_and_never_blank():
    columns = tuple(Column(str(at), title) for at, title in enumerate(("GMV", "gmv", "", "two\nlines")))
    assert header_words([column.title for column in columns]) == ("GMV", "gmv (2)", "Column 3", "two lines")


@pytest.mark.parametrize(("slug", "name"), [("daily", "tblDaily"), ("streams-all", "tblStreamsAll"), ("a1", "tblA1")])
def test_a_table_is_named_after_its_slug(slug, name):
    assert table_name(slug) == name


def test_where_marks_follow_the_sign_a_rule_colours_the_column(written):
    sheet = written(changes(0.2, -0.1, None, marks=(Mark.GOOD, Mark.BAD)))["S"]
    found = {rule.formula[0]: rule.dxf.font.color.rgb for rule in rules(sheet)}
    assert found == {"AND(ISNUMBER(C5),C5>0)": "FF1E7A6F", "AND(ISNUMBER(C5),C5<0)": "FFB23A1B"}


def test_where_a_rise_is_bad_the_rule_turns_round(written):
    sheet = written(changes(0.2, -0.1, marks=(Mark.BAD, Mark.GOOD)))["S"]
    found = {rule.formula[0]: rule.dxf.font.color.rgb for rule in rules(sheet)}
    assert found == {"AND(ISNUMBER(C5),C5>0)": "FFB23A1B", "AND(ISNUMBER(C5),C5<0)": "FF1E7A6F"}


def test_where_marks_do_not_follow_the_sign_each_cell_has_its_colour(written):
    sheet = written(changes(0.2, 0.1, 0.3, marks=(Mark.GOOD, Mark.BAD, Mark.NEUTRAL)))["S"]
    assert not rules(sheet)
    assert [colour(sheet[f"C{row}"]) for row in (5, 6, 7)] == ["FF1E7A6F", "FFB23A1B", "FF5B6577"]


def test_what_is_missing_is_said_in_grey_and_nothing_is_a_dash(written, sample):
    columns = (Column("who", "Who"), Column("gmv", "GMV", Format.MONEY), Column("more", "More", Format.COUNT))
    table = Table("t", columns, (("s-1", Ref("live_gmv.total"), None),))
    sheet = written(replace(sample, sections=(Section("s", "S", Sentence(("T",)), parts=(table,)),)))["S"]
    assert [sheet["C5"].value, sheet["D5"].value] == ["n/a", "–"]
    assert {colour(sheet["C5"]), colour(sheet["D5"])} == {"FF5B6577"}
    assert {sheet["C5"].alignment.horizontal, sheet["D5"].alignment.horizontal} == {"right"}


def test_targets_and_baselines_stand_in_grey_beside_what_happened(written, sample):
    sheet = written(sample)["By category"]
    assert [colour(sheet[f"{column}6"]) for column in "CDF"] == ["FF14213E", "FF5B6577", "FF5B6577"]


def test_a_share_is_drawn_as_a_bar_against_the_whole(written, sample):
    bar = next(rule.dataBar for rule in rules(written(sample)["Sellers"]) if rule.type == "dataBar")
    assert [(end.type, float(end.val)) for end in bar.cfvo] == [("num", 0), ("num", 1)]
    assert bar.color.rgb == "FFC9DCFB"


def test_a_column_fits_its_longest_words_up_to_38_characters(sample):
    table = sample.part("sellers")
    found = widths(table, sample)
    assert all(8 <= width <= 38 for width in found)
    longer = replace(table, rows=(("A very long name of a shop " * 9, *table.rows[0][1:]),))
    assert widths(longer, sample)[0] == 38
    assert widths(replace(table, columns=(Column("n", "N", width=50.0), *table.columns[1:])), sample)[0] == 50


def test_words_longer_than_their_column_wrap_in_a_higher_row(written, hostile):
    sheet = written(hostile)["Sellers"]
    cell = next(row[1] for row in sheet if str(row[1].value).startswith("A name of two"))
    assert cell.alignment.wrap_text
    assert sheet.row_dimensions[cell.row].height > 90


def test_durations_and_points_show_what_their_words_say(written):
    figures = {
        "hours.total": Figure("hours.total", "", 5400, "s", Format.DURATION),
        "ctr.total~baseline": Figure("ctr.total~baseline", "", 0.006, "", Format.POINTS),
    }
    table = Table("t", (Column("a", "A"), Column("b", "B")), (tuple(Ref(one) for one in figures),))
    sheet = written(Document("J", "", figures, (Section("s", "S", Sentence(("T",)), parts=(table,)),)))["S"]
    assert [sheet["B5"].value, sheet["C5"].value] == [timedelta(minutes=90), pytest.approx(0.6)]


def test_on_a_summary_a_table_shares_the_blocks_and_only_wrapped_words_are_merged(written, sample):
    sheet = written(sample)["Summary"]
    header = next(cell.row for row in sheet for cell in row if cell.value == "Kind")
    assert [cell.value for cell in sheet[header] if cell.value] == [
        "Kind",
        "What we saw",
        "How sure",
        "What to do next",
    ]
    merged = {area.min_row for area in sheet.merged_cells.ranges if area.min_row > header}
    assert merged == {header + 2}
    assert not sheet.tables


def test_a_table_too_wide_for_the_blocks_gives_the_sheet_its_columns(written, sample):
    columns = tuple(Column(f"c{at}", f"Column {at}") for at in range(15))
    table = Table("wide", columns, (tuple(f"cell {at}" for at in range(15)),))
    section = Section("s", "S", Sentence(("T",)), parts=(Card("card-1", "GMV", "gmv.total"), table))
    sheet = written(replace(sample, sections=(section,)))["S"]
    assert "tblWide" in sheet.tables
