"""The Changes sheet: everything that moved after it was registered, approved or locked, and what explains a curve."""

from campaignctl.domain.forms import Column, Sheet, Type
from campaignctl.workbooks.examples import APPROVER, SELLER_ID, SHOP_CONTACT, SKU_ID, local
from campaignctl.workbooks.grouping import group
from campaignctl.workbooks.quick_check import damaged, quick_check

FIELDS = (
    "Campaign price",
    "Stock",
    "Per buyer",
    "Floor price",
    "Commission",
    "Value",
    "Starts",
    "Ends",
    "Quantity",
    "Min. spend",
    "Seller pays",
    "Budget",
    "Target",
    "GMV target",
    "Account",
    "Host",
    "Place",
    "Status",
)

NUMBER = Column(
    "No.",
    "number",
    Type.ID,
    "yes",
    hint="C001, C002 …",
    example="C000",
    aliases=("No", "Number", "Change ID", "Change", "编号", "变更编号", "N.º"),
    width=10,
)
FROM = Column(
    "From",
    "from_time",
    Type.DATETIME,
    "yes",
    hint="when it takes effect; a day alone means its 00:00",
    takes_effect=True,
    example=local("2025-11-20 12:00"),
    aliases=("Effective from", "Takes effect", "Valid from", "生效时间", "Desde", "Vigente desde"),
    width=22,
)
KIND = Column(
    "Kind",
    "kind",
    Type.CHOICE,
    "yes",
    choices=(
        "SKU terms",
        "Withdraw SKU",
        "Withdraw seller",
        "Promotion",
        "Livestream",
        "Budget",
        "Target",
        "Event",
    ),
    hint="Event = push, outage, viral video, restock",
    example="SKU terms",
    aliases=("Change type", "Type", "变更类型", "类型", "Tipo"),
    width=17,
)
SELLER = Column(
    "Seller ID",
    "seller_id",
    Type.ID,
    "if",
    when=("kind", ("SKU terms", "Withdraw SKU", "Withdraw seller")),
    hint="whose terms change",
    example=SELLER_ID,
    aliases=("Seller", "Shop ID", "商家ID", "店铺ID", "ID del vendedor"),
    width=14,
)
SKU = Column(
    "SKU ID",
    "sku_id",
    Type.ID,
    "if",
    when=("kind", ("SKU terms", "Withdraw SKU")),
    hint="which SKU; paste as text",
    example=SKU_ID,
    aliases=("SKU", "SKU编号", "ID de SKU"),
    width=22,
)
OTHER = Column(
    "Other ID",
    "other_id",
    Type.ID,
    "if",
    when=("kind", ("Promotion", "Livestream")),
    hint="promotion or stream",
    aliases=("Promotion or stream ID", "Object ID", "其他ID", "Otro ID"),
    width=14,
)
FIELD = Column(
    "Field",
    "field",
    Type.CHOICE,
    "if",
    when=("kind", ("SKU terms", "Promotion", "Livestream", "Budget", "Target")),
    choices=FIELDS,
    hint="the column that changes",
    example="Campaign price",
    aliases=("Column", "What changes", "字段", "变更字段", "Campo"),
    width=17,
)
OLD = Column(
    "Old",
    "old",
    Type.TEXT,
    hint="as it stood; a wrong one is a finding",
    example="15.00",
    aliases=("Old value", "Before", "原值", "Antes", "Valor anterior"),
    width=16,
)
NEW = Column(
    "New",
    "new",
    Type.TEXT,
    "if",
    when=("field", FIELDS),
    hint="typed as the field itself",
    example="14.50",
    aliases=("New value", "After", "新值", "Nuevo", "Valor nuevo"),
    width=16,
)
WHY = Column(
    "Why",
    "why",
    Type.TEXT,
    "yes",
    hint="in one sentence",
    example="matches the list price cut of 18 Nov",
    aliases=("Reason", "Cause", "原因", "Motivo", "Por qué"),
    width=32,
)
ASKED_BY = Column(
    "Asked by",
    "asked_by",
    Type.TEXT,
    "yes",
    hint="a person or shop",
    example=SHOP_CONTACT,
    aliases=("Requested by", "申请人", "Pedido por", "Solicitado por"),
    width=18,
)
APPROVED_BY = Column(
    "Approved by",
    "approved_by",
    Type.CHOICE,
    "if",
    choices_from="sheet:contacts",
    hint="needed once prices are locked",
    example=APPROVER,
    aliases=("Approver", "审批人", "Aprobado por"),
    width=18,
)

_COLUMNS = (
    *group("What", NUMBER, FROM, KIND),
    *group("Whose", SELLER, SKU, OTHER),
    *group("From what to what", FIELD, OLD, NEW),
    *group("Who and why", WHY, ASKED_BY, APPROVED_BY),
)

CHANGES = Sheet(
    name="Changes",
    key="changes",
    columns=(*_COLUMNS, quick_check(_COLUMNS, damaged(SKU))),
    purpose="What moved after it was registered, approved or locked, and events that explain a curve.",
    subtitle="One row per change · stays empty until something moves",
    required=False,
    aliases=("Change log", "Change requests", "变更", "变更记录", "Cambios"),
)
