"""In a return the seller reads the cure: whatever can reach one speaks to the seller, not to the team."""

import ast
import inspect
import re

import pytest

from campaignctl.catalogue.loader import module_of
from campaignctl.rules.catalogue import rules
from campaignctl.workbooks import REGISTRATION

THEIR_SHEETS = {sheet.key for sheet in REGISTRATION}
OF_EXPORTS = re.compile("WBK3..")
TO_THE_TEAM = re.compile(
    r"^(Ask|Approve|Return to|Send the seller|Send the shop|Have |Tell the|Leave the shop|Plan a stream|Agree )"
    r"|\b(the|this) (shop|seller)\b(?! name| is another)|Sellers sheet|registrations|Contacts|sheet Changes|lock again"
    r"|account manager|\bchase\b|campaignctl|wave|tier\b|GMV target"
)


def reaches_sellers(rule):
    """Whether a rule judges what stands in a seller's workbook, or how such a workbook reads as a file."""
    frames = {rule.over, *rule.beside}
    of_workbooks = rule.code.startswith("WBK") and not OF_EXPORTS.fullmatch(rule.code)
    return not rule.team and (bool(frames & THEIR_SHEETS) or of_workbooks or rule.code == "SEL106")


def texts(rule, keyword):
    """Every literal text that the page of a rule passes as ``keyword``."""
    tree = ast.parse(inspect.getsource(module_of("campaignctl.rules", rule)))
    passed = [one.value for call in ast.walk(tree) if isinstance(call, ast.Call) for one in call.keywords if one.arg == keyword]  # fmt: skip
    return [text.value for node in passed for text in ast.walk(node) if isinstance(text, ast.Constant) and isinstance(text.value, str)]  # fmt: skip


REACHING = [rule for rule in rules().values() if reaches_sellers(rule)]


@pytest.mark.parametrize("rule", REACHING, ids=lambda rule: rule.code)
def test_a_cure_that_reaches_a_return_speaks_to_the_seller(rule):
    cures = [rule.fix_for_seller] if rule.fix_for_seller else texts(rule, "fix")
    assert cures
    assert [cure for cure in (*cures, *texts(rule, "say_for_seller")) if TO_THE_TEAM.search(cure)] == []


def test_what_is_for_the_team_alone_has_no_words_for_sellers():
    assert [rule.code for rule in rules().values() if rule.team and rule.fix_for_seller] == []


@pytest.mark.parametrize("cure", ["Ask the shop to accept the terms.", "Add the shop to the Sellers sheet.", "Approve the line and lock again."])  # fmt: skip
def test_words_to_the_team_are_known_again(cure):
    assert TO_THE_TEAM.search(cure)
