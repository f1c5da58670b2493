"""The Livestreams sheet: one row per stream. Its products stand in Run of show.

A cell that packs several long SKU IDs would be broken by a spreadsheet. A stream is shorter than a day, so its end at
midnight is that midnight: the reading of Ends columns, "all of that day", is not for it.
"""

from datetime import date
from decimal import Decimal

from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.workbooks.examples import (
    LIVE_PROMOTION_ID,
    PRODUCER,
    SELLER_ID,
    SHOP_ACCOUNT,
    STREAM_ID,
    local,
)
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import before, quick_check

_P = Class.PUBLIC

STREAM = Column(
    "Stream ID",
    "stream_id",
    Type.ID,
    "yes",
    hint="own code, unique: HD26-L07",
    example=STREAM_ID,
    aliases=("ID", "Livestream ID", "LIVE ID", "直播编号", "直播ID", "ID del directo"),
    width=14,
)
TITLE = Column(
    "Title",
    "title",
    Type.TEXT,
    "yes",
    hint="as viewers see it",
    example="Opening night with Example Shop",
    aliases=("Livestream", "Stream title", "LIVE title", "直播标题", "标题", "Título"),
    visible=_P,
    width=32,
)
KIND = Column(
    "Kind",
    "kind",
    Type.CHOICE,
    "yes",
    choices=("Seller LIVE", "Creator LIVE", "Official LIVE"),
    hint="list",
    example="Seller LIVE",
    aliases=("Stream type", "LIVE type", "Type", "直播类型", "Tipo"),
    width=15,
)
SELLER = Column(
    "Seller ID",
    "seller_id",
    Type.CHOICE,
    "if",
    when=("kind", ("Seller LIVE",)),
    choices_from="sheet:sellers",
    hint="blank = several sellers",
    example=SELLER_ID,
    aliases=("Seller", "Shop ID", "商家ID", "店铺ID", "ID del vendedor"),
    width=14,
)
ACCOUNT = Column(
    "Account",
    "account",
    Type.TEXT,
    "yes",
    hint="handle that goes live; joins exports",
    example=SHOP_ACCOUNT,
    aliases=("Handle", "LIVE account", "Username", "账号", "直播账号", "Cuenta"),
    visible=_P,
    width=20,
)
HOST = Column(
    "Host",
    "host",
    Type.TEXT,
    "yes",
    hint="one person",
    example="Robin Example",
    aliases=("Presenter", "Anchor", "主播", "Presentador", "Anfitrión"),
    visible=_P,
    width=18,
)
BACKUP_HOST = Column(
    "Backup host",
    "backup_host",
    Type.TEXT,
    hint="who steps in",
    aliases=("Second host", "Stand-in", "备用主播", "Presentador suplente"),
    width=18,
)
STARTS = Column(
    "Starts",
    "starts",
    Type.DATETIME,
    "yes",
    hint="first moment, campaign zone",
    example=local("2025-11-21 19:00"),
    aliases=("Start", "Start time", "开始时间", "开播时间", "Inicio", "Empieza"),
    visible=_P,
    width=22,
)
ENDS = Column(
    "Ends",
    "ends",
    Type.DATETIME,
    "yes",
    hint="may cross midnight",
    example=local("2025-11-21 22:00"),
    aliases=("End", "End time", "结束时间", "下播时间", "Fin", "Termina"),
    visible=_P,
    width=22,
)
PLACE = Column(
    "Place",
    "place",
    Type.TEXT,
    hint="studio or room; double booking is checked",
    example="Studio 2",
    aliases=("Studio", "Room", "Location", "场地", "直播间", "Lugar", "Estudio"),
    width=16,
)
PRODUCER_COLUMN = Column(
    "Producer",
    "producer",
    Type.CHOICE,
    "yes",
    choices_from="sheet:contacts",
    hint="on the floor, answers for it",
    example=PRODUCER,
    aliases=("Owner", "Stream manager", "制作人", "场控", "Productor"),
    width=16,
)
STATUS = Column(
    "Status",
    "status",
    Type.CHOICE,
    choices=("Offered", "Confirmed", "Cancelled", "Done"),
    default="Confirmed",
    hint="blank = Confirmed",
    example="Confirmed",
    aliases=("State", "状态", "Estado"),
    width=14,
)
GMV_TARGET = Column(
    "GMV target",
    "gmv_target",
    Type.MONEY,
    hint="what the stream should sell",
    example=Decimal(25000),
    aliases=("Target GMV", "Target", "GMV目标", "GMV 目标", "Objetivo de GMV"),
    least=0,
    width=14,
)
ADS_BUDGET = Column(
    "Ads budget",
    "ads_budget",
    Type.MONEY,
    hint="ads that push the stream",
    example=Decimal(1500),
    aliases=("Ad budget", "Ad spend", "广告预算", "Presupuesto de anuncios"),
    least=0,
    width=14,
)
PROMOTIONS = Column(
    "Promotion IDs",
    "promotion_ids",
    Type.LIST,
    choices_from="sheet:promotions",
    hint="LIVE-only deals and coupons, separated by ;",
    example=LIVE_PROMOTION_ID,
    aliases=("Promotions", "Promotion ID", "促销ID", "活动编号", "ID de promociones"),
    width=22,
)
SAMPLES_DUE = Column(
    "Samples due",
    "samples_due",
    Type.DATE,
    hint="the day they are at the host's",
    example=date(2025, 11, 14),
    aliases=("Sample deadline", "样品截止日期", "Muestras antes de"),
    width=16,
)
SAMPLES_ARRIVED = Column(
    "Samples arrived",
    "samples_arrived",
    Type.YES_NO,
    default="No",
    hint="Yes or No",
    example=True,
    aliases=("Samples received", "样品已到", "Muestras recibidas"),
    width=13,
)
ROOM = Column(
    "Room ID",
    "room_id",
    Type.ID,
    hint="after the stream; paste as text",
    aliases=("LIVE room ID", "Live room", "房间ID", "直播间ID", "ID de sala"),
    width=22,
)
NOTE = Column(
    "Note",
    "note",
    Type.TEXT,
    hint="for the team",
    aliases=("Notes", "Comment", "备注", "Nota", "Notas"),
    width=28,
)

_COLUMNS = (
    *group("What", STREAM, TITLE, KIND, SELLER),
    *group("Who", ACCOUNT, HOST, BACKUP_HOST),
    *group("When and where", STARTS, ENDS, PLACE, PRODUCER_COLUMN, STATUS),
    *group("How much", GMV_TARGET, ADS_BUDGET, PROMOTIONS),
    *group("Samples", SAMPLES_DUE, SAMPLES_ARRIVED),
    *group("Afterwards", ROOM, NOTE),
)
_TESTS = (
    before(STARTS, ENDS),
    ("AND(COUNT({starts},{ends})=2,{ends}-{starts}>1)", "longer than 24 hours"),
)

LIVESTREAMS = Sheet(
    name="Livestreams",
    key="livestreams",
    columns=(*_COLUMNS, quick_check(_COLUMNS, *_TESTS)),
    purpose="Account, host, place, start and end of each stream. Its products stand in Run of show.",
    subtitle="One row per stream",
    required=False,
    aliases=("LIVE", "Lives", "Streams", "LIVE plan", "直播", "直播排期", "Directos", "Transmisiones"),
)
