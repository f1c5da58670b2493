"""What shops hand in beside orders, LIVE lists and product lists: each adds a page to the report, or leaves it out."""

from campaignctl.stages.report.beside.ads import ads
from campaignctl.stages.report.beside.attributed import attributed
from campaignctl.stages.report.beside.creators import creators
from campaignctl.stages.report.beside.entering import enter_beside
from campaignctl.stages.report.beside.settled import settled
from campaignctl.stages.report.beside.videos import videos

__all__ = ["ads", "attributed", "creators", "enter_beside", "settled", "videos"]
