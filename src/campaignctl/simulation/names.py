"""Invented shops, products and people; none of them exists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShopIdea:
    """A shop with what it sells: (product, variations, list price in cents)."""

    name: str
    category: str
    products: tuple[tuple[str, tuple[str, ...], int], ...]


PEOPLE = (
    ("Lena Ortiz", "Campaign operations"),
    ("Sam Okafor", "Category management"),
    ("Ivo Marsh", "Livestream"),
    ("Rita Solano", "Finance"),
    ("June Whitlock", "Leadership"),
    ("Theo Brandt", "Account management"),
)

SELLERS_PEOPLE = (
    "Nora Lind", "Paul Adeyemi", "Kim Sato", "Elif Demir", "Marco Bianchi", "Hanna Virtanen",
    "Dev Kapoor", "Lucy Chen", "Omar Haddad", "Sofia Reyes", "Tom Fischer", "Ana Petrova",
)  # fmt: skip

SHOPS = (
    ShopIdea("Fern & Clay", "Beauty", (("Calming Serum", ("30 ml", "50 ml"), 3200), ("Oat Cleanser", ("150 ml",), 1800), ("Clay Mask", ("5 sachets", "10 sachets"), 1450), ("Rosehip Oil", ("20 ml", "50 ml"), 2600))),
    ShopIdea("Dewline Skin", "Beauty", (("Daily Sunscreen", ("50 ml", "100 ml"), 2200), ("Night Cream", ("50 ml",), 3900), ("Lip Balm Trio", ("Berry", "Mint"), 1200))),
    ShopIdea("Ampere Lane", "Electronics", (("Travel Charger 65 W", ("White", "Black"), 3999), ("Braided Cable", ("1 m", "2 m"), 1299), ("Desk Lamp", ("Oak", "Graphite"), 5499))),
    ShopIdea("Quiet Volt", "Electronics", (("Sleep Earbuds", ("Sand", "Ink"), 6999), ("Power Bank", ("10k", "20k"), 3499))),
    ShopIdea("Harbor Kettle", "Kitchen", (("Pour-over Kettle", ("0.8 l", "1.2 l"), 4900), ("Bean Grinder", ("Steel",), 7900), ("Mug Set", ("2 pieces", "4 pieces"), 2400))),
    ShopIdea("Larch Table", "Kitchen", (("Bread Box", ("Bamboo",), 3600), ("Knife Block", ("5 pieces", "7 pieces"), 8900))),
    ShopIdea("North Thread", "Fashion", (("Merino Beanie", ("Navy", "Moss", "Rust"), 2900), ("Wool Socks", ("S", "M", "L"), 1600), ("Rain Shell", ("S", "M", "L"), 8900))),
    ShopIdea("Tiny Harbor", "Fashion", (("Canvas Tote", ("Natural", "Black"), 2200), ("Linen Scarf", ("Sage", "Clay"), 3100))),
    ShopIdea("Paper Comet", "Toys", (("Marble Run", ("60 parts", "120 parts"), 3400), ("Story Dice", ("Classic",), 1500), ("Puzzle 500", ("Forest", "Sea"), 1900))),
    ShopIdea("Little Orbit", "Toys", (("Stacking Moons", ("Pastel",), 2600), ("Felt Garden", ("Large",), 4200))),
    ShopIdea("Ridge & River", "Sports", (("Trail Bottle", ("0.6 l", "1 l"), 2500), ("Foam Roller", ("Short", "Long"), 2800), ("Jump Rope", ("Speed",), 1400))),
    ShopIdea("Plain Stride", "Sports", (("Yoga Mat", ("Sand", "Slate"), 4400), ("Resistance Set", ("Light", "Strong"), 2300))),
)  # fmt: skip

CREATORS = (
    "ada.at.home", "benbakes", "clayandcorner", "dailydesk", "elmandecho", "fieldnotes.kim", "gentlegear",
    "hannah.unboxes", "itsjune", "kettleclub",
)  # fmt: skip

CATEGORIES = ("Beauty", "Electronics", "Kitchen", "Fashion", "Toys", "Sports")
OUTSIDE = ("Pets", "Garden", "Office", "Books", "Baby")
"""Categories that the campaign does not sell in."""

PLAIN = (
    "Juniper Row", "Copper Finch", "Alder Spoon", "Velvet Quay", "Kite & Acorn", "Summit Lark",
    "Saffron Veil", "Nimbus Works", "Marrow & Thyme", "Willow Seam", "Button Fox", "Granite Pace",
    "Pearl Meadow", "Silver Heron", "Basil Court", "Indigo Loom", "Lantern Bear", "Breeze Harbor",
    "Amber Moth", "Cobalt Wren", "Pepper Hollow", "Cedar Stitch", "Marble Owl", "Tundra Trail",
    "Coral Basin", "Onyx Relay", "Hazel Pantry", "Flax & Fable",
)  # fmt: skip
"""More shops of the campaign, without a fault, category after category."""

BESIDE = (
    "Lotus Gate", "Quartz Hub", "Olive Larder", "Tweed Lane", "Pocket Whale",
    "Falcon Mile", "Dune Balm", "Circuit Pine", "Maple Ladle", "Sable Hem",
)  # fmt: skip
"""Shops in the campaign's categories that stayed out of it."""

