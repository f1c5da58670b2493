"""Whose a workbook is, and which one counts, is told by what stands in it, whatever it is called and whenever copied."""

import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from campaignctl.domain.returns import HEADINGS, key_of

sys.path.insert(0, str(Path(__file__).parents[1]))

from drift.drawing import (
    HEAD,
    LINES,
    ONE,
    PRODUCT,
    READ,
    SELLER,
    SKU,
    THREE,
    TWO,
    Drawn,
    campaign,
    lines,
    lines_with_sellers,
    read,
    said,
    save,
)

NEWER = f"{HEAD}\n{THREE}"
THIRD = "2 K3 18.00 12.00 70"
AT_8, AT_9 = datetime(2026, 11, 10, 8), datetime(2026, 11, 11, 9)  # noqa: DTZ001 - written as UTC


def seller(form_id="HD26-S-001-1-1", seller_id="S-001", shop="Moss & Amber"):
    changed = {"HD26-S-001-1-1": form_id, "S-001\n": f"{seller_id}\n", "Moss & Amber": shop}
    text = SELLER
    for old, new in changed.items():
        text = (
            text.replace(f"| {old}", f"| {new}", 1)
            if old != "S-001\n"
            else text.replace("ID          | S-001", f"ID | {seller_id}")
        )
    return text


def put(folder, name, who=SELLER, products=LINES, **more):
    return save(folder / "registrations" / name, Drawn({"Seller": who, "Products": products}, **more))


def replies(material):
    return [
        (one.file.removeprefix("registrations/"), one.seller_id, one.matched_by, one.counts) for one in material.replies
    ]


@pytest.fixture
def folder(tmp_path):
    return campaign(tmp_path)


@pytest.mark.parametrize(
    ("who", "matched"),
    [
        (seller(), ("S-001", "form id")),
        (seller(form_id=""), ("S-001", "seller id")),
        (seller(form_id="anything"), ("S-001", "seller id")),
        (seller(form_id="hd26-s-001-2-3"), ("S-001", "form id")),
        (seller(form_id="", seller_id="s-001"), ("S-001", "seller id")),
        (seller(seller_id=""), ("S-001", "form id")),
        (seller(form_id="", seller_id=""), ("", "")),
        (seller(form_id="", seller_id="S-999"), ("S-999", "")),
    ],
    ids=["both", "seller id", "strange form id", "another case", "case of the id", "form id", "neither", "stranger"],
)
def test_a_reply_is_matched_by_form_id_and_seller_id_whatever_the_file_is_called(folder, who, matched):
    put(folder, "S-002 final FINAL.xlsx", who)
    material = read(folder)
    assert replies(material) == [("S-002 final FINAL.xlsx", *matched, True)]
    assert lines_with_sellers(material) == [f"{matched[0] or '–'} {line}" for line in READ]


def test_the_form_id_that_the_workbook_carries_counts_where_its_cell_was_emptied(folder):
    put(folder, "form.xlsx", seller(form_id="", seller_id=""), properties={"Form ID": "HD26-S-003-1-1"})
    material = read(folder)
    assert replies(material) == [("form.xlsx", "S-003", "form id", True)]
    assert material.replies[0].form_id == "HD26-S-003-1-1"
    assert material.frames["registration"]["seller_id"].tolist() == ["S-003"]


@pytest.mark.parametrize(
    ("shop", "believed", "why"),
    [
        ("Volt", "S-002", "S-002 was believed, for the shop's name says the same, and stands there"),
        ("Moss & Amber", "S-001", "S-001 was believed, for the shop's name says the same, and stands there"),
        ("Somebody", "S-002", "S-002 was believed, for it stands there"),
    ],
)
def test_a_form_id_against_a_seller_id_is_told_and_the_shops_name_decides(folder, shop, believed, why):
    put(folder, "form.xlsx", seller(seller_id="S-002", shop=shop))
    material = read(folder)
    assert [one.seller_id for one in material.replies] == [believed]
    assert set(material.frames["sku_lines"]["seller_id"]) == {believed}
    assert said(material.observations) == [
        f"ids_disagree Seller!C2: S-002 · is another seller than the Form ID HD26-S-001-1-1 says; {why}"
    ]


def test_a_mistyped_seller_id_is_told_and_the_form_id_believed(folder):
    put(folder, "form.xlsx", seller(seller_id="S-0O1"))
    material = read(folder)
    assert replies(material) == [("form.xlsx", "S-001", "form id", True)]
    assert said(material.observations) == [
        "ids_disagree Seller!C2: S-0O1 · is no seller of the Sellers sheet; the Form ID HD26-S-001-1-1 says S-001, and was believed"
    ]


