"""Cost and return on one slide: few words in its rows, and one row for all promotions that are not told one by one."""

from campaignctl.domain.charts import Chart, ChartKind, Series
from campaignctl.domain.document import Section
from campaignctl.domain.formats import Format
from campaignctl.domain.sentences import Ref, Sentence, say
from campaignctl.domain.tables import Column, Mark, Table
from campaignctl.stages.report.slides import on_slide, payback

HEADS = (Column("what", "Promotion"), Column("cost", "Cost"), Column("verdict", "Verdict"))
REST = say("{other_promotions.total} more promotions, coupons and what no promotion explains")


def section(rest="Coupons and what no promotion explains"):
    promotions = (("Flash", Ref("cost.flash"), "▲ Paid back before product cost"), (rest, Ref("cost.rest"), None))
    funders = (("Sellers' money", Ref("cost.sellers"), "● Open"),)
    cost = Chart(
        "cost",
        ChartKind.STACKED_COLUMN,
        say("x"),
        "USD",
        Format.MONEY,
        ("Flash", "Others"),
        (Series("Sellers", ("cost.flash", "cost.rest")),),
    )
    parts = (
        Table("roi-promotions", HEADS, promotions, marks={(0, "verdict"): Mark.GOOD}),
        Table("roi-funders", HEADS, funders),
        cost,
    )
    return Section("roi", "Cost and return", say("x"), parts=parts)


def rows(made):
    return next(part for part in made.parts if part.slug == "roi-rows").rows


def test_a_verdict_has_two_words_on_a_slide_and_says_of_what_it_is_elsewhere():
    assert rows(on_slide(section()))[0][-1] == "▲ Paid back"
    assert rows(payback(section()))[0][-1] == "▲ Paid back before product cost"


def test_promotions_that_are_not_told_one_by_one_share_a_row_with_coupons_and_its_bar():
    made = on_slide(section(REST))
    assert rows(made)[1][0] == Sentence((Ref("other_promotions.total"), " others, coupons, rest"))
    (chart,) = (part for part in made.parts if isinstance(part, Chart))
    assert chart.series[0].values == ("cost.flash", "cost.rest", None, None)
    assert chart.format is Format.MONEY_SHORT


def test_coupons_alone_are_told_in_few_words():
    assert rows(on_slide(section()))[1][0] == "Coupons and the rest"


def test_a_table_of_funders_alone_is_headed_by_whose_money_it_is():
    whole = section()
    alone = Section("roi", "Cost and return", say("x"), parts=(whole.parts[1],))
    made = next(part for part in on_slide(alone).parts if part.slug == "roi-rows")
    assert made.columns[0].title == "Whose money"
    assert len(made.rows) == 1
