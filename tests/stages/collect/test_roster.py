"""The roster shows everyone and everything registered, and keeps what is restricted off the printed page."""

import zipfile

import pandas as pd
from openxml_audit import OpenXmlValidator

from campaignctl.domain.document import Card, Tally
from campaignctl.domain.listing import Listing
from campaignctl.readers.grid import grids
from campaignctl.stages.collect.roster import roster
from campaignctl.writers.listings import write_listings


def listing(document, slug):
    part = document.part(slug)
    assert isinstance(part, Listing)
    return part


def test_it_has_a_sheet_for_everything_that_is_asked(campaign):
    names = [section.name for section in roster(campaign.collect()).sections]
    assert names == [
        "Roster", "Products", "Coupons", "Livestreams", "Findings", "Since last round", "Chase", "Counts"
    ]  # fmt: skip


def test_the_title_says_how_many_are_ready(campaign):
    campaign.lines("S-001")[0]["stock"] = 0
    document = roster(campaign.collect())
    title = document.words(document.sections[0].title)
    assert title == "2 of 3 registrations are ready; 1 waits for its seller"


def test_every_line_stands_on_products_with_its_seller_and_status(campaign):
    campaign.lines("S-001")[0]["line"] = "Withdraw"
    found = campaign.collect()
    rows = listing(roster(found), "products").frame
    assert len(rows) == sum(len(campaign.lines(seller)) for seller in campaign.books)
    assert rows["status"].value_counts()["– withdrawn"] == 1
    assert rows["of_shop"].notna().all()


def test_what_is_restricted_is_shown_but_not_printed(campaign):
    columns = {column.key: column for column in listing(roster(campaign.collect()), "products").columns}
    assert not columns["floor_price"].printed
    assert not columns["unit_cost"].printed
    assert columns["campaign_price"].printed


def test_cards_and_tally_agree_with_the_rows(campaign):
    campaign.lines("S-001")[0]["stock"] = 0
    document = roster(campaign.collect())
    rows = listing(document, "roster").frame
    cards = {
        part.slug: document.figures[part.figure].value for part in document.sections[0].parts if isinstance(part, Card)
    }
    assert cards["skus"] == rows["skus"].sum()
    assert cards["clean"] == rows["clean"].sum() == cards["skus"] - 1
    tally = document.part("status")
    assert isinstance(tally, Tally)
    for share in tally.shares:
        assert document.figures[share.figure].value == rows["status"].eq(share.word).sum()


def test_a_finding_leads_to_its_cell(campaign):
    campaign.lines("S-001")[0]["stock"] = 0
    document = roster(campaign.collect(), home="..")
    first = listing(document, "findings").frame.iloc[0]
    assert first["to"] == f"../{campaign.books['S-001'].file}#'Products'!M7"
    assert listing(roster(campaign.collect(), home=""), "findings").frame["to"].fillna("").eq("").all()


def test_chase_goes_by_account_manager_and_names_what_to_ask_for(campaign):
    del campaign.books["S-001"]
    campaign.lines("S-002")[0]["stock"] = 0
    rows = listing(roster(campaign.collect()), "chase").frame
    assert set(rows["seller_id"]) == {"S-001", "S-002"}
    assert rows["owner"].is_monotonic_increasing
    assert rows["email"].notna().all()


def test_counts_add_up_over_categories_tiers_and_waves(campaign):
    del campaign.books["S-001"]
    rows = listing(roster(campaign.collect()), "counts").frame
    whole = rows[rows["level"] == "Campaign"].iloc[0]
    for level in ("Category", "Tier", "Wave", "Account manager"):
        part = rows[rows["level"] == level]
        for key in ("invited", "registered", "ready", "missing", "skus", "streams"):
            assert part[key].sum() == whole[key], (level, key)
    assert whole["sellers_gap"] == whole["registered"] - whole["sellers_target"] == -1


def test_since_last_round_names_sellers_whose_status_changed(campaign):
    campaign.lines("S-001")[0]["stock"] = 0
    campaign.collect()
    campaign.lines("S-001")[0]["stock"] = 200
    rows = listing(roster(campaign.collect()), "since").frame
    assert rows["change"].tolist()[0] == "● status"
    assert (rows["was"].iloc[0], rows["now"].iloc[0]) == ("needs fixing", "ready")
    assert "✓ fixed" in set(rows["change"])


def test_braces_in_names_are_no_figures(campaign):
    campaign.sellers["S-001"]["account_manager"] = "{gmv.total}"
    campaign.setup.rows["contacts"][0]["name"] = "{gmv.total}"
    del campaign.books["S-001"]
    document = roster(campaign.collect())
    assert "(gmv.total) 1" in document.words(document.part("chase-managers").sentences[0])


def test_an_empty_campaign_has_a_roster_too(campaign):
    campaign.books.clear()
    document = roster(campaign.collect())
    assert document.words(document.sections[0].title) == "No registration yet: 3 are awaited"
    assert isinstance(listing(document, "products").frame, pd.DataFrame)


def test_columns_that_a_seller_adds_are_carried_along(campaign):
    book = campaign.books["S-001"]
    book.headings["sku_lines", "product_link"] = "Status"  # a heading that the roster itself uses
    book.extra["sku_lines"] = ("unit_cost", "product_link")
    for number, row in enumerate(campaign.lines("S-001")):
        row["product_link"] = f"=note {number}"
    found = roster(campaign.collect())
    part = listing(found, "products")
    added = [column for column in part.columns if column.group == "Added by sellers"]
    assert [column.title for column in added] == ["Status"]
    mine = part.frame["seller_id"] == "S-001"
    assert part.frame.loc[mine, added[0].key].tolist() == [f"=note {n}" for n in range(mine.sum())]
    assert part.frame.loc[~mine, added[0].key].isna().all()


HOSTILE = (
    "=1+1",
    "</script><b>x",
    "{{7*7}} {gmv.total}",
    "x" * 200,
    "bell\x07 _x0041_",
    "עברית \u202egnp.exe",
    "🎉 *?~",
)


def test_hostile_words_stay_words_in_a_sound_workbook(campaign, tmp_path):
    for number, word in enumerate(HOSTILE):
        line = campaign.lines("S-001")[number % len(campaign.lines("S-001"))]
        line.update(product_name=word, variation=word)
        campaign.setup.rows["sellers"].append(
            {
                **campaign.sellers["S-001"],
                "seller_id": f"{word[:30]}",
                "shop_name": word,
                "note": word,
                "reply": "Invited",
            }
        )
    campaign.form("S-001").update(comment=HOSTILE[0], reach=HOSTILE[1], shop_name=HOSTILE[2])
    document = roster(campaign.collect())
    write_listings(document, tmp_path / "roster.xlsx")
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "roster.xlsx").errors] == []
    sheets = {grid.name: [cell for row in grid.rows for cell in row] for grid in grids(tmp_path / "roster.xlsx")}
    assert {"=1+1", "</script><b>x", "{{7*7}} {gmv.total}"} <= set(sheets["Roster"])
    formulas = zipfile.ZipFile(tmp_path / "roster.xlsx").read("xl/worksheets/sheet1.xml").decode().split("<f>")[1:]
    assert all(text.startswith(("SUBTOTAL", "SUMPRODUCT", "IF(SUBTOTAL")) for text in formulas)
