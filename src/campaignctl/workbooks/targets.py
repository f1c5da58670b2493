"""The Targets sheet: one row per number that the campaign should reach.

Seller targets stand in Sellers and stream targets in Livestreams: every target has one place.
"""

from decimal import Decimal

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks.examples import CATEGORY, OWNER
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import quick_check

LEVEL = Column(
    "Level",
    "level",
    Type.CHOICE,
    "yes",
    choices=("Campaign", "Category", "Tier", "Day"),
    hint="list; sellers and streams have their own sheet",
    example="Category",
    aliases=("Target level", "层级", "级别", "Nivel"),
    width=14,
)
NAME = Column(
    "Name",
    "name",
    Type.TEXT,
    "if",
    when=("level", ("Category", "Tier", "Day")),
    hint="category, tier or date; blank for Campaign",
    example=CATEGORY,
    aliases=("Target name", "Of", "名称", "Nombre"),
    width=18,
)
METRIC = Column(
    "Metric",
    "metric",
    Type.CHOICE,
    "yes",
    choices=(
        "GMV",
        "Net GMV",
        "Orders",
        "Units",
        "LIVE GMV",
        "Registered sellers",
        "Registered SKUs",
        "Livestreams",
        "Platform spend",
        "Seller-funded discount",
    ),
    hint="list",
    example="GMV",
    aliases=("KPI", "Measure", "指标", "Métrica", "Indicador"),
    width=22,
)
TARGET = Column(
    "Target",
    "target",
    Type.NUMBER,
    "yes",
    hint="money or count, by metric",
    example=Decimal(900000),
    aliases=("Goal", "Target value", "目标", "目标值", "Objetivo", "Meta"),
    least=0,
    width=14,
)
LAST_TIME = Column(
    "Last time",
    "last_time",
    Type.NUMBER,
    hint="the last campaign's result, if you know it",
    example=Decimal(740000),
    aliases=("Last campaign", "Previous", "Last year", "上次", "上期", "Última vez", "Anterior"),
    least=0,
    width=14,
)
TARGET_OWNER = Column(
    "Owner",
    "owner",
    Type.CHOICE,
    choices_from="sheet:contacts",
    hint="who answers for it",
    example=OWNER,
    aliases=("Responsible", "负责人", "Responsable"),
    width=16,
)
NOTE = Column(
    "Note",
    "note",
    Type.TEXT,
    hint="for the team",
    example="new brands from March",
    aliases=("Notes", "Comment", "Remark", "备注", "Nota", "Notas"),
    width=30,
)
_COLUMNS = (
    *group("What", LEVEL, NAME, METRIC),
    *group("How much", TARGET, LAST_TIME),
    *group("Who", TARGET_OWNER, NOTE),
)

TARGETS = Sheet(
    name="Targets",
    key="targets",
    columns=(*_COLUMNS, quick_check(_COLUMNS)),
    purpose="GMV, sellers, SKUs and livestreams for the campaign and, if you like, by category, tier or day.",
    subtitle="One row per number",
    aliases=("Goals", "KPIs", "目标", "Objetivos", "Metas"),
)
