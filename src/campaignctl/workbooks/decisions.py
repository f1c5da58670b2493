"""The decisions workbook: one row per registered line with what is known of it, and cells for what the team decides.

It is written by campaignctl, filled by any number of people and saved into the campaign's ``decisions`` folder. A
decision holds for the terms it was made under: they stand beside it as a short hash.
"""

from datetime import date
from decimal import Decimal

from campaignctl.domain.decisions import APPROVE, COUNTER, HOLD, REJECT
from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks.examples import APPROVER, PRODUCT_ID, PROMOTION_ID, SELLER_ID, SHOP, SKU_ID
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import quick_check

REASONS = ("Price", "Stock", "Eligibility", "Assortment", "Duplicate", "Places full", "Other")

SELLER = Column(
    "Seller ID",
    "seller_id",
    Type.ID,
    "yes",
    hint="whose line",
    example=SELLER_ID,
    aliases=("Seller", "Shop ID", "商家ID", "店铺ID", "ID del vendedor"),
    given=True,
    width=10,
)
SHOP_NAME = Column(
    "Shop name",
    "shop_name",
    Type.TEXT,
    hint="as buyers see it",
    example=SHOP,
    aliases=("Shop", "Store", "店铺名称", "Tienda"),
    given=True,
    width=18,
)
ACCOUNT_MANAGER = Column(
    "Account manager",
    "account_manager",
    Type.TEXT,
    hint="who speaks with the shop",
    example="Kai Lund",
    aliases=("AM", "客户经理", "Ejecutivo de cuenta"),
    given=True,
    width=13,
)
PROMOTION = Column(
    "Promotion ID",
    "promotion_id",
    Type.ID,
    "yes",
    hint="where it is nominated",
    example=PROMOTION_ID,
    aliases=("Promotion", "Promo ID", "促销ID", "ID de promoción"),
    given=True,
    width=11,
)
PRODUCT_ID_COLUMN = Column(
    "Product ID",
    "product_id",
    Type.ID,
    hint="text, never a number",
    example=PRODUCT_ID,
    aliases=("product_id", "商品ID", "ID del producto"),
    given=True,
    width=21,
)
SKU = Column(
    "SKU ID",
    "sku_id",
    Type.ID,
    hint="blank = every variation",
    example=SKU_ID,
    aliases=("sku_id", "SKU", "SKU编号", "ID de SKU"),
    given=True,
    width=21,
)
PRODUCT = Column(
    "Product",
    "product",
    Type.TEXT,
    hint="name and variation",
    example="Example Lotion 100 ml",
    aliases=("Product name", "Item", "商品名称", "Producto"),
    given=True,
    width=28,
)
LIST_PRICE = Column(
    "List price",
    "list_price",
    Type.MONEY,
    hint="before any promotion",
    example=Decimal("20.00"),
    aliases=("MSRP", "原价", "Precio de lista"),
    given=True,
    width=10,
)
LOW_30D = Column(
    "Lowest 30 days",
    "low_30d",
    Type.MONEY,
    hint="lowest price paid",
    example=Decimal("16.50"),
    aliases=("30-day low", "近30天最低价", "Precio mínimo 30 días"),
    given=True,
    width=10,
)
CAMPAIGN_PRICE = Column(
    "Campaign price",
    "campaign_price",
    Type.MONEY,
    hint="before coupons",
    example=Decimal("15.00"),
    aliases=("Deal price", "活动价", "Precio de campaña"),
    given=True,
    width=11,
)
DISCOUNT = Column(
    "Discount",
    "discount",
    Type.COMPUTED,
    hint="off list",
    example=Decimal("0.25"),
    aliases=("Off", "折扣", "Descuento"),
    width=10,
)
STOCK = Column(
    "Stock",
    "stock",
    Type.INT,
    hint="units kept",
    example=500,
    aliases=("Qty", "库存", "Existencias"),
    given=True,
    width=9,
)
FINDINGS = Column(
    "Findings",
    "findings",
    Type.COMPUTED,
    hint="how many, and the worst",
    aliases=("Problems", "问题", "Hallazgos"),
    width=22,
)
STATE = Column(
    "State",
    "state",
    Type.COMPUTED,
    hint="new and changed stand on top",
    aliases=("Standing", "状态", "Estado"),
    width=17,
)
SUGGESTION = Column(
    "Suggestion",
    "suggestion",
    Type.COMPUTED,
    hint="what our rules say, and why",
    aliases=("Proposal", "建议", "Sugerencia"),
    width=54,
)
TERMS = Column(
    "Terms",
    "terms",
    Type.ID,
    "yes",
    hint="a hash of them",
    example="t0a1b2c3d",
    aliases=("Terms hash", "条款", "Condiciones"),
    given=True,
    width=12,
)
DECISION = Column(
    "Decision",
    "decision",
    Type.CHOICE,
    choices=(APPROVE, REJECT, COUNTER, HOLD),
    hint="list",
    example=APPROVE,
    aliases=("Decided", "决定", "Decisión"),
    width=12,
)
COUNTER_PRICE = Column(
    "Counter price",
    "counter_price",
    Type.MONEY,
    "if",
    when=("decision", (COUNTER,)),
    hint="what we would take",
    example=Decimal("14.50"),
    aliases=("Counter offer", "Our price", "还价", "Contraoferta"),
    least=0,
    width=11,
)
HERO = Column(
    "Hero",
    "hero",
    Type.YES_NO,
    hint="leads the campaign",
    example=True,
    aliases=("Hero SKU", "主推", "Producto estrella"),
    width=8,
)
REASON = Column(
    "Reason",
    "reason",
    Type.CHOICE,
    "if",
    when=("decision", (REJECT, COUNTER, HOLD)),
    choices=REASONS,
    hint="if not Approve",
    example="Price",
    aliases=("Why", "原因", "Motivo"),
    width=13,
)
_WORDS = (APPROVE, REJECT, COUNTER, HOLD)
DECIDED_BY = Column(
    "Decided by",
    "decided_by",
    Type.CHOICE,
    "if",
    when=("decision", _WORDS),
    choices_from="sheet:contacts",
    hint="your name",
    example=APPROVER,
    aliases=("By", "决定人", "Decidido por"),
    width=15,
)
DECIDED_ON = Column(
    "Decided on",
    "decided_on",
    Type.DATE,
    "if",
    when=("decision", _WORDS),
    hint="the later day counts; Ctrl+; is today",
    example=date(2025, 11, 14),
    aliases=("On", "Date", "决定日期", "Fecha de decisión"),
    width=17,
)

