"""The Sellers sheet: who is invited, who looks after them, and what they are to bring."""

from datetime import date
from decimal import Decimal

from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.workbooks.examples import CATEGORY, OWNER, SELLER_ID, SHOP, SHOP_CONTACT, SHOP_EMAIL, local
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import quick_check

_P = Class.PUBLIC

REPLIES = ("Invited", "Not yet invited", "Accepted", "Declined", "Withdrawn", "Waitlist", "Excluded")

SELLER = Column(
    "Seller ID",
    "seller_id",
    Type.ID,
    "yes",
    hint="text; ties every file to its seller",
    example=SELLER_ID,
    aliases=("Seller", "Shop ID", "Shop code", "Merchant ID", "商家ID", "店铺ID", "卖家ID", "ID del vendedor"),
    visible=_P,
    width=16,
)
SHOP_NAME = Column(
    "Shop name",
    "shop_name",
    Type.TEXT,
    "yes",
    hint="as buyers see it",
    example=SHOP,
    aliases=("Shop", "Store", "Store name", "Seller name", "店铺名称", "店铺", "Tienda", "Nombre de la tienda"),
    visible=_P,
    width=26,
)
CATEGORY_COLUMN = Column(
    "Category",
    "category",
    Type.CHOICE,
    "yes",
    choices_from="team:categories",
    hint="main category, from your list",
    example=CATEGORY,
    aliases=("Main category", "类目", "主营类目", "Categoría"),
    visible=_P,
    width=16,
)
TIER = Column(
    "Tier",
    "tier",
    Type.CHOICE,
    "yes",
    choices_from="team:tiers",
    hint="never stands in letters",
    example="Growth",
    aliases=("Seller tier", "Segment", "层级", "商家分层", "Nivel"),
    width=14,
)
WAVE = Column(
    "Wave",
    "wave",
    Type.INT,
    default="1",
    hint="invitation group; blank = 1",
    example=1,
    aliases=("Invitation wave", "Batch", "批次", "Ola"),
    least=1,
    width=10,
)
REPLY_BY = Column(
    "Reply by",
    "reply_by",
    Type.DATETIME,
    hint="own deadline; blank = Registration closes",
    example=local("2025-11-12 18:00"),
    aliases=("Reply deadline", "Respond by", "回复截止", "回复截止时间", "Responder antes de"),
    visible=_P,
    ends=True,
    width=22,
)
ACCOUNT_MANAGER = Column(
    "Account manager",
    "account_manager",
    Type.CHOICE,
    "yes",
    choices_from="sheet:contacts",
    hint="cc of every letter; gets the chase list",
    example=OWNER,
    aliases=("AM", "Key account manager", "客户经理", "商家经理", "Gestor de cuenta"),
    width=18,
)
CONTACT_NAME = Column(
    "Contact name",
    "contact_name",
    Type.TEXT,
    "yes",
    hint="who reads our letters",
    example=SHOP_CONTACT,
    aliases=("Contact", "Contact person", "联系人", "Contacto", "Persona de contacto"),
    visible=_P,
    width=18,
)
CONTACT_EMAIL = Column(
    "Contact e-mail",
    "contact_email",
    Type.EMAIL,
    "if",
    when=("reply", ("", *(reply for reply in REPLIES if reply != "Excluded"))),
    hint="several are separated by ;",
    example=SHOP_EMAIL,
    aliases=("E-mail", "Email", "Contact email", "邮箱", "联系邮箱", "Correo", "Correo electrónico"),
    visible=_P,
    width=28,
)
CC = Column(
    "Cc",
    "cc",
    Type.EMAIL,
    hint="more addresses, separated by ;",
    aliases=("Copy", "Cc e-mail", "抄送", "Copia", "Con copia"),
    width=24,
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
REPLY = Column(
    "Reply",
    "reply",
    Type.CHOICE,
    choices=REPLIES,
    default="Invited",
    hint="told by phone or chat; blank = Invited",
    example="Invited",
    aliases=("Seller status", "Response", "回复", "回复状态", "Respuesta"),
    width=16,
)
REASON = Column(
    "Reason",
    "reason",
    Type.TEXT,
    "if",
    when=("reply", ("Declined", "Withdrawn", "Excluded")),
    hint="why declined, withdrawn or excluded",
    aliases=("Why", "Decline reason", "原因", "Motivo"),
    width=24,
)
GMV_TARGET = Column(
    "GMV target",
    "gmv_target",
    Type.MONEY,
    hint="what the shop should sell",
    example=Decimal(60000),
    aliases=("Target GMV", "Sales target", "GMV目标", "GMV 目标", "Objetivo de GMV"),
    least=0,
    width=14,
)
SKU_TARGET = Column(
    "SKU target",
    "sku_target",
    Type.INT,
    hint="how many SKUs it should register",
    example=20,
    aliases=("Target SKUs", "SKU目标", "SKU 目标", "Objetivo de SKU"),
    visible=_P,
    least=0,
    width=12,
)
SHOP_SCORE = Column(
    "Shop score",
    "shop_score",
    Type.NUMBER,
    hint="for entry rules; blank = not checked",
    example=Decimal("4.2"),
    aliases=("SPS", "Shop performance score", "Score", "店铺评分", "店铺分", "Puntuación de la tienda"),
    least=0,
    most=5,
    width=12,
)
VIOLATIONS = Column(
    "Violations 30 days",
    "violations",
    Type.INT,
    hint="in the last 30 days",
    example=0,
    aliases=("Violations", "Violation count", "30天违规", "违规次数", "Infracciones 30 días"),
    least=0,
    width=13,
)
SCORE_AS_OF = Column(
    "Score as of",
    "score_as_of",
    Type.DATE,
    "if",
    hint="day of the score; needed with a score",
    example=date(2025, 11, 10),
    aliases=("Score date", "评分日期", "Puntuación al"),
    width=16,
)
LAST_TIME_GMV = Column(
    "Last time GMV",
    "last_time_gmv",
    Type.MONEY,
    hint="what it sold in the last campaign",
    example=Decimal(48000),
    aliases=("Last GMV", "Previous GMV", "上次GMV", "上次 GMV", "GMV anterior"),
    least=0,
    width=15,
)
LAST_TIME_KEPT = Column(
    "Last time kept",
    "last_time_kept",
    Type.PERCENT,
    hint="share of its promises kept last time",
    example=Decimal("0.95"),
    aliases=("Promises kept", "Kept last time", "上次履约率", "Cumplimiento anterior"),
    least=0,
    most=1,
    width=14,
)
ROLE = Column(
    "Role",
    "role",
    Type.CHOICE,
    choices=("Campaign", "Comparison", "Outside"),
    default="Campaign",
    hint="Comparison = not in it, measures the lift",
    aliases=("Seller role", "角色", "Papel", "Rol"),
    width=14,
)
NOTE = Column(
    "Note",
    "note",
    Type.TEXT,
    hint="never leaves the team",
    example="prefers calls",
    aliases=("Notes", "Remark", "备注", "Nota", "Notas"),
    width=28,
)

_COLUMNS = (
    *group("Who", SELLER, SHOP_NAME, CATEGORY_COLUMN, TIER),
    *group("Invitation", WAVE, REPLY_BY, ACCOUNT_MANAGER),
    *group("Contact", CONTACT_NAME, CONTACT_EMAIL, CC, LANGUAGE),
    *group("Reply", REPLY, REASON),
    *group("Targets", GMV_TARGET, SKU_TARGET),
    *group("Eligibility", SHOP_SCORE, VIOLATIONS, SCORE_AS_OF),
    *group("Last time", LAST_TIME_GMV, LAST_TIME_KEPT),
    *group("Measurement", ROLE, folded=True),
    *group("For the team", NOTE),
)

SELLERS = Sheet(
    name="Sellers",
    key="sellers",
    columns=(
        *_COLUMNS,
        quick_check(_COLUMNS, ('AND({shop_score}<>"",{score_as_of}="")', "Score as of is missing")),
    ),
    purpose="Who is invited. The seller ID is text and ties a registration to its seller.",
    subtitle="One row per shop",
    aliases=("Seller list", "Shops", "Merchants", "商家", "商家名单", "卖家", "Vendedores", "Tiendas"),
)
