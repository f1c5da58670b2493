"""The Products sheet of a registration: one row per SKU and promotion.

The same SKU in two promotions takes two rows. What sellers paste comes from many templates, so the aliases are many.
"""

from dataclasses import replace
from decimal import Decimal

from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import damaged, quick_check
from campaignctl.workbooks.registration.languages import PRODUCT_WORDS, VAGUE, in_more_languages
from campaignctl.workbooks.registration.not_asked import NOT_ASKED
from campaignctl.workbooks.registration.of_whom import OF_WHOM
from campaignctl.workbooks.registration.which_sku import PRODUCT, SKU, WHICH_SKU

_P = Class.PUBLIC

LIST_PRICE = Column(
    "List price",
    "list_price",
    Type.MONEY,
    "yes",
    hint="before any promotion",
    example=Decimal("20.00"),
    aliases=(
        "MSRP",
        "Retail price",
        "Original price",
        "RRP",
        "原价",
        "零售价",
        "Precio de lista",
        "Precio original",
    ),
    visible=_P,
    least=0,
    width=13,
)
LOW_30D = Column(
    "Lowest 30 days",
    "low_30d",
    Type.MONEY,
    hint="lowest price paid; blank = not checked",
    example=Decimal("16.50"),
    aliases=(
        "Lowest price 30 days",
        "30-day low",
        "Lowest price",
        "30天最低价",
        "近30天最低价",
        "Precio mínimo 30 días",
    ),
    visible=_P,
    least=0,
    width=13,
)
CAMPAIGN_PRICE = Column(
    "Campaign price",
    "campaign_price",
    Type.MONEY,
    "if",
    hint="what buyers pay before coupons, shipping, tax",
    example=Decimal("15.00"),
    aliases=(
        "Deal price",
        "Deal Price (required)",
        "Promo price",
        "Promotion price",
        "Sale price",
        "Discount price",
        "活动价",
        "活动价格",
        "促销价",
        "Precio de campaña",
        "Precio promocional",
        "Precio de oferta",
    ),
    visible=_P,
    least=0,
    width=14,
)
DISCOUNT = Column(
    "Discount",
    "discount",
    Type.COMPUTED,
    compared=("campaign_price", "list_price"),
    hint="computed, off list",
    example=Decimal("0.25"),
    aliases=("Discount %", "Off", "折扣", "Descuento"),
    visible=_P,
    formula=(
        "=IF(AND(ISNUMBER({list_price}),ISNUMBER({campaign_price})),"
        'IF(AND({list_price}>0,{campaign_price}<={list_price}),1-{campaign_price}/{list_price},"n/a"),"")'
    ),
    width=12,
)
STOCK = Column(
    "Stock",
    "stock",
    Type.INT,
    "yes",
    hint="units kept for this promotion",
    example=500,
    aliases=(
        "Qty",
        "Quantity",
        "Campaign stock",
        "Promo stock",
        "Inventory",
        "Units",
        "Campaign quantity",
        "Total Purchase Limit (optional)",
        "活动库存",
        "库存",
        "活动数量",
        "Existencias",
        "Inventario",
        "Cantidad",
    ),
    visible=_P,
    least=0,
    width=11,
)
PER_BUYER = Column(
    "Per buyer",
    "per_buyer",
    Type.INT,
    hint="a whole number, or No limit",
    example=2,
    aliases=(
        "Limit per buyer",
        "Buyer limit",
        "Buyer purchase limit",
        "Buyer purchase limit (optional)",
        "Max per customer",
        "每人限购",
        "限购",
        "Por comprador",
        "Límite por comprador",
    ),
    visible=_P,
    no_limit=True,
    least=1,
    width=12,
)
FLOOR_PRICE = Column(
    "Floor price",
    "floor_price",
    Type.MONEY,
    hint="least you accept after all you pay",
    example=Decimal("10.00"),
    aliases=("Minimum price", "Lowest acceptable price", "Floor", "最低接受价", "底价", "Precio mínimo"),
    visible=Class.RESTRICTED,
    least=0,
    width=13,
)
COMMISSION = Column(
    "Commission",
    "commission",
    Type.PERCENT,
    hint="affiliate rate during the campaign",
    example=Decimal("0.10"),
    aliases=("Commission rate", "Affiliate commission", "Campaign commission rate", "佣金", "佣金率", "Comisión"),
    visible=_P,
    least=0,
    most=1,
    width=13,
)
IN_A_LIVE = Column(
    "In a LIVE",
    "in_a_live",
    Type.YES_NO,
    hint="Yes or No",
    example=True,
    aliases=("In LIVE", "LIVE", "For LIVE", "是否直播", "直播", "En directo", "En LIVE"),
    visible=_P,
    width=11,
)
LINE = Column(
    "Line",
    "line",
    Type.CHOICE,
    choices=("Offer", "Withdraw"),
    default="Offer",
    hint="Withdraw instead of deleting the row",
    example="Offer",
    aliases=("Line status", "Offer or withdraw", "状态", "报名状态", "Línea"),
    visible=_P,
    width=13,
)
_COLUMNS = (
    *group("Which SKU", *WHICH_SKU),
    *group("Prices", LIST_PRICE, LOW_30D, CAMPAIGN_PRICE, DISCOUNT),
    *group("How many", STOCK, PER_BUYER),
    *group("Your limits", FLOOR_PRICE, COMMISSION),
    *group("How", IN_A_LIVE, LINE),
)
_ENTERED = ("campaign_price", "stock", "per_buyer", "floor_price", "commission", "in_a_live", "line")
"""What only the seller can say of a SKU; the rest may stand in the form before it is sent."""
_IDS = (damaged(PRODUCT), damaged(SKU))
_TOO_SHORT = ('OR(LEN({product_id})<15,AND({sku_id}<>"",LEN({sku_id})<15))', "an ID has fewer than 15 digits")
_TESTS = (
    ("AND(COUNT({list_price},{campaign_price})=2,{campaign_price}>={list_price})", "not below the list price"),
    ("AND(COUNT({low_30d},{campaign_price})=2,{campaign_price}>{low_30d})", "above the lowest price of 30 days"),
    ("AND(COUNT({floor_price},{campaign_price})=2,{campaign_price}<{floor_price})", "below your floor price"),
    ('AND(ISNUMBER({stock}),{stock}<1,{line}<>"Withdraw")', "Stock is 0"),
)

