"""The page in a browser: what is chosen moves every number, nothing leaves the page, and no name runs."""

import base64
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from campaignctl.domain.document import Document
from campaignctl.domain.export_frames import STREAMS
from campaignctl.domain.formats import words
from campaignctl.domain.frames import shaped
from campaignctl.stages.report.views import for_dashboard
from campaignctl.writers.html import dashboard_html

from .browser import PROGRAM, Browser, browser

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(PROGRAM is None, reason="chromium is absent"),
]
SHIFT = 8


@pytest.fixture(scope="module")
def report(sold: ModuleType) -> Document:
    return sold.document()


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as tab:
        yield tab


@pytest.fixture
def page(report: Document, chromium: Browser, tmp_path: Path) -> Browser:
    file = tmp_path / "dashboard.html"
    file.write_text(dashboard_html(report), encoding="utf-8")
    chromium.requests.clear()
    chromium.complaints.clear()
    chromium.open(file.as_uri())
    return chromium


def card(page: Browser, metric: str) -> str:
    return page.text(f".card[data-metric={metric}] .figure")


def each(page: Browser) -> str:
    """What an order was worth, behind the name of the card of orders; empty where it is not told."""
    return page.text(".card[data-metric=orders] h2").partition(" · ")[2].removesuffix(" each")


def mark(scope: str, slug: str) -> str:
    return f".chart[data-scope={scope}] .mark[data-slug='{slug}']"


def gmv(report: Document, **chosen: str) -> str:
    """The words of GMV for the slugs chosen, added up here from the cube."""
    places = {
        scope: [member.slug for member in report.cube.axis(scope).members].index(slug) for scope, slug in chosen.items()
    }
    reading = report.cube.reading("gmv")
    return words(reading.of(report.cube.sums(places)) / 100, reading.format, reading.unit)


def test_opening_changes_nothing_that_stood_there_before_script(report, page):
    assert card(page, "gmv") == report.figures["gmv.total"].words
    assert page.text("h1") == report.words(report.section("dashboard").title)
    assert page.complaints == []


def test_one_filter_shows_the_figures_of_the_report(report, page):
    page.choose("select[data-scope=seller]", "s-002")
    for metric in ("gmv", "orders", "discount", "refund_rate"):
        assert card(page, metric) == report.figures[f"{metric}.seller.s-002"].words
    assert each(page) == report.figures["aov.seller.s-002"].words
    assert page.text("h1") == "Lantern Week: Northpine Home"
    assert page.text(".chips") == "Seller: Northpine Home ✕"
    assert page.run("location.hash") == "#seller=s-002"


def test_a_click_on_a_bar_filters_the_other_charts_and_keeps_its_own_bars(report, page):
    before = page.texts(".chart[data-scope=category] .mark .value")
    page.click(f"{mark('category', 'beauty')} .shape")
    assert page.texts(".chart[data-scope=category] .mark .value") == before
    assert page.run(f"document.querySelector({mark('category', 'kitchen')!r}).classList.contains('others')")
    assert card(page, "gmv") == report.figures["gmv.category.beauty"].words
    for slug in ("live", "short-video", "product-card"):
        assert page.text(f"{mark('channel', slug)} .value") == gmv(report, category="beauty", channel=slug)
    assert page.text(".chart[data-scope=channel] h2") == "GMV by channel: Beauty"
    page.click(f"{mark('category', 'beauty')} .shape")
    assert card(page, "gmv") == report.figures["gmv.total"].words


def test_filters_together_add_up_and_leave_orders_untold_with_the_reason(report, page):
    page.click(f"{mark('category', 'beauty')} .shape")
    page.click(f"{mark('channel', 'live')} .shape")
    assert card(page, "gmv") == gmv(report, category="beauty", channel="live")
    assert (card(page, "orders"), each(page)) == ("–", "")
    assert "counted once" in page.text(".card[data-metric=orders] .why")
    shown = page.texts(".rows[data-scope=seller] tbody th")
    assert shown == ["Glow & Grain", "Voltbay"]
    row = "tr[data-slug=s-001]"
    assert page.text(f"{row} [data-metric=orders]") == "–"


def test_two_filters_that_leave_the_same_rows_as_one_still_tell_orders(report, page):
    page.choose("select[data-scope=category]", "kitchen")
    page.choose("select[data-scope=seller]", "s-002")
    assert card(page, "orders") == report.figures["orders.seller.s-002"].words


