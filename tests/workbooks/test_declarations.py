"""Every column that the reference names is declared, once, and each declaration hangs together."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

import pytest

from campaignctl.domain.forms import Class, Column, Type
from campaignctl.domain.frames import shape_of
from campaignctl.workbooks import DECIDE, FOLLOW_UP, REGISTRATION, SETUP, TEAM_LISTS
from campaignctl.workbooks.examples import LIVE_PROMOTION_ID, PROMOTION_ID, SELLER_ID, STREAM_ID
from campaignctl.workbooks.quick_check import NAME as QUICK_CHECK

SHEETS = (*SETUP, *REGISTRATION, *DECIDE, *FOLLOW_UP)
COLUMNS = [pytest.param(sheet, column, id=f"{sheet.key}.{column.key}") for sheet in SHEETS for column in sheet.columns]
EACH_SHEET = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
EACH_COLUMN = pytest.mark.parametrize(("sheet", "column"), COLUMNS)

# Name, type and whether required, written by hand: * yes, ? on a condition. ▸ opens the folded columns.
ASKED = {
    "campaign": """
        Name text* / Code id* / Marketplace choice* / Kind choice / Starts datetime* / Ends datetime* /
        Time zone choice* / Warm-up starts datetime / Registration opens datetime / Registration closes datetime* /
        Price lock datetime* / Baseline from date / Baseline to date / Figures final on date / GMV counts choice /
        Currency choice* / Platform budget money* / Highest combined discount percent / Cost centre text /
        Week starts on choice / Owner choice* / Approver choice* / Reply to email* / Languages list / Terms text /
        Compare with list / Days computed / Campaign fee computed""",
    "targets": """
        Level choice* / Name text? / Metric choice* / Target number* / Last time number / Owner choice / Note text""",
    "promotions": """
        ID id* / Title text* / Tool choice* / Level choice* / Applies to choice* / Which list? / Kind of value choice* /
        Value percent or money? / Starts datetime* / Ends datetime* / Seller pays percent* / Platform pays computed /
        Budget money? / Min. spend money / Per buyer int / Quantity int? / Owner choice* /
        ▸Max discount money? / ▸Platform cap money / ▸Cost centre text / ▸Expected use percent /
        ▸Min. quantity int? / ▸Tier 2 from number /
        ▸Tier 2 value percent or money? / ▸Gift SKU ID id? / ▸Claim starts datetime / ▸Claim ends datetime /
        ▸Valid days int / ▸Buyers choice / ▸Shown in choice / ▸Promo code id? / ▸Min. discount percent /
        ▸Min. stock int / ▸Min. score number / ▸SKUs wanted int / ▸Register by datetime / ▸Status choice /
        ▸Marketplace ID id / Quick check computed""",
    "sellers": """
        Seller ID id* / Shop name text* / Category choice* / Tier choice* / Wave int / Reply by datetime /
        Account manager choice* / Contact name text* / Contact e-mail email? / Cc email / Language choice /
        Reply choice / Reason text? / GMV target money / SKU target int / Shop score number /
        Violations 30 days int / Score as of date? / Last time GMV money / Last time kept percent / ▸Role choice /
        Note text""",
    "timeline": """
        ID id* / Task text* / Workstream choice* / Owner choice* / Duration number? / Start text / Finish datetime /
        Predecessors text / Milestone yes/no / Approver choice / Deadline datetime / % complete percent /
        Actual start date / Actual finish date / Audience choice / Link url / Note text""",
    "livestreams": """
        Stream ID id* / Title text* / Kind choice* / Seller ID choice? / Account text* / Host text* /
        Backup host text / Starts datetime* / Ends datetime* / Place text / Producer choice* / Status choice /
        GMV target money / Ads budget money / Promotion IDs list / Samples due date / Samples arrived yes/no /
        Room ID id / Note text""",
    "run_of_show": """
        Stream ID choice* / Order int* / Minutes int* / Segment choice* / SKU ID id? / Promotion ID choice? /
        Price to say money / Units released int / Talking points text / Must say text / Cue choice""",
    "contacts": """
        Name text* / E-mail email* / Team choice* / Title text / Receives list / Consulted on list / Backup choice /
        On call from datetime / On call to datetime / Phone or chat text / Language choice""",
    "changes": """
        No. id* / From datetime* / Kind choice* / Seller ID id? / SKU ID id? / Other ID id? / Field choice? /
        Old text / New text? / Why text* / Asked by text* / Approved by choice?""",
    "rules": """
        Code id* / Where list / Action choice* / Reason text* / Approved by choice* / Until date""",
    "registration": """
        Form ID id / Seller ID id* / Shop name text* / Taking part choice* / If not, why choice /
        Main category choice? / Contact name text? / Contact e-mail email? / Second e-mail email /
        Reach on launch night text / We co-fund the coupons listed yes/no? / Most we co-fund money /
        Free shipping from money / Most orders a day int / I accept the terms yes/no? / Signed by text? /
        Comment text""",
    "sku_lines": """
        Promotion ID choice* / Product ID id* / SKU ID id? / Seller SKU text / Product name text* / Variation text /
        Category choice / List price money* / Lowest 30 days money / Campaign price money? / Discount computed /
        Stock int* / Per buyer int / Floor price money / Commission percent / In a LIVE yes/no / Line choice /
        Quick check computed / Unit cost money / Product link url / Image link url / Brand text / Hero yes/no / Seller ID id /
        Shop name text""",
    "coupons": """
        Coupon id* / Type choice* / Already running yes/no* / Kind of value choice* / Value percent or money* /
        Max discount money / Min. spend money* / Applies to choice* / Product IDs list? / Buyers choice /
        Shown in choice / Promo code id? / Claim starts datetime / Claim ends datetime / Starts datetime? /
        Ends datetime? / Valid days int / Quantity int* / Per buyer int* / Quick check computed / Seller ID id /
        Shop name text""",
    "slots": """
        Title text* / Account text* / Host text* / First choice datetime* / Second choice datetime / Minutes int* /
        Place choice / Hero SKU ID id / Estimated GMV money* / Ads budget money / Comment text / Seller ID id /
        Shop name text""",
    "decisions": """
        Seller ID id* / Shop name text / ▸Account manager text / Promotion ID id* / ▸Product ID id / ▸SKU ID id /
        Product text / List price money / Lowest 30 days money / Campaign price money / Discount computed / Stock int /
        State computed / Findings computed / Suggestion computed / ▸Terms id* / Decision choice /
        Counter price money? / Hero yes/no / Reason choice? / Decided by choice? / Decided on date?""",
    "shop_decisions": """
        Seller ID id* / Shop name text / Account manager text / Lines computed / To approve computed /
        Decision choice / Reason text? / Decided by choice? / Decided on date?""",
    "actions": """
        Kind text / What we saw text / What to do next text / Owner text / State computed / ▸Action ID id* /
        Status choice / Noted by choice? / Noted on date? / Note text""",
}
REQUIRED = {"*": "yes", "?": "if", "": "no"}
TYPES = "|".join(sorted((re.escape(each.value) for each in Type), key=len, reverse=True))


def asked(key: str) -> dict[str, tuple[str, str, bool]]:
    """Read the list above: name -> type, required, folded."""
    found = {}
    for entry in re.split(r" /\s", " ".join(ASKED[key].split())):
        name, kind, mark = re.fullmatch(rf"(.+?) ({TYPES})([*?]?)", entry.strip()).groups()
        found[name.removeprefix("▸")] = (kind, REQUIRED[mark], name.startswith("▸"))
    return found


def folded(text: str) -> str:
    """Fold a heading as the reader compares headings."""
    bare = re.sub(r"[(（].*?[)）]", " ", text.casefold())
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w%]+|_+", " ", plain).split())


def holds(column: Column, value: object) -> bool:
    """Whether an example is what its column asks for."""
    match column.type:
        case Type.MONEY | Type.NUMBER | Type.PERCENT | Type.VALUE:
            kind, number = Decimal, value
        case Type.INT:
            kind, number = int, value
        case Type.DATE:
            return type(value) is date
        case Type.DATETIME:
            return type(value) is datetime and value.tzinfo is None
        case Type.YES_NO:
            return type(value) is bool
        case Type.CHOICE:
            return value in column.choices or chosen(column, value)
        case Type.LIST:
            parts = [part.strip() for part in str(value).split(";")]
            return all(not column.choices or part in column.choices for part in parts)
        case Type.EMAIL:
            return re.fullmatch(r"[^@\s]+@[^@\s]+\.example", str(value)) is not None
        case Type.COMPUTED:
            return True
        case _:
            return type(value) is str and len(value) <= (column.longest or 32_767)
    low, high = column.least, column.most
    return type(value) is kind and (low is None or number >= low) and (high is None or number <= high)


def chosen(column: Column, value: object) -> bool:
    """Whether an example is a word of its column's list; contacts and profiles are free to name."""
    lists = {
        **TEAM_LISTS,
        "sheet:sellers": (SELLER_ID,),
        "sheet:promotions": (PROMOTION_ID, LIVE_PROMOTION_ID),
        "sheet:livestreams": (STREAM_ID,),
    }
    return type(value) is str and value in lists.get(column.choices_from, (value,) if column.choices_from else ())


