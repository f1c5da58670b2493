"""The figures that a report defines itself: how many took part, how much of the data was usable, who is above plan."""

from dataclasses import dataclass

from campaignctl.domain.formats import Format
from campaignctl.metrics.metric import Unit


@dataclass(frozen=True, slots=True)
class Count:
    """A figure's name and meaning, for what is not a metric of the catalogue."""

    id: str
    label: str
    formula: str
    unit: Unit = Unit.COUNT
    format: Format = Format.COUNT


@dataclass(frozen=True, slots=True)
class Terms:
    """What a page adds to the definitions: figures of its own, and the exports they come from.

    ``place`` says where among the terms of other pages they are listed.
    """

    defined: tuple[Count, ...]
    source: str
    place: int


def share_count(word: str, label: str, formula: str) -> Count:
    """Return a share that the report defines itself."""
    return Count(word, label, formula, Unit.RATE, Format.PERCENT)


def money_count(word: str, label: str, formula: str) -> Count:
    """Return a sum of money that the report defines itself."""
    return Count(word, label, formula, Unit.MONEY, Format.MONEY_SHORT)


DAYS = Count("days", "Days", "local days of the campaign window")
CUBE_ROWS = Count("cube_rows", "Rows for filters", "combinations of day, seller, category and so on that sold")
SELLERS = Count("sellers", "Sellers", "sellers with a registered SKU; without registrations, sellers with a paid line")
SKUS = Count("skus", "SKUs", "registered SKUs; without registrations, SKUs with a paid line")
PRODUCTS = Count("products", "Products", "products with a counted line")
WINDOWS = Count("baseline_windows", "Baseline windows", "earlier windows that the baseline is the mean of")
GMV_SHARE = share_count("gmv_share", "Share of GMV", "GMV / GMV of the campaign")
TO_TARGET = share_count("gmv_to_target", "GMV as % of target", "GMV / target")
JUDGED = Count("judged", "Compared", "those with a target, or with a baseline where there are no targets")
QUESTIONED = Count("questioned", "Targets questioned", "targets larger than the campaign's own, which judge nobody")
ABOVE = Count("above", "Above", "those above the target (sellers: by more than 5%), or the baseline without targets")
CELLS_BLANK = Count(
    "cells_blank", "Lines without a value", "counted lines whose cell is blank or could not be read, by column"
)
LINES_HELD = Count("lines_held", "Order lines", "lines of all order exports, paid or not, whatever the campaign counts")
LINES_UNREAD = Count(
    "lines_unread", "Order lines not read", "lines that give no time, or no SKU Subtotal After Discount"
)
STREAMS_TWICE = Count(
    "streams_twice",
    "Streams in two lists",
    "streams of a shop that another list holds too, started within five minutes",
)
STREAMS_TOLD = share_count(
    "streams_told",
    "Livestream sales told apart",
    "GMV of livestream orders placed while one stream of their shop was on air / GMV of livestream orders",
)
ON = Count("on", "On plan", "sellers within 5% of their target")
BELOW = Count("below", "Below", "those below the target (sellers: by more than 5%), or the baseline without targets")
RUNNING = money_count("running", "Running total", "sum, up to the day, of GMV less target (baseline without targets)")
SUM_ABOVE = money_count("sum_above", "Above plan", "sum of the differences of sellers above")
SUM_ON = money_count("sum_on", "On plan", "sum of the differences of sellers on plan")
SUM_BELOW = money_count("sum_below", "Below plan", "sum of the differences of sellers below")
SHORTFALL = money_count("shortfall", "Shortfall", "sum of what sellers below lack")
FURTHEST = Count("furthest", "Furthest below", "sellers that lack most, at most three")
FURTHEST_SHORTFALL = money_count("furthest_shortfall", "Shortfall of the furthest", "sum of what they lack")
TOP_PRODUCTS = Count("top_products", "Best-selling products", "products with the highest GMV, at most ten")
ROWS = Count("rows", "Rows read", "rows of the file, headers left out")
UNUSABLE = Count("unusable_rows", "Unusable rows", "rows with a cell that could not be read")
USABLE = share_count("usable_rows", "Usable rows", "rows without a cell that could not be read / rows read")
FAKE_DATES = Count("fake_dates", "Fake dates", "earlier dates without a campaign on which the same method ran")
FAKE_LARGER = Count("fake_larger", "Larger fake dates", "fake dates on which the method shows as much as in earnest")
LIFTS_TOLD = Count("lifts_told", "Categories with a lift", "categories whose lift is distinguishable from zero")
LIFTS_TRIED = Count("lifts_tried", "Categories estimated", "categories of which a lift could be estimated")
SILENT_DAYS = Count("silent_days", "Days without a sale", "days of the campaign of which no export holds a paid line")
TAKEN_BACK = share_count("taken_back", "Taken back", "(GMV - net GMV) / GMV: cancelled after payment, or refunded")
FAR_SHOPS = Count("far_shops", "Comparison shops", "shops outside the campaign and its categories")
HISTORY = Count("history", "Days before the campaign", "local days with orders before the campaign")
BOTH_SOLD = Count("both_sold", "Days that can be compared", "days before the campaign since both groups sell")
LEAST_SHOPS = Count("least_shops", "Comparison shops asked for", "fewest to set a campaign against other shops")
LEAST_DAYS = Count("least_days", "Days asked for", "fewest before a campaign to set it against other shops")
INSIGHTS = Count("insights", "Insights", "detectors' findings kept after holding false discoveries to one in fifty")
MORE_INSIGHTS = Count("more_insights", "More insights", "insights that the summary has no room for")
INSIGHTS_BEYOND = Count("insights_beyond", "Insights beyond the slides", "insights that the slides have no room for")
AT_STAKE = money_count("at_stake", "At stake", "money that the insight is about, never summed: insights overlap")
DRIVER_SIZE = money_count(
    "driver_size", "Size of the step", "share of the change that a factor stands for, without sign"
)
DRIVER_BASE = money_count("driver_base", "Base of the step", "GMV on which a factor's share is drawn")
DRIVER_LEVEL = money_count("driver_level", "After the step", "GMV with the share of this factor and of those before it")
LIST_PRICE = Count("list_price", "Price before discount", "list value / units, both paid", Unit.MONEY, Format.MONEY)
PERIODS = Count("periods", "Periods", "reports of the same kind, this one included")
ASKED = Count("asked", "Actions asked for", "insights of the last report that name a next step")
STILL_SEEN = Count("still_seen", "Still seen", "insights of the last report that this one tells again")
ALTHOUGH_DONE = Count("although_done", "Although marked done", "losses marked done that this report tells again")
NOTED = Count("noted", "Noted", "actions of the last report that somebody noted something of")
STALE = Count("stale_notes", "Notes on others", "notes on things that the last report did not name")
GAPS = Count("gaps", "Gaps", "things that the data do not give")
OTHERS = Count("others", "Others", "rows of a longer list that a short table sums up")

