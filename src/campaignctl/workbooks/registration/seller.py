"""The Seller sheet of a registration: who takes part, who answers for it, and what the shop agrees to."""

from dataclasses import replace
from decimal import Decimal

from campaignctl.domain.forms import Class, Column, Sheet, Type
from campaignctl.workbooks import sellers
from campaignctl.workbooks.examples import CATEGORY, SELLER_ID, SHOP_CONTACT
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.registration.languages import SELLER_WORDS, in_more_languages

_P = Class.PUBLIC
_TAKES_PART = ("taking_part", ("Yes",))

FORM_ID = Column(
    "Form ID",
    "form_id",
    Type.ID,
    hint="Ours: matches your reply whatever the file is called. Please leave it.",
    example="HD25-S-000-1-1",
    aliases=("Form", "Form number", "表单ID", "表单编号", "ID del formulario"),
    visible=_P,
)
SELLER = Column(
    "Seller ID",
    "seller_id",
    Type.ID,
    "yes",
    hint="As in our invitation. Text, not a number.",
    example=SELLER_ID,
    aliases=("Shop ID", "Shop code", "Merchant ID", "商家ID", "店铺ID", "卖家ID", "ID del vendedor"),
    visible=_P,
)
SHOP_NAME = replace(sellers.SHOP_NAME, hint="As buyers see it.", width=None)
TAKING_PART = Column(
    "Taking part",
    "taking_part",
    Type.CHOICE,
    "yes",
    choices=("Yes", "No"),
    hint="Yes or No. After No, only the next line is needed.",
    example="Yes",
    aliases=("Participating", "Participate", "Join", "是否参加", "参加", "Participa", "¿Participa?"),
    visible=_P,
)
REASON = Column(
    "If not, why",
    "reason",
    Type.CHOICE,
    choices=("Price", "Stock", "Timing", "Terms", "Other"),
    hint="Helps us to plan the next campaign.",
    example="Stock",
    aliases=("Why not", "Reason", "Decline reason", "不参加原因", "原因", "Si no, por qué", "Motivo"),
    visible=_P,
)
MAIN_CATEGORY = Column(
    "Main category",
    "main_category",
    Type.CHOICE,
    "if",
    when=_TAKES_PART,
    choices_from="team:categories",
    hint="Choose from the list.",
    example=CATEGORY,
    aliases=("Category", "主营类目", "类目", "Categoría principal", "Categoría"),
    visible=_P,
)
CONTACT_NAME = replace(
    sellers.CONTACT_NAME, when=_TAKES_PART, hint="Gets the confirmation and the fix-list.", required="if", width=None
)
CONTACT_EMAIL = replace(
    sellers.CONTACT_EMAIL, when=_TAKES_PART, hint="One address; where the confirmation goes.", width=None
)
SECOND_EMAIL = Column(
    "Second e-mail",
    "second_email",
    Type.EMAIL,
    hint="Reads along, if you like.",
    aliases=("Second email", "Cc", "备用邮箱", "Segundo correo"),
    visible=_P,
)
REACH = Column(
    "Reach on launch night",
    "reach",
    Type.TEXT,
    hint="Phone or chat, if something goes wrong at midnight.",
    example="+1 555 0100",
    aliases=("Phone", "Phone or chat", "Emergency contact", "紧急联系方式", "电话", "Teléfono", "Contacto urgente"),
)
CO_FUND = Column(
    "We co-fund the coupons listed",
    "co_fund",
    Type.YES_NO,
    "if",
    hint="Needed when a co-funded promotion is on offer; it says who pays what.",
    example=True,
    aliases=("We co-fund", "Co-fund", "Co-funding", "共同出资", "是否共同出资", "Cofinanciamos los cupones"),
    visible=_P,
)
MOST_CO_FUND = Column(
    "Most we co-fund",
    "most_co_fund",
    Type.MONEY,
    hint="Your limit over the whole campaign. Only we see it.",
    example=Decimal(2000),
    aliases=("Co-funding limit", "Max co-fund", "出资上限", "Máximo que cofinanciamos"),
    visible=Class.RESTRICTED,
    least=0,
)
FREE_SHIPPING = Column(
    "Free shipping from",
    "free_shipping_from",
    Type.MONEY,
    hint="Basket value from which your shop ships free.",
    example=Decimal(25),
    aliases=("Free shipping threshold", "Free shipping over", "包邮门槛", "Envío gratis desde"),
    visible=_P,
    least=0,
)
ORDERS_A_DAY = Column(
    "Most orders a day",
    "orders_a_day",
    Type.INT,
    hint="How many orders you can ship in a day.",
    example=800,
    aliases=("Orders a day", "Daily capacity", "Shipping capacity", "日发货能力", "Pedidos máximos al día"),
    visible=_P,
    least=0,
)
ACCEPTS_TERMS = Column(
    "I accept the terms",
    "accepts_terms",
    Type.YES_NO,
    "if",
    when=_TAKES_PART,
    hint="Choose Yes. Without it the registration cannot be confirmed.",
    example=True,
    aliases=("Accept terms", "Terms accepted", "I accept the campaign terms", "同意条款", "Acepto los términos"),
    visible=_P,
)
SIGNED_BY = Column(
    "Signed by",
    "signed_by",
    Type.TEXT,
    "if",
    when=_TAKES_PART,
    hint="Full name of the person who may bind the shop.",
    example=SHOP_CONTACT,
    aliases=("Signature", "Signed", "签署人", "Firmado por"),
    visible=_P,
)
COMMENT = Column(
    "Comment",
    "comment",
    Type.TEXT,
    hint="We read it; no need to send a mail as well.",
    example="Refills arrive on 15 Nov",
    aliases=("Comments", "Note", "Remark", "备注", "Comentario", "Comentarios"),
    visible=_P,
)

_SHEET = Sheet(
    name="Seller",
    key="registration",
    record=True,
    purpose="Your shop, your contact, and whether you take part.",
    subtitle="Fill column C; hints stand beside each cell",
    aliases=("Shop", "Registration", "商家", "商家信息", "报名信息", "Vendedor", "Tienda"),
    columns=(
        *group("Your shop", FORM_ID, SELLER, SHOP_NAME, TAKING_PART, REASON, MAIN_CATEGORY),
        *group("Whom we write to", CONTACT_NAME, CONTACT_EMAIL, SECOND_EMAIL, REACH),
        *group("Money and shipping", CO_FUND, MOST_CO_FUND, FREE_SHIPPING, ORDERS_A_DAY),
        *group("Agreement", ACCEPTS_TERMS, SIGNED_BY, COMMENT),
    ),
)
SELLER_SHEET = in_more_languages(_SHEET, SELLER_WORDS)
