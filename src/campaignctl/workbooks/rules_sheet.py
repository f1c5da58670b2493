"""The Rules sheet: where this campaign departs from the rules that ``validate`` follows, why, and who said so."""

from dataclasses import replace
from datetime import date

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks import changes
from campaignctl.workbooks.examples import PROMOTION_ID
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import quick_check

CODE = Column(
    "Code",
    "code",
    Type.ID,
    "yes",
    hint="of the rule: PRM104",
    example="PRM104",
    aliases=("Rule", "Rule code", "规则代码", "Código", "Regla"),
    width=12,
)
WHERE = Column(
    "Where",
    "where",
    Type.LIST,
    hint="seller, promotion, SKU IDs; blank = all",
    example=PROMOTION_ID,
    aliases=("Applies to", "Scope", "IDs", "适用对象", "Dónde"),
    width=28,
)
ACTION = Column(
    "Action",
    "action",
    Type.CHOICE,
    "yes",
    choices=("Ignore", "Note", "Warning", "Error"),
    hint="how it counts here",
    example="Warning",
    aliases=("Severity", "Treat as", "处理方式", "Acción"),
    width=14,
)
REASON = Column(
    "Reason",
    "reason",
    Type.TEXT,
    "yes",
    hint="why this campaign departs from it",
    example="longer slot agreed with the marketplace",
    aliases=("Why", "原因", "Motivo"),
    width=36,
)
APPROVED_BY = replace(changes.APPROVED_BY, hint="a name from Contacts", required="yes")
UNTIL = Column(
    "Until",
    "until",
    Type.DATE,
    hint="last day it holds; blank = no end",
    example=date(2025, 11, 27),
    aliases=("Valid until", "Expires", "Ends", "有效期至", "Hasta"),
    width=16,
)

_COLUMNS = (
    *group("Which rule", CODE, WHERE, ACTION),
    *group("Why and until when", REASON, APPROVED_BY, UNTIL),
)

RULES = Sheet(
    name="Rules",
    key="rules",
    columns=(*_COLUMNS, quick_check(_COLUMNS)),
    purpose="Rules that count otherwise in this campaign, with a reason and a name.",
    subtitle="One row per exception · the rules stand in campaignctl rules",
    required=False,
    aliases=("Rule exceptions", "Exceptions", "规则", "规则例外", "Reglas", "Excepciones"),
)
