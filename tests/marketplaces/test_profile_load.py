"""A marketplace is found by name, the team's own profile first; what is wrong with a file is said in two lines."""

import re
import time
from pathlib import Path

import pytest

import campaignctl
from campaignctl.domain.errors import CannotRead
from campaignctl.marketplaces.load import OURS, home, known, load

SMALL = """
name = "Corner Market"
key = "corner_market"
family = "corner"
country = "US"
zone = "America/New_York"
currency = "USD"
date_order = "mdy"

[sources]
US = { title = "Our agreement", trust = "Team", checked = 2026-01-05 }

[[layers]]
key = "product_price"
name = "Product price"
combine = "lowest price"
source = "US"

[tools.week_deal]
name = "Week deal"
layer = "product_price"

[tools.week_deal.duration]
longest = { value = "7 days", source = "US" }
"""


VIPS = """[[audiences]]
key = "vip"
name = "VIP"
tools = ["vip_deal"]

"""
TWIN = """[tools.day_deal]
name = "Day deal"
aliases = ["Week Deal"]
layer = "product_price"

"""


def keep(folder: Path, text: str, name: str = "marketplaces/corner.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path, name: str = "Corner Market") -> CannotRead:
    with pytest.raises(CannotRead) as caught:
        load(name, folder)
    assert "\n" not in caught.value.what + caught.value.todo
    return caught.value


@pytest.mark.parametrize(
    "name", ["TikTok Shop US", "tiktok shop us", " TikTok  Shop US ", "tiktok_shop_us", "TikTok Shop USA"]
)
def test_a_marketplace_answers_to_its_name_its_key_and_its_aliases(name):
    assert load(name).key == "tiktok_shop_us"


def test_an_unknown_marketplace_gets_the_nearest_name(tmp_path):
    error = refused(tmp_path, "TikTok Shop UK")
    assert error.what == 'There is no profile of a marketplace "TikTok Shop UK".'
    assert error.todo.startswith('Did you mean "TikTok Shop US"? Known: TikTok Shop US, ')
    assert "Did you mean" not in refused(tmp_path, "Flea market").todo
    assert error.exit_code == 3


def test_hostile_names_come_out_inert(tmp_path):
    error = refused(tmp_path, "\x1b[31m=1+1\u202e" + "x" * 500)
    assert error.what.isprintable()
    assert len(error.what) < 150


def test_the_team_can_add_a_marketplace(tmp_path):
    keep(tmp_path, SMALL)
    assert known(tmp_path) == ("Corner Market", "TikTok Shop US", "Shopee VN")
    assert load("corner market", tmp_path).duration("Week deal").longest.words == (
        "Corner Market: 7 days (US, checked 2026-01-05)"
    )
    assert load("TikTok Shop US", tmp_path).name == "TikTok Shop US"


def test_the_teams_copy_of_our_profile_wins(tmp_path):
    ours = (OURS / "tiktok_shop" / "us.toml").read_text("utf-8")
    keep(
        tmp_path,
        ours.replace('longest = { value = "72 hours"', 'longest = { value = "48 hours"'),
        "marketplaces/us.toml",
    )
    assert load("TikTok Shop US", tmp_path).duration("flash_deal").longest.text == "48 hours"
    assert load("TikTok Shop US").duration("flash_deal").longest.text == "72 hours"
    assert known(tmp_path) == ("TikTok Shop US", "Shopee VN")


def test_the_teams_other_files_are_not_taken_for_profiles(tmp_path):
    keep(tmp_path, "nothing = 1", "marketplaces/tiktok_shop/exports/orders.toml")
    keep(tmp_path, "nothing = 1", "marketplaces/tiktok_shop/upload.toml")
    us = load("TikTok Shop US", tmp_path)
    assert home(us, tmp_path) == tmp_path / "marketplaces" / "tiktok_shop"
    assert home(us) == OURS / "tiktok_shop"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            '[tools.week_deal]\nname = "Week deal"',
            '[tools.week_deal]\nname = "Week deal"\nlenght = 3',
            "line 21: tools.week_deal.lenght is not a field",
        ),
        ('currency = "USD"\n', "", "currency is missing"),
        ('"7 days"', '"a week"', "line 24: tools.week_deal.duration.longest.value: a span is written"),
        ('"7 days"', "7", "line 24: tools.week_deal.duration.longest.value: a span is written"),
        (
            '"7 days", source = "US"',
            '"7 days", source = "UK"',
            "line 24: tools.week_deal.duration.longest: source 'UK' is not in",
        ),
        ('"7 days", source = "US"', '"7 days"', "line 24: tools.week_deal.duration.longest.source is missing"),
        ("checked = 2026-01-05", 'checked = "soon"', "line 11: sources.US.checked"),
        ("America/New_York", "America/Gotham", "line 6: zone: 'America/Gotham' is not a time zone"),
        ('"USD"', '"XXX"', "line 7: currency: 'XXX' is not one of"),
        (
            'layer = "product_price"',
            'layer = "price"',
            "line 21: tools.week_deal.layer: 'price' is not in this profile",
        ),
        ('"lowest price"', '"at random"', "line 16: layers.0.combine"),
        (
            "[tools.week_deal]\n",
            f"{VIPS}[tools.week_deal]\n",
            "line 22: audiences.0.tools: 'vip_deal' is not in this profile",
        ),
        (
            "[tools.week_deal]\n",
            f"{TWIN}[tools.week_deal]\n",
            "tools.week_deal: tools.day_deal has the name 'week deal' too",
        ),
    ],
    ids=[
        "unknown field",
        "missing field",
        "span in words",
        "span as number",
        "unknown source",
        "no source",
        "no day",
        "unknown zone",
        "unknown currency",
        "unknown layer",
        "unknown word",
        "unknown tool",
        "name taken twice",
    ],
)
def test_a_profile_that_does_not_fit_is_named_by_line_and_field(tmp_path, old, new, says):
    assert old in SMALL
    error = refused(keep(tmp_path, SMALL.replace(old, new, 1)))
    assert error.what.startswith("marketplaces/corner.toml")
    assert says in error.what


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"name = \n", "is not valid TOML: Invalid value (at line 1, column 8)"),
        (b"\xff\xfe\x00", "is not text in UTF-8"),
        (b"[tools]\n", "has no name"),
        (b"a = " + b"[" * 100_000, "is nested too deeply"),
        (b"#" * 1_000_001, "is too large"),
    ],
    ids=["broken", "binary", "nameless", "nested", "large"],
)
def test_a_broken_file_of_the_team_stops_every_look_up(tmp_path, content, says):
    keep(tmp_path, "")
    (tmp_path / "marketplaces" / "corner.toml").write_bytes(content)
    error = refused(tmp_path, "TikTok Shop US")
    assert error.what.startswith("marketplaces/corner.toml ")
    assert says in error.what


