"""Products: the best-selling ones with their figures."""

from decimal import Decimal

from campaignctl.domain.document import Section
from campaignctl.domain.sentences import Sentence, say
from campaignctl.domain.tables import Column, Table
from campaignctl.metrics.ledger import At
from campaignctl.stages.report.basis import Basis, joined
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
TO_CART = (
    Of(Column("clicks", "Clicks", N, _LISTED), "listed_clicks"),
    Of(Column("ctr_clicks", "CTR", P, _LISTED), "ctr_by_product_clicks"),
    Of(Column("carts", "To cart", N, _LISTED), "carts"),
    Of(Column("atc_rate", "ATC rate", P, _LISTED), "atc_rate"),
    Of(Column("ctor_listed", "CTOR", P, _LISTED), "ctor_listed"),
    Of(Column("seller_live", "Seller LIVE", M, "GMV attributed"), "seller_live_gmv"),
    Of(Column("seller_video", "Seller video", M, "GMV attributed"), "seller_video_gmv"),
    Of(Column("creators", "Creators", M, "GMV attributed"), "creator_gmv_listed"),
    Of(Column("seller_card", "Product card", M, "GMV attributed"), "seller_card_gmv"),
    Of(Column("refunds", "Refunds", M, _LISTED), "refunds_listed"),
)
SLUGS = Slugs(
    sections=("products",),
    tables={
        "products": ("product", "product_id", "seller", "category", "share", "gmv", *keys_of(AFTER), *keys_of(SEEN)),
        "products-listed": ("product", "seller", *keys_of(BY_WAY)),
        "products-to-cart": ("product", "seller", *keys_of(TO_CART)),
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
    """Return what product lists say of each product: by way of sale, and on the way to a cart."""
    words = (
        (Column("product", "Product", group="What"), lambda at: basis.product(at.key).name),
        (Column("seller", "Seller", group="What"), lambda at: basis.seller(basis.product(at.key).seller)),
    )
    tables = (
        ("products-listed", "listed_gmv", BY_WAY, _by_way(basis)),
        ("products-to-cart", "listed_clicks", TO_CART, _to_cart(basis)),
    )
    told = ((slug, _places(basis, metric), columns, caption) for slug, metric, columns, caption in tables)
    return tuple(
        grid(basis, slug, Frame(words, places, "All products of the lists", caption=caption), columns)
        for slug, places, columns, caption in told
        if places
    )


def _by_way(basis: Basis) -> Sentence:
    opening = say("By their product lists, whole shops sold {listed_gmv.total}")
    is_known = basis.ledger.value("listed_live_gmv") is not None
    return joined(opening, say(", {listed_live_gmv.total} of it by LIVE")) if is_known else opening


def _to_cart(basis: Basis) -> Sentence:
    if basis.ledger.value("carts") is None or basis.ledger.value("atc_rate") is None:
        return say("What product lists say of clicks and carts")
    return say("Products were put into a cart {carts.total} times, {atc_rate.total} of the clicks")


def _places(basis: Basis, metric: str) -> list[At]:
    places = [At("product", key) for key in basis.products]
    return [at for at in places if basis.ledger.value(metric, at) is not None]


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
