"""A small invented campaign whose workbooks a test may change between two rounds."""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from campaignctl.cli.demo import write_folder
from campaignctl.domain.registrations import Reply
from campaignctl.folder.files import find
from campaignctl.marketplaces.load import known, load
from campaignctl.readers.campaign_folder import Material, read_folder
from campaignctl.simulation.books import Book
from campaignctl.simulation.demo import Folder, forms_of, with_room
from campaignctl.simulation.registrations import registration_books
from campaignctl.simulation.setup import setup_book
from campaignctl.simulation.world import build
from campaignctl.stages.collect.stage import Collected, collect, digest_of, turn_of
from campaignctl.stages.validate import judge


class Campaign:
    """Books in memory, written anew for every round; ``saved`` says when a seller's reply was saved."""

    def __init__(self, place: Path) -> None:
        self.place = place
        world = build(7, shops=3, orders_a_day=1)
        self.setup: Book = setup_book(world)
        self.books: dict[str, Book] = {b.rows["registration"][0]["seller_id"]: b for b in registration_books(world)}
        self.saved: dict[str, datetime] = {}
        self.rounds = []

    @property
    def sellers(self):
        return {row["seller_id"]: row for row in self.setup.rows["sellers"]}

    def form(self, seller):
        return self.books[seller].rows["registration"][0]

    def lines(self, seller):
        return self.books[seller].rows["sku_lines"]

    def read(self) -> Material:
        shutil.rmtree(self.place, ignore_errors=True)
        profile = load(known(None)[0], None)
        forms = forms_of(self.setup, list(self.books.values()), profile)
        write_folder(self.place, Folder({name: with_room(form, 1) for name, form in forms.items()}, {}, {}))
        material = read_folder(find(self.place))
        if not self.saved:
            return material
        seller_of = {book.file: seller for seller, book in self.books.items()}
        hashes = {entry.file: entry.sha256 for entry in material.inputs}
        replies = (
            Reply(file, seller, matched_by="seller id", saved=self.saved.get(seller), sha256=hashes[file])
            for file, seller in seller_of.items()
        )
        return replace(material, replies=tuple(replies))

    def collect(self, as_of: datetime | None = None) -> Collected:
        """Collect once more; the round is kept for the next one."""
        material = self.read()
        case, verdict = judge(material, now=as_of)
        found = collect(material, case, verdict, turn_of(self.rounds, digest_of(material.inputs, case)))
        if not self.rounds or self.rounds[-1].digest != found.round.digest:
            self.rounds.append(found.round)
        return found


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    return Campaign(tmp_path / "harvest")
