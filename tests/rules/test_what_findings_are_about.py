"""A finding says which seller, SKU and promotion it is about, so that it can be told again in a later round."""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import About
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import findings_of, ready
from campaignctl.rules.examples import case_from


def found(code, drawing):
    rule = rules()[code]
    narrowed, _ = ready(rule, case_from(draw(drawing)))
    return findings_of(rule, narrowed)


def test_a_line_is_about_its_seller_sku_and_promotion():
    (finding,) = found(
        "SKU201",
        """
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 8 | HD26-01      | 1729500011223344502 | 46.00      | 46.00          | 100
""",
    )
    assert (finding.about.sku, finding.about.promotion) == ("1729500011223344502", "HD26-01")
    assert finding.identity == ("SKU201", finding.about.seller, "1729500011223344502", "HD26-01", "", "Campaign price")


def test_what_a_reader_met_is_about_the_row_it_stands_in():
    (finding,) = found(
        "WBK109",
        """
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 8 | HD26-01      | 1729500011223344502 | 46.00      | 39.00          | many
""",
    )
    assert finding.about.sku == "1729500011223344502"
    assert About() == About("", "", "", "")
