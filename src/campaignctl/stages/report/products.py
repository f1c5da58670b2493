"""Products: the best-selling ones with their figures."""

from decimal import Decimal

from campaignctl.domain.document import Column, Section, Sentence, Table, say
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis
from campaignctl.stages.report.counts import GMV_SHARE, PRODUCTS, TOP_PRODUCTS
from campaignctl.stages.report.grid import AFTER, GMV, SHARE, Frame, M, N, Of, P, grid, keys_of
from campaignctl.stages.report.slugs import Slugs

TOP = 10
_LISTED = "By product list, whole shops"
SEEN = (
    Of(Column("page_views", "Page views", N, _LISTED), "page_views"),
    Of(Column("ctr_listed", "CTR", P, _LISTED), "ctr_listed"),
    Of(Column("conversion", "Conversion", P, _LISTED), "conversion_rate"),
)
BY_WAY = (
    Of(Column("listed_gmv", "GMV", M, _LISTED), "listed_gmv"),
    Of(Column("listed_live", "LIVE", M, "Of it by"), "listed_live_gmv"),
    Of(Column("listed_video", "Video", M, "Of it by"), "listed_video_gmv"),
    Of(Column("listed_card", "Product card", M, "Of it by"), "listed_card_gmv"),
    Of(Column("listed_tab", "Shop tab", M, "Inside these"), "listed_shop_tab_gmv"),
)
SLUGS = Slugs(
    sections=("products",),
    tables={
        "products": ("product", "product_id", "seller", "category", "share", "gmv", *keys_of(AFTER), *keys_of(SEEN)),
        "products-listed": ("product", "seller", *keys_of(BY_WAY)),
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
    return Section("products", "Products", _title(basis), basis.context, (table, *_listed(basis)), basis.source)


def _listed(basis: Basis) -> tuple[Table, ...]:
    """Return what product lists say of each product by way of sale; nothing where there is none of the campaign."""
    places = [at for key in basis.products if basis.ledger.value("listed_gmv", at := At("product", key)) is not None]
    if not places:
        return ()
    words = (
        (Column("product", "Product", group="What"), lambda at: basis.product(at.key).name),
        (Column("seller", "Seller", group="What"), lambda at: basis.seller(basis.product(at.key).seller)),
    )
    return (grid(basis, "products-listed", Frame(words, places, "All products of the lists"), BY_WAY),)


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