@pytest.mark.parametrize(
    "more",
    [{"who": seller(form_id="HD25-S-001-1-1")}, {"who": seller(form_id=""), "properties": {"Campaign": "HD25"}}],
    ids=["by its form id", "by what the workbook carries"],
)
def test_last_years_form_is_refused_and_stops_nothing(folder, more):
    put(folder, "form.xlsx", **more)
    put(folder, "volt.xlsx", seller("HD26-S-002-1-1", "S-002", "Volt"), NEWER)
    material = read(folder)
    assert lines_with_sellers(material) == [f"S-002 {THIRD}"]
    assert [(one.seller_id, one.counts, one.aside) for one in material.replies] == [
        ("S-001", False, "is a form of HD25"),
        ("S-002", True, ""),
    ]
    (told,) = said(material.observations)
    assert told.startswith("other_campaign Seller!C1: HD25")


def test_of_two_workbooks_the_one_saved_later_counts_whatever_the_disk_says(folder):
    late = put(folder, "a.xlsx", products=NEWER, saved=AT_9)
    early = put(folder, "b (final).xlsx", saved=AT_8)
    os.utime(late, (1, 1))
    os.utime(early, (2_000_000_000, 2_000_000_000))
    material = read(folder)
    assert lines(material) == [THIRD]
    assert replies(material) == [("a.xlsx", "S-001", "form id", True), ("b (final).xlsx", "S-001", "form id", False)]
    assert material.replies[0].saved == AT_9.replace(tzinfo=UTC)
    why = "it was saved Wed Nov 11, 01:00, the other one Tue Nov 10, 00:00"
    assert material.replies[1].aside == f"registrations/a.xlsx counts: {why}"
    assert said(material.observations) == [
        f"superseded b (final).xlsx!Seller!C2: S-001 · Seller S-001 also sent registrations/a.xlsx, which counts: {why}"
    ]


def test_saved_at_the_same_moment_the_later_round_counts(folder):
    put(folder, "a.xlsx", seller(form_id="HD26-S-001-1-10"), NEWER)
    put(folder, "b.xlsx", seller(form_id="HD26-S-001-1-9"))
    material = read(folder)
    assert lines(material) == [THIRD]
    assert (
        material.replies[1].aside == "registrations/a.xlsx counts: it is the form of round 10, the other one of round 9"
    )


@pytest.mark.parametrize(("name", "copy"), [("a", "a (2)"), ("a (9)", "a (10)")])
def test_where_nothing_tells_the_copy_numbered_last_is_read_and_asked_about(folder, name, copy):
    put(folder, f"{name}.xlsx")
    put(folder, f"{copy}.xlsx", products=NEWER)
    material = read(folder)
    assert lines(material) == [THIRD]
    assert said(material.observations) == [
        (
            f"undecided {name}.xlsx!Seller!C2: S-001 · Seller S-001 also sent registrations/{copy}.xlsx, and nothing in"
            f" the two tells which is newer; registrations/{copy}.xlsx is read meanwhile"
        )
    ]


def test_the_same_file_twice_is_read_once_and_told(folder):
    shutil.copy(put(folder, "a.xlsx"), folder / "registrations" / "b.xlsx")
    material = read(folder)
    assert lines(material) == list(READ)
    assert said(material.observations) == [
        "same_twice b.xlsx!Seller!C2: registrations/b.xlsx · is the same file as registrations/a.xlsx"
    ]


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("form.xlsx", "form (1).xlsx"),
        ("form.xlsx", "form - Copy.xlsx"),
        ("form.xlsx", "Copy of form.xlsx"),
        ("form.xlsx", "form - Copy (2).xlsx"),
        ("zzz.xlsx", "a (1).xlsx"),
        ("form.xlsx", "S-001/form.xlsx"),
    ],
)
def test_of_equal_files_the_one_that_is_called_like_no_copy_counts(folder, name, copy):
    (folder / "registrations" / "S-001").mkdir()
    shutil.copy(put(folder, name), folder / "registrations" / copy)
    material = read(folder)
    assert {one.file: one.counts for one in material.replies} == {
        f"registrations/{name}": True,
        f"registrations/{copy}": False,
    }
    assert lines(material) == list(READ)


def test_equal_unnamed_files_in_the_folders_of_two_sellers_are_two_replies(folder):
    for shop in ("S-002", "S-003"):
        (folder / "registrations" / shop).mkdir()
        (folder / "registrations" / shop / "products.csv").write_text(TEXT)
    material = read(folder)
    assert [(one.seller_id, one.counts) for one in material.replies] == [("S-002", True), ("S-003", True)]
    assert lines_with_sellers(material) == [f"S-00{n} 2 K1 32.00 24.99 100" for n in (2, 3)]
    assert [met for met in said(material.observations) if met.startswith("same_twice")] == []


