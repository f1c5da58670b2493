"""The page says what the report says, fetches nothing, and lets no name become markup."""

import json
import re
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from types import ModuleType

import pytest
from lxml import html

from campaignctl.domain.charts import Chart
from campaignctl.domain.document import Card, Document
from campaignctl.domain.earlier import Earlier
from campaignctl.domain.sentences import Ref
from campaignctl.domain.tables import Table
from campaignctl.writers.html import dashboard_html
from campaignctl.writers.report.cells import decimals_of

CALLS = re.compile(
    r"""(?i)\b(?:src|href|srcset|action|formaction|poster|data)\s*=|url\(|@import|https?://|fetch\(|eval\("""
)
"""What could fetch or run something; the page has none of it outside of names, which are escaped."""


@pytest.fixture(scope="module")
def report(sold: ModuleType) -> Document:
    return sold.document()


@pytest.fixture(scope="module")
def text(report: Document) -> str:
    return dashboard_html(report)


@pytest.fixture(scope="module")
def page(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def every(page: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    """The elements on a path of steps like ``figure.chart``, each anywhere below the one before."""
    steps = (step.partition(".") for step in path.split())
    tests = (
        f"{tag or '*'}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]" if name else tag
        for tag, _, name in steps
    )
    return list(page.xpath("descendant-or-self::*//" + "//".join(tests)))


def words(page: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in every(page, path)]


def island(page: html.HtmlElement) -> dict:
    return json.loads(page.get_element_by_id("data").text)


def test_every_card_shows_the_words_of_its_figure(report, page):
    cards = [part for section in report.sections for part in section.parts if isinstance(part, Card)]
    assert words(page, "article.card h2") == [report.label(card) for card in cards]
    assert words(page, "article.card p.figure") == [report.figures[card.figure].words for card in cards]


def test_the_cards_are_sales_what_the_campaign_brought_orders_sell_through_and_discount(sold):
    report = sold.document(**sold.told_more())
    page = html.document_fromstring(dashboard_html(report))
    assert words(page, "article.card h2") == [
        "GMV",
        "Change against its own trend",
        f"Orders · {report.figures['aov.total'].words} each",
        "Sell-through of kept stock",
        "Discount funded",
    ]
    assert [card.get("data-metric") for card in every(page, "article.card")] == [
        "gmv", "gmv~expected_gap", "orders", "sold_through", "discount",
    ]  # fmt: skip
    told = dict(zip(words(page, "article.card h2"), words(page, "article.card p.meaning"), strict=True))
    assert told["Change against its own trend"].startswith("GMV above what the weeks before let expect")
    assert all(told.values())


def test_every_bar_and_the_table_beside_it_show_the_words_of_its_figure(report, page):
    charts = [part for section in report.sections for part in section.parts if isinstance(part, Chart)]
    assert len(charts) == 4
    for chart, drawn in zip(charts, every(page, "figure.chart"), strict=True):
        met = [next(filter(None, row)) for row in zip(*(s.values for s in bars(chart)), strict=True)]
        expected = [report.figures[one].words for one in met]
        assert [value.partition(" ▼")[0] for value in words(drawn, "g.mark text.value")] == expected
        plain = drawn.xpath(".//td[@data-metric]")
        assert [cell.text for cell in plain] == expected
        assert words(drawn, "caption") == words(drawn, "h2") == [report.words(chart.title)]


def bars(chart: Chart):
    return [series for series in chart.series if not series.line and series.name != "Target"]


def test_every_cell_of_a_table_shows_the_words_of_its_figure(report, page):
    table = report.part("dashboard-sellers")
    assert isinstance(table, Table)
    rows = every(every(page, "section.rows")[0], "tbody tr")
    shown = [[" ".join(cell.text_content().split()).lstrip("▲▼● ") for cell in row] for row in rows]
    together = [decimals_of(report, [row[at] for row in table.rows], one) for at, one in enumerate(table.columns)]
    assert shown == [[told(report, *each) for each in zip(row, together, strict=True)] for row in table.rows]


def told(report: Document, cell: object, decimals: int | None) -> str:
    if not isinstance(cell, Ref):
        return report.cell_words(cell)
    figure = report.figures[cell.id]
    return figure.words_as(cell.format or figure.format, decimals)


def test_sums_of_money_stand_in_whole_dollars_down_their_column(sold):
    page = html.document_fromstring(dashboard_html(sold.document(**sold.told_more())))
    amounts = [cell.text_content() for cell in page.xpath("//td[contains(@data-metric, '_discount')]")]
    assert amounts
    assert not [amount for amount in amounts if not re.fullmatch(r"\$[\d,]+|n/a", amount)]


def test_a_bar_that_missed_its_target_says_by_how_much(report, page):
    chart = next(one for one in every(page, "figure.chart") if one.get("data-chart") == "gmv-by-category")
    missed = [value for value in words(chart, "g.mark text.value") if "▼" in value]
    lacks = [f.words for name, f in report.figures.items() if re.fullmatch(r"gmv\.category\.[^@~]+~target", name)]
    assert [value.partition(" ▼ ")[2] for value in missed] == [one for one in lacks if one.startswith("−")]


def test_the_block_of_data_holds_the_cube_and_the_words_of_the_figures_of_one_choice(report, page):
    data = island(page)
    assert data["measures"] == list(report.cube.measures)
    assert list(zip(*data["columns"], strict=True)) == list(report.cube.rows)
    assert data["figures"]["orders.seller.s-001"] == [report.figures["orders.seller.s-001"].words]
    assert all(found[0] == report.figures[name].words for name, found in data["figures"].items())


def test_only_the_script_and_the_look_named_by_hash_may_run_and_nothing_is_fetched(text, page):
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    script = page.xpath("//script[not(@type)]")[0].text
    style = page.xpath("//style")[0].text
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert f"script-src 'sha256-{hashed(script)}'" in policy
    assert f"style-src 'sha256-{hashed(style)}'" in policy
    markup = text.replace(script, "").replace(style, "")
    assert not CALLS.search(re.sub(r"data-[a-z]+=", "", markup))
    assert not page.xpath(
        "//@style | //@onclick | //@onload | //@onerror | //iframe | //img | //link | //object | //embed"
    )


def hashed(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def test_hostile_names_stay_text(sold):
    text = dashboard_html(sold.document(sold.HOSTILE))
    page = html.document_fromstring(text)
    assert len(page.xpath("//script")) == 2
    assert not page.xpath("//img")
    assert "</script><script>document.title='taken'</script>" in words(page, "tbody th")
    assert island(page)["axes"][1]["members"][0][1].startswith("</script>")
    assert "\u202e" not in text
    assert "\x07" not in text
    assert "49" not in words(page, "select")


def test_equal_documents_give_equal_text(sold, report, text):
    assert dashboard_html(sold.document()) == dashboard_html(report) == text


def test_the_first_view_needs_no_script(report, page):
    form = page.xpath("//form")[0]
    assert form.get("hidden") is not None
    assert words(page, "h1") == [report.words(report.section("dashboard").title)]
    assert words(page, "div.stamp")[0].startswith("Data as of Dec 2, 2026, 09:00 PT")
    assert all(float(shape.get("height")) > 0 for shape in every(page, "figure.columns rect.shape"))


def test_the_page_holds_the_campaign_against_plan_baseline_the_stretch_before_and_earlier_campaigns(sold):
    earlier = Earlier("Lantern Week 2026", datetime(2026, 2, 16, 9, tzinfo=UTC), {"gmv.total": Decimal(1000000)})
    report = sold.document(earlier=(earlier,))
    shown = html.document_fromstring(dashboard_html(report))
    heads = words(shown, "section.past thead th")
    assert [head.partition(",")[0] for head in heads if not head.startswith("vs ")] == [
        "Figure", "Now", "Target", "Baseline", "Just before", "Lantern Week 2026",
    ]  # fmt: skip
    told = words(shown, "section.past tbody td")
    for period in ("target", "baseline", "previous", "earlier-lantern-week-2026"):
        assert report.figures[f"gmv.total@{period}"].words in told, period


def test_what_nothing_can_be_held_against_is_left_to_the_workbook(report, page):
    rows = [words_of.text_content() for words_of in every(page, "section.past tbody tr")]
    assert rows
    assert all(any(figure.words in row for figure in report.figures.values() if "@" in figure.id) for row in rows)


def test_a_report_without_orders_is_a_page_without_filters(sold):
    text = dashboard_html(sold.document(order_lines=None))
    page = html.document_fromstring(text)
    assert not page.xpath("//form | //script")
    assert words(page, "h1") == ["No paid orders of Lantern Week were found in the exports"]


def test_every_chart_and_table_can_be_named_by_a_reader_of_screens(page):
    assert page.get("lang") == "en"
    assert all(svg.get("aria-label") for svg in every(page, "figure.chart svg"))
    assert all(cell.get("scope") for cell in page.xpath("//th"))
    ids = [node.get("id") for node in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))


def test_a_campaign_that_still_runs_says_so_above_its_numbers(sold):
    page = html.document_fromstring(dashboard_html(sold.document(as_of=sold.START + timedelta(hours=40))))
    assert words(page, "p.warning") == [
        (
            "◐ The campaign still runs: all numbers are so far, up to Nov 21, 2026, 16:00 PT; "
            "Sat Nov 21 is not over and is compared with as many hours."
        ),
        "◐ 3 of 4 sellers are in the exports; missing: Quiet Shop.",
    ]
    assert words(page, "p.state") == ["◐ partial: 2 of 4 days, 3 of 4 sellers"]
    assert "Sat Nov 21 so far" in words(page, "tbody th")
    assert [label.partition(" ·")[0] for label in words(page, "article.card h2")] == [
        "GMV so far", "Change against the baseline so far", "Orders so far", "Discount funded so far",
        "Units so far",
    ]  # fmt: skip


def test_a_day_that_is_not_over_is_hatched_and_the_key_says_so(sold):
    page = html.document_fromstring(dashboard_html(sold.document(as_of=sold.START + timedelta(hours=40))))
    assert [node.get("aria-label") for node in every(page, "g.partial")] == [
        node.get("aria-label") for node in every(page, "g.mark") if " so far" in node.get("aria-label")
    ]
    assert words(page, "span.of-partial") == ["not over yet"]
    whole = html.document_fromstring(dashboard_html(sold.document()))
    assert not every(whole, "g.partial")
    assert not every(whole, "span.of-partial")


def test_a_day_of_which_no_export_holds_an_order_is_no_day_without_sales(sold):
    held = sold.lines()
    silent = sold.document(order_lines=held[held["paid_day"] != "2026-11-22"].reset_index(drop=True))
    page = html.document_fromstring(dashboard_html(silent))
    (mark,) = every(page, "g.missing")
    assert mark.get("aria-label") == "Sun Nov 22: no data"
    assert words(page, "span.of-missing") == ["no data"]
    assert "◐ No export holds a paid order of Sun Nov 22." in words(page, "p.warning")
    assert words(page, "p.state") == ["◐ partial: 3 of 4 days, 3 of 4 sellers"]
    assert not every(html.document_fromstring(dashboard_html(sold.document())), "g.missing")


def test_complete_data_say_so_beside_the_stamp(sold):
    shops = {key: shop for key, shop in sold.SHOPS.items() if shop[2]}
    page = html.document_fromstring(dashboard_html(sold.document(shops)))
    assert words(page, "p.state") == ["✓ complete: 4 of 4 days, 3 of 3 sellers"]
    assert words(page, "p.warning") == []


def test_shops_whose_exports_are_older_are_named_with_the_moment_they_end(sold):
    held = sold.lines()
    held["file"] = "exports/" + held["seller_id"].astype("str") + "/orders.csv"
    old = (held["seller_id"] == "S-003") & (held["paid_day"] > "2026-11-21")
    document = sold.document(order_lines=held[~old].reset_index(drop=True))
    page = html.document_fromstring(dashboard_html(document))
    assert words(page, "p.state") == ["▲ stale: 4 of 4 days, 3 of 4 sellers"]
    assert "◐ Data to Nov 23, 20:11 PT; 1 shop's exports are older: Voltbay (Nov 21, 16:07 PT)." in words(
        page, "p.warning"
    )


def test_what_stands_out_begins_with_the_insights_of_the_summary(report, page):
    first = report.part("highlights")
    at = [column.key for column in first.columns].index("what")
    told = [report.cell_words(row[at]) for row in first.rows]
    assert words(page, "section.insights li p")[: 2 * len(told) : 2] == told[:5]
