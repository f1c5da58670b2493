"""The rule catalogue in words: terminal, docs and JSON are printed from the same objects that run."""

import re

from campaignctl.catalogue.drawn import Drawn
from campaignctl.catalogue.loader import explanation, module_of
from campaignctl.catalogue.lookup import of_name_or_family
from campaignctl.domain.pages import ReadablePage
from campaignctl.marketplaces.load import known, load
from campaignctl.rules.catalogue import FAMILIES, rules
from campaignctl.rules.rule import Rule
from campaignctl.workbooks import DECIDE, FOLLOW_UP, LAUNCH, REGISTRATION, SETUP

HEADINGS = {
    column.key: column.name
    for sheet in (*LAUNCH, *FOLLOW_UP, *DECIDE, *REGISTRATION, *SETUP)
    for column in sheet.columns
}


def pages() -> tuple[ReadablePage, ...]:
    """Return every rule's page, in code order."""
    return tuple(_readable(rule) for rule in rules().values())


def pages_of(name: str) -> tuple[ReadablePage, ...]:
    """Return the page of a code, a name or a former name, or all pages of a family such as ``SKU``, in any case.

    ``CannotRead`` with the nearest ones when there is none.
    """
    return tuple(_readable(rule) for rule in of_name_or_family(name, rules(), FAMILIES, "rule"))


def _readable(rule: Rule) -> ReadablePage:
    what, why = explanation(module_of("campaignctl.rules", rule))
    facts = [("Limit", limit)] if (limit := _limit(rule)) else []
    facts += [("When", "Asked only with --as-of: it speaks of the hour.")] if rule.timed else []
    facts += [("Formerly", ", ".join(rule.aliases))] if rule.aliases else []
    return ReadablePage(
        code=rule.code,
        name=rule.name,
        mark=rule.severity.value,
        family=FAMILIES[rule.code[:3]],
        what=what,
        why=why,
        facts=(*facts, *_cures(rule)),
        examples=tuple(
            example.text if isinstance(example, Drawn) else f"{example.observation.place.file}  <- {example.expected}"
            for example in rule.examples
        ),
        see=tuple(f"{code} {rules()[code].name}" for code in rule.see),
    )


def _limit(rule: Rule) -> str:
    """Return the limits of all marketplaces that have one."""
    worded = (rule.limit(load(name, None)) for name in known(None)) if rule.limit else ()
    return "; ".join(dict.fromkeys(words for words in worded if words))


def _cures(rule: Rule) -> tuple[tuple[str, str], ...]:
    """Return the cure, and what a return to a seller says where that differs."""
    told = "A return leaves this finding out." if rule.team else _general(rule.fix_for_seller)
    return (("Cure", _general(rule.fix)), *((("To sellers", told),) if told else ()))


def _general(fix: str) -> str:
    """Return a cure without a row's values: a placeholder reads as the name of its column."""
    return re.sub(r"\{(\w+)\}", lambda found: HEADINGS.get(found[1], found[1].replace("_", " ")), fix)