_SHEET = Sheet(
    name="Products",
    key="sku_lines",
    columns=(
        *_COLUMNS,
        quick_check(_COLUMNS, *_IDS, _TOO_SHORT, *_TESTS, visible=_P, entered_by=_ENTERED),
        *NOT_ASKED,
        *OF_WHOM,
    ),
    purpose="One row per SKU and promotion: what buyers pay, and how many units you keep.",
    subtitle="Prices before shipping and tax · IDs are text: paste values only",
    rows=500,
    entered_by=_ENTERED,
    aliases=("SKUs", "SKU list", "Product list", "Items", "商品", "商品清单", "商品列表", "Productos"),
    vague=VAGUE,
)
PRODUCTS = in_more_languages(_SHEET, PRODUCT_WORDS)


def with_ids_of_any_length() -> Sheet:
    """Return the sheet for a marketplace that does not say how many digits its IDs have."""
    changed = {
        PRODUCT.key: replace(PRODUCT, hint="paste values only", longest=None),
        SKU.key: replace(SKU, hint="blank = every variation", longest=None),
    }
    columns = tuple(changed.get(column.key, column) for column in _COLUMNS)
    check = quick_check(columns, *_IDS, *_TESTS, visible=_P, entered_by=_ENTERED)
    return replace(PRODUCTS, columns=(*columns, check, *NOT_ASKED))
