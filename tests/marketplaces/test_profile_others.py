"""The closed schema says what other marketplaces allow, without a line of Python for any of them.

What no page gives in numbers is made up here: its shape is what is tested.
"""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from campaignctl.marketplaces.load import load
from campaignctl.marketplaces.schema import Profile

TODAY = date(2026, 11, 20)

HEAD = """
name = "{name}"
key = "{key}"
family = "{key}"
country = "{country}"
zone = "{zone}"
currency = "{currency}"
date_order = "dmy"
[sources]
PAGE = {{ title = "{page}", trust = "API", checked = 2025-12-01 }}
HELP = {{ title = "what sellers report", trust = "Third party", checked = 2025-12-01 }}
"""

LAYERS = """
[[layers]]
key = "product_price"
name = "Product price"
combine = "lowest price"
source = "PAGE"
[[layers]]
key = "bundle"
name = "Bundle"
combine = "best one"
source = "PAGE"
[[layers]]
key = "voucher"
name = "Voucher"
combine = "best one"
source = "PAGE"
[[layers]]
key = "shipping"
name = "Shipping"
combine = "all"
in_price = false
source = "PAGE"
"""

LAZADA = """
[tools.voucher]
name = "Voucher"
layer = "voucher"
levels = { value = ["Shop", "Product"], source = "PAGE" }
only_rises = { value = ["Quantity"], source = "PAGE" }
[tools.voucher.coupon]
separate_windows = { value = true, source = "PAGE", note = "collect and use" }
[tools.voucher.buyer_limit]
required = { value = true, source = "PAGE" }

[tools.flexi_combo]
name = "Flexi combo"
layer = "bundle"
values = { value = ["Amount off", "Percent off", "Gift", "Sample"], source = "PAGE" }
[tools.flexi_combo.tiers]
by = { value = ["amount", "units"], source = "PAGE" }
repeats = { value = true, source = "PAGE" }
mixes = { value = true, source = "PAGE" }

[tools.free_shipping]
name = "Free shipping"
layer = "shipping"
budget_required = { value = true, source = "PAGE" }
regions = { value = ["Luzon", "Visayas"], source = "PAGE" }
[tools.free_shipping.tiers]
by = { value = ["amount"], source = "PAGE" }
"""

AMAZON = """
[tools.lightning_deal]
name = "Lightning deal"
layer = "product_price"
values = { value = ["Fixed price", "Amount off"], source = "PAGE" }
least_deal_units = { value = 1, source = "PAGE" }
[tools.lightning_deal.duration]
shortest = { value = "4 hours", source = "PAGE" }
longest = { value = "12 hours", source = "PAGE" }
chosen_by = { value = "marketplace", source = "PAGE" }
again_after = { value = "7 days", source = "PAGE", weight = "warning" }
[tools.lightning_deal.stock]
variations = { value = "80%", source = "PAGE", weight = "warning", note = "about" }
[[tools.lightning_deal.entry]]
measure = "ratings_month"
compare = "at least"
number = 5
source = "PAGE"
says = "at least 5 ratings a month"
[[tools.lightning_deal.entry]]
measure = "stars"
compare = "at least"
number = 3.5
source = "PAGE"
says = "seller at least 3.5 stars"
[[tools.lightning_deal.entry]]
measure = "stars"
of = "product"
compare = "at least"
number = 3
source = "PAGE"
says = "product at least 3 stars"
[[tools.lightning_deal.entry]]
measure = "prime_in_all_regions"
of = "product"
compare = "is"
flag = true
source = "PAGE"
says = "Prime in all regions"
[[tools.lightning_deal.fees]]
key = "deal_fee"
name = "Deal fee"
per = "deal"
source = "PAGE"
says = "a fee for each deal"

[tools.seven_day_deal]
name = "7-Day deal"
layer = "product_price"
[tools.seven_day_deal.duration]
lengths = { value = ["7 days"], source = "PAGE" }
"""

