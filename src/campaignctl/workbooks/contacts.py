"""The Contacts sheet: our side and our partners. Every Owner list draws on its names; sellers stand in Sellers."""

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks.examples import OWNER, PRODUCER, local
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import before, quick_check

NAME = Column(
    "Name",
    "name",
    Type.TEXT,
    "yes",
    hint="unique; used in every Owner list",
    example=OWNER,
    aliases=("Full name", "Person", "Contact name", "姓名", "Nombre"),
    width=20,
)
EMAIL = Column(
    "E-mail",
    "email",
    Type.EMAIL,
    "yes",
    hint="one address",
    example="mei.park@marketplace.example",
    aliases=("Email", "E-mail address", "Mail", "邮箱", "Correo", "Correo electrónico"),
    width=30,
)
TEAM = Column(
    "Team",
    "team",
    Type.CHOICE,
    "yes",
    choices_from="team:teams",
    hint="list",
    example="Category management",
    aliases=("Department", "Function", "团队", "部门", "Equipo"),
    width=22,
)
TITLE = Column(
    "Title",
    "title",
    Type.TEXT,
    hint="stands under the name",
    example="Beauty category lead",
    aliases=("Job title", "Position", "Role", "职位", "Cargo", "Puesto"),
    width=24,
)
RECEIVES = Column(
    "Receives",
    "receives",
    Type.LIST,
    choices=("Kick-off", "Brief", "Stand-up", "Go/no-go", "Daily", "Weekly", "Wrap-up", "Alerts"),
    hint="letters, such as Brief; Daily; Alerts",
    example="Brief; Daily; Alerts",
    aliases=("Gets", "Letters", "接收", "接收邮件", "Recibe"),
    width=26,
)
CONSULTED = Column(
    "Consulted on",
    "consulted_on",
    Type.LIST,
    choices_from="team:workstreams",
    hint="workstreams, separated by ;",
    example="Pricing; Legal",
    aliases=("Consulted", "Consult on", "咨询", "协商事项", "Consultado en"),
    width=24,
)
BACKUP = Column(
    "Backup",
    "backup",
    Type.CHOICE,
    choices_from="sheet:contacts",
    hint="another name of this sheet",
    example=PRODUCER,
    aliases=("Stand-in", "Deputy", "备份人", "Suplente"),
    width=18,
)
ON_CALL_FROM = Column(
    "On call from",
    "on_call_from",
    Type.DATETIME,
    hint="shown in monitor and launch sheet",
    example=local("2025-11-21 18:00"),
    aliases=("On-call start", "值班开始", "Guardia desde"),
    width=22,
)
ON_CALL_TO = Column(
    "On call to",
    "on_call_to",
    Type.DATETIME,
    hint="a gap overnight is a finding",
    example=local("2025-11-22 02:00"),
    aliases=("On-call end", "值班结束", "Guardia hasta"),
    width=22,
)
PHONE = Column(
    "Phone or chat",
    "phone",
    Type.TEXT,
    hint="stands only in the launch sheet",
    example="chat: meipark",
    aliases=("Phone", "Chat", "Mobile", "电话", "联系方式", "Teléfono o chat"),
    width=18,
)
LANGUAGE = Column(
    "Language",
    "language",
    Type.CHOICE,
    choices_from="team:languages",
    hint="blank = the campaign's",
    example="en",
    aliases=("Letter language", "语言", "Idioma"),
    width=12,
)

_COLUMNS = (
    *group("Who", NAME, EMAIL, TEAM, TITLE),
    *group("Letters", RECEIVES, CONSULTED, LANGUAGE),
    *group("On call", BACKUP, ON_CALL_FROM, ON_CALL_TO, PHONE),
)
_TESTS = (
    before(ON_CALL_FROM, ON_CALL_TO),
    ('AND({email}<>"",ISERROR(FIND("@",{email})))', "E-mail is not an address"),
    ('AND({backup}<>"",{backup}={name})', "Backup is the same person"),
)

CONTACTS = Sheet(
    name="Contacts",
    key="contacts",
    columns=(*_COLUMNS, quick_check(_COLUMNS, *_TESTS)),
    purpose="Our side and our partners: who owns what, and who receives which letter.",
    subtitle="One row per person",
    aliases=("People", "Team", "联系人", "通讯录", "Contactos"),
)