def test_equal_unnamed_files_are_one_reply_only_where_one_is_called_a_copy(folder):
    unnamed = seller(form_id="", seller_id="", shop="")
    first = put(folder, "moss.xlsx", unnamed)
    for other in ("moss (1).xlsx", "lumeria.xlsx"):
        shutil.copy(first, folder / "registrations" / other)
    material = read(folder)
    assert {one.file.partition("/")[2]: one.counts for one in material.replies} == {
        "moss.xlsx": True,
        "moss (1).xlsx": False,
        "lumeria.xlsx": True,
    }


def test_equal_forms_of_one_seller_are_one_reply_whatever_they_are_called(folder):
    shutil.copy(put(folder, "S-002.xlsx"), folder / "registrations" / "S-003.xlsx")
    material = read(folder)
    assert replies(material) == [("S-002.xlsx", "S-001", "form id", True), ("S-003.xlsx", "S-001", "form id", False)]


def test_of_two_that_say_the_same_the_one_with_the_sellers_answers_counts(folder):
    key = key_of(("SKU201", "S-001", "K1", "HD26-01", "", "Campaign price"))
    findings = "\n".join([" | ".join(HEADINGS), f"x | x | SKU201 | x | x | x | x | Meant so | '{key}"])
    put(folder, "a.xlsx", saved=AT_8)
    save(
        folder / "registrations" / "b.xlsx",
        Drawn({"Seller": SELLER, "Products": LINES, "Findings": findings}, saved=AT_9),
    )
    material = read(folder)
    assert [(one.file, one.counts) for one in material.replies] == [
        ("registrations/a.xlsx", False),
        ("registrations/b.xlsx", True),
    ]
    assert [one.answer for one in material.answers] == ["Meant so"]


def test_two_workbooks_that_say_the_same_are_read_once_and_told(folder):
    put(folder, "a.xlsx", saved=AT_8)
    put(folder, "b.xlsx", saved=AT_9)
    material = read(folder)
    assert lines(material) == list(READ)
    assert said(material.observations) == [
        "same_twice b.xlsx!Seller!C2: registrations/b.xlsx · says the same as registrations/a.xlsx"
    ]


def test_three_workbooks_have_one_that_counts(folder):
    put(folder, "a.xlsx", saved=AT_8)
    put(folder, "b.xlsx", products=NEWER, saved=AT_9)
    put(folder, "c.xlsx", products=f"{HEAD}\n{ONE}", saved=datetime(2026, 11, 1, 9))  # noqa: DTZ001 - written as UTC
    material = read(folder)
    assert [one.counts for one in material.replies] == [False, True, False]
    assert lines(material) == [THIRD]


def test_what_does_not_count_is_not_complained_of(folder):
    put(folder, "a.xlsx", products=f"{HEAD}\n| | | | | about 20 | | ", saved=AT_8)
    put(folder, "b.xlsx", saved=AT_9)
    assert [met.split()[0] for met in said(read(folder).observations)] == ["superseded"]


def test_a_conflict_copy_competes_like_any_reply_and_is_told(folder):
    put(folder, "form.xlsx", saved=AT_8)
    put(folder, "form-DESKTOP-7QK2A.xlsx", products=NEWER, saved=AT_9)
    material = read(folder)
    assert lines(material) == [THIRD]
    assert [met.split(":")[0] for met in said(material.observations)] == [
        "conflict_copy form-DESKTOP-7QK2A.xlsx",
        "superseded Seller!C2",
    ]


CONSOLE = "Shop | Promotion ID | Product ID | SKU ID | Product name | List price | Campaign price | Stock"


def console(*shops):
    rows = [ONE, TWO, THREE]
    return {"Nominations": "\n".join([CONSOLE, *(f"{shop} {row}" for shop, row in zip(shops, rows, strict=False))])}


def test_a_consoles_export_is_split_into_a_reply_for_each_seller(folder):
    save(folder / "registrations" / "console.xlsx", Drawn(console("S-001", "Volt", "S-003")))
    material = read(folder)
    assert replies(material) == [("console.xlsx", f"S-00{n}", "console", True) for n in (1, 2, 3)]
    assert lines_with_sellers(material) == [
        "S-001 Nominations!2 K1 32.00 24.99 100",
        "S-002 Nominations!3 K2 40.00 29.99 50",
        "S-003 Nominations!4 K3 18.00 12.00 70",
    ]
    assert said(material.observations) == [
        "assumed console.xlsx!Nominations: Nominations · the sheet was read as Products, by its headings",
        "assumed console.xlsx: console.xlsx · registrations/console.xlsx holds lines of 3 sellers; it was split",
    ]


