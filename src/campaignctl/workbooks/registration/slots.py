"""The Livestreams sheet of a registration: the slots that a seller offers."""

from dataclasses import replace
from decimal import Decimal

from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.workbooks import livestreams
from campaignctl.workbooks.examples import SKU_ID, local
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import damaged, quick_check
from campaignctl.workbooks.registration.of_whom import OF_WHOM

_P = Class.PUBLIC

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
ACCOUNT = replace(livestreams.ACCOUNT, hint="handle that goes live")
HOST = livestreams.HOST
FIRST_CHOICE = Column(
    "First choice",
    "first_choice",
    Type.DATETIME,
    "yes",
    hint="when it would start",
    example=local("2025-11-21 19:00"),
    aliases=("Preferred start", "First slot", "Start", "Start time", "首选时间", "Primera opción"),
    visible=_P,
    width=22,
)
SECOND_CHOICE = Column(
    "Second choice",
    "second_choice",
    Type.DATETIME,
    hint="if the first is taken",
    example=local("2025-11-22 19:00"),
    aliases=("Alternative start", "Second slot", "备选时间", "Segunda opción"),
    visible=_P,
    width=22,
)
MINUTES = Column(
    "Minutes",
    "minutes",
    Type.INT,
    "yes",
    hint="60–480",
    example=180,
    aliases=("Duration", "Length", "Min", "分钟", "时长", "Minutos", "Duración"),
    visible=_P,
    least=60,
    most=480,
    width=11,
)
PLACE = Column(
    "Place",
    "place",
    Type.CHOICE,
    choices=("Own studio", "Yours", "Remote"),
    hint="Yours = our studio",
    example="Own studio",
    aliases=("Studio", "Location", "场地", "直播场地", "Lugar", "Estudio"),
    visible=_P,
    width=14,
)
HERO_SKU = Column(
    "Hero SKU ID",
    "hero_sku_id",
    Type.ID,
    hint="one; the rest follows later",
    example=SKU_ID,
    aliases=("Hero SKU", "SKU ID", "主推SKU", "主推SKU ID", "SKU estrella"),
    visible=_P,
    longest=20,
    width=22,
)
ESTIMATED_GMV = Column(
    "Estimated GMV",
    "estimated_gmv",
    Type.MONEY,
    "yes",
    hint="what you expect to sell",
    example=Decimal(25000),
    aliases=("GMV estimate", "Expected GMV", "Est. GMV", "预估GMV", "预计GMV", "GMV estimado"),
    visible=_P,
    least=0,
    width=17,
)
ADS_BUDGET = replace(livestreams.ADS_BUDGET, visible=_P)
COMMENT = Column(
    "Comment",
    "comment",
    Type.TEXT,
    hint="we read it",
    aliases=("Comments", "Note", "Remark", "备注", "Comentario", "Comentarios"),
    visible=_P,
    width=30,
)

_COLUMNS = (
    *group("What", TITLE, ACCOUNT, HOST),
    *group("When and where", FIRST_CHOICE, SECOND_CHOICE, MINUTES, PLACE),
    *group("How much", HERO_SKU, ESTIMATED_GMV, ADS_BUDGET, COMMENT),
)
_TESTS = (
    damaged(HERO_SKU),
    ("AND(COUNT({first_choice},{second_choice})=2,{first_choice}={second_choice})", "both choices are the same"),
)

SLOTS = Sheet(
    name="Livestreams",
    key="slots",
    columns=(*_COLUMNS, quick_check(_COLUMNS, *_TESTS, visible=_P), *OF_WHOM),
    purpose="Livestream slots that you offer. We confirm one of the two times.",
    subtitle="One row per slot",
    required=False,
    aliases=("LIVE slots", "Slots", "LIVE", "直播", "直播排期", "Directos"),
)