def test_a_hostile_field_name_comes_out_inert(tmp_path):
    error = refused(keep(tmp_path, SMALL + '\n"\\u001b[31m{{7*7}}" = 1\n'))
    assert error.what.isprintable()


def test_the_drop_downs_of_a_form_come_from_the_profile(tmp_path):
    choices = load("Corner Market", keep(tmp_path, SMALL)).choices(known(tmp_path))
    assert choices["profile:marketplaces"] == ("Corner Market", "TikTok Shop US", "Shopee VN")
    assert choices["profile:tools"] == ("Week deal",)
    assert choices["profile:zones"] == ("America/New_York",)
    assert choices["profile:currencies"] == ("USD",)
    assert load("TikTok Shop US").choices()["profile:levels"] == ("Shop", "Product", "Variation")


def test_loading_costs_less_than_sixty_milliseconds():
    costs = []
    for _ in range(3):
        started = time.process_time()
        load("TikTok Shop US")
        costs.append(time.process_time() - started)
    assert min(costs) < 0.06


SHOWN_IN_EXAMPLES = {"workbooks/campaign.py"}
"""Filled-in examples name a marketplace, as a reader of the sheet would."""

DRAWN = re.compile(r'draw\("""\n.*?"""\)', re.DOTALL)
"""Drawn examples name one too, in their cells and in the messages of their margin."""


def test_no_module_knows_a_marketplace_by_name():
    package = Path(campaignctl.__file__).parent
    names = re.compile("tiktok|tokopedia|shopee|lazada|amazon|walmart", re.IGNORECASE)
    files = {path.relative_to(package).as_posix(): path.read_text("utf-8") for path in package.rglob("*.py")}
    assert len(files) > 20
    told = {file for file, text in files.items() if names.search(DRAWN.sub("", text))}
    assert told - SHOWN_IN_EXAMPLES == set()
