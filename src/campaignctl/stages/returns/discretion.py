"""What goes to a seller speaks to the seller, and names no other one: not its id, not its shop, not its workbook.

Rules speak to the team, which must know whom a line meets: the SKU of two sellers, the shop whose form was copied. A
return takes a rule's words for sellers where it has some, leaves out what only the team can settle, and says the rest
without the name. What stands in the seller's own cells is the seller's, whatever it says.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from types import CodeType, FunctionType

from campaignctl.catalogue.loader import module_of
from campaignctl.domain.findings import Finding
from campaignctl.domain.rounds import Tracked
from campaignctl.readers.campaign_folder import Material
from campaignctl.rules.catalogue import rules
from campaignctl.rules.rule import Rule
from campaignctl.stages.returns.addressee import Addressee
from campaignctl.stages.returns.names import FORM_PHRASES, Met, Names, words_of

SELLER, SHOP, WORKBOOK = "another seller", "another shop", "another workbook"
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_SENT = "registrations/"


def names_of(material: Material) -> Names:
    """Return every name by which a seller of the campaign is known."""
    names = Names()
    for key in ("sellers", "registration"):
        rows = material.frames[key]
        for seller in rows["seller_id"].dropna().unique():
            names.add(str(seller), SELLER)
        for shop in rows["shop_name"].dropna().unique():
            names.add(str(shop), SHOP)
    for reply in material.replies:
        names.add(reply.seller_id, SELLER)
    for file in _files(material):
        names.add(file, WORKBOOK)
        names.add(file.rpartition("/")[2], WORKBOOK)
    return names


@cache
def _said_by(code: str) -> str:
    """Return the words that a rule's page uses itself, whatever shops are called."""
    rule = rules().get(code)
    said = [rule.name.replace("-", " ")] if rule else []
    for each in vars(module_of("campaignctl.rules", rule)).values() if rule else ():
        if isinstance(each, FunctionType):
            said += _texts(each.__code__)
        elif isinstance(each, Rule):
            said += [each.fix, each.fix_for_seller]
    return "".join(words_of(text) for text in said)


def _texts(code: CodeType) -> Iterator[str]:
    for constant in code.co_consts:
        if isinstance(constant, str):
            yield constant
        elif isinstance(constant, CodeType):
            yield from _texts(constant)


def _files(material: Material) -> list[str]:
    met = [entry.file for entry in material.inputs] + [reply.file for reply in material.replies]
    met += [observation.place.file for observation in material.observations]
    met += material.frames["registration"]["file"].dropna().astype("str").tolist()
    return [file for file in dict.fromkeys(met) if file.startswith(_SENT)]


def for_sellers(tracked: Iterable[Tracked]) -> list[Tracked]:
    """Return findings without those in sellers' files that are the team's alone to settle."""
    internal = {code for code, rule in rules().items() if rule.team}
    return [one for one in tracked if not (one.finding.code in internal and one.finding.place.file.startswith(_SENT))]


def discreet(tracked: Sequence[Tracked], names: Names, material: Material, file: str, to: Addressee) -> list[Tracked]:
    """Return findings as the seller who sent ``file`` may read them; the team reads its own files as they are."""
    if not file.startswith(_SENT):
        return list(tracked)
    theirs = FORM_PHRASES | {name.strip().casefold() for name in _own(material, file, to)}
    own = Names()
    for name in theirs:
        own.keep(name)
    every = names.and_those_of(own)
    return [replace(one, finding=_told(one.finding, every, theirs)) for one in tracked]


def _own(material: Material, file: str, to: Addressee) -> Iterable[str]:
    """Yield what the addressee is called itself, and what it wrote on the form's first sheet."""
    forms, sellers = material.frames["registration"], material.frames["sellers"]
    replies = [reply for reply in material.replies if reply.file == file or reply.seller_id in to.sellers]
    files = {file, *(reply.file for reply in replies)}
    mine = forms[forms["file"].isin(files).to_numpy(dtype=bool, na_value=False)]
    listed = sellers[sellers["seller_id"].isin(to.sellers).to_numpy(dtype=bool, na_value=False)]
    yield from (*to.sellers, *files, *(each.rpartition("/")[2] for each in files))
    yield from (reply.form_id for reply in replies)
    for rows, keys in ((mine, ("seller_id", "shop_name", "form_id")), (listed, ("shop_name",))):
        for key in keys:
            yield from rows[key].dropna().astype("str")


def _told(finding: Finding, names: Names, theirs: frozenset[str]) -> Finding:
    """Return a finding without the names of others; a sentence of the cure that is about one is left out."""
    quoted = finding.value if finding.place.cell else ""
    said = _said_by(finding.code)

    def without(text: str, quoted: str = "") -> str:
        hidden = [met for met in names.met_in(text, said) if met.name not in theirs]
        return _replaced(text, hidden, quoted)

    fix = finding.fix_for_seller or finding.fix
    cures = _SENTENCE.split(fix)
    kept = [cure for cure in cures if without(cure) == cure]
    return replace(
        finding,
        message=without(finding.message_for_seller or finding.message, quoted),
        fix=fix if len(kept) == len(cures) else " ".join(kept) or without(fix),
        value=finding.value if quoted else without(finding.value),
    )


def _replaced(text: str, hidden: Sequence[Met], quoted: str) -> str:
    """Return ``text`` with stand-ins for the names in it, but for those inside what is ``quoted`` of a cell."""
    if not hidden:
        return text
    cells = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(quoted)}(?!\w)", text)] if quoted else []
    said, reached = "", 0
    for met in hidden:
        if not any(starts <= met.starts and met.ends <= ends for starts, ends in cells):
            said += text[reached : met.starts] + met.instead
            reached = met.ends
    return said + text[reached:]
