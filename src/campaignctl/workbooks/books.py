"""The workbooks that people fill, each as its sheets in the order of their tabs."""

from campaignctl.domain.forms import Sheet
from campaignctl.workbooks.actions import ACTIONS
from campaignctl.workbooks.campaign import CAMPAIGN
from campaignctl.workbooks.changes import CHANGES
from campaignctl.workbooks.contacts import CONTACTS
from campaignctl.workbooks.decisions import DECISIONS
from campaignctl.workbooks.launch_check import LAUNCH_CHECK
from campaignctl.workbooks.livestreams import LIVESTREAMS
from campaignctl.workbooks.promotions import PROMOTIONS
from campaignctl.workbooks.registration.coupons import COUPONS
from campaignctl.workbooks.registration.products import PRODUCTS
from campaignctl.workbooks.registration.seller import SELLER_SHEET
from campaignctl.workbooks.registration.slots import SLOTS
from campaignctl.workbooks.rules_sheet import RULES
from campaignctl.workbooks.run_of_show import RUN_OF_SHOW
from campaignctl.workbooks.sellers import SELLERS
from campaignctl.workbooks.shop_decisions import SHOP_DECISIONS
from campaignctl.workbooks.targets import TARGETS
from campaignctl.workbooks.timeline import TIMELINE

SETUP: tuple[Sheet, ...] = (
    CAMPAIGN,
    TARGETS,
    PROMOTIONS,
    SELLERS,
    TIMELINE,
    LIVESTREAMS,
    RUN_OF_SHOW,
    CONTACTS,
    CHANGES,
    RULES,
)
"""``campaign.xlsx``: what the team fills."""

REGISTRATION: tuple[Sheet, ...] = (SELLER_SHEET, PRODUCTS, COUPONS, SLOTS)
"""``registration-form.xlsx``: what each seller fills and returns."""

DECIDE: tuple[Sheet, ...] = (DECISIONS, SHOP_DECISIONS)
"""``decide.xlsx``: what the team decides of each registered line."""

FOLLOW_UP: tuple[Sheet, ...] = (ACTIONS,)
"""``actions.xlsx``: what became of the things that a report asked for."""

LAUNCH: tuple[Sheet, ...] = (LAUNCH_CHECK,)
"""``launch-check.xlsx``: what buyers must see, and what somebody saw."""
