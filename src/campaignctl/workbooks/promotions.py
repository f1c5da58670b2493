"""The Promotions sheet: one row per promotion, or per offer that sellers may nominate SKUs for.

What every promotion needs stands here; what only some need stands in ``promotion_details`` and is folded away.
"""

from decimal import Decimal

from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.workbooks.examples import OWNER, PROMOTION_ID, local
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.promotion_details import CLAIM_ENDS, CLAIM_STARTS, DETAILS
from campaignctl.workbooks.quick_check import before, quick_check

_P = Class.PUBLIC
_WITH_VALUE = ("Percent off", "Amount off", "Fixed price")
_COUNTED = (
    "LIVE flash deal",
    "Seller coupon",
    "Follower coupon",
    "Target coupon",
    "Platform coupon",
    "Co-funded coupon",
)

ID = Column(
    "ID",
    "id",
    Type.ID,
    "yes",
    hint="own code, unique: HD26-02",
    example=PROMOTION_ID,
    aliases=("Promotion ID", "Promo ID", "Offer ID", "Code", "活动编号", "促销ID", "编号", "ID de promoción"),
    visible=_P,
    width=14,
)
TITLE = Column(
    "Title",
    "title",
    Type.TEXT,
    "yes",
    hint="≤ 50 characters, unique; buyers may see it",
    example="Beauty opening flash",
    aliases=(
        "Promotion",
        "Promotion name",
        "Promotion title",
        "Name",
        "标题",
        "促销名称",
        "活动标题",
        "Título",
        "Nombre",
    ),
    visible=_P,
    longest=50,
    width=30,
)
TOOL = Column(
    "Tool",
    "tool",
    Type.CHOICE,
    "yes",
    choices_from="profile:tools",
    hint="which Seller Center tool runs it",
    example="Flash deal",
    aliases=("Promotion tool", "Promotion type", "Type", "Mechanic", "促销工具", "促销类型", "Herramienta", "Tipo"),
    visible=_P,
    width=20,
)
LEVEL = Column(
    "Level",
    "level",
    Type.CHOICE,
    "yes",
    choices=("Shop", "Product", "Variation"),
    hint="shop, product or variation",
    example="Variation",
    aliases=("Promotion level", "Product level", "层级", "级别", "Nivel"),
    visible=_P,
    width=13,
)
APPLIES_TO = Column(
    "Applies to",
    "applies_to",
    Type.CHOICE,
    "yes",
    choices=("Nominated SKUs", "All registered SKUs", "Category", "Seller", "Livestream"),
    default="Nominated SKUs",
    hint="Nominated = sellers name this ID in Products",
    example="Nominated SKUs",
    aliases=("Scope", "Applicable to", "适用范围", "Se aplica a", "Alcance"),
    width=20,
)
WHICH = Column(
    "Which",
    "which",
    Type.LIST,
    "if",
    when=("applies_to", ("Category", "Seller", "Livestream")),
    hint="categories, sellers or streams, separated by ;",
    aliases=("Which ones", "Scope detail", "具体范围", "Cuáles"),
    width=18,
)
KIND_OF_VALUE = Column(
    "Kind of value",
    "kind_of_value",
    Type.CHOICE,
    "yes",
    choices=("Seller's price", *_WITH_VALUE, "Gift", "Free shipping"),
    hint="Seller's price = each seller states a price",
    example="Percent off",
    aliases=("Discount type", "Value type", "优惠类型", "折扣类型", "Tipo de valor", "Tipo de descuento"),
    visible=_P,
    width=16,
)
VALUE = Column(
    "Value",
    "value",
    Type.VALUE,
    "if",
    when=("kind_of_value", _WITH_VALUE),
    hint="percent or money, by kind of value",
    example=Decimal("0.30"),
    aliases=("Discount", "Discount value", "优惠值", "折扣", "Valor", "Descuento"),
    visible=_P,
    least=0,
    width=12,
)
STARTS = Column(
    "Starts",
    "starts",
    Type.DATETIME,
    "yes",
    hint="first moment; coupons: first use",
    example=local("2025-11-21 18:00"),
    aliases=("Start", "Start time", "Starts at", "Begin time", "开始时间", "Inicio", "Hora de inicio", "Empieza"),
    visible=_P,
    width=22,
)
ENDS = Column(
    "Ends",
    "ends",
    Type.DATETIME,
    "yes",
    hint="last day (all of it), or an exact time",
    example=local("2025-11-21 23:59"),
    aliases=("End", "End time", "Ends at", "结束时间", "Fin", "Hora de fin", "Termina"),
    visible=_P,
    ends=True,
    width=22,
)
SELLER_PAYS = Column(
    "Seller pays",
    "seller_pays",
    Type.PERCENT,
    "yes",
    hint="share of the discount, 0–100 %",
    example=Decimal("0.70"),
    aliases=("Seller share", "Seller funding", "Seller funded %", "商家承担", "商家出资比例", "Paga el vendedor"),
    visible=_P,
    least=0,
    most=1,
    width=13,
)
PLATFORM_PAYS = Column(
    "Platform pays",
    "platform_pays",
    Type.COMPUTED,
    hint="the rest",
    example=Decimal("0.30"),
    aliases=("Platform share", "Platform funding", "平台承担", "平台出资比例", "Paga la plataforma"),
    formula='=IF(ISNUMBER({seller_pays}),1-{seller_pays},"")',
    width=13,
)
BUDGET = Column(
    "Budget",
    "budget",
    Type.MONEY,
    "if",
    hint="platform money for this one, if it pays",
    example=Decimal(9000),
    aliases=("Platform money", "Promotion budget", "预算", "Presupuesto"),
    least=0,
    width=13,
)
MIN_SPEND = Column(
    "Min. spend",
    "min_spend",
    Type.MONEY,
    hint="coupons, shipping, tiers by amount",
    aliases=("Minimum spend", "Min spend", "Threshold", "最低消费", "门槛金额", "Gasto mínimo", "Compra mínima"),
    visible=_P,
    least=0,
    width=13,
)
PER_BUYER = Column(
    "Per buyer",
    "per_buyer",
    Type.INT,
    hint="a whole number, or No limit",
    example=2,
    aliases=("Limit per buyer", "Buyer limit", "Buyer purchase limit", "每人限购", "Por comprador"),
    visible=_P,
    no_limit=True,
    least=1,
    width=12,
)
QUANTITY = Column(
    "Quantity",
    "quantity",
    Type.INT,
    "if",
    when=("tool", _COUNTED),
    hint="units or claims in all, or No limit",
    example=1000,
    aliases=("Qty", "Total quantity", "Total claims", "Total purchase limit", "数量", "总量", "Cantidad"),
    visible=_P,
    no_limit=True,
    least=1,
    width=12,
)
PROMOTION_OWNER = Column(
    "Owner",
    "owner",
    Type.CHOICE,
    "yes",
    choices_from="sheet:contacts",
    hint="who answers questions",
    example=OWNER,
    aliases=("Responsible", "Promotion owner", "负责人", "Responsable"),
    width=16,
)
_COLUMNS = (
    *group("What", ID, TITLE, TOOL),
    *group("For which SKUs", LEVEL, APPLIES_TO, WHICH),
    *group("How much", KIND_OF_VALUE, VALUE),
    *group("When", STARTS, ENDS),
    *group("Who pays", SELLER_PAYS, PLATFORM_PAYS, BUDGET),
    *group("Limits", MIN_SPEND, PER_BUYER, QUANTITY),
    *group("Who", PROMOTION_OWNER),
    *DETAILS,
)
_TESTS = (
    before(STARTS, ENDS),
    before(CLAIM_STARTS, CLAIM_ENDS),
    ('AND({kind_of_value}="Percent off",ISNUMBER({value}),{value}>1)', "Value is over 100 %"),
    ('AND({kind_of_value}="Percent off",ISNUMBER({value}),{value}=0)', "Value is 0 %"),
    ('AND(ISNUMBER({seller_pays}),{seller_pays}<1,{budget}="")', "platform pays: Budget is missing"),
    ('AND({tier2_from}<>"",{tier2_value}="")', "Tier 2 value is missing"),
)

PROMOTIONS = Sheet(
    name="Promotions",
    key="promotions",
    columns=(*_COLUMNS, quick_check(_COLUMNS, *_TESTS)),
    purpose="One row per promotion or offer to sellers. Times are the campaign's; say who pays the discount.",
    subtitle="One row per promotion",
    aliases=("Promotion", "Offers", "Deals", "促销", "促销活动", "Promociones"),
)