def test_the_books_hold_the_sheets_in_the_order_of_their_tabs():
    assert [sheet.name for sheet in SETUP] == [
        "Campaign",
        "Targets",
        "Promotions",
        "Sellers",
        "Timeline",
        "Livestreams",
        "Run of show",
        "Contacts",
        "Changes",
        "Rules",
    ]
    assert [sheet.name for sheet in REGISTRATION] == ["Seller", "Products", "Coupons", "Livestreams"]
    assert [sheet.key for sheet in SHEETS] == list(ASKED)
    assert [sheet.key for sheet in SHEETS if sheet.record] == ["campaign", "registration"]


@EACH_SHEET
def test_every_column_of_the_reference_is_declared_with_its_type_and_need(sheet):
    declared = {c.name: (c.type.value, c.required, c.folded) for c in sheet.columns}
    wanted = asked(sheet.key)
    assert {name: declared.get(name) for name in wanted} == wanted
    assert set(declared) - set(wanted) <= {QUICK_CHECK}


@EACH_SHEET
def test_keys_are_unique_words_and_every_column_has_a_hint(sheet):
    assert len(set(sheet.keys)) == len(sheet.columns)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", key) for key in sheet.keys)
    assert all(column.hint for column in sheet.columns)


@EACH_SHEET
def test_no_heading_means_two_columns(sheet):
    owner: dict[str, str] = {}
    for column in sheet.columns:
        for name in (column.name, *column.aliases):
            assert owner.setdefault(folded(name), column.key) == column.key, name


