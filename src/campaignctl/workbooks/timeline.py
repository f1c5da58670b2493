"""The Timeline sheet: tasks, owners, working days, and what must be finished first.

A start in weeks before launch, ``L-10d``, moves with the launch; so do the tasks that follow it.
"""

from datetime import date
from decimal import Decimal

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks.examples import OWNER, local
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import before, quick_check

ID = Column(
    "ID",
    "id",
    Type.ID,
    "yes",
    hint="T01; stays the same for ever",
    example="T05",
    aliases=("Task ID", "No.", "任务编号", "编号", "ID de tarea"),
    width=10,
)
TASK = Column(
    "Task",
    "task",
    Type.TEXT,
    "yes",
    hint="what is to be done",
    example="Collect seller registrations",
    aliases=("Task name", "Activity", "Name", "任务", "任务名称", "Tarea"),
    width=34,
)
WORKSTREAM = Column(
    "Workstream",
    "workstream",
    Type.CHOICE,
    "yes",
    choices_from="team:workstreams",
    hint="list",
    example="Registration",
    aliases=("Stream of work", "Phase", "工作流", "模块", "Área de trabajo"),
    width=18,
)
TASK_OWNER = Column(
    "Owner",
    "owner",
    Type.CHOICE,
    "yes",
    choices_from="sheet:contacts",
    hint="a name from Contacts; gives the team",
    example=OWNER,
    aliases=("Responsible", "Assigned to", "负责人", "Responsable"),
    width=16,
)
DURATION = Column(
    "Duration",
    "duration",
    Type.NUMBER,
    "if",
    hint="working days; 0 for a milestone",
    example=Decimal(8),
    aliases=("Days", "Working days", "工期", "工作日", "Duración"),
    least=0,
    width=12,
)
START = Column(
    "Start",
    "start",
    Type.TEXT,
    hint="not before: a date, or L-10d before launch",
    example="L-10d",
    aliases=("Starts", "Start date", "Not before", "开始", "开始时间", "Inicio"),
    width=20,
)
FINISH = Column(
    "Finish",
    "finish",
    Type.DATETIME,
    hint="only for dates set by others",
    aliases=("End", "Ends", "Finish date", "完成", "结束时间", "Fin"),
    ends=True,
    width=22,
)
PREDECESSORS = Column(
    "Predecessors",
    "predecessors",
    Type.TEXT,
    hint="T03, or T03SS+2d; T04",
    example="T03; T04",
    aliases=("Depends on", "After", "前置任务", "Predecesoras"),
    width=18,
)
MILESTONE = Column(
    "Milestone",
    "milestone",
    Type.YES_NO,
    default="No",
    hint="Yes or No",
    example=False,
    aliases=("Is milestone", "里程碑", "Hito"),
    width=12,
)
GATE = Column(
    "Approver",
    "approver",
    Type.CHOICE,
    choices_from="sheet:contacts",
    hint="makes the milestone a gate",
    aliases=("Approved by", "Gate approver", "审批人", "Aprobador"),
    width=16,
)
DEADLINE = Column(
    "Deadline",
    "deadline",
    Type.DATETIME,
    hint="late when missed; moves nothing",
    example=local("2025-11-12 18:00"),
    aliases=("Due", "Due date", "截止时间", "Fecha límite"),
    ends=True,
    width=22,
)
COMPLETE = Column(
    "% complete",
    "complete",
    Type.PERCENT,
    default="0",
    hint="0–100 %",
    example=Decimal("0.5"),
    aliases=("Percent complete", "Complete", "Progress", "完成度", "进度", "% completado"),
    least=0,
    most=1,
    width=13,
)
ACTUAL_START = Column(
    "Actual start",
    "actual_start",
    Type.DATE,
    hint="the day it began",
    example=date(2025, 11, 3),
    aliases=("Started on", "实际开始", "Inicio real"),
    width=16,
)
ACTUAL_FINISH = Column(
    "Actual finish",
    "actual_finish",
    Type.DATE,
    hint="the day it was done",
    aliases=("Finished on", "Done on", "实际完成", "Fin real"),
    width=16,
)
AUDIENCE = Column(
    "Audience",
    "audience",
    Type.CHOICE,
    choices=("Team", "Sellers", "Creators", "Everyone"),
    default="Team",
    hint="who sees it in calendar and letters",
    example="Sellers",
    aliases=("Visible to", "可见范围", "Público"),
    width=14,
)
LINK = Column(
    "Link",
    "link",
    Type.URL,
    hint="file or page where the work is",
    example="registrations/",
    aliases=("URL", "Path", "链接", "Enlace"),
    width=26,
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
    *group("What", ID, TASK, WORKSTREAM, TASK_OWNER),
    *group("When", DURATION, START, FINISH, PREDECESSORS),
    *group("Gate", MILESTONE, GATE, DEADLINE),
    *group("Progress", COMPLETE, ACTUAL_START, ACTUAL_FINISH),
    *group("Who sees it", AUDIENCE, LINK, NOTE),
)
_TESTS = (
    ('AND({duration}="",OR({start}="",{finish}=""))', "Duration, or Start and Finish"),
    before(START, FINISH),
    (
        "AND(COUNT({actual_start},{actual_finish})=2,{actual_finish}<{actual_start})",
        "Actual finish is before its start",
    ),
)

TIMELINE = Sheet(
    name="Timeline",
    key="timeline",
    columns=(*_COLUMNS, quick_check(_COLUMNS, *_TESTS)),
    purpose="Tasks, owners, working days, and what must be finished first.",
    subtitle="One row per task",
    required=False,
    aliases=("Plan", "Schedule", "Tasks", "时间线", "排期", "Cronograma", "Calendario"),
)
