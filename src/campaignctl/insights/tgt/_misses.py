"""Who was planned for what, and sold what."""

from collections.abc import Iterator

from campaignctl.domain.sentences import say
from campaignctl.insights.evidence import Evidence
from campaignctl.insights.insight import Sort, Tried
from campaignctl.insights.plans import Planned, planned
from campaignctl.metrics.ledger import TOTAL, At

FEW, ALONE = 3, 0.01
"""More than so many are told one by one only from this share of the campaign's GMV on."""
MANY = {"seller": "sellers", "category": "categories"}


def misses(evidence: Evidence, scope: str, least: float, then: str) -> Iterator[Tried]:
    """Yield every key with a target; told are those that sold less by a share of ``least`` or more."""
    missed = []
    for one in planned(evidence.ledger, scope):
        if one.sold > one.target * (1 - least):
            yield Tried(one.key, max(evidence.minor(one.target - one.sold), 0), Sort.LOST)
        else:
            missed.append(one)
    large, small = apart(evidence, missed)
    for one in large:
        short = evidence.minor(one.target - one.sold)
        lacks = evidence.money(f"{scope}_short", one.key, short)
        words = f"{{name}} lacked {lacks} of its {evidence.target} of {{{one.plan}}}{_why(evidence, scope, one)}"
        sentence = say(words, name=evidence.called(one.key))
        yield Tried(one.key, short, Sort.LOST, say=sentence, then=then)
    if small:
        yield _together(evidence, scope, small)


def _why(evidence: Evidence, scope: str, one: Planned) -> str:
    """Say whether it lagged or its plan was high: how it moved against its baseline, beside the whole campaign."""
    own, whole = (evidence.ledger.get("gmv", at.against("baseline")) for at in (At(scope, one.key), TOTAL))
    if own is None or whole is None or own.value is None or whole.value is None:
        return ""
    return f"; it moved by {{{own.id}}} against its baseline, the campaign by {{{whole.id}}}"


def apart(evidence: Evidence, found: list[Planned], least: float = ALONE) -> tuple[list[Planned], list[Planned]]:
    """Return those told one by one, and those told in one sentence: of many the ones below ``least`` of GMV."""
    weighty = least * evidence.gmv
    small = [one for one in found if evidence.minor(abs(one.target - one.sold)) < weighty]
    if len(found) <= FEW or len(small) < 2:
        return found, []
    return [one for one in found if one not in small], small


def _together(evidence: Evidence, scope: str, small: list[Planned]) -> Tried:
    short = sum(evidence.minor(one.target - one.sold) for one in small)
    many = evidence.count(f"{scope}s_short", "together", len(small))
    lacks = evidence.money(f"{scope}s_short", "together", short)
    many_targets = targets(evidence)
    words = f"{many} smaller {MANY[scope]} lacked {lacks} of their {many_targets} together{{names}}"
    sentence = say(words, names=named(evidence, small))
    return Tried(f"{scope}s below", short, Sort.LOST, say=sentence, then=in_table(scope), aside=True)


def named(evidence: Evidence, found: list[Planned]) -> str:
    """Return the end of a sentence: those furthest from their targets, ``, above all Kite, Larch and Tiny Harbor``."""
    furthest = sorted(found, key=lambda one: (-abs(one.target - one.sold), one.key))[:FEW]
    *first, last = (evidence.called(one.key) for one in furthest)
    return f"{', above all' if len(found) > FEW else ':'} {', '.join(first)} and {last}"


def targets(evidence: Evidence) -> str:
    """Return ``targets``, or ``targets to date`` while the campaign runs."""
    return evidence.target.replace("target", "targets")


def in_table(scope: str) -> str:
    """Return what to do about several that are told together."""
    return f"Go through them in the table of {MANY[scope]}"
