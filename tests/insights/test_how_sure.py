"""What an insight says of how sure it is: the interval that belongs to its number, or that it is a count."""

import pytest

from campaignctl.domain.document import Document
from campaignctl.insights.catalogue import insights
from campaignctl.insights.proof import evidence_of
from campaignctl.insights.ranking import found

CERTAINTY = {
    # by hand: 90 orders stray as their square root does, 985 x ((sqrt(90) -+ 0.98) / sqrt(90))^2
    "STK101": "95% interval $792 to $1,199",
    # as drawn, and 56 / 94
    "PRM201": "return 0.6, 95% interval 0.3 to 0.9; 1 is break-even",
    "PRM202": "return 1.9, 95% interval 1.1 to 2.7; 1 is break-even",
    "PRC102": "sales stopped too early for chance; the money is an estimate at its own pace",
    "PRC103": "the minutes are counted, the money is an estimate",
    "DRV101": "a sum that adds up, not an estimate",
    # of those that stray, as estimated: each holds the change that its sentence tells
    "OPP102": "95% interval +93% to +106%",
    "RET101": "its share +27.29 pp, 95% interval +18.16 pp to +30.00 pp",
    "SLC101": "against the rest +117%, 95% interval +97% to +140%",
    "TRD101": "95% interval −43% to −38%",
    "TRD103": "95% interval +66% to +78%",
    "PRM101": "95% interval −7% to +11%, not distinguishable from zero",
}


@pytest.mark.parametrize("code", CERTAINTY)
def test_an_insight_says_how_sure_it_is(code):
    page = insights()[code]
    evidence = evidence_of(page.examples[0])
    told = [one.tried.sure for one in found([page], evidence) if one.tried.say and one.tried.sure]
    assert Document("", "", evidence.ledger.figures, ()).words(told[0]) == CERTAINTY[code]
