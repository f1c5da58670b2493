"""Which reply of a seller counts, where readers do not say it yet: one per registration, the highest round first."""

from campaignctl.domain.registrations import Reply
from campaignctl.domain.wording import word
from campaignctl.readers.campaign_folder import Material


def replies_of(material: Material) -> tuple[Reply, ...]:
    """Return the replies as read, or one for every Seller sheet."""
    if material.replies:
        return material.replies
    hashes = {entry.file: entry.sha256 for entry in material.inputs}
    rows = material.frames["registration"][["file", "seller_id", "form_id"]].astype("str")
    found = [
        Reply(file, word(seller), word(form), "form id" if word(form) else "seller id", sha256=hashes.get(file, ""))
        for file, seller, form in rows.itertuples(index=False)
    ]
    last = {reply.seller_id: reply for reply in sorted(found, key=lambda one: (one.form_id, one.file))}
    return tuple(
        reply
        if reply is last[reply.seller_id] or not reply.seller_id
        else Reply(reply.file, reply.seller_id, reply.form_id, reply.matched_by, None, reply.sha256, counts=False,
                   aside=f"{last[reply.seller_id].file} counts")
        for reply in found
    )  # fmt: skip
