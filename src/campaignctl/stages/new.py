"""Set up a campaign: the set-up workbook, the registration form, and what makes the folder easy to use."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from campaignctl.domain.campaign import Campaign, Promotion
from campaignctl.domain.forms import Form
from campaignctl.marketplaces.schema import Profile
from campaignctl.readers.campaign_folder import Material
from campaignctl.rules.case import Case, case_of
from campaignctl.workbooks.carry_over import carry_over
from campaignctl.workbooks.forms import Invitation, Rows, registration_form, setup_form


@dataclass(frozen=True, slots=True)
class NewCampaign:
    """The workbooks of a new campaign."""

    setup: Form
    registration: Form


def new(title: str, profile: Profile, marketplaces: tuple[str, ...], rows: Rows | None = None) -> NewCampaign:
    """Return the forms of a campaign; ``rows`` fill what is already known, by sheet key."""
    setup = setup_form(
        {**profile.choices(marketplaces)},
        title=title,
        marketplace=profile.name,
        zone=profile.zone,
        currency=profile.currency,
        rows={"campaign": ({"name": title},), **(rows or {})},
        campaign_fee=campaign_fee(profile),
        hints=hints_of(profile),
    )
    blank = Invitation(campaign=title, marketplace=profile.name, zone=profile.zone, currency=profile.currency)
    return NewCampaign(setup, registration_form(asked_by(profile, blank)))


def new_from(old: Material, starts: datetime, marketplaces: tuple[str, ...], place: str = "") -> NewCampaign:
    """Return the forms of a campaign that carries an earlier one over to a new start (local or aware time).

    ``place`` is the earlier campaign's folder as seen from the new one: the new campaign is compared with it first.
    """
    zone = old.reading.zone
    aware = starts if starts.tzinfo else starts.replace(tzinfo=ZoneInfo(zone))
    rows = carry_over(old.frames, aware, zone)
    if place:
        rows["campaign"] = tuple({**row, "compare_with": _before(place, row)} for row in rows.get("campaign", ()))
    title = str(next(iter(rows.get("campaign", ())), {}).get("name", "Campaign"))
    forms = new(title, old.profile, marketplaces, rows)
    return replace(forms, registration=registration_for(case_of(old), title))


def _before(place: str, row: Mapping[str, object]) -> str:
    """Return the campaigns to compare with: the earlier one, then those that it was compared with."""
    named = [name.strip() for name in str(row.get("compare_with") or "").split(";")]
    return "; ".join(dict.fromkeys(name for name in (place, *named) if name))


def registration_for(case: Case, title: str) -> Form:
    """Return the blank registration form of a campaign, with what is on offer to sellers."""
    return registration_form(asked_by(case.profile, invitation(case.campaign, title)))


def invitation(campaign: Campaign, title: str = "") -> Invitation:
    """Return what a seller is told of a campaign."""
    zone = ZoneInfo(campaign.zone)
    window = campaign.window
    nominated = [p for p in campaign.promotions if p.applies_to == "Nominated SKUs"]
    return Invitation(
        campaign=title or campaign.name,
        marketplace=campaign.marketplace,
        zone=campaign.zone,
        currency=campaign.currency,
        code=campaign.code,
        starts=window.start.astimezone(zone) if window else None,
        ends=window.end.astimezone(zone) if window else None,
        offers={promotion.id: _offer(promotion) for promotion in nominated},
    )


def asked_by(profile: Profile, told: Invitation) -> Invitation:
    """Return an invitation with what the marketplace asks of the cells that a seller fills."""
    return replace(told, hints=hints_of(profile), ids_counted=profile.item_id.shortest is not None)


def hints_of(profile: Profile) -> Mapping[str, str]:
    """Return what the marketplace asks of columns of the forms, by the column's key, where it is not the usual."""
    codes = [tool.coupon.code for tool in profile.tools.values() if tool.coupon.code]
    hints = {"promo_code": codes[0].note} if codes and codes[0].note else {}
    if profile.item_id.shortest is None:
        hints["product_ids"] = "IDs separated by ;"
    return hints


def _offer(promotion: Promotion) -> str:
    share = promotion.seller_pays
    paid = f"; you pay {share * 100:.0f} % of the discount" if share is not None and share < 1 else ""
    return f"{promotion.title} ({promotion.tool.replace('_', ' ')}, {promotion.kind_of_value.lower()}){paid}"


def campaign_fee(profile: Profile) -> Decimal | None:
    """Return the marketplace's fee on campaign sales as a fraction, where the profile knows one."""
    return next((fee.rate for fee in profile.fees if "campaign" in fee.key and fee.rate is not None), None)
