"""Parts of a lying bar say their words where there is room, else their number, else nothing."""

from dataclasses import replace

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Section, Text
from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import say
from campaignctl.domain.tables import Column, Table
from campaignctl.writers.pptx.paragraphs import text_of

from .reading import find, made, slide_of
from .sample import document


def spread(above: int, on: int, below: int):
    """A report whose sellers are so many above, on and below plan."""
    counts = {"Above": above, "On": on, "Below": below}
    figures = {
        f"{name.lower()}.sellers": Figure(f"{name.lower()}.sellers", name, count, "count", Format.COUNT)
        for name, count in counts.items()
    }
    series = tuple(
        Series(
            name,
            (f"{name.lower()}.sellers",),
            words=(say(f"{{{name.lower()}.sellers}} {name.lower()} plan, a good deal"),),
        )
        for name in counts
    )
    chart = Chart("spread", ChartKind.BAR, say("x"), "sellers", Format.COUNT, ("Sellers",), series)
    whole = document()
    sides = Table("sellers-above", (Column("seller", "Seller"),), (("Shop",),))
    parts = (chart, sides, Text("seller-spread", (say("in one line"),)))
    section = Section("sellers", "Sellers", say("{above.sellers} sellers are above plan"), parts=parts)
    kept = tuple(each for each in whole.sections if each.slug != "sellers")
    return replace(whole, figures=whole.figures | figures, sections=(*kept, section))


def labels(deck) -> list[str]:
    space = find(deck, "chart:spread").chart._chartSpace
    return [text_of(each) for each in space.xpath(".//c:dLbl[not(c:delete)]")]


def test_long_parts_say_all_their_words_and_need_no_line_above(tmp_path):
    deck = made(spread(20, 15, 18), tmp_path)
    assert labels(deck) == [
        "20 above plan, a good deal",
        "15 on plan, a good deal",
        "18 below plan, a good deal",
    ]
    names = {each.name for each in slide_of(deck, "chart:spread").shapes}
    assert "instead:spread" not in names


def test_a_short_part_says_its_number_and_the_line_above_tells_the_rest(tmp_path):
    deck = made(spread(20, 1, 18), tmp_path)
    assert labels(deck) == ["20 above plan, a good deal", "1", "18 below plan, a good deal"]
    assert find(deck, "instead:spread").text_frame.text == "in one line"


def test_a_part_too_short_for_its_number_or_of_nothing_says_nothing(tmp_path):
    assert labels(made(spread(2000, 1, 0), tmp_path)) == ["2,000 above plan, a good deal"]