def test_shops_merged_over_their_lines_are_each_lines_own(folder):
    drawn = Drawn(console("S-001", "", "S-003"), merged={"Nominations": ["A2:A3"]})
    save(folder / "registrations" / "console.xlsx", drawn)
    assert [line.split()[0] for line in lines_with_sellers(read(folder))] == ["S-001", "S-001", "S-003"]


def test_lines_of_strangers_and_of_nobody_are_told_once_for_each(folder):
    save(folder / "registrations" / "console.xlsx", Drawn(console("S-001", "S-777", "")))
    material = read(folder)
    assert [line.split()[0] for line in lines_with_sellers(material)] == ["S-001", "S-777", "–"]
    assert [met for met in said(material.observations) if met.startswith("nobodys")] == [
        "nobodys console.xlsx!Nominations!A3: S-777 · is no seller of the Sellers sheet; 1 line is nobody's",
        "nobodys console.xlsx!Nominations!A4: row 4 · names no seller; 1 line is nobody's",
    ]


def test_a_sellers_own_newer_workbook_counts_before_its_lines_of_a_console(folder):
    save(folder / "registrations" / "console.xlsx", Drawn(console("S-001", "S-002"), saved=AT_8))
    put(folder, "moss.xlsx", products=NEWER, saved=AT_9)
    material = read(folder)
    assert lines_with_sellers(material) == ["S-002 Nominations!3 K2 40.00 29.99 50", f"S-001 {THIRD}"]
    assert [(one.seller_id, one.counts) for one in material.replies] == [
        ("S-001", False),
        ("S-002", True),
        ("S-001", True),
    ]


def test_newer_lines_of_a_console_take_the_place_of_a_workbooks_products_alone(folder):
    save(folder / "registrations" / "console.xlsx", Drawn(console("S-001", "S-002"), saved=AT_9))
    put(folder, "moss.xlsx", products=NEWER, saved=AT_8)
    material = read(folder)
    assert [line.split()[:3] for line in lines_with_sellers(material)] == [
        ["S-001", "Nominations!2", "K1"],
        ["S-002", "Nominations!3", "K2"],
    ]
    assert material.frames["registration"]["seller_id"].tolist() == ["S-001"]
    assert all(one.counts for one in material.replies)


TEXT = f"Promotion ID,Product ID,SKU ID,Product name,List price,Campaign price,Stock\nHD26-01,{PRODUCT.format(1)},{SKU.format(1)},Serum,32,24.99,100\n"
SELLER_TEXT = "\n".join(line.strip("| ").replace("|", ",") for line in SELLER.strip().splitlines())


def test_a_text_belongs_to_the_seller_whose_folder_it_lies_in(folder):
    (folder / "registrations" / "S-002").mkdir()
    (folder / "registrations" / "S-002" / "products.csv").write_text(TEXT)
    material = read(folder)
    assert replies(material) == [("S-002/products.csv", "S-002", "folder", True)]
    assert lines_with_sellers(material) == ["S-002 2 K1 32.00 24.99 100"]


def test_sheets_saved_apart_as_texts_are_one_registration(folder):
    place = folder / "registrations" / "S-001"
    place.mkdir()
    (place / "products.csv").write_text(TEXT)
    (place / "seller.csv").write_text(SELLER_TEXT)
    material = read(folder)
    assert [(one.file, one.seller_id, one.counts) for one in material.replies] == [
        ("registrations/S-001/products.csv", "S-001", True),
        ("registrations/S-001/seller.csv", "S-001", True),
    ]
    assert [met for met in said(material.observations) if not met.startswith("assumed")] == []


def test_a_text_completes_a_workbook_that_lacks_the_sheet(folder):
    save(folder / "registrations" / "moss.xlsx", Drawn({"Seller": SELLER}))
    (folder / "registrations" / "S-001").mkdir()
    (folder / "registrations" / "S-001" / "products.csv").write_text(TEXT)
    material = read(folder)
    assert lines_with_sellers(material) == ["S-001 2 K1 32.00 24.99 100"]
    assert [met for met in said(material.observations) if met.startswith("missing")] == []


def test_a_text_that_names_no_seller_is_nobodys_and_told(folder):
    (folder / "registrations" / "products.csv").write_text(TEXT)
    material = read(folder)
    assert lines_with_sellers(material) == ["– 2 K1 32.00 24.99 100"]
    assert said(material.observations) == [
        "nobodys products.csv: products.csv · names no seller, so that its lines are nobody's"
    ]


def test_equal_folders_are_read_equal(folder):
    put(folder, "a.xlsx", saved=AT_8)
    put(folder, "b.xlsx", products=NEWER, saved=AT_9)
    first, second = read(folder), read(folder)
    assert first.replies == second.replies
    assert first.observations == second.observations
    assert first.frames["sku_lines"].equals(second.frames["sku_lines"])
