"""What stands at the head of every workbook that asks something of the team: whose campaign, where, in which money."""

from dataclasses import dataclass

from campaignctl.domain.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A campaign as its workbooks name it: ``zone`` is of the tz database, ``currency`` three letters."""

    campaign: str
    code: str
    marketplace: str
    zone: str
    currency: str

    @property
    def properties(self) -> dict[str, str]:
        """What a workbook keeps unseen, so that it is known again under any file name."""
        return {"Campaign": self.code} if self.code else {}


def letterhead_of(campaign: Campaign) -> Letterhead:
    """Return the head of a campaign's workbooks."""
    return Letterhead(campaign.name, campaign.code, campaign.marketplace, campaign.zone, campaign.currency)