def test_a_range_of_days_adds_up_its_days(report, page):
    days = [member.slug for member in report.cube.axis("day").members]
    page.click(f"{mark('day', days[1])} .shape")
    assert card(page, "orders") == report.figures[f"orders.day.{days[1]}"].words
    page.click(f"{mark('day', days[2])} .shape", modifiers=SHIFT)
    both = sum(report.figures[f"gmv.day.{day}"].value for day in days[1:3])
    assert card(page, "gmv") == words(both, report.figures["gmv.total"].format, "USD")
    assert card(page, "orders") == str(sum(report.figures[f"orders.day.{day}"].value for day in days[1:3]))
    assert each(page) == ""
    assert page.run("location.hash") == f"#from={days[1]}&to={days[2]}"


def test_a_choice_that_sold_nothing_says_so_and_can_be_undone(report, page):
    page.choose("select[data-scope=category]", "beauty")
    page.choose("select[data-scope=seller]", "s-002")
    assert page.text(".empty p") == "No orders match Category: Beauty, Seller: Northpine Home"
    assert card(page, "gmv") == "–"
    page.click(".empty .clear")
    assert card(page, "gmv") == report.figures["gmv.total"].words
    assert page.run("location.hash") == ""


def test_the_address_brings_a_choice_back(report, page):
    page.choose("select[data-scope=seller]", "s-001")
    page.choose("select[data-scope=channel]", "live")
    address = page.run("location.href")
    page.open("about:blank")
    page.open(address)
    assert card(page, "gmv") == gmv(report, seller="s-001", channel="live")


def test_bars_are_reached_and_chosen_by_keyboard(report, page):
    page.run("document.querySelector('.chart[data-scope=category] .mark').focus()")
    page.press("ArrowDown")
    page.press("Enter", "\r")
    assert card(page, "gmv") == report.figures["gmv.category.kitchen"].words
    page.press(" ", " ")
    assert card(page, "gmv") == report.figures["gmv.total"].words


def test_print_names_the_filters_and_leaves_the_controls_out(page, tmp_path):
    page.choose("select[data-scope=channel]", "live")
    page.printed(tmp_path / "page.pdf")
    pdf = ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"]
    shown = subprocess.run(pdf, check=True, capture_output=True, text=True, timeout=60).stdout
    assert "Filters: Channel: LIVE" in shown
    assert "page 1 of" in shown
    assert "Clear filters" not in shown
    assert "All categories" not in shown


def test_on_paper_of_any_length_every_row_stands_and_no_heading_without_one(page, tmp_path):
    page.choose("select[data-scope=category]", "kitchen")
    page.choose("select[data-scope=channel]", "live")
    names = page.texts(".rows[data-scope=seller] tbody th")
    assert names
    for inches in (9.0, 10.0, 10.5, 10.6, 10.7, 10.8, 11.0):
        printed = page.call("Page.printToPDF", printBackground=True, paperWidth=8.27, paperHeight=inches)
        (tmp_path / "page.pdf").write_bytes(base64.b64decode(printed["data"]))
        pdf = ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"]
        shown = subprocess.run(pdf, check=True, capture_output=True, text=True, timeout=60).stdout
        below = shown.partition("Sellers by GMV")[2].partition("Products by GMV")[0]
        assert [name for name in names if name not in below] == [], inches
        assert names[0] in below.partition("\f")[0], inches


def test_shares_of_several_filters_together_read_as_a_report_writes_them(report, page):
    reading, met = report.cube.reading("refund_rate"), set()
    sellers, promotions = (report.cube.axis(scope).members for scope in ("seller", "promotion"))
    for at, seller in enumerate(sellers):
        for number, promotion in enumerate(promotions):
            sums = report.cube.sums({"seller": at, "promotion": number})
            if not promotion.slug or not sums["value"]:
                continue
            page.run(f"location.hash = '#seller={seller.slug}&promotion={promotion.slug}'")
            page.run("new Promise((done) => setTimeout(done, 30))")
            expected = words(reading.of(sums), reading.format, reading.unit)
            assert card(page, "refund_rate") == expected
            met.add(expected)
    assert "0%" in met
    assert len(met) > 1


