"""What was agreed in, what was kept of it out: prices, stock, promotions, livestream slots, seller by seller."""

from campaignctl.stages.report.promised.measure import Promises, judge_promises
from campaignctl.stages.report.promised.section import promised
from campaignctl.stages.report.promised.telling import kept_by_seller

__all__ = ["Promises", "judge_promises", "kept_by_seller", "promised"]
