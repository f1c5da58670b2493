"""The Campaign sheet: name, dates, zone, money and people. Nothing else can be checked before it is complete."""

from datetime import date
from decimal import Decimal

from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.workbooks.examples import APPROVER, local
from campaignctl.workbooks.grouping import group

NAME = Column(
    "Name",
    "name",
    Type.TEXT,
    "yes",
    hint="Appears in every letter, deck and report.",
    example="Holiday Deals 2025",
    aliases=("Campaign name", "活动名称", "Nombre", "Nombre de la campaña"),
    visible=Class.PUBLIC,
    longest=60,
)
CODE = Column(
    "Code",
    "code",
    Type.ID,
    "yes",
    hint="2–8 letters A–Z or digits; opens every promotion and stream ID, e.g. HD26.",
    example="HD25",
    aliases=("Campaign code", "Short code", "Prefix", "活动代码", "Código"),
    longest=8,
)
MARKETPLACE = Column(
    "Marketplace",
    "marketplace",
    Type.CHOICE,
    "yes",
    choices_from="profile:marketplaces",
    hint="Decides limits, fees, time zone and currency.",
    example="TikTok Shop US",
    aliases=("Platform", "Channel", "平台", "Mercado", "Plataforma"),
)
KIND = Column(
    "Kind",
    "kind",
    Type.CHOICE,
    choices=(
        "Season sale",
        "Category day",
        "Brand day",
        "Flash sale",
        "LIVE event",
        "New arrivals",
        "Always on",
    ),
    hint="Always on = no window, for weekly reviews only.",
    example="Season sale",
    aliases=("Campaign type", "Type", "活动类型", "Tipo"),
)
STARTS = Column(
    "Starts",
    "starts",
    Type.DATETIME,
    "yes",
    hint="First moment that counts.",
    example=local("2025-11-21 00:00"),
    aliases=("Start", "Start time", "Starts at", "Campaign start", "开始时间", "活动开始时间", "Inicio", "Empieza"),
    visible=Class.PUBLIC,
)
ENDS = Column(
    "Ends",
    "ends",
    Type.DATETIME,
    "yes",
    hint="Last day, or an exact time: 25 Nov means all of 25 Nov.",
    example=local("2025-11-26 23:59"),
    aliases=("End", "End time", "Ends at", "Campaign end", "结束时间", "活动结束时间", "Fin", "Termina"),
    visible=Class.PUBLIC,
    ends=True,
)
ZONE = Column(
    "Time zone",
    "zone",
    Type.CHOICE,
    "yes",
    choices_from="profile:zones",
    hint="Every time in this workbook is in this zone.",
    example="America/Los_Angeles",
    aliases=("Timezone", "Zone", "TZ", "时区", "Zona horaria", "Huso horario"),
)
WARM_UP = Column(
    "Warm-up starts",
    "warm_up_starts",
    Type.DATETIME,
    hint="Teaser phase: reported apart, kept out of the baseline. Blank = none.",
    example=local("2025-11-17 00:00"),
    aliases=("Warm up starts", "Teaser starts", "Warm-up", "预热开始时间", "Inicio del precalentamiento"),
)
REGISTRATION_OPENS = Column(
    "Registration opens",
    "registration_opens",
    Type.DATETIME,
    hint="When sellers may begin to register.",
    example=local("2025-10-27 09:00"),
    aliases=("Registration start", "Sign-up opens", "报名开始时间", "Apertura del registro"),
    visible=Class.PUBLIC,
)
REGISTRATION_CLOSES = Column(
    "Registration closes",
    "registration_closes",
    Type.DATETIME,
    "yes",
    hint="Replies after it are late; a seller's or a promotion's own date wins.",
    example=local("2025-11-12 18:00"),
    aliases=("Registration deadline", "Registration end", "Sign-up deadline", "报名截止时间", "Cierre del registro"),
    visible=Class.PUBLIC,
    ends=True,
)
PRICE_LOCK = Column(
    "Price lock",
    "price_lock",
    Type.DATETIME,
    "yes",
    hint="From then on, approved terms change only through the sheet Changes.",
    example=local("2025-11-17 18:00"),
    aliases=("Lock", "Price freeze", "Locked from", "锁价时间", "Bloqueo de precios"),
    visible=Class.PUBLIC,
)
BASELINE_FROM = Column(
    "Baseline from",
    "baseline_from",
    Type.DATE,
    hint="First day of the ordinary weeks to compare with. Blank = 12 weeks before.",
    example=date(2025, 8, 25),
    aliases=("Baseline start", "Compare from", "基准期开始", "Base desde"),
)
BASELINE_TO = Column(
    "Baseline to",
    "baseline_to",
    Type.DATE,
    hint="Last day of them. Blank = 7 days before the warm-up or the start.",
    example=date(2025, 11, 9),
    aliases=("Baseline end", "Compare to", "基准期结束", "Base hasta"),
)
FIGURES_FINAL = Column(
    "Figures final on",
    "figures_final",
    Type.DATE,
    hint="Before it, reports say provisional. Blank = Ends + the return window.",
    example=date(2025, 12, 27),
    aliases=("Figures final", "Final figures on", "Closing date", "数据定稿日期", "Cifras definitivas"),
)
COUNTS = Column(
    "GMV counts",
    "counts",
    Type.CHOICE,
    choices=("Registered SKUs", "Whole shops of registered sellers"),
    default="Registered SKUs",
    hint="What the headline GMV adds up; the other one is shown beside it.",
    example="Registered SKUs",
    aliases=("Counts", "GMV scope", "GMV 口径", "GMV口径", "Alcance del GMV"),
)
CURRENCY = Column(
    "Currency",
    "currency",
    Type.CHOICE,
    "yes",
    choices_from="profile:currencies",
    hint="Of every amount in this workbook; follows the marketplace.",
    example="USD",
    aliases=("Currency code", "币种", "货币", "Moneda", "Divisa"),
)
PLATFORM_BUDGET = Column(
    "Platform budget",
    "platform_budget",
    Type.MONEY,
    "yes",
    hint="What the platform may spend on all promotions together.",
    example=Decimal(130000),
    aliases=("Budget", "Total platform budget", "Campaign budget", "平台预算", "Presupuesto de la plataforma"),
    least=0,
)
HIGHEST_DISCOUNT = Column(
    "Highest combined discount",
    "highest_combined_discount",
    Type.PERCENT,
    hint="All promotions of a SKU together. Blank = the marketplace's own limit.",
    example=Decimal("0.80"),
    aliases=("Max combined discount", "Maximum discount", "最高叠加折扣", "Descuento combinado máximo"),
    least=0,
    most=1,
)
COST_CENTRE = Column(
    "Cost centre",
    "cost_centre",
    Type.TEXT,
    hint="Used where a promotion names none.",
    example="MKT-4410",
    aliases=("Cost center", "成本中心", "Centro de costos", "Centro de coste"),
)
CAMPAIGN_FEE = Column(
    "Campaign fee",
    "campaign_fee",
    Type.COMPUTED,
    hint="The marketplace's fee on campaign sales, from its profile.",
    example=Decimal("0.01"),
    aliases=("Campaign service fee", "Fee on campaign sales", "活动服务费", "Comisión de campaña"),
    formula='=""',
)
WEEK_STARTS = Column(
    "Week starts on",
    "week_starts_on",
    Type.CHOICE,
    choices=("Monday", "Sunday"),
    default="Monday",
    hint="For weekly reports.",
    example="Monday",
    aliases=("Week start", "First day of week", "每周起始日", "La semana empieza el"),
)
OWNER = Column(
    "Owner",
    "owner",
    Type.CHOICE,
    "yes",
    choices_from="sheet:contacts",
    hint="Signs the letters. A name from Contacts.",
    example=APPROVER,
    aliases=("Campaign owner", "Responsible", "负责人", "Responsable"),
)
APPROVER_LINE = Column(
    "Approver",
    "approver",
    Type.CHOICE,
    "yes",
    choices_from="sheet:contacts",
    hint="Decides go or no-go, the price lock, and changes after it.",
    example="Eva Dorn",
    aliases=("Approved by", "Approving manager", "审批人", "Aprobador", "Aprueba"),
)
REPLY_TO = Column(
    "Reply to",
    "reply_to",
    Type.EMAIL,
    "yes",
    hint="Where sellers return their forms.",
    example="offer@marketplace.example",
    aliases=("Reply-to", "Return e-mail", "Reply e-mail", "回复邮箱", "Responder a"),
    visible=Class.PUBLIC,
)
LANGUAGES = Column(
    "Languages",
    "languages",
    Type.LIST,
    choices_from="team:languages",
    hint="First = default, a seller's own wins; two make the forms bilingual. en; es",
    example="en; es",
    aliases=("Language", "语言", "Idiomas"),
)
TERMS = Column(
    "Terms",
    "terms",
    Type.TEXT,
    hint="Link or words that sellers accept in their form.",
    example="https://marketplace.example/holiday-terms",
    aliases=("Terms and conditions", "Campaign terms", "活动条款", "Términos", "Condiciones"),
    visible=Class.PUBLIC,
)
COMPARE_WITH = Column(
    "Compare with",
    "compare_with",
    Type.LIST,
    hint="Folders of earlier campaigns, the most comparable first, separated by ;",
    example="../holiday-deals-2024",
    aliases=("Compare to campaigns", "Earlier campaigns", "对比活动", "Comparar con"),
)
DAYS = Column(
    "Days",
    "days",
    Type.COMPUTED,
    hint="Ends minus Starts.",
    example=6,
    aliases=("Days in the campaign", "Duration", "天数", "Días"),
    formula='=IF(COUNT({starts},{ends})=2,ROUND({ends}+(INT({ends})={ends})-{starts},1),"")',
)

CAMPAIGN = Sheet(
    name="Campaign",
    key="campaign",
    record=True,
    purpose="Name, dates, time zone, money and owners. Nothing else can be checked before this sheet is complete.",
    subtitle="Set-up workbook · fill column C; hints stand beside each cell",
    aliases=("Campaign set-up", "活动", "活动信息", "Campaña"),
    columns=(
        *group("The campaign", NAME, CODE, MARKETPLACE, KIND),
        *group("Dates and zone", STARTS, ENDS, DAYS, ZONE, WARM_UP),
        *group("Registration and lock", REGISTRATION_OPENS, REGISTRATION_CLOSES, PRICE_LOCK),
        *group("What is measured", BASELINE_FROM, BASELINE_TO, FIGURES_FINAL, COUNTS, WEEK_STARTS, COMPARE_WITH),
        *group("Money and limits", CURRENCY, PLATFORM_BUDGET, HIGHEST_DISCOUNT, COST_CENTRE, CAMPAIGN_FEE),
        *group("People and letters", OWNER, APPROVER_LINE, REPLY_TO, LANGUAGES, TERMS),
    ),
)