_ASKED = (DECISION, COUNTER_PRICE, HERO, REASON, DECIDED_BY, DECIDED_ON)
_TESTS = (
    ('AND({decision}="",COUNTA({counter_price},{reason},{decided_by},{decided_on})>0)', "Decision is missing"),
    (
        f'AND({{decision}}="{COUNTER}",COUNT({{counter_price}},{{campaign_price}})=2,{{counter_price}}>={{campaign_price}})',
        "not below the seller's price",
    ),
)

DECISIONS = Sheet(
    name="Decisions",
    key="decisions",
    columns=(
        *group("Whose", SELLER, SHOP_NAME),
        *group("Who and which IDs", ACCOUNT_MANAGER, PRODUCT_ID_COLUMN, SKU, TERMS, folded=True),
        *group("What", PROMOTION, PRODUCT),
        *group("What is offered", LIST_PRICE, LOW_30D, CAMPAIGN_PRICE, DISCOUNT, STOCK),
        *group("What we know", STATE, FINDINGS, SUGGESTION),
        *group("Your decision", *_ASKED),
        quick_check(_ASKED, *_TESTS),
    ),
    purpose="One row per registered line: choose Approve, Reject, Counter or Hold, with your name and the day.",
    subtitle="New and changed lines first, then undecided ones, then decided ones",
    aliases=("Decision", "决定", "Decisiones"),
    worklist=True,
)
