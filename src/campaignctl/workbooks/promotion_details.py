"""What only some promotions need: caps, tiers, gifts, coupon windows, entry rules. Folded away on the sheet Promotions.

A team that uses none of them never sees them.
"""

from dataclasses import replace

from campaignctl.domain.forms import Class, Column, Type
from campaignctl.workbooks import campaign
from campaignctl.workbooks.grouping import group

_P = Class.PUBLIC

MAX_DISCOUNT = Column(
    "Max discount",
    "max_discount",
    Type.MONEY,
    "if",
    hint="cap per order; percent with platform money",
    aliases=("Maximum discount", "Discount cap", "最高优惠", "最高折扣金额", "Descuento máximo"),
    visible=_P,
    least=0,
    width=14,
)
PLATFORM_CAP = Column(
    "Platform cap",
    "platform_cap",
    Type.MONEY,
    hint="most the platform adds per order",
    aliases=("Platform max per order", "平台补贴上限", "Tope de la plataforma"),
    least=0,
    width=14,
)
COST_CENTRE = replace(campaign.COST_CENTRE, hint="blank = the campaign's", width=14, example=None)
EXPECTED_USE = Column(
    "Expected use",
    "expected_use",
    Type.PERCENT,
    hint="of worst case; blank = as earlier campaigns did",
    aliases=("Expected redemption", "Redemption rate", "预计核销率", "Uso esperado"),
    least=0,
    most=1,
    width=14,
)
MIN_QUANTITY = Column(
    "Min. quantity",
    "min_quantity",
    Type.INT,
    "if",
    hint="tier 1 in units; else Min. spend",
    aliases=("Minimum quantity", "Min quantity", "Tier 1 from", "最低件数", "Cantidad mínima"),
    visible=_P,
    least=1,
    width=14,
)
TIER2_FROM = Column(
    "Tier 2 from",
    "tier2_from",
    Type.NUMBER,
    hint="unit of tier 1, and higher",
    aliases=("Tier 2 threshold", "Second tier from", "第二档门槛", "Nivel 2 desde"),
    visible=_P,
    least=0,
    width=13,
)
TIER2_VALUE = Column(
    "Tier 2 value",
    "tier2_value",
    Type.VALUE,
    "if",
    hint="same kind, higher; with Tier 2 from",
    aliases=("Second tier value", "Tier 2 discount", "第二档优惠", "Valor nivel 2"),
    visible=_P,
    least=0,
    width=13,
)
GIFT_SKU_ID = Column(
    "Gift SKU ID",
    "gift_sku_id",
    Type.ID,
    "if",
    when=("kind_of_value", ("Gift",)),
    hint="SKU given away; paste as text",
    aliases=("Gift SKU", "Gift ID", "赠品SKU ID", "赠品SKU", "SKU de regalo"),
    visible=_P,
    width=22,
)
CLAIM_STARTS = Column(
    "Claim starts",
    "claim_starts",
    Type.DATETIME,
    hint="coupons: buyers collect from; blank = Starts",
    aliases=("Claim start", "Collect from", "领取开始时间", "Inicio de canje"),
    visible=_P,
    width=22,
)
CLAIM_ENDS = Column(
    "Claim ends",
    "claim_ends",
    Type.DATETIME,
    hint="coupons: until when; blank = Ends",
    aliases=("Claim end", "Collect until", "领取结束时间", "Fin de canje"),
    visible=_P,
    ends=True,
    width=22,
)
VALID_DAYS = Column(
    "Valid days",
    "valid_days",
    Type.INT,
    hint="days after claim, instead of Ends",
    aliases=("Days valid", "Validity days", "有效天数", "Días de validez"),
    least=1,
    width=12,
)
BUYERS = Column(
    "Buyers",
    "buyers",
    Type.CHOICE,
    choices=("All", "New", "Repeat", "Recent", "Lapsed", "New followers", "Followers"),
    default="All",
    hint="who may use it; blank = all",
    aliases=("Audience", "Buyer segment", "Target buyers", "适用人群", "目标买家", "Compradores"),
    width=14,
)
SHOWN_IN = Column(
    "Shown in",
    "shown_in",
    Type.CHOICE,
    choices=("Everywhere", "LIVE", "Creator", "Chat", "Promo code"),
    default="Everywhere",
    hint="where buyers meet it",
    aliases=("Display", "Display type", "展示渠道", "Se muestra en"),
    width=14,
)
PROMO_CODE = Column(
    "Promo code",
    "promo_code",
    Type.ID,
    "if",
    when=("shown_in", ("Promo code",)),
    hint="6–12 letters or digits",
    aliases=("Coupon code", "Code to enter", "优惠码", "Código promocional"),
    visible=_P,
    longest=12,
    width=14,
)
MIN_DISCOUNT = Column(
    "Min. discount",
    "min_discount",
    Type.PERCENT,
    hint="entry: least off list; blank = profile",
    aliases=("Minimum discount", "Min discount", "最低折扣", "Descuento mínimo"),
    visible=_P,
    least=0,
    most=1,
    width=14,
)
MIN_STOCK = Column(
    "Min. stock",
    "min_stock",
    Type.INT,
    hint="entry: least units per SKU; blank = profile",
    aliases=("Minimum stock", "Min stock", "最低库存", "Stock mínimo", "Existencias mínimas"),
    visible=_P,
    least=0,
    width=13,
)
MIN_SCORE = Column(
    "Min. score",
    "min_score",
    Type.NUMBER,
    hint="entry: least shop score; blank = profile",
    aliases=("Minimum score", "Min score", "Min. shop score", "最低店铺评分", "Puntuación mínima"),
    visible=_P,
    least=0,
    most=5,
    width=13,
)
SKUS_WANTED = Column(
    "SKUs wanted",
    "skus_wanted",
    Type.INT,
    hint="places; more nominations wait",
    aliases=("Places", "Number of SKUs", "SKU名额", "SKU 名额", "Plazas"),
    least=0,
    width=13,
)
REGISTER_BY = Column(
    "Register by",
    "register_by",
    Type.DATETIME,
    hint="blank = the campaign's Registration closes",
    aliases=("Registration deadline", "Registration closes", "报名截止时间", "Registrar antes de"),
    visible=_P,
    ends=True,
    width=22,
)
STATUS = Column(
    "Status",
    "status",
    Type.CHOICE,
    choices=("Planned", "Configured", "Checked", "Cancelled"),
    default="Planned",
    hint="set by hand while keying it in",
    aliases=("State", "状态", "Estado"),
    width=14,
)
MARKETPLACE_ID = Column(
    "Marketplace ID",
    "marketplace_id",
    Type.ID,
    hint="its activity or coupon ID, once configured",
    aliases=("Activity ID", "Coupon ID", "活动ID", "优惠券ID", "ID de actividad", "ID en la plataforma"),
    width=22,
)

DETAILS = (
    *group("More on money", MAX_DISCOUNT, PLATFORM_CAP, COST_CENTRE, EXPECTED_USE, folded=True),
    *group("Tiers and gift", MIN_QUANTITY, TIER2_FROM, TIER2_VALUE, GIFT_SKU_ID, folded=True),
    *group("Coupons", CLAIM_STARTS, CLAIM_ENDS, VALID_DAYS, BUYERS, SHOWN_IN, PROMO_CODE, folded=True),
    *group("Entry", MIN_DISCOUNT, MIN_STOCK, MIN_SCORE, SKUS_WANTED, REGISTER_BY, folded=True),
    *group("Configured", STATUS, MARKETPLACE_ID, folded=True),
)