def test_amounts_of_many_millions_have_three_digits_under_filters_as_in_the_report(sold, chromium, tmp_path):
    money = ["subtotal_before_discount", "seller_discount", "platform_discount", "subtotal_after_discount"]
    lines = sold.lines()
    lines[money] = lines[money] * 20_000
    big = sold.document(order_lines=lines)
    (tmp_path / "dashboard.html").write_text(dashboard_html(big), encoding="utf-8")
    chromium.open((tmp_path / "dashboard.html").as_uri())
    assert card(chromium, "gmv") == big.figures["gmv.total"].words
    chromium.choose("select[data-scope=category]", "beauty")
    chromium.choose("select[data-scope=channel]", "live")
    assert card(chromium, "gmv") == gmv(big, category="beauty", channel="live")
    assert re.fullmatch(r"\$\d\d\.\dM", card(chromium, "gmv"))


def test_the_lines_under_a_card_keep_their_meaning_under_a_choice(page):
    page.choose("select[data-scope=seller]", "s-001")
    classes = "[...document.querySelectorAll('.card[data-metric=gmv] .notes p')].map(p => p.className)"
    assert page.text(".card[data-metric=gmv] .notes p").startswith("▲")
    assert page.run(classes)[0] == "good"


def test_the_rows_as_csv_are_those_chosen_and_hold_no_formula(sold, chromium, tmp_path):
    file = tmp_path / "dashboard.html"
    file.write_text(dashboard_html(sold.document(sold.HOSTILE)), encoding="utf-8")
    chromium.open(file.as_uri())
    chromium.run("URL.createObjectURL = (blob) => { window.saved = blob; return '#'; }")
    chromium.choose("select[data-scope=seller]", "s-002")
    chromium.run("document.querySelector('.csv').click()")
    lines = chromium.run("window.saved.text()").strip().split("\r\n")
    assert lines[0].startswith('"Days","Seller","Category","Promotion","Channel","Product","GMV","Net GMV"')
    assert len(lines) > 5
    assert all('"\'=1+1"' in line for line in lines[1:])


def test_hostile_names_run_nothing_and_the_page_asks_for_nothing(sold, chromium, tmp_path):
    file = tmp_path / "dashboard.html"
    file.write_text(dashboard_html(sold.document(sold.HOSTILE)), encoding="utf-8")
    chromium.requests.clear()
    chromium.complaints.clear()
    chromium.open(file.as_uri())
    chromium.choose("select[data-scope=seller]", "s-001")
    chromium.choose("select[data-scope=channel]", "live")
    assert chromium.run("document.title") == "Lantern Week: dashboard"
    assert chromium.text("h1").startswith("Lantern Week: </script><script>")
    assert chromium.requests == [file.as_uri()]
    assert chromium.complaints == []


@pytest.mark.parametrize("width", [1440, 1280, 800, 400])
def test_nothing_stands_outside_the_window(page, width):
    page.size(width, 900)
    try:
        assert page.run("document.documentElement.scrollWidth") <= width
    finally:
        page.size(1280, 900)


def test_a_name_without_a_blank_stays_inside_the_window_and_whole_in_its_chip(sold, chromium, tmp_path):
    name = "N" * 200
    opened(chromium, sold.document({**sold.SHOPS, "S-001": (name, "Beauty", 9)}), tmp_path)
    chromium.choose("select[data-scope=seller]", "s-001")
    assert chromium.run("document.documentElement.scrollWidth <= innerWidth")
    assert chromium.text("h1") == f"Lantern Week: {'N' * 39}…"
    assert chromium.run("document.querySelector('.chips button').title") == f"Seller: {name} ✕"
    reach = (
        "(e => { const r = document.createRange(); r.selectNode(e.lastChild); return r.getBoundingClientRect().right"
    )
    assert chromium.run(f"{reach} <= e.getBoundingClientRect().right; }})(document.querySelector('.chips button'))")


def test_every_table_has_a_caption_that_names_the_choice(page):
    page.choose("select[data-scope=category]", "beauty")
    captions = page.run("[...document.querySelectorAll('table')].map((table) => table.caption?.textContent ?? '')")
    assert all(captions)
    assert "Sellers by GMV – Beauty" in captions


