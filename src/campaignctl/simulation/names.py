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
