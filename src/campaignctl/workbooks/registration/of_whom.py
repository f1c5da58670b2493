"""Whose a row is, where one sheet holds rows of many shops: a console's export, or an agency's list."""

from campaignctl.domain.forms import Class, Column, Type
from campaignctl.workbooks.registration.seller import SELLER, SHOP_NAME

OF_WHOM = (
    Column(
        SELLER.name,
        SELLER.key,
        Type.ID,
        hint="only where one sheet holds several shops",
        aliases=SELLER.aliases,
        visible=Class.PUBLIC,
        in_form=False,
    ),
    Column(
        SHOP_NAME.name,
        SHOP_NAME.key,
        Type.TEXT,
        hint="read where there is no seller ID",
        aliases=SHOP_NAME.aliases,
        visible=Class.PUBLIC,
        in_form=False,
    ),
)
"""Read if present, not in the form."""
