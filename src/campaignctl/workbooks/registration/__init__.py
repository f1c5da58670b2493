"""What a seller fills in: the shop, its products, its coupons, the livestream slots it offers."""
