"""A roster in the making: its figures, and what all of its sheets say alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from campaignctl.domain.figures import Figure
from campaignctl.domain.formats import Format
from campaignctl.domain.observations import Place
from campaignctl.domain.sentences import Sentence
from campaignctl.domain.times import moment_words, zone_words
from campaignctl.stages.collect.stage import Collected


@dataclass(slots=True)
class Draft:
    """A roster in the making. ``home`` leads from the workbook to the campaign's folder, blank where nothing does.

    ``returns`` gives, by seller id, the path of the returned workbook from the roster.
    """

    collected: Collected
    home: str = ".."
    returns: Mapping[str, str] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)

    @property
    def zone(self) -> str:
        """The campaign's zone."""
        return self.collected.case.campaign.zone

    @property
    def currency(self) -> str:
        """The code of the campaign's currency."""
        return self.collected.case.campaign.currency

    def count(self, id_: str, label: str, value: int) -> str:
        """Enter a count and return its id."""
        self.figures[id_] = Figure(id_, label, value, "", Format.COUNT)
        return id_

    def leads_to(self, place: Place) -> str:
        """Return where a finding's place lies, as a link from the roster; blank where no link can say it."""
        if not self.home or "#" in place.file:
            return ""
        sheet = "'" + place.sheet.replace("'", "''") + "'"
        return f"{self.home}/{place.file}" + (f"#{sheet}!{place.cell}" if place.sheet and place.cell else "")

    @property
    def context(self) -> Sentence:
        """The line below every title: campaign, when it was collected, round, deadline."""
        collected, campaign = self.collected, self.collected.case.campaign
        parts = [campaign.name]
        if collected.as_of:
            clock = f"{moment_words(collected.as_of, self.zone)} {zone_words(self.zone)}"
            parts.append(f"collected {clock}, round {collected.round.number}")
        else:
            parts.append(f"round {collected.round.number}")
        closes = collected.case.field("registration_closes")
        if closes is not None:
            clock = f"{moment_words(closes.to_pydatetime(), self.zone)} {zone_words(self.zone)}"
            closed = collected.as_of is not None and collected.as_of >= closes
            parts.append(f"registration {'closed' if closed else 'closes'} {clock}")
        return Sentence((" · ".join(parts),))