def test_a_product_that_the_page_has_no_row_for_stands_there_once_it_is_among_the_largest(sold, chromium, tmp_path):
    report = sold.document()
    table = report.part("dashboard-products")
    short = replace(table, rows=table.rows[:1])
    section = report.sections[0]
    parts = tuple(short if part is table else part for part in section.parts)
    file = tmp_path / "dashboard.html"
    changed = replace(report, sections=(replace(section, parts=parts), *report.sections[1:]))
    file.write_text(dashboard_html(changed), encoding="utf-8")
    chromium.open(file.as_uri())
    rows = ".rows[data-scope=product] tbody th"
    assert len(chromium.texts(rows)) == len(report.cube.axis("product").members)
    chromium.choose("select[data-scope=category]", "kitchen")
    assert all(name.endswith("of S-002") for name in chromium.texts(rows))
    slug = "ps-0021"
    assert chromium.text(f"tr[data-slug={slug}] [data-metric=orders]") == report.figures[f"orders.product.{slug}"].words


MANY = {f"S-{number:03d}": (f"Shop {number}", f"Kind {number:02d}", 14 - number) for number in range(1, 13)}
"""Twelve shops, each alone in its category: four more than a chart has room for."""


def opened(page: Browser, document: Document, folder: Path) -> Document:
    file = folder / "dashboard.html"
    file.write_text(dashboard_html(document), encoding="utf-8")
    page.complaints.clear()
    page.open(file.as_uri())
    return document


def test_every_single_choice_shows_the_figures_of_the_report(report, page):
    metrics = ("gmv", "orders", "discount", "refund_rate")
    for axis in report.cube.axes:
        for member in axis.members:
            if axis.scope == "product" or not member.slug:
                continue
            page.run(f"location.hash = '#' + new URLSearchParams({choice(axis.scope, member.slug)})")
            page.run("new Promise((done) => setTimeout(done, 30))")
            for metric in metrics:
                figure = report.figures[f"{metric}.{axis.scope}.{member.slug}"]
                sold = report.figures[f"gmv.{axis.scope}.{member.slug}"].value
                assert card(page, metric) == (figure.words if sold else "–"), figure.id
            worth = report.figures[f"aov.{axis.scope}.{member.slug}"]
            assert each(page) == (worth.words if sold else ""), worth.id


def brought(page: Browser) -> tuple[str, str]:
    """What the card of the estimate shows, and why where it shows nothing."""
    place = ".card[data-metric='gmv~expected_gap']"
    return page.text(f"{place} .figure"), " ".join(page.texts(f"{place} .why"))


def test_what_the_campaign_brought_is_told_of_the_whole_and_of_no_choice(sold, chromium, tmp_path):
    report = opened(chromium, sold.document(**sold.told_more()), tmp_path)
    day = report.cube.axis("day").members[1].slug
    told = (report.figures["gmv.total~expected_gap"].words, "")
    untold = ("–", "It is estimated for the whole campaign, and not for a part of it")
    assert brought(chromium) == told
    for scope, slug in (("seller", "s-001"), ("category", "beauty"), ("channel", "live"), ("day", day)):
        chromium.run(f"location.hash = '#' + new URLSearchParams({choice(scope, slug)})")
        chromium.run("new Promise((done) => setTimeout(done, 30))")
        assert brought(chromium) == untold, scope
        assert chromium.texts(".card[data-metric='gmv~expected_gap'] .notes p") == []
    chromium.run("location.hash = ''")
    chromium.run("new Promise((done) => setTimeout(done, 30))")
    assert brought(chromium) == told


def test_while_the_campaign_runs_a_choice_is_held_against_the_target_to_date(sold, chromium, tmp_path):
    report = opened(chromium, sold.document(as_of=sold.START + timedelta(hours=40)), tmp_path)
    chromium.choose("select[data-scope=category]", "beauty")
    change, due = (report.figures[f"gmv.category.beauty{mark}target"].words for mark in "~@")
    assert chromium.texts(".card[data-metric=gmv] .notes p")[0] == f"▲ {change} against target to date {due}"


def test_a_day_without_data_stays_so_under_filters(sold, chromium, tmp_path):
    held = sold.lines()
    opened(
        chromium,
        sold.document(order_lines=held[held["paid_day"] != "2026-11-22"].reset_index(drop=True)),
        tmp_path,
    )
    chromium.choose("select[data-scope=seller]", "s-001")
    assert chromium.text(f"{mark('day', '2026-11-22')} .value") == "no data"
    assert chromium.text(f"{mark('day', '2026-11-21')} .value").startswith("$")