ROI = Count(
    "roi",
    "ROI",
    "margin added before the discount itself / discount; 1 is break-even, discount on sales that would have come anyway"
    " is part of the cost",
    Unit.RATE,
    Format.RETURN,
)
ROI_LOW = Count("roi_low", "ROI, low end", "2.5% end of the interval", Unit.RATE, Format.RETURN)
ROI_HIGH = Count("roi_high", "ROI, high end", "97.5% end of the interval", Unit.RATE, Format.RETURN)
ROI_BEARS = share_count(
    "roi_bears",
    "Product cost it bears",
    "what was added after the discount / list value sold beyond the expected, 2.5% end of the draws of the lift",
)
ROI_WITH_ADS, ROI_WITH_ADS_LOW, ROI_WITH_ADS_HIGH = (
    Count(
        f"roi_with_ads{end}", f"ROI, ads as cost{words}", f"return / (discount + ad cost){of}", Unit.RATE, Format.RETURN
    )
    for end, words, of in (("", "", ""), ("_low", ", low end", ", 2.5% end"), ("_high", ", high end", ", 97.5% end"))
)
COMMISSION_RATE = share_count(
    "roi_commission", "Commission borne", "affiliate commission / net sales of orders settled for the campaign"
)
OTHER_PROMOTIONS = Count("other_promotions", "Other promotions", "promotions with a cost beside those that cost most")
ROI_COST = money_count("roi_cost", "Discount", "discount on paid sale lines that the campaign counts")
SELLER_COST = money_count(
    "roi_seller_cost", "By sellers", "discount that sellers funded on lines matched to a promotion"
)
PLATFORM_COST = money_count("roi_platform_cost", "By platform", "discount that the platform funded on matched lines")
ROI_RETURN = money_count(
    "roi_return", "Return", "margin added before the discount itself, median of the draws of the lift"
)
ROI_RETURN_LOW = money_count("roi_return_low", "Return, low end", "2.5% end of the interval")
ROI_RETURN_HIGH = money_count("roi_return_high", "Return, high end", "97.5% end of the interval")
MATCHED = share_count(
    "matched_share", "Matched", "lines whose discount agrees with the promotion that ran for them / lines it ran for"
)
COST_KNOWN = share_count("cost_known", "Product cost known", "GMV of lines with a unit cost / GMV")
