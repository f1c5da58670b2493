"""The columns that sellers send of their own accord: the form does not ask for them, yet they are read."""

from campaignctl.domain.forms import Class, Column, Type

_P = Class.PUBLIC

NOT_ASKED = (
    Column(
        "Unit cost",
        "unit_cost",
        Type.MONEY,
        hint="what a unit costs you",
        aliases=("Cost", "COGS", "Cost price", "成本", "单位成本", "Costo unitario", "Coste unitario"),
        visible=Class.RESTRICTED,
        in_form=False,
        least=0,
    ),
    Column(
        "Product link",
        "product_link",
        Type.URL,
        hint="page of the product",
        aliases=("Product URL", "Link", "URL", "商品链接", "Enlace del producto"),
        visible=_P,
        in_form=False,
    ),
    Column(
        "Image link",
        "image_link",
        Type.URL,
        hint="picture of the product",
        aliases=("Image", "Image URL", "main_image", "Picture", "图片链接", "主图", "Enlace de imagen"),
        visible=_P,
        in_form=False,
    ),
    Column(
        "Brand",
        "brand",
        Type.TEXT,
        hint="brand of the product",
        aliases=("Brand name", "品牌", "Marca"),
        visible=_P,
        in_form=False,
    ),
    Column(
        "Hero",
        "hero",
        Type.YES_NO,
        hint="Yes = one of your heroes",
        aliases=("Hero SKU", "Hero product", "主推", "主推款", "Producto estrella"),
        visible=_P,
        in_form=False,
    ),
)
