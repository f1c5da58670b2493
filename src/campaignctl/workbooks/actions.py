"""The actions workbook: one row per thing that the report asks for, and cells for what became of it.

It is written by the report, filled by any number of people and saved into the campaign's ``decisions`` folder; the next
report reads it beside what it sees in the data.
"""

from datetime import date

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.domain.noted import DONE, DROPPED, OPEN
from campaignctl.workbooks.examples import OWNER
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import quick_check

KIND = Column(
    "Kind",
    "kind",
    Type.TEXT,
    hint="as in the report",
    example="▼ lost",
    aliases=("Type", "类型", "Tipo"),
    given=True,
    width=11,
)
WHAT = Column(
    "What we saw",
    "what",
    Type.TEXT,
    hint="by the report",
    example="Example Shop lacked $4K of its target of $20K",
    aliases=("Insight", "发现", "Qué vimos"),
    given=True,
    width=96,
)
THEN = Column(
    "What to do next",
    "then",
    Type.TEXT,
    hint="what it asks for",
    example="Ask what held it back",
    aliases=("Next step", "Action", "下一步", "Próximo paso"),
    given=True,
    width=62,
)
OWNER_COLUMN = Column(
    "Owner",
    "owner",
    Type.TEXT,
    hint="who answers for it",
    example=OWNER,
    aliases=("Who", "负责人", "Responsable"),
    given=True,
    width=15,
)
STATE = Column(
    "State",
    "state",
    Type.COMPUTED,
    hint="what is known of it",
    aliases=("Standing", "状态", "Situación"),
    width=32,
)
ACTION_ID = Column(
    "Action ID",
    "action_id",
    Type.ID,
    "yes",
    hint="ties it to the report",
    example="a1b2c3d4e",
    aliases=("Action key", "行动编号", "ID de acción"),
    given=True,
    width=12,
)
STATUS = Column(
    "Status",
    "status",
    Type.CHOICE,
    choices=(DONE, DROPPED, OPEN),
    hint="list",
    example=DONE,
    aliases=("What became of it", "进展", "Estado"),
    width=12,
)
_WORDS = (DONE, DROPPED, OPEN)
NOTED_BY = Column(
    "Noted by",
    "noted_by",
    Type.CHOICE,
    "if",
    when=("status", _WORDS),
    choices_from="sheet:contacts",
    hint="your name",
    example=OWNER,
    aliases=("By", "记录人", "Anotado por"),
    width=15,
)
NOTED_ON = Column(
    "Noted on",
    "noted_on",
    Type.DATE,
    "if",
    when=("status", _WORDS),
    hint="the later day counts; Ctrl+; is today",
    example=date(2025, 12, 2),
    aliases=("On", "Date", "记录日期", "Fecha"),
    width=17,
)
NOTE = Column(
    "Note",
    "note",
    Type.TEXT,
    hint="in a few words",
    example="moved to the evening slot",
    aliases=("Remark", "备注", "Nota"),
    width=36,
)

_ASKED = (STATUS, NOTED_BY, NOTED_ON, NOTE)

ACTIONS = Sheet(
    name="Actions",
    key="actions",
    columns=(
        *group("What the report asks for", KIND, WHAT, THEN, OWNER_COLUMN, STATE),
        *group("Which one", ACTION_ID, folded=True),
        *group("What became of it", *_ASKED),
        quick_check(_ASKED, ('AND({status}="",COUNTA({noted_by},{noted_on},{note})>0)', "Status is missing")),
    ),
    purpose="One row per thing that the report asks for: choose Done, Dropped or Still open, with your name and day.",
    subtitle="The weightiest first",
    required=False,
    aliases=("Action", "行动", "Acciones"),
    worklist=True,
)
