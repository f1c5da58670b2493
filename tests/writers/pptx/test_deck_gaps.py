"""What the data do not give is left out without a trace: slides, cards, columns, lines, keys."""

from dataclasses import replace

import pytest

from campaignctl.domain.document import Section
from campaignctl.domain.tables import Table
from campaignctl.writers.pptx.shapes import every

from .reading import cells, find, made, slide_of, values
from .sample import CATEGORIES, document, without_parts


def names(slide) -> set[str]:
    return {each.name for each in every(slide.shapes)}


def test_a_section_that_is_missing_takes_its_optional_slide_along(tmp_path):
    deck = made(document(without=("streams", "sellers")), tmp_path)
    assert len(deck.slides) == 5
    last = list(deck.slides)[-1]
    assert next(each.text_frame.text for each in last.shapes if each.name == "text:page") == "5"


def test_a_section_that_is_missing_shows_no_data_where_its_slide_must_stay(tmp_path):
    deck = made(document(without=("cover",)), tmp_path)
    title = next(each for each in deck.slides[0].shapes if each.name == "text:title")
    assert title.text_frame.text == "No data"


def test_a_slide_with_none_of_its_parts_goes(tmp_path):
    bare = without_parts(document(), "sellers-above", "sellers-below", "above", "below", "spread")
    deck = made(bare, tmp_path)
    assert len(deck.slides) == 6
    assert not any("table:sellers-above" in names(slide) for slide in deck.slides)


@pytest.mark.parametrize(("count", "word"), [(1, "seller"), (38, "sellers"), (0, "sellers")])
def test_a_count_of_one_has_its_own_word(tmp_path, count, word):
    whole = document()
    whole.figures["sellers.total"] = replace(whole.figures["sellers.total"], value=count)
    slide = made(whole, tmp_path).slides[0]
    shown = {each.name: each.text_frame.text for each in every(slide.shapes) if each.has_text_frame}
    assert (shown["text:fact-3"], shown["text:fact-3-words"]) == (str(count), word)


def test_a_card_that_is_missing_leaves_its_place_empty(tmp_path):
    slide = slide_of(made(without_parts(document(), "card-3"), tmp_path), "card:1")
    assert "card:2" in names(slide)
    assert not {"card:3", "card-3: value", "card-3: ground"} & names(slide)


def test_fewer_sentences_fill_fewer_rows(tmp_path):
    whole = document()
    part = whole.part("summary-points")
    section = whole.section("summary")
    shorter = Section("summary", section.name, section.title, parts=(type(part)(part.slug, part.sentences[:2]),))
    deck = made(replaced(whole, shorter), tmp_path)
    slide = slide_of(deck, "point:2")
    assert "point:3" not in names(slide)


def replaced(whole, section):
    sections = tuple(section if each.slug == section.slug else each for each in whole.sections)
    return type(whole)(whole.campaign, whole.as_of, whole.figures, sections, texts=whole.texts)


def test_a_figure_that_is_not_available_takes_its_fact_off_the_cover(tmp_path):
    whole = document()
    del whole.figures["streams.total"]
    slide = slide_of(made(whole, tmp_path), "fact:1")
    assert "fact:4" in names(slide)
    assert "fact:5" not in names(slide)


def test_without_targets_their_columns_bars_and_line_go_and_the_first_column_takes_the_room(tmp_path):
    whole = without_parts(document(), "percent-of-target")
    section = whole.section("scorecard")
    table = section.parts[0]
    kept = [n for n, column in enumerate(table.columns) if "target" not in column.key]
    narrow = Table(
        "scorecard",
        tuple(table.columns[n] for n in kept),
        tuple(tuple(row[n] for n in kept) for row in table.rows),
        tuple(table.total[n] for n in kept),
    )
    plain = Section("scorecard", section.name, section.title, section.context, (narrow,), section.source)
    deck = made(replaced(whole, plain), tmp_path)
    assert cells(deck, "table:scorecard")[0] == ["Category", "Sellers", "SKUs", "GMV", "vs baseline"]
    shape = find(deck, "table:scorecard")
    assert sum(column.width for column in shape.table.columns) == pytest.approx(12.133 * 914400, abs=10)
    assert not any(name.startswith(("mark", "chart")) for name in names(slide_of(deck, "table:scorecard")))


def test_a_series_that_is_missing_is_all_gaps_and_not_in_the_key(tmp_path):
    whole = document()
    section = whole.section("pace")
    chart = section.parts[0]
    without_target = type(chart)(
        chart.slug, chart.kind, chart.title, chart.unit, chart.format, chart.categories,
        tuple(series for series in chart.series if series.name in {"Campaign", "Baseline"}),
    )  # fmt: skip
    parts = (without_target, *section.parts[1:])
    deck = made(
        replaced(whole, Section("pace", section.name, section.title, section.context, parts, section.source)), tmp_path
    )
    slide = slide_of(deck, "chart:pace")
    shown = values(find(deck, "chart:pace").chart)
    assert shown["Target"] == (None,) * 5
    key = next(each for each in slide.shapes if each.name == "text:key").text_frame.text
    assert "Baseline" in key
    assert "arget" not in key


