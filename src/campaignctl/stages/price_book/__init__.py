"""``prices.xlsx``: every price, every stretch of time, who funds it, the budgets and the ceilings of next deals."""

from campaignctl.stages.price_book.book import price_book

__all__ = ["price_book"]
