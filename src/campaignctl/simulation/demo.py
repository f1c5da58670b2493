"""The demo: one campaign with planted faults and its clean twin, with everything that is true of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from campaignctl.domain.forms import DATA_ROW, Form
from campaignctl.domain.lock_text import lock_from
from campaignctl.domain.raw_table import RawTable
from campaignctl.domain.times import zone_words
from campaignctl.marketplaces.schema import Profile
from campaignctl.simulation.ads import ads_and_attribution
from campaignctl.simulation.after_lock import EACH, LIST, Night, night_of
from campaignctl.simulation.books import (
    Book,
    decide_book_form,
    launch_book_form,
    registration_book_form,
    setup_book_form,
)
from campaignctl.simulation.creators import affiliate_orders, video_list
from campaignctl.simulation.decisions import RECORD, decide_and_lock
from campaignctl.simulation.faults import locks, night
from campaignctl.simulation.faults.planted import plant_all
from campaignctl.simulation.faults.planting import Planter
from campaignctl.simulation.live import live_lists
from campaignctl.simulation.names import PEOPLE
from campaignctl.simulation.orders import orders_export, platform_export
from campaignctl.simulation.product_lists import product_lists
from campaignctl.simulation.registrations import registration_books
from campaignctl.simulation.sales import Sales, aired, sales_of
from campaignctl.simulation.settlements import statement
from campaignctl.simulation.setup import setup_book
from campaignctl.simulation.truth import truth
from campaignctl.simulation.whole import FIRST_PLAIN, whole
from campaignctl.simulation.world import CAMPAIGN, CODE, NAME, ZONE, World, build
from campaignctl.workbooks.forms import Invitation
from campaignctl.workbooks.letterhead import Letterhead

ROOM = 12
"""Empty rows that stand ready below those filled."""
LIVE_NAME = "Live list_20261127.xlsx"
ADS_NAME, ATTRIBUTED_NAME = "GMV Max_20261127.xlsx", "Creator-Live-Performance_20261127.xlsx"


@dataclass(frozen=True, slots=True)
class Folder:
    """A campaign's folder as values: forms, exports, stray files and records by their path in it."""

    forms: Mapping[str, Form]
    exports: Mapping[str, RawTable]
    strays: Mapping[str, bytes]
    truth: str = ""
    records: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Demo:
    """The campaign to try, and its twin without faults."""

    faulty: Folder
    clean: Folder
    faults: int


def demo(seed: int, profile: Profile, *, is_whole: bool = False) -> Demo:
    """Return the demo of a seed; the same seed gives the same demo.

    The whole one has shops to compare with and planted causes; the small one, with the same faults, is for whoever
    measures no lift.
    """
    world = whole(seed) if is_whole else build(seed)
    sold = [sales_of(world, shop) for shop in world.everyone]
    together = _together(world, sold)
    planter = Planter(world, setup_book(world), registration_books(world))
    plant_all(planter)
    record, after = _locked(planter, profile)
    sent = setup_book(world)  # before anything was planted
    forms = forms_of(planter.setup, planter.registrations, profile, sent) | _decided(planter.decisions, profile)
    forms |= _checked(after, profile)
    streamed = [aired(world, sales, planter.setup.rows["livestreams"]) for sales in sold]
    handed = together | _apart(world, streamed) | {LIST: after.table}
    faulty = Folder(forms, handed, planter.strays, truth(world, sold, planter.faults), {RECORD: record})
    return Demo(faulty, _clean(world, profile, together | _apart(world, sold)), len(planter.faults))


def _clean(world: World, profile: Profile, exports: Mapping[str, RawTable]) -> Folder:
    """Return the twin without faults: everything approved, and locked as it stands."""
    setup = setup_book(world)
    forms = forms_of(setup, registration_books(world), profile)
    decisions, record = decide_and_lock(forms, lambda _file, _row: True)
    after = night_of(lock_from(record))
    forms |= _decided([decisions], profile) | _checked(after, profile)
    return Folder(forms, {**exports, LIST: after.table}, {}, records={RECORD: record})


def _locked(planter: Planter, profile: Profile) -> tuple[str, Night]:
    """Lock the lines that are still without a fault, plant what goes wrong after that, and return the lock's record."""
    places = locks.prepare(planter)
    faulty = {(file, DATA_ROW + index) for file, index in planter.taken}
    forms = forms_of(planter.setup, planter.registrations, profile)
    decisions, record = decide_and_lock(forms, lambda file, row: (file, row) not in faulty)
    locks.plant(planter, places, decisions)
    after = night_of(lock_from(record))
    night.plant(planter, after)
    return record, after


