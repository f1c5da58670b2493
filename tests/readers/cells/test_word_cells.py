"""Ids, words, choices, flags and addresses as people type and paste them."""

from datetime import date, datetime, time

import pytest

from campaignctl.domain.forms import Column, Type
from campaignctl.domain.observations import Kind
from campaignctl.readers.cells import READ, Reading, clean, folded, shown

SKU = "1729500011223344501"
DAMAGED, CHOICE = Kind.DAMAGED_ID, Kind.NOT_A_CHOICE


def _typed(kind: Type, cell, choices=None, **more):
    reading = Reading("USD", "America/Los_Angeles", choices=choices or {})
    return READ[kind]([cell], Column("Word", "word", kind, **more), reading)


def _read(kind: Type, cell, choices=None, **more):
    typed = _typed(kind, cell, choices, **more)
    return next(iter(typed.column)), (typed.odd[0][1] if typed.odd else None)


@pytest.mark.parametrize(
    ("cell", "id_", "kind"),
    [
        (SKU, SKU, None),
        (f" {SKU}\t", SKU, None),
        (f"\u200b{SKU}\u202c", SKU, None),  # marks of direction, as pasted from a chat
        (f"'{SKU}", SKU, None),
        ("00123", "00123", None),
        ("'00123", "00123", None),
        (123.0, "123", None),
        (12.5, "12.5", None),
        (1.7295000112233446e18, None, DAMAGED),
        (1729500011223344501, None, DAMAGED),
        ("1.73E+18", None, DAMAGED),
        ("1,73E+18", None, DAMAGED),
        ("1.7295e+18", None, DAMAGED),
        ("5E12", "5E12", None),  # a code of the seller's own: Excel writes a plus
        ("SKU-1E+05-RED", "SKU-1E+05-RED", None),
        (datetime(2026, 11, 20), None, DAMAGED),  # noqa: DTZ001 - 11-20, as Excel changed it
        (date(2026, 11, 20), None, DAMAGED),
        (time(1, 2), None, DAMAGED),
        ("-", None, None),
        ("N/A", None, None),
        ("'", None, None),
        ("", None, None),
        (True, "TRUE", None),
        (float("nan"), None, DAMAGED),
        ("=1+1", "=1+1", None),
    ],
)
def test_ids_are_text_and_a_damaged_one_is_named_never_repaired(cell, id_, kind):
    assert _read(Type.ID, cell) == (id_, kind)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Serum  30 ml\n", "Serum 30 ml"),
        ("a_x\r\nb", "a_x b"),
        ("Cafe\u0301", "Café"),
        ("👩\u200d🔬 kit", "👩\u200d🔬 kit"),
        ("\u202eevil", "evil"),
        ("a\x00b\x07", "a b"),
        ("- ", "-"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (date(2026, 11, 20), "2026-11-20"),
        ("  ", None),
    ],
)
def test_text_comes_in_one_line_without_what_nobody_sees(cell, text):
    assert _read(Type.TEXT, cell) == (text, None)


def test_text_that_is_too_long_is_read_and_observed():
    typed = _typed(Type.TEXT, "x" * 61, longest=60)
    assert list(typed.column) == ["x" * 61]
    assert typed.odd == ((0, Kind.TEXT_TOO_LONG, "x" * 61, "61 characters, at most 60"),)


def test_a_quoted_value_is_cut():
    assert len(_typed(Type.TEXT, "x" * 5000, longest=60).odd[0][2]) == 200


@pytest.mark.parametrize(
    ("cell", "flag", "kind"),
    [
        ("Yes", True, None),
        (" yes ", True, None),
        ("Y", True, None),
        ("✓", True, None),
        ("是", True, None),
        ("SÍ", True, None),
        (True, True, None),
        (1.0, True, None),
        ("No", False, None),
        (False, False, None),
        (0.0, False, None),
        ("否", False, None),
        ("maybe", None, CHOICE),
        (2.0, None, CHOICE),
        ("   ", None, None),
        ("-", None, None),
    ],
)
def test_yes_and_no(cell, flag, kind):
    assert _read(Type.YES_NO, cell) == (flag, kind)


TOOLS = ("Flash deal", "Product discount", "Buy more save more")


