"""What goes back to a seller names no other seller, shop or workbook; the team's own listing still says whom."""

import re
from dataclasses import replace

import pytest

from campaignctl.catalogue.drawn import Drawn, draw
from campaignctl.domain.findings import About, Finding, Severity
from campaignctl.domain.observations import Place
from campaignctl.rules.case import case_of
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import run
from campaignctl.rules.examples import FORM_FILE, expected, material_from
from campaignctl.rules.rule import Built
from campaignctl.stages.returns import Occasion, as_new, returns_of
from campaignctl.workbooks import REGISTRATION

OTHER_FORM = "registrations/lumeria.xlsx"
TWO_SHOPS = draw("""
Sellers
   | Seller ID | Shop name    | Category | Tier   | Account manager
 7 | S-001     | Moss & Amber | Beauty   | Growth | Kai Lund
 8 | S-003     | Lumeria      | Beauty   | Growth | Kai Lund
 9 | S-004     | Moss         | Beauty   | Growth | Kai Lund
 10 | S-005    | Products     | Beauty   | Growth | Kai Lund
Seller
 | Form ID        | Seller ID | Shop name    | Taking part
 | HD26-S-001-1-1 | S-001     | Moss & Amber | Yes
lumeria.xlsx: Seller
 | Form ID        | Seller ID | Shop name | Taking part
 | HD26-S-003-1-1 | S-003     | Lumeria   | Yes
""")
TO_THE_TEAM = re.compile(r"^(Ask the|Approve|Have |Tell the|Plan a)|Sellers sheet|registrations|Contacts|sheet Changes")
FORMS = {"", *(sheet.name for sheet in REGISTRATION)}
EXAMPLES = [
    (rule.code, number)
    for rule in rules().values()
    for number, example in enumerate(rule.examples)
    if any(sheet in FORMS for sheet, _, _ in expected(example))  # what stands in the set-up alone goes to the team
]


def pictured(example):
    """The campaign folder of a drawn example; of one that was built, the quiet stage and what was met."""
    if not isinstance(example, Built):
        return material_from(example)
    quiet = material_from(Drawn("", ()))
    return replace(quiet, observations=(*quiet.observations, example.observation))


def said_to(made):
    """Every word of a return, but for values that stand in the seller's own cells."""
    words = [made.name, made.title, made.context, *made.footer, *(tile.words for tile in made.tiles)]
    words += [text for line in made.lines for text in (line.message, line.fix, line.since)]
    words += [mark.note for mark in made.marks]
    return "\n".join([*words, *(text for beside in made.besides for _, _, text in beside.rows)])


def written_by(material, file):
    """What the first sheet of a workbook says of whose it is: that is no news to who sent it."""
    forms = material.frames["registration"]
    mine = forms[forms["file"].eq(file).to_numpy(dtype=bool, na_value=False)]
    own = {str(word) for key in ("seller_id", "shop_name", "form_id") for word in mine[key].dropna()}
    replies = [reply for reply in material.replies if reply.file == file]
    return own | {reply.seller_id for reply in replies} | {reply.form_id for reply in replies}


def names_of_others(material, file):
    sellers, forms = material.frames["sellers"], material.frames["registration"]
    names = {
        str(word) for rows in (sellers, forms) for key in ("seller_id", "shop_name") for word in rows[key].dropna()
    }
    mine = {reply.seller_id for reply in material.replies if reply.file == file}
    files = {reply.file for reply in material.replies if reply.file != file and reply.seller_id not in mine}
    own = written_by(material, file)
    listed = sellers[sellers["seller_id"].isin(own).to_numpy(dtype=bool, na_value=False)]
    return (names - own - set(listed["shop_name"].dropna())) | files


@pytest.mark.parametrize(("code", "number"), EXAMPLES)
def test_no_rule_tells_a_seller_of_another_one(code, number):
    example = rules()[code].examples[number]
    material = pictured(example)
    case = case_of(material)
    verdict = run([rules()[code]], case)
    for made in returns_of(case.campaign, material, as_new(verdict.findings), Occasion()):
        if made.source.startswith("registrations/"):
            said = said_to(made)
            for text in written_by(material, made.source):
                said = said.replace(text, "")
            told = [name for name in names_of_others(material, made.source) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)]  # fmt: skip
            assert told == []
            assert [line.fix for line in made.lines if TO_THE_TEAM.search(line.fix)] == []


def test_a_sku_of_two_sellers_is_told_to_one_without_the_other_and_to_the_team_with_it():
    material = pictured(rules()["SKU106"].examples[0])
    case = case_of(material)
    verdict = run([rules()["SKU106"]], case)
    (finding,) = verdict.findings
    assert "S-001" in finding.message
    (made,) = returns_of(case.campaign, material, as_new(verdict.findings), Occasion())
    assert made.source == OTHER_FORM
    (line,) = made.lines
    assert line.message == "SKU 1729500011223344501 is registered by another seller too."
    assert line.fix == "Look it up in Seller Center; correct the ID if it is not yours, or withdraw the line."


