"""Products: the best-selling ones with their figures."""

from decimal import Decimal

from campaignctl.domain.document import Column, Section, Sentence, say
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import GMV_SHARE, PRODUCTS, TOP_PRODUCTS
from campaignctl.stages.report.grid import AFTER, GMV, SHARE, Frame, M, N, Of, P, grid, keys_of
from campaignctl.stages.report.slugs import Slugs

TOP = 10
_LISTED = "By product list, whole shops"
SEEN = (
    Of(Column("listed_gmv", "GMV", M, _LISTED), "listed_gmv"),
    Of(Column("listed_live", "LIVE", M, _LISTED), "listed_live_gmv"),
    Of(Column("listed_video", "Video", M, _LISTED), "listed_video_gmv"),
    Of(Column("listed_card", "Product card", M, _LISTED), "listed_card_gmv"),
    Of(Column("page_views", "Page views", N, _LISTED), "page_views"),
    Of(Column("ctr_listed", "CTR", P, _LISTED), "ctr_listed"),
    Of(Column("conversion", "Conversion", P, _LISTED), "conversion_rate"),
)
"""What product lists say of the campaign's days; the shop tab's part lies inside the three channels."""
SLUGS = Slugs(
    sections=("products",),
    tables={
        "products": ("product", "product_id", "seller", "category", "share", "gmv", *keys_of(AFTER), *keys_of(SEEN))
    },
)


def products(basis: Basis) -> Section | None:
    """Return the products that sold most, at most 500; None without orders."""
    if not basis.products:
        return None
    words = (
        (Column("product", "Product", group="What", width=44), lambda at: basis.product(at.key).name),
        (Column("product_id", "Product ID", group="What"), lambda at: at.key),
        (Column("seller", "Seller", group="What"), lambda at: basis.seller(basis.product(at.key).seller)),
        (Column("category", "Category", group="What"), lambda at: basis.product(at.key).category),
    )
    places = [At("product", key) for key in basis.products]
    table = grid(basis, "products", Frame(words, places, "Campaign"), (GMV, SHARE, *AFTER, *SEEN))
    return Section("products", "Products", _title(basis), basis.context, (table,), basis.source)


def _title(basis: Basis) -> Sentence:
    top = basis.products[:TOP]
    parts = [basis.ledger.value("gmv", At("product", key)) for key in top]
    whole = basis.ledger.value("gmv")
    count = basis.ledger.value(PRODUCTS.id) or 0
    if not whole or count <= TOP:
        return say("{products.total} products sold {gmv.total}")
    share = sum((Decimal(str(part)) for part in parts if part), Decimal(0)) / Decimal(str(whole))
    basis.ledger.enter(TOP_PRODUCTS, len(top))
    basis.ledger.enter(GMV_SHARE, float(share), At("top-products"))
    return say(
        "The {top_products.total} best-selling of {products.total} products brought {gmv_share.top-products} of GMV"
    )
