"""Faults in the campaign as a whole: dates in the wrong order, budgets and targets that do not add up."""

from decimal import Decimal

from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.setup import at


def plant(planter: Planter) -> None:
    """Plant the faults of the campaign that leave the rest of the workbook readable."""
    setup = planter.setup
    planter.change("CMP102", setup, "campaign", 0, registration_closes=at(1, "18:00"), also=("CMP103",))
    planter.change("CMP106", setup, "campaign", 0, platform_budget=Decimal(30000))
    planter.change("CMP107", setup, "campaign", 0, baseline_to=at(2).date())
    planter.change("CMP110", setup, "campaign", 0, owner="Somebody Gone")
    planter.change("CMP111", setup, "campaign", 0, approver="Somebody Gone", also=("CMP110",))
    planter.change("CMP113", setup, "campaign", 0, highest_combined_discount=Decimal("0.85"))
    planter.change("CMP104", setup, "campaign", 0, zone="America/New_York")
    planter.note("CMP117", setup, "campaign", "registration_opens", 0)  # the day that can be read two ways
    planter.change("CMP118", setup, "campaign", 0, warm_up_starts=at(1))
    planter.change("CMP119", setup, "campaign", 0, figures_final=at(3).date())
    setup.rows["targets"][1]["target"] *= 2
    planter.note("CMP109", setup, "targets", "target", 0)
    planter.add("CMP114", setup, "targets", {**setup.rows["targets"][1], "target": 7}, at="metric")
    planter.add(
        "CMP120", setup, "targets", {"level": "Tier", "name": "Giants", "metric": "Orders", "target": 9}, at="name"
    )
    planter.add("CMP121", setup, "targets", {"level": "Campaign", "metric": "Units", "target": 9000, "last_time": 900}, at="target")  # fmt: skip
    planter.add(
        "CMP115", setup, "targets", {"level": "Day", "name": "2026-12-24", "metric": "Orders", "target": 900}, at="name"
    )