def told(message, *, fix="Mend it.", value="", cell="F7", file=OTHER_FORM, **words):
    """What a seller reads of a finding in its workbook."""
    material = material_from(TWO_SHOPS)
    place = Place(file, "Products", 7, "Stock", cell)
    finding = Finding("SKU000", "x", Severity.ERROR, place, value, message, fix, about=About("S-003"), **words)
    (made,) = returns_of(case_of(material).campaign, material, as_new([finding]), Occasion())
    (line,) = made.lines
    return line


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("S-001 sells it too", "Another seller sells it too."),
        ("s-001, Moss & Amber and Moss", "Another seller, another shop and another shop."),
        (f"it also stands in {FORM_FILE}", "It also stands in another workbook."),
        ("it also stands in moss-and-amber.xlsx", "It also stands in another workbook."),
        ("S-0011 is not S-003, nor is Mossy of Lumeria", "S-0011 is not S-003, nor is Mossy of Lumeria."),
        ("the form HD26-S-003-1-1 in registrations/lumeria.xlsx", "The form HD26-S-003-1-1 in registrations/lumeria.xlsx."),
        ("the form HD26-S-001-1-1 is used", "The form HD26-another seller-1-1 is used."),
        ("see the sheet Products", "See the sheet Products."),
    ],
)  # fmt: skip
def test_names_of_others_have_stand_ins_and_a_sellers_own_are_kept(message, read):
    assert told(message).message == read


def test_what_stands_in_the_sellers_own_cell_is_quoted_as_it_stands():
    line = told("Category “Moss green” is not one of the list; Moss has it", value="Moss green")
    assert line.message == "Category “Moss green” is not one of the list; another shop has it."
    assert line.value == "Moss green"
    assert told("a file", value=FORM_FILE, cell="").value == "another workbook"


def test_a_sentence_of_the_cure_that_names_another_is_left_out():
    assert told("x", fix="Did you mean S-001? Correct the ID.").fix == "Correct the ID."
    assert told("x", fix="Ask S-001.").fix == "Ask another seller."


def test_a_seller_reads_the_words_for_sellers_and_the_set_up_those_for_the_team():
    words = {"message_for_seller": "fewer than are expected", "fix_for_seller": "Raise it."}
    assert (told("below its GMV target", **words).message, told("x", **words).fix) == ("Fewer than are expected.", "Raise it.")  # fmt: skip
    line = told("below its GMV target", file="campaign.xlsx", **words)
    assert (line.message, line.fix) == ("Below its GMV target.", "Mend it.")


def test_what_only_the_team_can_settle_stands_in_no_return():
    example = rules()["WBK401"].examples[0]
    elsewhere = replace(example.observation, place=Place(OTHER_FORM))
    material = material_from(TWO_SHOPS)
    case = case_of(replace(material, observations=(elsewhere,)))
    verdict = run([rules()["WBK401"]], case)
    assert [finding.code for finding in verdict.findings] == ["WBK401"]
    assert returns_of(case.campaign, material, as_new(verdict.findings), Occasion()) == ()


def said_of(name, message, *, code="SKU000", value="", cell="F7"):
    """What the seller S-003 reads where another shop is called ``name``."""
    shops = f"{TWO_SHOPS.text}\n".replace("Moss & Amber", name).split("lumeria.xlsx: Seller")
    material = material_from(draw("lumeria.xlsx: Seller".join(shops)))
    place = Place(OTHER_FORM, "Products", 7, "Stock", cell)
    finding = Finding(code, "x", Severity.ERROR, place, value, message, "Mend it.", about=About("S-003"))
    (made,) = returns_of(case_of(material).campaign, material, as_new([finding]), Occasion())
    return made.lines[0].message


@pytest.mark.parametrize("name", ["★★★", "❤️", "🌸 Bloom", "Bloom 🌸", "Weiß & Söhne", "İpek", "متجر الورد", "हिन्दी", "花店", "HP", "1688 & Co", "$$$ Deals", "Café"])  # fmt: skip
def test_a_name_of_any_letters_or_signs_is_hidden(name):
    assert said_of(name, f"the form says {name}, too: “{name}” ({name})") == "The form says another shop, too: “another shop” (another shop)."  # fmt: skip


@pytest.mark.parametrize(
    ("name", "message", "code"),
    [
        ("Sale", "a Flash Sale campaign asks for 20%", "SKU211"),
        ("sale", "the Sale ends", "SKU000"),
        ("Price", "Price $46.00 is not below the list price", "SKU201"),
        ("Stock", "Stock 40 is below 100", "SKU301"),
        ("No", "In a LIVE is No", "SKU309"),
        ("7", "stock is 7, and row 7", "SKU000"),
        ("100", "Per buyer 100; 1–99 is allowed", "SKU303"),
        ("-", "1 - 2", "SKU000"),
        ("★", "★★★ and ★★", "SKU000"),
        ("हिन", "हिन्दी", "SKU000"),
    ],
)
def test_an_ordinary_word_a_number_and_a_part_of_another_name_stay(name, message, code):
    assert said_of(name, message, code=code).rstrip(".").casefold() == message.casefold()


def test_a_number_is_a_name_where_the_sentence_says_so():
    assert said_of("7", "row 7 of seller 7, stock 7") == "Row 7 of seller another shop, stock 7."


def test_what_is_quoted_of_a_cell_hides_no_part_of_a_name():
    assert said_of("x", "S-001 sells 1 too", value="1") == "Another seller sells 1 too."
    assert said_of("x", "001 of S-001", value="001") == "001 of another seller."


def test_of_two_shops_of_one_name_each_reads_its_own():
    assert said_of("Lumeria", "Lumeria takes part") == "Lumeria takes part."
