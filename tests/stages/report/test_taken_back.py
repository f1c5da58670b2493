"""GMV counts what was paid; where much of it was cancelled since, that is said before any plan."""

from campaignctl.stages.report import report


def cancelled(lines, share):
    mine = lines["paid_day"].ge("2026-11-20") & (lines.index % 100 < share)
    lines["status"] = lines["status"].astype("str").mask(mine, "cancelled").astype("category")
    return lines


def said(build, make_lines, share):
    document = report(build(order_lines=cancelled(make_lines(), share)))
    part = document.part("summary-missing")
    first = document.words(part.sentences[0]) if part else ""
    return document, document.words(document.section("summary").title), first


def test_a_campaign_that_was_cancelled_meets_no_target_in_its_title(build, make_lines):
    document, title, first = said(build, make_lines, 100)
    assert title == "Lantern Week 2026 sold $25K, 100% of it cancelled or refunded since"
    assert document.words(document.section("cover").title).endswith("100% of it cancelled or refunded since")
    assert first.startswith("GMV counts what was paid: $25K of $25K was cancelled afterwards")
    assert "$0 is left; targets are held against GMV." in first
    assert document.figures["gmv.total"].words == "$25K"  # the definition stays


def test_what_usually_comes_back_is_no_news(build, make_lines, ordinary):
    assert "taken_back.total" not in ordinary.figures
    _, title, first = said(build, make_lines, 10)
    assert "above target" in title or "below target" in title
    assert "cancelled" not in first


def test_where_as_much_always_comes_back_the_plan_is_told(build, make_lines):
    lines = make_lines()
    lines["status"] = lines["status"].astype("str").mask(lines.index % 100 < 40, "cancelled").astype("category")
    assert "taken_back.total" not in report(build(order_lines=lines)).figures