def _decided(books: Sequence[Book], profile: Profile) -> dict[str, Form]:
    head, people = _head(profile), [name for name, _team in PEOPLE]
    return {book.file: decide_book_form(book, head, people=people, standing="as decided") for book in books}


def _head(profile: Profile) -> Letterhead:
    return Letterhead(NAME, CODE, profile.name, ZONE, profile.currency)


def _checked(after: Night, profile: Profile) -> dict[str, Form]:
    told = {"zone_word": zone_words(ZONE), "chosen": f"The first {EACH} of every promotion.", "lock": 1}
    return {after.check.file: launch_book_form(after.check, _head(profile), **told)}


def exports_of(world: World, sold: Sequence[Sales]) -> dict[str, RawTable]:
    """Return what was sold, as it was handed out, by its path in the campaign's folder.

    A shop of the small world has a Seller Center of its own; all others are in files of the platform.
    """
    return _together(world, sold) | _apart(world, sold)


def _together(world: World, sold: Sequence[Sales]) -> dict[str, RawTable]:
    """Return the orders of all shops that hold no streams, in one file of the platform."""
    others = [sales for sales in sold if sales.shop.number >= FIRST_PLAIN]
    return {f"exports/{_orders_name(world)}": platform_export(others)} if others else {}


def _orders_name(world: World) -> str:
    return f"All order-{world.pulled:%Y-%m-%d-%H_%M}.csv"


def _apart(world: World, sold: Sequence[Sales]) -> dict[str, RawTable]:
    """Return all exports that tell of livestreams, which a twin with other streams has otherwise."""
    own = [sales for sales in sold if sales.shop.number < FIRST_PLAIN]
    exports = {f"exports/{sales.shop.seller_id}/{_orders_name(world)}": orders_export(sales) for sales in own}
    lists = live_lists(world, own)
    exports |= {f"exports/{seller}/{LIVE_NAME}": table for seller, table in lists.items()}
    if world.comparison:
        ours = [sales for sales in sold if sales.shop.role == CAMPAIGN]
        exports |= {f"exports/{file}": table for file, table in product_lists(world, ours).items()}
        exports |= {f"exports/{file}": table for file, table in _beside(world, ours).items()}
    return exports


def _beside(world: World, sold: Sequence[Sales]) -> dict[str, RawTable]:
    """Return what shops hand out beside orders, LIVE lists and product lists, over these shops."""
    pulled = f"{world.pulled:%Y%m%d}"
    ads, attributed = ads_and_attribution(world, sold)
    return {
        f"affiliate_orders_{pulled}.csv": affiliate_orders(sold),
        f"video_list_{pulled}.xlsx": video_list(world, sold),
        f"merchant_statement_profit_loss_{pulled}.csv": statement(world, sold),
        ADS_NAME: ads,
        ATTRIBUTED_NAME: attributed,
    }


def forms_of(setup: Book, registrations: list[Book], profile: Profile, sent: Book | None = None) -> dict[str, Form]:
    """Return the set-up and all registrations as forms, by their path in the campaign's folder.

    Shops fill what they were ``sent``: a form made of the set-up as it was then, else as it is.
    """
    fee = next((fee.rate for fee in profile.fees if "campaign" in fee.key), None)
    context = {
        "title": NAME,
        "marketplace": profile.name,
        "zone": ZONE,
        "currency": profile.currency,
        "campaign_fee": fee,
    }
    told = _invitation(sent or setup, profile)
    forms = {setup.file: setup_book_form(setup, profile.choices(), **context)}
    forms |= {book.file: registration_book_form(book, told) for book in registrations}
    return {name: with_room(form, ROOM) for name, form in forms.items()}


def _invitation(setup: Book, profile: Profile) -> Invitation:
    offers = {
        str(row["id"]): str(row["title"])
        for row in setup.rows["promotions"]
        if row.get("applies_to") == "Nominated SKUs" and isinstance(row.get("title"), str)
    }
    return Invitation(NAME, profile.name, ZONE, profile.currency, code=CODE, offers=offers)


def with_room(form: Form, rows: int) -> Form:
    """Make fewer empty rows ready than a blank form has, so that many workbooks stay small."""
    sheets = tuple(
        sheet if sheet.sheet.record else replace(sheet, capacity=len(sheet.rows) + rows) for sheet in form.sheets
    )
    return replace(form, sheets=sheets)
