"""What goes to a seller speaks to the seller, and names no other one: not its id, not its shop, not its workbook.

Rules speak to the team, which must know whom a line meets: the SKU of two sellers, the shop whose form was copied. A
return takes a rule's words for sellers where it has some, leaves out what only the team can settle, and says the rest
without the name. What stands in the seller's own cells is the seller's, whatever it says.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from campaignctl.domain.findings import Finding
from campaignctl.domain.rounds import Tracked
from campaignctl.readers.campaign_folder import Material
from campaignctl.rules.catalogue import rules
from campaignctl.stages.returns.addressee import Addressee
from campaignctl.workbooks import REGISTRATION

SELLER, SHOP, WORKBOOK = "another seller", "another shop", "another workbook"
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_SENT = "registrations/"
_FORM_WORDS = frozenset(
    word.casefold() for sheet in REGISTRATION for word in (sheet.name, *(column.name for column in sheet.columns))
)
"""A shop may be called Products; the sheet of that name stays one."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names of all sellers, shops and workbooks by their first word, folded, each with what may be said instead."""

    by_word: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, name: str, instead: str) -> None:
        """Add a name; of two with the same letters the first one counts."""
        folded = name.strip().casefold()
        first = _WORD.search(folded)
        if first and folded not in _FORM_WORDS:
            self.by_word.setdefault(first[0], {}).setdefault(folded, instead)

    def met_in(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Yield each name that ``text`` holds as whole words: from where, until where, folded, and its stand-in."""
        reached = 0
        for word in _WORD.finditer(text):
            met = self.by_word.get(word[0].casefold())
            if met is None or word.start() < reached:
                continue
            for name in sorted(met, key=len, reverse=True):
                span = _span(text, word.start(), name)
                if span and span[0] >= reached:
                    reached = span[1]
                    yield *span, name, met[name]
                    break


def _span(text: str, at: int, name: str) -> tuple[int, int] | None:
    """Return where ``name`` stands in ``text`` when its first word begins ``at`` a place; None where it does not."""
    starts = at - _WORD.search(name).start()  # type: ignore[union-attr] # only names with a word are kept
    ends = starts + len(name)
    cut = ends < len(text) and _WORD.match(text[ends]) and _WORD.match(name[-1])
    return None if starts < 0 or cut or text[starts:ends].casefold() != name else (starts, ends)


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
    theirs = frozenset(name.strip().casefold() for name in _own(material, file, to))
    own = Names()
    for name in theirs:
        own.add(name, "")
    every = Names({word: {**own.by_word.get(word, {}), **met} for word, met in (own.by_word | names.by_word).items()})
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
    message = _without(finding.message_for_seller or finding.message, names, theirs, quoted)
    fix = finding.fix_for_seller or finding.fix
    cures = _SENTENCE.split(fix)
    kept = [cure for cure in cures if _without(cure, names, theirs) == cure]
    fix = fix if len(kept) == len(cures) else " ".join(kept) or _without(fix, names, theirs)
    value = finding.value if quoted else _without(finding.value, names, theirs)
    same = (message, fix, value) == (finding.message, finding.fix, finding.value)
    return finding if same else replace(finding, message=message, fix=fix, value=value)


def _without(text: str, names: Names, theirs: frozenset[str], quoted: str = "") -> str:
    """Return ``text`` with a stand-in for every name that is not ``theirs``, but for what is ``quoted`` of a cell."""
    parts = text.split(quoted) if quoted else [text]
    return quoted.join(_replaced(part, names, theirs) for part in parts)


def _replaced(text: str, names: Names, theirs: frozenset[str]) -> str:
    said, reached = "", 0
    for starts, ends, name, instead in names.met_in(text):
        said += text[reached:starts] + (text[starts:ends] if name in theirs else instead)
        reached = ends
    return said + text[reached:]
