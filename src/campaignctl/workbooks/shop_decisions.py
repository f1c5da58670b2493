"""The second sheet of the decisions workbook: one row per shop, where a single cell decides all of its lines."""

from dataclasses import replace

from campaignctl.domain.decisions import HOLD, REJECT
from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks.decisions import ACCOUNT_MANAGER, DECIDED_BY, DECIDED_ON, SELLER, SHOP_NAME
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import quick_check

LINES = Column(
    "Lines", "lines", Type.COMPUTED, hint="registered", example=12, aliases=("SKU lines", "商品数", "Líneas"), width=9
)
READY = Column(
    "To approve",
    "ready",
    Type.COMPUTED,
    hint="suggested",
    example=9,
    aliases=("Suggested", "建议通过", "Por aprobar"),
    width=11,
)
SHOP_DECISION = Column(
    "Decision",
    "decision",
    Type.CHOICE,
    choices=(REJECT, HOLD),
    hint="Reject: the whole shop is out",
    example=REJECT,
    aliases=("Decided", "决定", "Decisión"),
    width=12,
)
SHOP_REASON = Column(
    "Reason",
    "reason",
    Type.TEXT,
    "if",
    when=("decision", (REJECT, HOLD)),
    hint="in a few words",
    example="late shipping last time",
    aliases=("Why", "原因", "Motivo"),
    width=32,
)
_OF_A_SHOP = ("decision", (REJECT, HOLD))
_SHOP_ASKED = (
    SHOP_DECISION,
    SHOP_REASON,
    replace(DECIDED_BY, when=_OF_A_SHOP),
    replace(DECIDED_ON, when=_OF_A_SHOP),
)

SHOP_DECISIONS = Sheet(
    name="Sellers",
    key="shop_decisions",
    columns=(
        *group("Which shop", SELLER, SHOP_NAME, ACCOUNT_MANAGER),
        *group("What it offers", LINES, READY),
        *group("Your decision", *_SHOP_ASKED),
        quick_check(_SHOP_ASKED),
    ),
    purpose="One row per shop: Reject or Hold decides all its lines at once, whatever they say.",
    subtitle="One cell excludes a whole shop; leave it blank to decide line by line",
    required=False,
    aliases=("Shops", "Seller", "商家", "Vendedores"),
    worklist=True,
)
