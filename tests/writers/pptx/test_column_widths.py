"""Columns of a table give one another room, so that numbers stand whole on a line."""

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from campaignctl.writers.pptx.column_widths import is_numeric, settled

INCH = 914400
MARGINS = [0, 0, 0]


def row(*words: str, size: int = 1400):
    cells = "".join(
        f'<a:tc><a:txBody><a:p><a:r><a:rPr sz="{size}"/><a:t>{each}</a:t></a:r></a:p></a:txBody></a:tc>'
        for each in words
    )
    return parse_xml(f"<a:tr {nsdecls('a')}>{cells}</a:tr>")


def widths(*inches: float) -> list[int]:
    return [round(each * INCH) for each in inches]


@pytest.mark.parametrize(
    "text", ["$36,657", "+150%", "Rp5,224,876,800", "+Rp8.13B to +Rp12.4B", "Tue Nov 24, 05:00", "2.31 (1.96 to 2.64)"]
)
def test_numbers_intervals_and_dates_are_never_broken(text):
    assert is_numeric(text)


@pytest.mark.parametrize("text", ["", "none", "Promised lines", "8 smaller sellers sold above", "Party 2000"])
def test_words_may_be(text):
    assert not is_numeric(text)


def test_columns_in_which_all_numbers_fit_keep_their_widths():
    asked = widths(2.0, 1.0, 1.0)
    assert settled([row("A shop", "$5,000", "+7%")], asked, MARGINS, set()) == asked


def test_a_number_gets_the_room_that_a_name_does_not_need():
    asked = widths(3.0, 0.5, 1.0)
    name, number, other = settled([row("A shop", "Rp5,224,876,800", "+7%")], asked, MARGINS, set())
    assert (name < asked[0], number > asked[1]) == (True, True)
    assert name + number + other == sum(asked)


def test_a_long_name_gives_way_to_a_number_but_keeps_most_of_its_room():
    asked = widths(1.5, 0.4, 1.0)
    long = "The exceedingly long name of a shop that sells nearly everything"
    name, number, _ = settled([row(long, "Rp5,224,876,800", "+7%")], asked, MARGINS, {2})
    assert number > asked[1]
    assert name >= 0.6 * asked[0] - 1


def test_the_column_of_a_chart_neither_gives_nor_takes():
    asked = widths(0.9, 0.4, 2.0)
    assert settled([row("A shop and more", "Rp5,224,876,800", "")], asked, MARGINS, {2})[2] == asked[2]