def test_sell_through_is_told_of_one_seller_or_category_and_of_nothing_else(sold, chromium, tmp_path):
    report = opened(chromium, sold.document(**sold.told_more()), tmp_path)
    for scope, slug in (("seller", "s-001"), ("category", "kitchen")):
        chromium.choose(f"select[data-scope={scope}]", slug)
        assert card(chromium, "sold_through") == report.figures[f"sold_through.{scope}.{slug}"].words
        whole = report.figures["sold_through.total"].words
        assert chromium.texts(".card[data-metric=sold_through] .notes p") == [f"● whole campaign {whole}"]
        chromium.click(".filters .clear")
    chromium.choose("select[data-scope=channel]", "live")
    assert card(chromium, "sold_through") == "–"
    assert chromium.text(".card[data-metric=sold_through] .why").startswith("Stock is kept by SKU")
    row = "[data-table=dashboard-sellers] tr[data-slug=s-001] [data-metric=sold_through]"
    assert chromium.text(row) == "–"
    assert chromium.run(f"document.querySelector({row!r}).querySelector('rect').getAttribute('width')") == "0"


def choice(scope: str, slug: str) -> str:
    return f"{{from: '{slug}', to: '{slug}'}}" if scope == "day" else f"{{'{scope}': '{slug}'}}"


def test_categories_beyond_eight_stand_in_one_bar_that_follows_the_filters_and_filters_nothing(
    sold, chromium, tmp_path
):
    report = opened(chromium, sold.document(MANY), tmp_path)
    names = chromium.texts(".chart[data-scope=category] .mark .name")
    assert names == [*(f"Kind {number:02d}" for number in range(1, 9)), "4 others"]
    rest = mark("category", "others")
    assert chromium.text(f"{rest} .value") == report.figures["gmv.category.others"].words
    chromium.click(f"{rest} .shape")
    assert chromium.run("location.hash") == ""
    chromium.choose("select[data-scope=channel]", "live")
    slugs = [member.slug for member in report.cube.axis("category").members][8:]
    live = report.cube.axis("channel").members
    places = {"channel": [member.slug for member in live].index("live")}
    axis = [member.slug for member in report.cube.axis("category").members]
    parts = [report.cube.sums({**places, "category": axis.index(slug)})["value"] for slug in slugs]
    reading = report.cube.reading("gmv")
    assert chromium.text(f"{rest} .value") == words(sum(parts) / 100, reading.format, reading.unit)


@pytest.mark.parametrize(
    "scene",
    ["no order in the window", "one day", "one seller", "a campaign that still runs"],
)
def test_a_small_report_is_a_whole_page_without_complaints(sold, chromium, tmp_path, scene):
    held = sold.lines()
    changes = {
        "no order in the window": {"order_lines": held[held["paid_day"] < "2026-11-20"].reset_index(drop=True)},
        "one day": {"as_of": sold.START + timedelta(hours=20)},
        "one seller": {"order_lines": held[held["seller_id"] == "S-001"].reset_index(drop=True)},
        "a campaign that still runs": {"as_of": sold.START + timedelta(hours=40)},
    }[scene]
    report = opened(chromium, sold.document(**changes), tmp_path)
    assert chromium.complaints == []
    if scene == "a campaign that still runs":
        day = report.cube.axis("day").members[1]
        assert "so far" in day.label
        assert chromium.run(f"document.querySelector({mark('day', day.slug)!r}).matches('.partial')")
    if report.cube is not None:
        assert card(chromium, "gmv") == report.figures["gmv.total"].words


def test_everything_is_reached_by_the_tab_key_alone(page):
    page.run("document.body.focus()")
    met = []
    for _ in range(60):
        page.press("Tab")
        met.append(page.run("document.activeElement.closest('[data-scope], .card, .csv, details')?.className || ''"))
    told = " ".join(str(name) for name in met)
    for word in ("card", "csv", "chart", "rows"):
        assert word in told


def test_on_paper_without_colour_a_miss_still_has_its_sign_and_a_day_its_words(sold, chromium, tmp_path):
    opened(chromium, sold.document(as_of=sold.START + timedelta(hours=40)), tmp_path)
    chromium.printed(tmp_path / "page.pdf")
    grey = ["pdftoppm", "-gray", "-r", "50", "-png", str(tmp_path / "page.pdf"), str(tmp_path / "grey")]
    subprocess.run(grey, check=True, timeout=60)
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "page.pdf"), "-"], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    assert "not over yet" in text
    assert "Filters: none" in text
    missed = chromium.run("[...document.querySelectorAll('.bars .mark.attention .value')].map(e => e.textContent)")
    assert all("▼" in value for value in missed)