APART = (
    "Paws & Co", "Fern Gate", "Plum Desk", "Ink Orchard", "Cradle Bay", "Whisker Lane", "Mossy Spade", "Stapler Blue",
    "Chapter Nine", "Nest & Nap", "Barley Tail", "Trellis House", "Ledger Grey", "Second Shelf", "Lullaby Oak",
    "Clover Hound", "Root & Rake", "Copper Clip", "Paper Harbor", "Mitten Moon", "Otter Bowl", "Dahlia Yard",
    "Linen Folder", "Quiet Page", "Pram & Pine", "Rabbit Run", "Bramble Pot", "Pencil Grove", "Old Atlas", "Bib & Bell",
)  # fmt: skip
"""Shops outside the campaign and its categories."""

GOODS = {
    "Beauty": (("Hand Cream", ("75 ml", "150 ml"), 1700), ("Face Mist", ("100 ml",), 2100), ("Hair Oil", ("50 ml", "100 ml"), 2800)),
    "Electronics": (("Phone Stand", ("Oak", "Steel"), 2900), ("Night Light", ("Warm",), 1900), ("Cable Case", ("Small", "Large"), 2300)),
    "Kitchen": (("Spice Rack", ("6 jars", "12 jars"), 3900), ("Tea Tin", ("100 g",), 1500), ("Salad Bowl", ("Beech", "Ash"), 4200)),
    "Fashion": (("Cord Cap", ("Olive", "Plum"), 2400), ("Belt", ("85 cm", "95 cm"), 3300), ("Ankle Socks", ("3 pairs",), 1500)),
    "Toys": (("Wooden Train", ("4 cars", "8 cars"), 3600), ("Card Game", ("Classic",), 1600), ("Kite", ("Red", "Blue"), 2200)),
    "Sports": (("Grip Gloves", ("M", "L"), 2100), ("Skip Timer", ("Clip-on",), 1800), ("Dry Bag", ("5 l", "15 l"), 2700)),
    "Pets": (("Chew Rope", ("S", "L"), 1400), ("Feeding Mat", ("Round",), 2200)),
    "Garden": (("Seed Tray", ("12 cells", "24 cells"), 1900), ("Pruner", ("Left", "Right"), 3100)),
    "Office": (("Desk Pad", ("Felt", "Cork"), 3400), ("Pen Set", ("5 pens",), 1700)),
    "Books": (("Field Guide", ("Birds", "Trees"), 2600), ("Reading Lamp", ("Clip",), 2100)),
    "Baby": (("Muslin Set", ("3 pieces", "6 pieces"), 2500), ("Rattle", ("Star",), 1300)),
}  # fmt: skip
"""(Noun, variations, list price in cents) that shops sell under their own name."""
