"""A token is found however PowerPoint split it, and its words take the look that it had."""

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from campaignctl.domain.errors import BadTemplate
from campaignctl.writers.pptx.directions import directions, key_of, without_key
from campaignctl.writers.pptx.inert import inert
from campaignctl.writers.pptx.paragraphs import fill_paragraph, fill_text
from campaignctl.writers.pptx.scene import Piece

WORDS = {
    "gmv.total": [Piece("$3.84M")],
    "change": [Piece("▲\u00a0", "2A9D8F", small=True), Piece("+7%")],
    "nothing": [],
    "odd": [Piece("{{ gmv.total }}")],
}


def paragraph(*runs: str):
    xml = "".join(f'<a:r><a:rPr sz="{1400 + 100 * n}"/><a:t>{text}</a:t></a:r>' for n, text in enumerate(runs))
    return parse_xml(f"<a:p {nsdecls('a')}>{xml}</a:p>")


def shown(element) -> list[tuple[str, str]]:
    return [(run.findtext("{*}t"), run.find("{*}rPr").get("sz")) for run in element.iter("{*}r")]


def test_a_token_in_one_run_is_replaced_in_place():
    element = paragraph("GMV {{ gmv.total }} in all")
    assert fill_paragraph(element, WORDS.get, "here")
    assert "".join(text for text, _ in shown(element)) == "GMV $3.84M in all"
    assert {size for _, size in shown(element)} == {"1400"}


@pytest.mark.parametrize(
    "runs",
    [("{", "{ gmv.to", "tal }}"), ("GMV {{", " gmv.total", " }} in all"), ("{{gmv", ".total}}")],
)
def test_a_token_split_over_runs_takes_the_look_of_its_first(runs):
    element = paragraph(*runs)
    fill_paragraph(element, WORDS.get, "here")
    found = shown(element)
    assert ("$3.84M", "1400") in found
    assert "{" not in "".join(text for text, _ in found)


def test_several_tokens_in_one_paragraph_keep_their_own_looks():
    element = paragraph("{{ gmv.total }} and ", "{{ gmv.total }}")
    fill_paragraph(element, WORDS.get, "here")
    assert shown(element) == [("$3.84M", "1400"), (" and ", "1400"), ("$3.84M", "1500")]


def test_a_mark_becomes_a_coloured_run_of_its_own_and_the_words_stay_as_they_were():
    element = paragraph("{{ change }}")
    fill_paragraph(element, WORDS.get, "here")
    mark, words = element.iter("{*}r")
    assert mark.xpath("string(a:rPr/a:solidFill/a:srgbClr/@val)") == "2A9D8F"
    assert mark.find("{*}rPr").get("sz") == "1200"
    assert words.xpath("a:rPr/a:solidFill") == []


def test_nothing_to_show_leaves_an_empty_run():
    element = paragraph("{{ nothing }}")
    fill_paragraph(element, WORDS.get, "here")
    assert "".join(text or "" for text, _ in shown(element)) == ""


def test_words_that_look_like_a_token_are_not_read_again():
    element = paragraph("{{ odd }}")
    fill_paragraph(element, WORDS.get, "here")
    assert shown(element) == [("{{ gmv.total }}", "1400")]


def test_plain_text_is_filled_too_and_an_unknown_token_names_its_place():
    assert fill_text("GMV: {{ gmv.total }}", WORDS.get, "the notes") == "GMV: $3.84M"
    with pytest.raises(BadTemplate, match=r"the notes asks for \{\{ what \}\}"):
        fill_text("{{ what }}", WORDS.get, "the notes")


def test_words_for_the_writer_are_told_from_words_for_people():
    found = directions('Sellers by gap max_rows=8 height=3.98 needs=card-1,chart:pace empty="No plan was set"')
    assert (found.max_rows, found.height, found.needs) == (8, 3.98, ("card-1", "chart:pace"))
    assert (found.empty, found.words, found.optional) == ("No plan was set", "Sellers by gap", False)


def test_the_key_line_is_found_among_other_notes():
    notes = "Speak slowly.\n#campaignctl: pace optional unless=table:pace\nSmile."
    found = key_of(notes, 4)
    assert (found.section, found.optional, found.unless) == ("pace", True, ("table:pace",))
    assert "campaignctl" not in without_key(notes)
    assert "Smile." in without_key(notes)
    assert key_of("Speak slowly.", 4) is None


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("a\x07b\x00c", "abc"),
        ("one\ntwo\tthree\u2028four", "one two three four"),
        ("half \ud800 a pair", "half  a pair"),
        ("\u202egnp.exe", "gnp.exe"),
        ("no \ufffe character", "no  character"),
        ("متجر العطور 🛍️", "متجر العطور 🛍️"),
        ("=1+1 {{7*7}}", "=1+1 {{7*7}}"),
    ],
)
def test_text_is_made_inert_without_changing_what_it_says(text, shown_as):
    assert inert(text) == shown_as