@EACH_SHEET
def test_headings_are_known_in_chinese_and_spanish(sheet):
    for column in sheet.columns:
        chinese = [name for name in column.aliases if re.search(r"[\u4e00-\u9fff]", name)]
        assert chinese, f"{column.name} has no Chinese heading"
        assert len(column.aliases) - len(chinese) >= 1, f"{column.name} has no Spanish heading"


@pytest.mark.parametrize("book", [SETUP, REGISTRATION, DECIDE], ids=["set-up", "registration", "decisions"])
def test_no_tab_name_means_two_sheets_of_a_book(book):
    owner: dict[str, str] = {}
    for sheet in book:
        for name in (sheet.name, *sheet.aliases):
            assert owner.setdefault(folded(name), sheet.key) == sheet.key, name


@EACH_SHEET
def test_the_title_and_groups_of_a_record_sheet_are_not_mistaken_for_its_lines(sheet):
    lines = {folded(name) for column in sheet.columns for name in (column.name, *column.aliases)}
    if sheet.record:
        assert not lines & {folded(sheet.name), *(folded(column.group) for column in sheet.columns)}


@EACH_COLUMN
def test_choices_and_their_lists_are_there(sheet, column):  # noqa: ARG001 - parametrized together
    if column.type is Type.CHOICE:
        assert column.choices or column.choices_from
    assert len(set(column.choices)) == len(column.choices)
    if column.default and column.choices:
        assert column.default in column.choices
    kind, _, key = column.choices_from.partition(":")
    assert kind in ("", "profile", "sheet", "team")
    if kind == "team":
        assert TEAM_LISTS[column.choices_from]
    if kind == "sheet":
        assert key in [each.key for each in SETUP]


