"""A day that still runs is hatched in the colour of its column, and the key says what that means."""

from dataclasses import replace

from campaignctl.domain.charts import Chart

from .reading import find, made
from .sample import document


def running(*places: int):
    whole = document()
    sections = tuple(
        replace(
            section,
            parts=tuple(
                replace(part, partial=places)
                if isinstance(part, Chart) and part.slug in {"pace", "gmv-by-day"}
                else part
                for part in section.parts
            ),
        )
        for section in whole.sections
    )
    return replace(whole, sections=sections)


def hatched(deck, name):
    points = find(deck, name).chart._chartSpace.xpath(".//c:dPt[c:spPr/a:pattFill]")
    return {(point.getparent().find("{*}tx//{*}v").text, int(point.find("{*}idx").get("val"))) for point in points}


def test_the_last_day_is_hatched_in_every_series_of_columns(tmp_path):
    deck = made(running(4), tmp_path)
    assert hatched(deck, "chart:pace") == {("Campaign", 4), ("Below target", 4)}
    assert hatched(deck, "chart:gmv-by-day") == {("GMV", 4)}


def test_its_stripes_have_the_colour_of_the_other_columns(tmp_path):
    series = find(made(running(4), tmp_path), "chart:gmv-by-day").chart._chartSpace.xpath(".//c:barChart/c:ser")[0]
    plain, stripes = series.find("{*}spPr/{*}solidFill")[0], series.find("{*}dPt//{*}fgClr")[0]
    assert (plain.tag, plain.get("val")) == (stripes.tag, stripes.get("val"))


def test_the_key_says_what_hatching_means_only_where_there_is_any(tmp_path):
    assert "not over yet" in find(made(running(4), tmp_path), "text:key").text_frame.text
    assert "not over yet" not in find(made(document(), tmp_path), "text:key").text_frame.text
