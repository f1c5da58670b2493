"""The figures on promises: how many were made and kept, and what the broken ones cost."""

from campaignctl.stages.report.counts import Count, Terms, money_count, share_count

PROMISED = Count("promised_lines", "Promised lines", "locked lines, changes applied, whose promotion had begun")
KEPT = Count("kept_lines", "Kept lines", "promised lines at the agreed price with the agreed stock there until the end")
BROKEN = Count(
    "broken_lines", "Broken lines", "promised lines sold above the agreed price, or whose stock was not there"
)
KEPT_SHARE = share_count("kept_share", "Promises kept", "kept lines / promised lines")
UNSOLD = Count("unsold_lines", "Promised and not sold", "promised lines without a paid order while their promotion ran")
PRICE_TOLD = Count(
    "price_told", "Prices compared", "promised lines with a paid order that the agreed price was owed to"
)
PRICE_KEPT = Count("price_kept", "Price kept", "compared lines without a unit above the agreed price")
PRICE_BROKEN = Count("price_broken", "Above the agreed price", "compared lines with a unit above the agreed price")
PRICE_SHARE = share_count("price_kept_share", "Price kept", "lines whose price was kept / lines compared")
UNDISCOUNTED = Count("undiscounted_lines", "Without any discount", "compared lines sold with no discount at all")
ABOVE_UNITS = Count("above_units", "Units above", "units sold above the agreed price")
ABOVE_DAYS = Count("above_days", "Days above", "local days on which units were sold above the agreed price")
OVERPAID = money_count(
    "overpaid",
    "Paid too much",
    "what buyers paid, before what the platform put in beyond its part, less the agreed price",
)
STOCK_TOLD = Count("stock_told", "Stocks compared", "sold lines with an agreed stock")
STOCK_KEPT = Count("stock_kept", "Stock kept", "compared lines whose sales did not stop short of the agreed units")
STOCK_SHORT = Count("stock_short", "Stock not there", "lines whose sales stopped short of the agreed units")
STOCK_SHARE = share_count("stock_kept_share", "Stock kept", "lines whose stock was kept / lines compared")
SOLD_OUT = Count("sold_out_lines", "Sold out", "lines that sold all agreed units before the end: kept, and too few")
MISSING_UNITS = Count("missing_units", "Units missing", "units agreed and not sold where sales stopped short of them")
DAYS_OUT = Count("days_out", "Days without stock", "whole days from the last sale to the end of the promotion")
LOST = money_count("lost_sales", "Sales lost", "sales at the line's own pace in the time it could not be bought")
SLOTS = Count("slots", "Slots promised", "locked streams that were to end by now, of shops with a LIVE list")
SLOTS_HELD = Count("slots_held", "Slots held", "promised streams that a LIVE list holds in their time")
SLOTS_LATE = Count("slots_late", "Held late", "promised streams that began more than ten minutes late")
SLOTS_ON_TIME = Count("slots_on_time", "Held on time", "promised streams held, less those held late")
SLOTS_MISSED = Count("slots_missed", "Not held", "promised streams that no LIVE list of their shop holds")
SLOTS_SHARE = share_count("slots_held_share", "Slots held", "slots held / slots promised")
SLOTS_UNKNOWN = Count("slots_unknown", "Not told", "promised streams of shops without a LIVE list")
MINUTES = Count("minutes_missed", "Minutes missed", "promised minutes that were not on air")
SLOTS_LOST = money_count("slot_sales_lost", "Sales lost", "minutes missed at the pace of the shop's own streams")
SHORT_LOST = money_count("short_sales_lost", "Sales lost", "sales lost on lines whose stock was not there")
BROKEN_COST = money_count(
    "broken_cost", "Cost of broken promises", "paid too much + sales lost where stock was not there or no stream held"
)
AGREED_PRICE = money_count("agreed_price", "Agreed price", "deal price of the lock with its changes, a unit")
UNITS = Count("promise_units", "Units sold", "units sold of a promised line")
STOCK = Count("promise_stock", "Agreed stock", "units agreed for a promised line")
DEAREST = money_count("dearest_price", "Highest price paid", "highest price a unit before the platform's own coupons")

TERMS = Terms((
    PROMISED, KEPT, BROKEN, KEPT_SHARE, UNSOLD, PRICE_TOLD, PRICE_KEPT, PRICE_BROKEN, PRICE_SHARE, UNDISCOUNTED,
    ABOVE_UNITS, ABOVE_DAYS, OVERPAID, STOCK_TOLD, STOCK_KEPT, STOCK_SHORT, STOCK_SHARE, SOLD_OUT, MISSING_UNITS,
    DAYS_OUT, LOST, SLOTS, SLOTS_HELD, SLOTS_ON_TIME, SLOTS_LATE, SLOTS_MISSED, SLOTS_SHARE, SLOTS_UNKNOWN, MINUTES,
    SLOTS_LOST, SHORT_LOST, BROKEN_COST, AGREED_PRICE, DEAREST,
    UNITS, STOCK,
), "lock, orders export, LIVE list", place=2)  # fmt: skip
