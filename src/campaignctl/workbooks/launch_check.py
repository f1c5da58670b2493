"""The launch check: the prices that buyers must see when each promotion starts, to be compared on a phone that night.

It is written by campaignctl, printed or opened on a tablet, filled, and read back. Whoever checks types what the page
of the product shows; nothing else is asked.
"""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks import decisions
from campaignctl.workbooks.examples import OWNER, SHOP
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import Test, quick_check

HERO, SAMPLE = "Hero", "Sample"
BOX = "☐"

TICK = Column("Tick", "tick", Type.COMPUTED, hint="on paper", width=6)
CHECK_AT = Column(
    "Check at",
    "check_at",
    Type.DATETIME,
    hint="not before",
    example=datetime(2025, 11, 21),  # noqa: DTZ001 - a workbook's clock, as its sub-title says
    aliases=("From", "Check from", "检查时间", "Comprobar desde"),
    given=True,
    width=22,
)
PROMOTION = replace(decisions.PROMOTION, hint="which one it is in")
SELLER = replace(decisions.SELLER, hint="whose SKU", required="no")
SHOP_NAME = Column(
    "Shop",
    "shop_name",
    Type.TEXT,
    hint="as buyers see it",
    example=SHOP,
    aliases=("Shop name", "Store", "店铺名称", "Tienda"),
    given=True,
    width=16,
)
PRODUCT = replace(decisions.PRODUCT, width=26)
PRODUCT_ID_COLUMN = decisions.PRODUCT_ID_COLUMN
SKU = decisions.SKU
LINK = Column(
    "Link",
    "product_link",
    Type.URL,
    hint="where the seller gave one",
    example="https://shop.example/lotion",
    aliases=("Product link", "Product URL", "商品链接", "Enlace"),
    given=True,
    width=24,
)
WHY = Column("Why", "why", Type.COMPUTED, hint="hero or sample", width=9)
SHELF_PRICE = Column(
    "Price at start",
    "shelf_price",
    Type.MONEY,
    "yes",
    hint="on the product page",
    example=Decimal("15.00"),
    aliases=("Shelf price", "Price at 00:00", "Expected price", "应显示价格", "Precio al inicio"),
    given=True,
    width=11,
)
COUPON_PRICE = Column(
    "After coupons",
    "coupon_price",
    Type.MONEY,
    hint="at best, anyone",
    example=Decimal("13.50"),
    aliases=("Price after coupons", "券后价", "Precio con cupones"),
    given=True,
    width=11,
)
SEEN_PRICE = Column(
    "Seen price",
    "seen_price",
    Type.MONEY,
    hint="on the product page",
    example=Decimal("15.00"),
    aliases=("Price seen", "Seen", "实际价格", "Precio visto"),
    least=0,
    width=12,
)
SEEN_BY = Column(
    "Seen by",
    "seen_by",
    Type.TEXT,
    hint="your name",
    example=OWNER,
    aliases=("Checked by", "检查人", "Visto por"),
    width=14,
)
SEEN_AT = Column(
    "Seen at",
    "seen_at",
    Type.DATETIME,
    hint="day and time",
    example=datetime(2025, 11, 21, 0, 4),  # noqa: DTZ001 - likewise
    aliases=("Checked at", "检查于", "Visto a las"),
    width=20,
)
NOTE = Column("Note", "note", Type.TEXT, hint="what else you saw", aliases=("Remark", "备注", "Nota"), width=16)

ASKED = (SEEN_PRICE, SEEN_BY, SEEN_AT, NOTE)
_TESTS: tuple[Test, ...] = (
    ('AND({seen_price}="",COUNTA({seen_by},{seen_at})>0)', "Seen price is missing"),
    ("AND(COUNT({seen_price},{shelf_price})=2,{seen_price}<>{shelf_price})", "not the price at start"),
    ("AND(COUNT({seen_at},{check_at})=2,{seen_at}<{check_at})", "seen before it starts"),
    ('AND({seen_price}<>"",{seen_at}="")', "Seen at is missing"),
    ('AND({seen_price}<>"",{seen_by}="")', "Seen by is missing"),
)

LAUNCH_CHECK = Sheet(
    name="Launch check",
    key="launch_check",
    columns=(
        *group("When", TICK, CHECK_AT),
        *group("Which promotion", PROMOTION, WHY),
        *group("IDs", SELLER, PRODUCT_ID_COLUMN, folded=True),
        *group("What to open", SHOP_NAME, PRODUCT, SKU, LINK),
        *group("What buyers must see", SHELF_PRICE, COUPON_PRICE),
        *group("What you see", *ASKED),
        replace(quick_check(ASKED, *_TESTS), printed=False),
    ),
    purpose="One row per price to look up: type what the product page shows, your name, and when you saw it.",
    subtitle="Prices before shipping and tax",
    aliases=("Launch checks", "Price check", "上线检查", "Control de lanzamiento"),
    worklist=True,
    paper=True,
)


def without_links(sheet: Sheet) -> Sheet:
    """Return the sheet without its column of links, where no seller gave one."""
    columns = (replace(column, in_form=column.key != LINK.key and column.in_form) for column in sheet.columns)
    return replace(sheet, columns=tuple(columns))
