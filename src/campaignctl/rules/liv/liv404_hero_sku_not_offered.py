"""The hero of an offered livestream is none of the SKUs that the shop registered.

The stream would be built around a product that has no campaign price.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.liv._slots import offered
from campaignctl.rules.rule import Rows, Rule, failing


def check(case: Case) -> Rows:
    """Find heroes without a line in the same workbook; one whose lines name whole products is not judged."""
    rows = offered(case)
    lines = case.sku_lines[case.sku_lines["file"].isin(rows["file"].unique())]
    files = lines["file"].unique()
    open_ended = lines.loc[lines["sku_id"].isna(), "file"].unique()
    items = lines["file"].astype("str") + " " + lines["sku_id"]
    held = (rows["file"].astype("str") + " " + rows["hero_sku_id"]).isin(items)
    judged = rows["file"].isin(files) & ~rows["file"].isin(open_ended) & rows["hero_sku_id"].notna()
    say = "hero {hero_sku_id} is none of the SKUs on the sheet Products"
    return failing(rows, judged & ~held, at="hero_sku_id", say=say)


RULE = Rule(
    code="LIV404",
    name="hero-sku-not-offered",
    severity=Severity.WARNING,
    over="slots",
    check=check,
    fix="Register the SKU on the sheet Products, or choose a hero among those.",
    see=("LIV304",),
    examples=(
        draw("""
Livestreams
   | Title         | Account   | Host       | First choice     | Minutes | Hero SKU ID         | Estimated GMV
 7 | Moss at night | moss.live | Robin Hale | 2026-11-20 19:00 | 120     | 1729500011223344501 | 2000
 8 | Moss at noon  | moss.live | Robin Hale | 2026-11-21 12:00 | 120     | 1729500011223344509 | 2000          | <- hero 1729500011223344509 is none of the SKUs on the sheet Products
 9 | Moss at dawn  | moss.live | Robin Hale | 2026-11-22 08:00 | 120     |                     | 2000
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 24.99          | 100
"""),
    ),
)
