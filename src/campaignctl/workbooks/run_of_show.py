"""The Run of show sheet: one row per segment of a stream, in order.

Clock times follow from the stream's start and the minutes, so a late start moves the whole show.
"""

from decimal import Decimal

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks.examples import LIVE_PROMOTION_ID, PRODUCER, SKU_ID, STREAM_ID
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import damaged, quick_check

STREAM = Column(
    "Stream ID",
    "stream_id",
    Type.CHOICE,
    "yes",
    choices_from="sheet:livestreams",
    hint="from Livestreams",
    example=STREAM_ID,
    aliases=("Livestream ID", "Stream", "LIVE ID", "直播编号", "直播ID", "ID del directo"),
    width=14,
)
ORDER = Column(
    "Order",
    "order",
    Type.INT,
    "yes",
    hint="1, 2, 3 …",
    example=4,
    aliases=("No.", "Sequence", "Position", "顺序", "序号", "Orden"),
    least=1,
    width=9,
)
MINUTES = Column(
    "Minutes",
    "minutes",
    Type.INT,
    "yes",
    hint="of this segment",
    example=10,
    aliases=("Min", "Duration", "Length", "分钟", "时长", "Minutos"),
    least=1,
    most=720,
    width=11,
)
SEGMENT = Column(
    "Segment",
    "segment",
    Type.CHOICE,
    "yes",
    choices=(
        "Opening",
        "Product",
        "LIVE deal",
        "Coupon drop",
        "Giveaway",
        "Q&A",
        "Guest",
        "Break",
        "Closing",
    ),
    hint="list",
    example="LIVE deal",
    aliases=("Part", "Block", "环节", "Segmento"),
    width=14,
)
SKU = Column(
    "SKU ID",
    "sku_id",
    Type.ID,
    "if",
    when=("segment", ("Product", "LIVE deal")),
    hint="the pin; blank elsewhere; paste as text",
    example=SKU_ID,
    aliases=("SKU", "Pin", "SKU编号", "ID de SKU"),
    width=22,
)
PROMOTION = Column(
    "Promotion ID",
    "promotion_id",
    Type.CHOICE,
    "if",
    when=("segment", ("LIVE deal", "Coupon drop")),
    choices_from="sheet:promotions",
    hint="for LIVE deals and coupon drops",
    example=LIVE_PROMOTION_ID,
    aliases=("Promotion", "Promo ID", "促销ID", "活动编号", "ID de promoción"),
    width=14,
)
PRICE = Column(
    "Price to say",
    "price_to_say",
    Type.MONEY,
    hint="blank = we compute it",
    example=Decimal("12.90"),
    aliases=("Price", "Say price", "Spoken price", "口播价", "Precio a decir"),
    least=0,
    width=13,
)
UNITS = Column(
    "Units released",
    "units_released",
    Type.INT,
    hint="in this segment",
    example=200,
    aliases=("Units", "Release", "放量", "投放件数", "Unidades"),
    least=0,
    width=13,
)
TALKING_POINTS = Column(
    "Talking points",
    "talking_points",
    Type.TEXT,
    hint="≤ 300 characters",
    example="Texture on the hand, then the refill",
    aliases=("Script", "Key points", "话术", "讲解要点", "Puntos clave"),
    longest=300,
    width=36,
)
MUST_SAY = Column(
    "Must say",
    "must_say",
    Type.TEXT,
    hint="disclosure, claims, while stocks last",
    example="While stocks last",
    aliases=("Mandatory words", "Disclosure", "必说内容", "Obligatorio decir"),
    longest=200,
    width=30,
)
CUE = Column(
    "Cue",
    "cue",
    Type.CHOICE,
    choices_from="sheet:contacts",
    hint="who presses the button; blank = Producer",
    example=PRODUCER,
    aliases=("Cue by", "Operator", "操作人", "Operador"),
    width=16,
)

_COLUMNS = (
    *group("When", STREAM, ORDER, MINUTES),
    *group("What", SEGMENT, SKU, PROMOTION),
    *group("How much", PRICE, UNITS),
    *group("Words", TALKING_POINTS, MUST_SAY, CUE),
)

RUN_OF_SHOW = Sheet(
    name="Run of show",
    key="run_of_show",
    columns=(*_COLUMNS, quick_check(_COLUMNS, damaged(SKU))),
    purpose="What each stream shows, in order: products, LIVE deals, coupon drops.",
    subtitle="One row per segment · clock times follow from the stream's start",
    required=False,
    aliases=("Rundown", "Show plan", "流程", "直播流程", "Escaleta", "Guion"),
)
