"""A shop can ship fewer orders a day than its GMV target takes.

Orders pile up, parcels leave late, and the shop's score falls in the middle of the campaign. An order is taken as one
unit at the mean campaign price of its lines; the money at stake is what cannot be shipped.
"""

from campaignctl.catalogue.drawn import draw
from campaignctl.domain.findings import Severity
from campaignctl.rules.case import Case
from campaignctl.rules.cmp._days import campaign_days
from campaignctl.rules.rule import Rows, Rule, failing
from campaignctl.rules.sel._worth import worth


def check(case: Case) -> Rows | tuple[()]:
    """Compare Most orders a day with the target, divided by the mean price and the days of the campaign."""
    days = len(campaign_days(case))
    forms, sellers = case.registrations, case.sellers.dropna(subset=["seller_id"]).drop_duplicates("seller_id")
    if not days or forms.empty:
        return ()
    priced = case.sku_lines[case.sku_lines["deal_price"].notna()]
    units = priced["stock"].clip(lower=0).groupby(priced["seller_id"]).sum()
    price = (worth(case) / units.where(units > 0)).reindex(forms["seller_id"]).set_axis(forms.index).astype("Float64")
    target = forms["seller_id"].map(sellers.set_index("seller_id")["gmv_target"]).astype("Float64")
    needed = target / price.where(price > 0) / days
    short = needed - forms["orders_a_day"]
    return failing(
        forms,
        short > 1,
        at="orders_a_day",
        say="{shop_name} ships {orders_a_day} orders a day; its GMV target takes about {needed}",
        say_for_seller="{orders_a_day} orders a day may be fewer than your buyers place during the campaign",
        amount=(short * price * days).round().astype("Int64"),
        needed=needed.round().astype("Int64"),
    )


RULE = Rule(
    code="SEL117",
    name="capacity-below-target",
    severity=Severity.WARNING,
    over="registration",
    where=lambda forms: forms["orders_a_day"].notna() & forms["taking_part"].ne("No"),
    needs=("campaign.starts", "campaign.ends"),
    check=check,
    fix="Ask the shop how it will ship that many, or lower its target.",
    fix_for_seller="Raise the number if you can ship more on these days; if you cannot, tell us.",
    see=("SEL121",),
    examples=(
        draw("""
Sellers
   | Seller ID | Shop name    | Category    | Tier   | GMV target
 7 | S-001     | Moss & Amber | Beauty      | Growth | 30000
 8 | S-003     | Lumeria      | Electronics | Growth | 30000
Seller
 | Seller ID | Shop name    | Taking part | Most orders a day
 | S-001     | Moss & Amber | Yes         | 80                | <- Moss & Amber ships 80 orders a day; its GMV target takes about 200
Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344501 | 32.00      | 25.00          | 2000
lumeria.xlsx: Seller
 | Seller ID | Shop name | Taking part | Most orders a day
 | S-003     | Lumeria   | Yes         | 80
lumeria.xlsx: Products
   | Promotion ID | SKU ID              | List price | Campaign price | Stock
 7 | HD26-01      | 1729500011223344503 | 120.00     | 100.00         | 400
"""),
    ),
)
