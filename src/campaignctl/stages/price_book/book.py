"""``prices.xlsx`` as a document: the worst price of every SKU first, then when, who funds it, and what it may cost."""

from campaignctl.domain.document import Document
from campaignctl.domain.prices import Prices
from campaignctl.rules.case import Case
from campaignctl.stages.price_book.budgets import budgets
from campaignctl.stages.price_book.draft import Draft
from campaignctl.stages.price_book.funding import funding
from campaignctl.stages.price_book.next_deals import next_deals
from campaignctl.stages.price_book.over_time import over_time
from campaignctl.stages.price_book.rules_used import rules_used
from campaignctl.stages.price_book.worst import worst

SHEETS = (worst, budgets, over_time, funding, next_deals, rules_used)


def price_book(case: Case, prices: Prices) -> Document:
    """Return the workbook of a campaign's prices; ``prices`` are those of ``case``."""
    draft = Draft(case, prices)
    sections = tuple(make(draft) for make in SHEETS)
    return Document(campaign=prices.campaign, as_of="", figures=draft.figures, sections=sections)
