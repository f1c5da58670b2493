"""Every item of a campaign under every set of promotions it can meet: what price paths are read from.

Items are numbered in the order in which the SKU lines name them.
"""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from campaignctl.pricing.batches import batches_of
from campaignctl.pricing.explain import Explainer
from campaignctl.pricing.groups import Group
from campaignctl.pricing.items import Items
from campaignctl.pricing.nominations import Nominations
from campaignctl.pricing.offers import LeftOut, Offer
from campaignctl.pricing.shares import Ints
from campaignctl.pricing.stack import Stack
from campaignctl.pricing.survey import Survey, survey_of
from campaignctl.pricing.timeline import Story


@dataclass(frozen=True)
class Surveyed:
    """All items with their offers and the stories of these; the survey is made on first use and then kept.

    ``items.of_line`` tells every line's item.
    """

    lines: pd.DataFrame
    offers: tuple[Offer, ...]
    left_out: tuple[LeftOut, ...]
    items: Items
    named: Nominations
    groups: tuple[Group, ...]
    stories: tuple[Story, ...]
    stack: Stack

    @cached_property
    def explainer(self) -> Explainer:
        """What explains any row of the survey."""
        batches = batches_of(self.groups, self.stories, self.items, self.stack)
        return Explainer(batches, self.items, self.named, self.stack, self.offers)

    @cached_property
    def survey(self) -> Survey:
        """Every item in every situation."""
        return survey_of(self.explainer.batches, self.stories, self.items, self.named, self.stack)

    @cached_property
    def begins(self) -> dict[tuple[int, int], int]:
        """Where the rows of the survey begin for a group (a number) under a scene of its story."""
        situations = (each for batch in self.explainer.batches for each in batch.situations)
        starts = self.survey.begins.tolist()
        return {(each.group, each.scene): start for each, start in zip(situations, starts, strict=True)}

    def priced(self, group: int) -> Ints:
        """Return the items of a group that have a list price, in the order of the survey's rows."""
        items = self.groups[group].items
        listed: Ints = items[self.items.listed[items] > 0]
        return listed
