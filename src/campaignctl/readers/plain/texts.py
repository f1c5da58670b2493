"""The texts that cells share, and those that stand in their own cells, as a person reads them."""

import re
from collections.abc import Iterator
from itertools import chain

from campaignctl.readers.plain.never import NotPlain

_OPENS, _CLOSES = "<si><t>", "</t></si>"
_MARKS = (_OPENS + _CLOSES).count("<")
_ITEM = re.compile(
    r"\s*<si>(?:<t>([^<]*)</t>|<t xml:space=\"preserve\">([^<]*)</t>|((?:(?!</si>).)*))</si>|\s*<si/>", re.DOTALL
)
_PHONETIC = re.compile(r"<rPh[ >](?:(?!</rPh>).)*</rPh>", re.DOTALL)
_RUN = re.compile(r"<t( xml:space=\"preserve\")?>([^<]*)</t>")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));|&")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_BLANKS = " \t\r\n"
_BETWEEN = "\x00"  # no text of XML holds this character


def shared_texts(part: bytes) -> list[str]:
    """Return the shared texts of a package in their order; ``NotPlain`` when the part is not written plainly."""
    begin, end = part.find(b"<si"), part.rfind(b"</sst>")
    if end < 0 or b"<!" in part:
        raise NotPlain
    if begin < 0:
        return []
    whole = _CLOSES + decoded(part[begin:end]) + _OPENS
    # nearly all items are bare texts: cut where one ends and the next begins, and what still holds markup is all others
    cut = whole.split(_CLOSES + _OPENS)
    if whole.count("<") == _MARKS * (len(cut) - 1):
        texts = [bare.strip(_BLANKS) for bare in cut]
    else:
        texts = list(chain.from_iterable(_items(_OPENS + each + _CLOSES) for each in cut))
    return said(texts[1:-1])


def decoded(text: bytes) -> str:
    """Return bytes as text; ``NotPlain`` when they are not UTF-8."""
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        raise NotPlain from error


def said(texts: list[str]) -> list[str]:
    """Return texts as they are meant: references and escaped characters resolved, one kind of line break."""
    whole = _BETWEEN.join(texts)
    if "\r" in whole:
        texts = whole.replace("\r\n", "\n").replace("\r", "\n").split(_BETWEEN)
    if "&" in whole:
        texts = [_REFERENCE.sub(_referred, text) if "&" in text else text for text in texts]
    if "_x" in whole or "&" in whole:
        texts = [_ESCAPE.sub(_escaped, text) if "_x" in text else text for text in texts]
    return texts


def _items(part: str) -> Iterator[str]:
    reached = 0
    while reached < len(part):
        item = _ITEM.match(part, reached)
        if item is None:
            raise NotPlain
        reached = item.end()
        bare, kept, runs = item.groups()
        yield bare.strip(_BLANKS) if bare is not None else kept if kept is not None else _joined(runs or "")


def _joined(runs: str) -> str:
    """Return a text that is written in runs of different looks, without its reading aid."""
    bare = _PHONETIC.sub("", runs)
    return "".join(text if preserved else text.strip(_BLANKS) for preserved, text in _RUN.findall(bare))


def _referred(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if decimal or hexadecimal:
        return _character(int(decimal) if decimal else int(hexadecimal, 16))
    if name not in _NAMED:
        raise NotPlain
    return _NAMED[name]


def _escaped(escape: re.Match[str]) -> str:
    return _character(int(escape[1], 16))


def _character(number: int) -> str:
    if number == 0 or 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        raise NotPlain
    return chr(number)