@pytest.mark.parametrize(
    ("cell", "word", "kind"),
    [
        ("Flash deal", "Flash deal", None),
        ("FLASH DEAL", "Flash deal", None),
        ("flash-deal", "Flash deal", None),
        (" Flash\u00a0deal ", "Flash deal", None),
        ("Flash deel", None, CHOICE),
        ("Raffle", None, CHOICE),
        (5.0, None, CHOICE),
        ("n/a", None, None),
        ("", None, None),
    ],
)
def test_choices_in_any_case_and_spacing(cell, word, kind):
    typed = READ[Type.CHOICE]([cell], Column("Tool", "tool", Type.CHOICE, choices=TOOLS), Reading("USD", "UTC"))
    assert (next(iter(typed.column)), typed.odd[0][1] if typed.odd else None) == (word, kind)


@pytest.mark.parametrize(("cell", "near"), [("Flash deel", "Flash deal"), ("xyz", "")])
def test_a_word_much_like_a_choice_names_it(cell, near):
    typed = READ[Type.CHOICE]([cell], Column("Tool", "tool", Type.CHOICE, choices=TOOLS), Reading("USD", "UTC"))
    assert typed.odd == ((0, CHOICE, cell, near),)


@pytest.mark.parametrize(
    ("cell", "word"), [(True, "Yes"), ("y", "Yes"), ("是", "Yes"), (False, "No"), (0.0, "No"), ("NO", "No")]
)
def test_a_choice_of_yes_and_no_takes_a_tick_box_too(cell, word):
    typed = READ[Type.CHOICE]([cell], Column("Part", "part", Type.CHOICE, choices=("Yes", "No")), Reading("USD", "UTC"))
    assert (list(typed.column), typed.odd) == ([word], ())


def test_choices_of_the_profile_are_taken_from_the_reading():
    assert _read(Type.CHOICE, "flash deal", {"profile:tools": TOOLS}, choices_from="profile:tools") == (
        "Flash deal",
        None,
    )


@pytest.mark.parametrize(
    ("cell", "word", "kind"), [("HD26-01", "HD26-01", None), (1.7e18, None, DAMAGED), (7.0, "7", None)]
)
def test_a_choice_from_a_list_that_people_edit_is_read_as_an_id(cell, word, kind):
    assert _read(Type.CHOICE, cell, choices_from="sheet:Promotions") == (word, kind)


@pytest.mark.parametrize(
    ("cell", "addresses", "kind"),
    [
        ("norah@moss.example", "norah@moss.example", None),
        (" a@b.example ;c@d.example, ", "a@b.example; c@d.example", None),
        (
            "; ".join(f"person{n}@shop.example" for n in range(30)),
            "; ".join(f"person{n}@shop.example" for n in range(30)),
            None,
        ),
        ("norah@moss", None, Kind.NOT_AN_EMAIL),
        ("Norah <norah@moss.example>", None, Kind.NOT_AN_EMAIL),
        ("ask Norah", None, Kind.NOT_AN_EMAIL),
        (5.0, None, Kind.NOT_AN_EMAIL),
        (" ; ", None, None),
        ("-", None, None),
    ],
)
def test_addresses(cell, addresses, kind):
    assert _read(Type.EMAIL, cell) == (addresses, kind)


@pytest.mark.parametrize(
    ("cell", "items", "kind"),
    [
        ("Beauty; Home ;; Food", "Beauty; Home; Food", None),
        (f"{SKU}\n{SKU[:-1]}2\r\n", f"{SKU}; {SKU[:-1]}2", None),
        (1.7e18, None, DAMAGED),
        (f"{SKU}; 1.73E+18", None, DAMAGED),
        (12.0, "12", None),
        (" ; ", None, None),
        ("", None, None),
    ],
)
def test_lists(cell, items, kind):
    assert _read(Type.LIST, cell) == (items, kind)


@pytest.mark.parametrize(
    ("text", "as_compared"),
    [
        ("Campaign Price *", "campaign price"),
        ("ＰＲＩＣＥ", "price"),
        ("Prix d’été", "prix d ete"),
        ("sku_id", "sku id"),
        ("% off", "% off"),
    ],
)
def test_words_are_compared_without_case_accents_and_marks(text, as_compared):
    assert folded(text) == as_compared


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (1.7295000112233446e18, "1.7295E+18"),
        (12.0, "12"),
        (1e300, "1E+300"),
        (0.07, "0.07"),
        (True, "TRUE"),
        ("a\nb", "a b"),
    ],
)
def test_a_cell_is_quoted_as_a_person_sees_it(cell, text):
    assert shown(cell) == text


def test_cleaning_twice_is_cleaning_once():
    for text in ("  a  b ", "a\u00a0\u200bb", "Cafe\u0301\n", "\x00"):
        assert clean(clean(text)) == clean(text)