WALMART = """
rejects = { value = "file", source = "HELP", note = "overlapping dates reject the whole file" }
[tools.reduced_price]
name = "Reduced price"
layer = "product_price"
[[tools.reduced_price.discounts]]
least = "10%"
price_below = "200 USD"
source = "PAGE"
[[tools.reduced_price.discounts]]
least = "5%"
price_from = "200 USD"
source = "PAGE"
[tools.reduced_price.duration]
shortest = { value = "14 days", source = "PAGE" }
longest = { value = "90 days", source = "PAGE" }
lead = { value = "4 hours", source = "HELP" }
[tools.reduced_price.counts]
scheduled_per_sku = { value = 10, source = "HELP" }
live_per_sku = { value = 1, source = "HELP" }
[[conflicting]]
between = ["reduced_price", "reduced_price"]
at = "sku"
source = "HELP"
says = "two reduced prices of one SKU overlap"
"""


def made(
    folder: Path, body: str, name: str, *, country: str = "US", currency: str = "USD", zone: str = "UTC"
) -> Profile:
    """Load a profile that a team laid into its campaign folder."""
    head = HEAD.format(
        name=name, key=name.lower(), country=country, zone=zone, currency=currency, page=f"{name} seller pages"
    )
    top, _, rest = body.partition("[")
    tables, _, sources = head.partition("[sources]")
    place = folder / "marketplaces" / f"{name}.toml"
    place.parent.mkdir(exist_ok=True)
    place.write_text(f"{tables}{top}[sources]{sources}{LAYERS}[{rest}", encoding="utf-8")
    return load(name, folder)


def test_lazada_has_windows_to_collect_and_to_use_and_tiers_that_repeat(tmp_path):
    lazada = made(tmp_path, LAZADA, "Lazada", country="PH", currency="PHP", zone="Asia/Manila")
    assert lazada.tool("Voucher").coupon.separate_windows.value
    assert lazada.tool("Voucher").only_rises.value == ("Quantity",)
    combo = lazada.tool("Flexi combo")
    assert (combo.tiers.by.value, combo.tiers.repeats.value) == (("amount", "units"), True)
    assert lazada.tool("Free shipping").budget_required.value
    assert lazada.choices()["profile:levels"] == ("Shop", "Product")


def test_amazon_chooses_the_hours_and_looks_at_the_stars(tmp_path):
    deal = made(tmp_path, AMAZON, "Amazon").tool("Lightning deal")
    assert (deal.duration.shortest.value, deal.duration.longest.value) == (timedelta(hours=4), timedelta(hours=12))
    assert deal.duration.chosen_by.value == "marketplace"
    assert deal.stock.variations.value == Decimal("0.8")
    product = {each.measure: each for each in deal.entry if each.of == "product"}
    assert product["stars"].holds(3)
    assert not product["stars"].holds(2.9)
    assert not product["prime_in_all_regions"].holds(measured=False)
    assert deal.fees[0].text == "a fee for each deal"


def test_walmart_asks_more_of_cheap_items_and_rejects_whole_files(tmp_path):
    walmart = made(tmp_path, WALMART, "Walmart")
    assert walmart.discount_range("reduced_price", TODAY, price=199_99).least == Decimal("0.1")
    assert walmart.discount_range("reduced_price", TODAY, price=200_00).least == Decimal("0.05")
    assert walmart.discount_range("reduced_price", TODAY) is None
    assert walmart.duration("Reduced price").lead.value == timedelta(hours=4)
    assert walmart.rejects.value == "file"
    assert walmart.zone == "UTC"
    assert [each.severity for each in walmart.conflicts("reduced_price", "reduced_price")] == ["error"]


def test_a_foreign_profile_quotes_its_own_source(tmp_path):
    limits = list(made(tmp_path, AMAZON, "Amazon").limits())
    assert len(limits) > 15
    assert all(limit.marketplace == "Amazon" and limit.checked == date(2025, 12, 1) for _, limit in limits)
