"""The Coupons sheet of a registration: every coupon that can meet a campaign SKU, also those already running."""

from dataclasses import replace
from decimal import Decimal

from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.workbooks import promotion_details
from campaignctl.workbooks.examples import PRODUCT_ID, local
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import before, quick_check
from campaignctl.workbooks.registration.languages import in_more_languages
from campaignctl.workbooks.registration.of_whom import OF_WHOM

_P = Class.PUBLIC

COUPON = Column(
    "Coupon",
    "coupon",
    Type.ID,
    "yes",
    hint="your code or name",
    example="EXAMPLE5",
    aliases=("Coupon name", "Coupon ID", "Voucher", "Name", "优惠券", "优惠券名称", "Cupón"),
    visible=_P,
    width=18,
)
TYPE = Column(
    "Type",
    "type",
    Type.CHOICE,
    "yes",
    choices=("Seller", "Follower", "New customer", "Repeat customer", "Promo code", 'Auto ("addon")'),
    hint='Auto = made by the shop itself ("addon")',
    example="Seller",
    aliases=("Coupon type", "Kind", "优惠券类型", "类型", "Tipo"),
    visible=_P,
    width=17,
)
ALREADY_RUNNING = Column(
    "Already running",
    "already_running",
    Type.YES_NO,
    "yes",
    hint="Yes or No",
    example=False,
    aliases=("Running", "Is running", "已在进行", "是否进行中", "Ya activo"),
    visible=_P,
    width=12,
)
KIND_OF_VALUE = Column(
    "Kind of value",
    "kind_of_value",
    Type.CHOICE,
    "yes",
    choices=("Percent off", "Amount off"),
    hint="percent or amount",
    example="Amount off",
    aliases=("Discount type", "Value type", "优惠类型", "折扣类型", "Tipo de valor", "Tipo de descuento"),
    visible=_P,
    width=15,
)
VALUE = Column(
    "Value",
    "value",
    Type.VALUE,
    "yes",
    hint="percent or money, by kind of value",
    example=Decimal("5.00"),
    aliases=("Discount", "Discount value", "优惠值", "面额", "Valor", "Descuento"),
    visible=_P,
    least=0,
    width=12,
)
MAX_DISCOUNT = replace(promotion_details.MAX_DISCOUNT, hint="percent only: most off per order", required="no")
MIN_SPEND = Column(
    "Min. spend",
    "min_spend",
    Type.MONEY,
    "yes",
    hint="an amount, or type None; never blank",
    example=Decimal("30.00"),
    aliases=("Minimum spend", "Min spend", "Threshold", "最低消费", "使用门槛", "Gasto mínimo", "Compra mínima"),
    visible=_P,
    typed_none=True,
    least=0,
    width=13,
)
APPLIES_TO = Column(
    "Applies to",
    "applies_to",
    Type.CHOICE,
    "yes",
    choices=("Whole shop", "Selected products"),
    hint="whole shop or selected products",
    example="Selected products",
    aliases=("Scope", "Applicable to", "适用范围", "Se aplica a", "Alcance"),
    visible=_P,
    width=18,
)
PRODUCT_IDS = Column(
    "Product IDs",
    "product_ids",
    Type.LIST,
    "if",
    when=("applies_to", ("Selected products",)),
    hint="15–20 digits each, separated by ;",
    example=PRODUCT_ID,
    aliases=("Products", "Product ID", "Selected products", "商品ID", "适用商品", "ID de productos"),
    visible=_P,
    width=26,
)
BUYERS = Column(
    "Buyers",
    "buyers",
    Type.CHOICE,
    choices=("All", "New", "Repeat", "Followers"),
    default="All",
    hint="who may use it; blank = all",
    example="All",
    aliases=("Audience", "Buyer segment", "Target buyers", "适用人群", "Compradores"),
    visible=_P,
    width=13,
)
SHOWN_IN = replace(promotion_details.SHOWN_IN, example="Everywhere", visible=_P)
PROMO_CODE = Column(
    "Promo code",
    "promo_code",
    Type.ID,
    "if",
    when=("shown_in", ("Promo code",)),
    hint="6–12 letters or digits",
    aliases=("Code", "Coupon code", "优惠码", "Código promocional"),
    visible=_P,
    width=14,
)
CLAIM_STARTS = replace(promotion_details.CLAIM_STARTS, hint="buyers collect from; blank = Starts")
CLAIM_ENDS = replace(promotion_details.CLAIM_ENDS, hint="buyers collect until; blank = Ends")
STARTS = Column(
    "Starts",
    "starts",
    Type.DATETIME,
    "if",
    hint="first use; needed unless Valid days",
    example=local("2025-11-21 00:00"),
    aliases=("Start", "Start time", "Valid from", "开始时间", "使用开始时间", "Inicio", "Empieza"),
    visible=_P,
    width=22,
)
ENDS = Column(
    "Ends",
    "ends",
    Type.DATETIME,
    "if",
    hint="last day (all of it), or an exact time",
    example=local("2025-11-26 23:59"),
    aliases=("End", "End time", "Valid until", "结束时间", "使用结束时间", "Fin", "Termina"),
    visible=_P,
    ends=True,
    width=22,
)
VALID_DAYS = replace(promotion_details.VALID_DAYS, hint="days after claim, instead of dates", visible=_P)
QUANTITY = Column(
    "Quantity",
    "quantity",
    Type.INT,
    "yes",
    hint="claims in all",
    example=2000,
    aliases=("Qty", "Total quantity", "Total claims", "数量", "发放总量", "Cantidad"),
    visible=_P,
    least=1,
    width=12,
)
PER_BUYER = Column(
    "Per buyer",
    "per_buyer",
    Type.INT,
    "yes",
    hint="claims per buyer",
    example=1,
    aliases=("Limit per buyer", "Claims per buyer", "Buyer limit", "每人限领", "Por comprador"),
    visible=_P,
    least=1,
    width=12,
)

_COLUMNS = (
    *group("What", COUPON, TYPE, ALREADY_RUNNING),
    *group("How much", KIND_OF_VALUE, VALUE, MAX_DISCOUNT, MIN_SPEND),
    *group("For what and whom", APPLIES_TO, PRODUCT_IDS, BUYERS, SHOWN_IN, PROMO_CODE),
    *group("When", CLAIM_STARTS, CLAIM_ENDS, STARTS, ENDS, VALID_DAYS),
    *group("Limits", QUANTITY, PER_BUYER),
)
_TESTS = (
    ('AND({valid_days}="",OR({starts}="",{ends}=""))', "Starts and Ends, or Valid days"),
    before(STARTS, ENDS),
    before(CLAIM_STARTS, CLAIM_ENDS),
    ('AND({kind_of_value}="Percent off",ISNUMBER({value}),{value}>1)', "Value is over 100 %"),
    (
        'AND({kind_of_value}="Amount off",COUNT({value},{min_spend})=2,{value}>={min_spend})',
        "Value is not below Min. spend",
    ),
)

_SHEET = Sheet(
    name="Coupons",
    key="coupons",
    columns=(*_COLUMNS, quick_check(_COLUMNS, *_TESTS, visible=_P), *OF_WHOM),
    purpose="Every coupon that can meet a campaign SKU, also those already running.",
    subtitle="One row per coupon · type None where there is no minimum spend",
    required=False,
    aliases=("Vouchers", "Coupon list", "优惠券", "Cupones"),
)
COUPONS = in_more_languages(_SHEET, {})
