"""The columns that say which SKU a line of the Products sheet offers, and in which promotion."""

from campaignctl.domain.forms import Class, Column, Type
from campaignctl.workbooks.examples import CATEGORY, PRODUCT_ID, PROMOTION_ID, SKU_ID

_P = Class.PUBLIC

PROMOTION = Column(
    "Promotion ID",
    "promotion_id",
    Type.CHOICE,
    "yes",
    choices_from="sheet:promotions",
    hint="same SKU in two promotions = two rows",
    example=PROMOTION_ID,
    aliases=("Promotion", "Promo ID", "Offer", "Campaign ID", "促销ID", "活动编号", "活动ID", "ID de promoción"),
    visible=_P,
    width=14,
)
PRODUCT = Column(
    "Product ID",
    "product_id",
    Type.ID,
    "yes",
    hint="15–20 digits; paste values only",
    example=PRODUCT_ID,
    aliases=("product_id", "Product_id (required)", "Item ID", "PID", "商品ID", "商品编号", "ID del producto"),
    visible=_P,
    longest=20,
    width=22,
)
SKU = Column(
    "SKU ID",
    "sku_id",
    Type.ID,
    "if",
    hint="15–20 digits; blank = every variation",
    example=SKU_ID,
    aliases=("sku_id", "SKU_id (required)", "SKU", "Variation ID", "SKU编号", "规格ID", "ID de SKU", "ID del SKU"),
    visible=_P,
    longest=20,
    width=22,
)
SELLER_SKU = Column(
    "Seller SKU",
    "seller_sku",
    Type.TEXT,
    hint="your own code",
    example="AB-100",
    aliases=("seller_sku", "Merchant SKU", "Item code", "商家SKU", "商家编码", "SKU del vendedor"),
    visible=_P,
    width=16,
)
PRODUCT_NAME = Column(
    "Product name",
    "product_name",
    Type.TEXT,
    "yes",
    hint="as in the shop",
    example="Example Lotion 100 ml",
    aliases=("product_name", "Product", "Product title", "Item name", "商品名称", "商品名", "Nombre del producto"),
    visible=_P,
    width=34,
)
VARIATION = Column(
    "Variation",
    "variation",
    Type.TEXT,
    hint="colour, size",
    example="100 ml",
    aliases=("variation_value", "Variant", "SKU name", "Option", "规格", "属性", "Variación", "Variante"),
    visible=_P,
    width=16,
)
CATEGORY_COLUMN = Column(
    "Category",
    "category",
    Type.CHOICE,
    choices_from="team:categories",
    hint="blank = your main category",
    example=CATEGORY,
    aliases=("Product category", "类目", "商品类目", "Categoría"),
    visible=_P,
    width=15,
)
WHICH_SKU = (PROMOTION, PRODUCT, SKU, SELLER_SKU, PRODUCT_NAME, VARIATION, CATEGORY_COLUMN)