def test_a_campaign_of_more_than_a_week_shows_its_days_without_the_table(tmp_path):
    days = [(f"Nov {n}", 500.0 + n, 490.0, 300.0) for n in range(1, 22)]
    deck = made(document(days=days), tmp_path)
    slide = slide_of(deck, "chart:pace")
    assert "table:pace" not in names(slide)
    assert len(find(deck, "chart:pace").chart.plots[0].categories) == 21
    assert len(deck.slides) == 7


def test_labels_that_would_collide_give_way_to_the_highest(tmp_path):
    few = find(made(document(), tmp_path), "chart:gmv-by-day").chart._chartSpace
    days = [(f"Nov {n}", 500.0 + n, 490.0, 300.0) for n in range(1, 22)]
    many = find(made(document(days=days), tmp_path), "chart:gmv-by-day").chart._chartSpace
    assert few.xpath(".//c:dLbls/c:showVal/@val") == ["1"]
    assert few.xpath(".//c:dLbl") == []
    assert many.xpath(".//c:dLbls/c:showVal/@val") == ["0"]
    assert many.xpath(".//c:dLbl/c:idx/@val") == ["20"]


def test_a_table_without_rows_says_so_in_the_documents_words(tmp_path):
    whole = document()
    section = whole.section("sellers")
    table = next(part for part in section.parts if part.slug == "sellers-below")
    bare = Table(table.slug, table.columns, (), empty="No seller is below plan")
    parts = tuple(bare if part is table else part for part in section.parts if part.slug != "below")
    deck = made(replaced(whole, Section("sellers", section.name, section.title, section.context, parts)), tmp_path)
    assert find(deck, "table:sellers-below").text_frame.text == "No seller is below plan"


def test_a_chart_without_a_single_value_is_not_drawn(tmp_path):
    whole = without_parts(document(), "gmv-by-day")
    slide = made(whole, tmp_path).slides[0]
    assert not {"chart:gmv-by-day", "text:unit"} & names(slide)


def test_a_longer_table_goes_on_on_a_further_slide_with_its_bars(tmp_path):
    many = [(f"Category {n:02d}", 1, 2, 100.0 + n, 100.0, 90.0) for n in range(14)]
    deck = made(document(categories=many), tmp_path)
    pair = [slide for slide in deck.slides if "table:scorecard" in names(slide)]
    tables = [next(each for each in slide.shapes if each.name == "table:scorecard") for slide in pair]
    charts = [next(each for each in slide.shapes if each.name == "chart:percent-of-target") for slide in pair]
    titles = [next(each for each in slide.shapes if each.name == "text:title").text_frame.text for slide in pair]
    assert [len(table.table.rows) for table in tables] == [1 + 9, 1 + 5 + 1]
    assert titles[1] == titles[0] + " (continued)"
    assert [next(iter(chart.chart.plots[0].categories)) for chart in charts] == ["Category 00", "Category 09"]
    assert list(charts[1].chart.plots[0].categories)[-1] == "All categories"
    assert "All categories" not in list(charts[0].chart.plots[0].categories)
    assert cells(deck, "table:scorecard")[-1][0] == "Category 08"


def test_many_rows_are_lower_rather_than_off_the_slide(tmp_path):
    nine = [*CATEGORIES, ("Books", 1, 2, 90.0, 80.0, 70.0), ("Pets", 1, 2, 90.0, 80.0, 70.0)]
    low, high = (find(made(document(categories=each), tmp_path), "table:scorecard") for each in (nine, CATEGORIES))
    assert low.table.rows[1].height < high.table.rows[1].height
    assert low.top + low.height <= 6.5 * 914400 + 10


def test_a_bar_beyond_the_scale_widens_it_and_moves_the_target_line(tmp_path):
    far = [("Books", 1, 2, 300.0, 100.0, 70.0), *CATEGORIES[1:]]
    deck = made(document(categories=far), tmp_path)
    chart, line = find(deck, "chart:percent-of-target"), find(deck, "mark:percent-of-target@1")
    assert chart.chart.value_axis.maximum_scale >= 3
    assert line.left == pytest.approx(chart.left + chart.width / chart.chart.value_axis.maximum_scale, abs=2)


def test_days_of_a_week_share_the_width_equally(tmp_path):
    week = [(f"Day {n}", 100.0, 90.0, 80.0) for n in range(7)]
    table = find(made(document(days=week), tmp_path), "table:pace").table
    widths = [column.width for column in table.columns][1:]
    assert len(widths) == 7
    assert max(widths) - min(widths) <= 1


def test_a_title_is_said_once_where_there_is_nothing_to_continue(tmp_path):
    deck = made(document(), tmp_path)
    titles = [each.text_frame.text for slide in deck.slides for each in slide.shapes if each.name == "text:title"]
    assert not any("(continued)" in title for title in titles)
