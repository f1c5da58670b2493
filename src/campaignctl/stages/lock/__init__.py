"""A campaign in, its lock out: what was approved, frozen, and what stands against it."""

from campaignctl.stages.lock.stage import Acceptance, Freezing, Wanted, freeze
from campaignctl.stages.lock.words import Told

__all__ = ["Acceptance", "Freezing", "Told", "Wanted", "freeze"]