@EACH_COLUMN
def test_an_example_is_what_its_column_asks_for(sheet, column):  # noqa: ARG001 - parametrized together
    if column.example is not None:
        assert holds(column, column.example)


@EACH_COLUMN
def test_a_list_sheet_shows_an_example_of_all_it_requires(sheet, column):
    if column.required == "yes" and not sheet.record:
        assert column.example is not None


@EACH_SHEET
def test_examples_meet_the_conditions_that_their_own_row_sets(sheet):
    shown = {column.key: column.example for column in sheet.columns}
    for column in sheet.columns:
        if column.when and shown[column.when[0]] in column.when[1]:
            assert column.example is not None, column.key


def test_examples_speak_of_one_campaign():
    shown = {(sheet.key, column.key): column.example for sheet in SHEETS for column in sheet.columns}
    assert shown["registration", "seller_id"] == shown["sellers", "seller_id"] == shown["livestreams", "seller_id"]
    assert shown["sku_lines", "promotion_id"] == shown["promotions", "id"]
    assert shown["run_of_show", "stream_id"] == shown["livestreams", "stream_id"]
    assert shown["run_of_show", "sku_id"] == shown["sku_lines", "sku_id"] == shown["changes", "sku_id"]
    assert all(str(shown[at]).startswith(str(shown["campaign", "code"])) for at in [("promotions", "id")])
    assert shown["sku_lines", "discount"] == 1 - shown["sku_lines", "campaign_price"] / shown["sku_lines", "list_price"]
    assert shown["promotions", "platform_pays"] == 1 - shown["promotions", "seller_pays"]


@EACH_COLUMN
def test_a_condition_names_a_column_of_the_sheet_and_words_it_can_hold(sheet, column):
    assert column.required in ("yes", "no", "if")
    if column.when is None:
        return
    assert column.required == "if"
    key, words = column.when
    other = sheet.column(key)
    assert words
    if other.choices:
        assert set(words) <= {*other.choices, ""}


@EACH_COLUMN
def test_formulas_speak_of_columns_in_the_form_and_of_functions_everyone_has(sheet, column):
    written_by_us = sheet.worklist and column.name != QUICK_CHECK
    assert bool(column.formula) == (column.type is Type.COMPUTED and not written_by_us)
    names = set(re.findall(r"{(.*?)}", column.formula))
    assert names <= {each.key for each in sheet.written}
    assert len(column.formula) < 7000  # Excel takes 8192 once the cells' addresses stand in it
    bare = re.sub(r'"[^"]*"', "", column.formula)
    known = {"IF", "AND", "OR", "NOT", "COUNT", "COUNTA", "ISNUMBER", "ISERROR", "LEN", "FIND", "N", "INT", "ROUND"}
    assert set(re.findall(r"[A-Z][A-Z0-9.]*(?=\()", bare)) <= known
    assert bare.count("(") == bare.count(")")
    assert "IF" not in bare or bare.count("IF(") <= 60  # Excel nests 64


@EACH_COLUMN
def test_hints_fit_their_cell(sheet, column):
    assert len(column.hint) <= (80 if sheet.record else 50)


@EACH_SHEET
def test_list_sheets_end_in_a_quick_check(sheet):
    if not sheet.record:
        assert sheet.written[-1].name == QUICK_CHECK


