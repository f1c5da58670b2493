"""A reply is what one seller sent back: where it lies, whose it is, and whether it is the one that counts."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """One seller's reply, found in one file or in a part of it.

    ``saved`` (aware) is when it was last saved as the workbook itself says, not the disk; None when it does not say.
    Of several replies of a seller only the newest ``counts``; ``aside`` says why another one does not.
    ``matched_by`` is ``form id``, ``seller id`` or ``console``; blank when the reply is nobody's.
    ``assumed`` are the sentences of what was read on an assumption.
    """

    file: str
    seller_id: str = ""
    form_id: str = ""
    matched_by: str = ""
    saved: datetime | None = None
    sha256: str = ""
    counts: bool = True
    aside: str = ""
    assumed: tuple[str, ...] = ()
