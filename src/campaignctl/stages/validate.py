"""Is it safe to launch? All rules over the set-up and the registrations, and one verdict."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from campaignctl.domain.campaign import Campaign
from campaignctl.domain.findings import Verdict
from campaignctl.readers.campaign_folder import Material
from campaignctl.rules.case import Case, case_of
from campaignctl.rules.catalogue import rules
from campaignctl.rules.engine import run


@dataclass(frozen=True, slots=True)
class Validated:
    """The case that a campaign makes, and the verdict on it."""

    case: Case
    verdict: Verdict

    @property
    def campaign(self) -> Campaign:
        """The campaign as it was understood."""
        return self.case.campaign


def validate(material: Material, only: Collection[str] = (), now: datetime | None = None) -> Validated:
    """Judge a campaign; ``only`` keeps the findings of these files (relative names).

    Rules that speak of the hour are asked only when ``now`` (aware) is given.
    """
    return Validated(*judge(material, only, now))


def judge(material: Material, only: Collection[str] = (), now: datetime | None = None) -> tuple[Case, Verdict]:
    """Return the case that a campaign makes, and the verdict of all rules on it; see ``validate``."""
    case = case_of(material, now)
    inputs = [entry for entry in material.inputs if not only or entry.file in only]
    verdict = run(rules().values(), case, files=len(inputs), rows=sum(entry.rows for entry in inputs))
    if only:
        verdict = replace(
            verdict,
            findings=tuple(f for f in verdict.findings if f.place.file in only),
            suppressed=tuple(each for each in verdict.suppressed if each.finding.place.file in only),
            reweighed=tuple(each for each in verdict.reweighed if each.finding.place.file in only),
        )
    return case, verdict