def test_the_largest_cube_is_answered_within_a_blink(sold, chromium, tmp_path):
    report = sold.document()
    cube = report.cube
    rows = tuple(row for _ in range(20_000 // len(cube.rows) + 1) for row in cube.rows)[:20_000]
    opened(chromium, replace(report, cube=replace(cube, rows=rows)), tmp_path)
    took = chromium.run(
        "(() => { const s = document.querySelector('select[data-scope=seller]'); const from = performance.now();"
        " s.value = 's-001'; s.dispatchEvent(new Event('change', {bubbles: true})); return performance.now() - from; })()"
    )
    assert took < 1000
    assert len(dashboard_html(replace(report, cube=replace(cube, rows=rows)))) < 3_000_000


def test_back_takes_the_last_choice_back(report, page):
    page.choose("select[data-scope=seller]", "s-002")
    page.choose("select[data-scope=channel]", "live")
    page.run("new Promise((done) => { addEventListener('popstate', () => setTimeout(done, 30)); history.back(); })")
    assert page.run("location.hash") == "#seller=s-002"
    assert card(page, "gmv") == report.figures["gmv.seller.s-002"].words


def test_the_first_chip_moves_nothing_below_the_filters(page):
    place = "document.querySelector('.cards').getBoundingClientRect().top"
    before = page.run(place)
    page.choose("select[data-scope=seller]", "s-002")
    assert page.run(place) == before


FOCUS = "(e => e.className + ' ' + e.textContent)(document.activeElement)"


def test_the_keyboard_stays_where_it_chose(page):
    page.run("document.querySelector('.rows[data-scope=seller] tr[data-slug=s-002] button').focus()")
    page.press("Enter", "\r")
    assert page.text(".chips") == "Seller: Northpine Home ✕"
    assert page.run(FOCUS) == "name Northpine Home"
    page.run("document.querySelector('.chips button').focus()")
    page.press("Enter", "\r")
    assert page.text(".chips") == ""
    assert page.run("document.activeElement.dataset.scope") == "category"


def test_escape_takes_the_words_about_a_card_away(page):
    page.call("Emulation.setFocusEmulationEnabled", enabled=True)
    page.run("document.querySelector('.card').focus()")
    assert page.texts(".card .meaning")
    page.press("Escape")
    assert not page.texts(".card .meaning")


def test_tables_are_headed_by_a_finding_and_under_a_choice_by_what_they_list(sold, chromium, tmp_path):
    whole = sold.whole()
    report = opened(chromium, for_dashboard(whole), tmp_path)
    heading = ".rows[data-scope=seller] .named"
    assert chromium.text(heading) == report.words(whole.section("sellers").title)
    chromium.choose("select[data-scope=category]", "kitchen")
    assert chromium.text(heading) == "Sellers by GMV"


def test_a_livestream_is_chosen_and_shows_what_was_sold_while_it_was_on_air(sold, chromium, tmp_path):
    held = sold.lines()
    shows = pd.DataFrame(
        {
            "seller_id": "S-001",
            "title": f"Morning {day + 1}",
            "started": sold.START + timedelta(days=day, hours=8),
            "duration": 43_200,
            "direct_gmv": 5_000,
            "file": "live.xlsx",
            "row": day,
        }
        for day in range(4)
    )
    mine = held["seller_id"].eq("S-001") | held["channel"].ne("LIVE")
    report = opened(
        chromium, sold.document(order_lines=held[mine].reset_index(drop=True), streams=shaped(shows, STREAMS)), tmp_path
    )
    second = next(one for one in report.cube.axis("stream").members if one.label.endswith("Morning 2"))
    chromium.choose("select[data-scope=stream]", second.slug)
    for metric in ("gmv", "orders"):
        assert card(chromium, metric) == report.figures[f"{metric}.stream.{second.slug}"].words
    assert each(chromium) == report.figures[f"aov.stream.{second.slug}"].words
    assert chromium.text(".chips") == f"Livestream: {second.label} ✕"
    chromium.choose("select[data-scope=seller]", "s-002")
    assert chromium.text(".empty p").startswith("No orders match ")
    assert "100% of livestream sales" in chromium.run("document.querySelector('footer').textContent")
