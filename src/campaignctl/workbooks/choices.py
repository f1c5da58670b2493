"""The lists that a team may edit: they open with these words, and every campaign may have its own.

Lists that no team edits stand in their column.
"""

from collections.abc import Mapping

WORKSTREAMS = (
    "Scoping",
    "Recruitment",
    "Registration",
    "Pricing",
    "Promotion set-up",
    "Livestream",
    "Creators",
    "Creative",
    "Marketing",
    "Legal",
    "Finance",
    "Logistics",
    "Customer service",
    "Reporting",
)
TEAMS = (
    "Campaign operations",
    "Category management",
    "Account management",
    "Livestream",
    "Creators",
    "Marketing",
    "Design",
    "Legal",
    "Finance",
    "Logistics",
    "Customer service",
    "Data",
    "Leadership",
    "Agency",
)
TIERS = ("Key account", "Growth", "Long tail")
CATEGORIES = (
    "Beauty",
    "Fashion",
    "Electronics",
    "Home",
    "Kitchen",
    "Health",
    "Food",
    "Sports",
    "Toys",
    "Baby",
    "Pets",
    "Automotive",
    "Other",
)
LANGUAGES = ("en", "zh-CN", "es")

TEAM_LISTS: Mapping[str, tuple[str, ...]] = {
    "team:workstreams": WORKSTREAMS,
    "team:teams": TEAMS,
    "team:tiers": TIERS,
    "team:categories": CATEGORIES,
    "team:languages": LANGUAGES,
}
"""Every ``team:`` list by the name that columns give in ``choices_from``."""
