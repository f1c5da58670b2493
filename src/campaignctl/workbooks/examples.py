"""The invented campaign that all example rows tell of: Holiday Deals 2025 and its one shop.

Every sheet's example row speaks of the same shop, promotion and stream, so that a reader of the form sees how the
sheets hang together.
"""

from datetime import datetime

OWNER = "Kai Lund"
PRODUCER = "Ivo Hart"
APPROVER = "Ines Roth"
SELLER_ID = "S-000"
SHOP = "Example Shop"
SHOP_ACCOUNT = "exampleshop.live"
SHOP_CONTACT = "Alex Example"
SHOP_EMAIL = "alex@shop.example"
CATEGORY = "Beauty"
PROMOTION_ID = "HD25-02"
LIVE_PROMOTION_ID = "HD25-06"
STREAM_ID = "HD25-L07"
PRODUCT_ID = "1729000000000000001"
SKU_ID = "1729000000000000011"


def local(words: str) -> datetime:
    """Return ``2025-11-21 18:00`` as campaign-local time, which carries no zone, as in a workbook's cell."""
    return datetime.fromisoformat(words)