def test_restricted_and_internal_columns_are_marked_as_the_reference_does():
    seen = {(sheet.key, c.key): c.visible for sheet in SHEETS for c in sheet.columns}
    restricted = {at for at, visible in seen.items() if visible is Class.RESTRICTED}
    assert restricted == {("registration", "most_co_fund"), ("sku_lines", "floor_price"), ("sku_lines", "unit_cost")}
    for sheet in REGISTRATION:
        internal = {c.key for c in sheet.columns if c.visible is Class.INTERNAL}
        assert internal == ({"reach"} if sheet.key == "registration" else set())
    public = {
        "campaign": {"name", "starts", "ends", "registration_opens", "registration_closes", "price_lock"}
        | {"reply_to", "terms"},
        "targets": set(),
        "sellers": {"seller_id", "shop_name", "category", "reply_by", "contact_name", "contact_email", "sku_target"},
        "timeline": set(),
        "livestreams": {"title", "account", "host", "starts", "ends"},
        "run_of_show": set(),
        "contacts": set(),
        "changes": set(),
        "rules": set(),
    }
    for key, keys in public.items():
        assert {column for sheet, column in seen if sheet == key and seen[sheet, column] is Class.PUBLIC} == keys
    internal_promotion = {"applies_to", "which", "platform_pays", "budget", "owner", "platform_cap", "cost_centre"}
    internal_promotion |= {
        "expected_use",
        "valid_days",
        "buyers",
        "shown_in",
        "skus_wanted",
        "status",
        "marketplace_id",
        "quick_check",
    }
    assert {key for (sheet, key), visible in seen.items() if sheet == "promotions" and visible is Class.INTERNAL} == (
        internal_promotion
    )


def test_what_comes_filled_is_read_back_and_not_asked():
    given = {f"{sheet.key}.{column.key}" for sheet in SHEETS for column in sheet.columns if column.given}
    assert {sheet.key for sheet in SHEETS if sheet.worklist} == {at.partition(".")[0] for at in given}
    assert {"decisions.seller_id", "decisions.sku_id", "decisions.promotion_id", "decisions.terms"} <= given
    asked_of_people = {sheet.key: [c.name for c in sheet.columns if c.is_asked] for sheet in (*DECIDE, *FOLLOW_UP)}
    assert asked_of_people == {
        "decisions": ["Decision", "Counter price", "Hero", "Reason", "Decided by", "Decided on"],
        "shop_decisions": ["Decision", "Reason", "Decided by", "Decided on"],
        "actions": ["Status", "Noted by", "Noted on", "Note"],
    }


def test_ends_columns_that_mean_a_whole_day_are_the_windows_and_the_deadlines():
    ends = {f"{sheet.key}.{column.key}" for sheet in SHEETS for column in sheet.columns if column.ends}
    assert ends == {
        "campaign.ends",
        "campaign.registration_closes",
        "promotions.ends",
        "promotions.claim_ends",
        "promotions.register_by",
        "sellers.reply_by",
        "timeline.finish",
        "timeline.deadline",
        "coupons.ends",
        "coupons.claim_ends",
    }


def test_no_limit_and_none_are_allowed_where_the_reference_says():
    no_limit = {f"{s.key}.{c.key}" for s in SHEETS for c in s.columns if c.no_limit}
    assert no_limit == {"promotions.per_buyer", "promotions.quantity", "sku_lines.per_buyer"}
    assert [f"{s.key}.{c.key}" for s in SHEETS for c in s.columns if c.typed_none] == ["coupons.min_spend"]


def test_frames_have_a_column_for_every_input():
    shape = shape_of(next(sheet for sheet in SETUP if sheet.key == "promotions"))
    assert {"value", "value_percent", "value_money", "tier2_value_percent", "budget"} <= shape.keys()
    assert "platform_pays" not in shape
    assert shape_of(next(s for s in SETUP if s.key == "timeline"))["start"] == "str"  # L-10d is not an instant
