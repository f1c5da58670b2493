"""The shapes of what a marketplace hands out beside orders: money paid out, ads, videos, creators' orders, streams.

Shops hand them in or do not; each only adds to what a report can say. Money is in minor units.
"""

from campaignctl.domain.frames import ORIGIN, Dtype, Shape

SETTLEMENTS: Shape = {
    "seller_id": Dtype.WORD,
    "order_id": Dtype.WORD,  # of an adjustment its own ID
    "kind": Dtype.FEW,  # canonical: order, adjustment (whatever is no order)
    "created": Dtype.INSTANT,
    "created_day": Dtype.WORD,  # local day of the shop
    "settled": Dtype.INSTANT,
    "settled_day": Dtype.WORD,
    "sku_id": Dtype.WORD,  # missing where a line is a whole order
    "quantity": Dtype.COUNT,
    "settlement_amount": Dtype.MONEY,
    "gross_sales": Dtype.MONEY,  # at list price
    "gross_sales_refund": Dtype.MONEY,  # negative, as are seller discounts and fees
    "seller_discount": Dtype.MONEY,
    "seller_discount_refund": Dtype.MONEY,
    "net_sales": Dtype.MONEY,  # the sum of the four above
    "fees": Dtype.MONEY,  # all of them
    "referral_fee": Dtype.MONEY,
    "transaction_fee": Dtype.MONEY,
    "refund_administration_fee": Dtype.MONEY,
    "campaign_fee": Dtype.MONEY,
    "affiliate_commission": Dtype.MONEY,
    "affiliate_partner_commission": Dtype.MONEY,
    "affiliate_ads_commission": Dtype.MONEY,
    "live_specials_fee": Dtype.MONEY,
    "voucher_xtra_fee": Dtype.MONEY,
    "flash_sale_fee": Dtype.MONEY,
    "shipping_fee": Dtype.MONEY,
    "cofunded_discount": Dtype.MONEY,  # the seller's part of vouchers that both sides pay
    "platform_discount": Dtype.MONEY,
    **ORIGIN,
}
"""One row per order, or per SKU of one, or per adjustment, as a statement lists what a shop was paid."""

ADS: Shape = {
    "seller_id": Dtype.WORD,
    "title": Dtype.WORD,
    "launched": Dtype.INSTANT,
    "launched_day": Dtype.WORD,
    "status": Dtype.FEW,
    "campaign_name": Dtype.WORD,
    "campaign_id": Dtype.WORD,
    "cost": Dtype.MONEY,
    "net_cost": Dtype.MONEY,
    "sku_orders": Dtype.COUNT,
    "shop_sku_orders": Dtype.COUNT,  # of the shop's own products
    "revenue": Dtype.MONEY,
    "shop_revenue": Dtype.MONEY,
    "live_views": Dtype.COUNT,
    "ten_second_views": Dtype.COUNT,
    "follows": Dtype.COUNT,
    **ORIGIN,
}
"""One row per livestream and ad campaign; a stream may have several."""

VIDEOS: Shape = {
    "seller_id": Dtype.WORD,
    "creator": Dtype.WORD,
    "creator_id": Dtype.WORD,
    "title": Dtype.WORD,
    "video_id": Dtype.WORD,
    "posted": Dtype.INSTANT,
    "plays": Dtype.COUNT,
    "likes": Dtype.COUNT,
    "comments": Dtype.COUNT,
    "shares": Dtype.COUNT,
    "new_followers": Dtype.COUNT,
    "live_clicks": Dtype.COUNT,  # from the video into a livestream
    "product_impressions": Dtype.COUNT,
    "product_clicks": Dtype.COUNT,
    "customers": Dtype.COUNT,
    "orders": Dtype.COUNT,
    "items_sold": Dtype.COUNT,
    "gmv": Dtype.MONEY,  # direct
    "attributed_gmv": Dtype.MONEY,
    "first_day": Dtype.WORD,  # local days of the shop that the numbers cover, the last one included
    "last_day": Dtype.WORD,
    **ORIGIN,
}
"""One row per video and period. Periods that overlap do not add up."""

AFFILIATE_ORDERS: Shape = {
    "seller_id": Dtype.WORD,
    "order_id": Dtype.WORD,
    "product_id": Dtype.WORD,
    "product_name": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "payment": Dtype.MONEY,
    "quantity": Dtype.COUNT,
    "returned": Dtype.FEW,  # yes, no: all of it was returned or refunded
    "status": Dtype.FEW,
    "creator": Dtype.WORD,
    "content": Dtype.FEW,
    "content_id": Dtype.WORD,
    "commission_model": Dtype.FEW,
    "expected_base": Dtype.MONEY,
    "expected_commission": Dtype.MONEY,
    "actual_base": Dtype.MONEY,
    "actual_commission": Dtype.MONEY,
    "expected_ads_commission": Dtype.MONEY,
    "actual_ads_commission": Dtype.MONEY,
    "expected_bonus": Dtype.MONEY,  # co-funded
    "actual_bonus": Dtype.MONEY,
    "created": Dtype.INSTANT,
    "created_day": Dtype.WORD,
    "paid": Dtype.INSTANT,
    **ORIGIN,
}
"""One row per order and SKU that a creator brought."""

ATTRIBUTED_STREAMS: Shape = {
    "seller_id": Dtype.WORD,
    "title": Dtype.WORD,
    "started": Dtype.INSTANT,
    "started_day": Dtype.WORD,
    "duration": Dtype.COUNT,  # seconds
    "attributed_gmv": Dtype.MONEY,
    "attributed_items": Dtype.COUNT,
    "attributed_orders": Dtype.COUNT,
    "attributed_sku_orders": Dtype.COUNT,
    "customers": Dtype.COUNT,
    "views": Dtype.COUNT,
    "impressions": Dtype.COUNT,  # of the stream itself
    "product_impressions": Dtype.COUNT,
    "product_clicks": Dtype.COUNT,
    "new_followers": Dtype.COUNT,
    "likes": Dtype.COUNT,
    "comments": Dtype.COUNT,
    "shares": Dtype.COUNT,
    "ads_cost": Dtype.MONEY,
    "ads_gmv": Dtype.MONEY,
    **ORIGIN,
}
"""One row per livestream of a list that attributes sales to it, also those made elsewhere within a day."""
