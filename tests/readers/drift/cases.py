"""Forms as they come back: each is a sentence, a drawing, the lines to be read of it and the words to be said of it."""

from dataclasses import dataclass, field

from drift.drawing import HEAD, LINES, ONE, READ, SELLER, THREE, TWO, Drawn

ZH = "| 促销ID | 商品ID | SKU编号 | 商品名称 | 原价 | 活动价 | 活动库存"
ES = "| ID de promoción | ID del producto | ID de SKU | Nombre del producto | Precio de lista | Precio de campaña | Existencias"
DE = "| Aktions-ID | Produkt-ID | SKU-ID | Produktname | Listenpreis | Aktionspreis | Bestand"
ID = "| ID promosi | ID produk | ID SKU | Nama produk | Harga asli | Harga promosi | Stok"
COUPON_HEAD = "| Coupon | Type | Already running | Kind of value | Value | Min. spend | Applies to | Starts | Ends | Quantity | Per buyer"
COUPON = "| WELCOME | Seller | No | Amount off | 5 | 30 | Whole shop | 2026-11-20 00:00 | 2026-11-25 23:59 | 500 | 1"


@dataclass(frozen=True)
class Form:
    """``sheets`` besides Seller; ``lines`` and ``said`` as the drawing's module writes them."""

    sentence: str
    sheets: dict[str, str]
    lines: tuple[str, ...] = READ
    said: tuple[str, ...] = ()
    seller: str | None = SELLER
    drawn: dict[str, object] = field(default_factory=dict)

    def workbook(self) -> Drawn:
        before = {} if self.seller is None else {"Seller": self.seller}
        return Drawn({**before, **self.sheets}, **self.drawn)


def products(text: str) -> dict[str, str]:
    return {"Products": text}


def numbered(*rows: str, first: int = 1) -> str:
    return "\n".join(f"Row {number}: {row}" for number, row in enumerate(rows, first))


SAID_TWO_ROWS = "assumed Products!{}: Products · the headings stand in two rows; the second one was read as the same in another language"
SAID_GROUPS = "assumed Products!{}: Products · the headings stand in two rows, a group above and what it is below; both were read together"

FORMS = (
    Form("a form as it was sent says nothing", products(LINES)),
    Form(
        "the header may stand far below a long introduction",
        products(numbered("Holiday Deals", "Dear team, here is our offer") + "\n" + numbered(HEAD, ONE, TWO, first=60)),
        ("61 K1 32.00 24.99 100", "62 K2 40.00 29.99 50"),
    ),
    Form(
        "columns may be moved and strangers stand between them",
        products(
            "Stock | My note | SKU ID | List price | Promotion ID | Product ID | Campaign price | Product name\n100 | ok | K1 | 32 | HD26-01 | P1 | 24.99 | Serum"
        ),
        ("2 K1 32.00 24.99 100",),
    ),
    Form("Chinese headings are read", products(f"{ZH}\n{ONE}\n{TWO}")),
    Form("Spanish headings are read", products(f"{ES}\n{ONE}\n{TWO}")),
    Form("German headings are read", products(f"{DE}\n{ONE}\n{TWO}")),
    Form("Indonesian headings are read", products(f"{ID}\n{ONE}\n{TWO}")),
    Form(
        "tabs in other languages are read",
        {"Produkte": LINES},
        ("Produkte!2 K1 32.00 24.99 100", "Produkte!3 K2 40.00 29.99 50"),
    ),
    Form(
        "two languages in one heading are read",
        products(
            "| Promotion ID / 促销ID | Product ID\\n商品ID | SKU ID | Product name | 原价（List price） | 活动价\\nCampaign price | Stock *\n"
            + ONE
        ),
        READ[:1],
    ),
    Form(
        "a second header row in another language is no line",
        products(f"{HEAD}\n{ZH}\n{ONE}\n{TWO}"),
        ("3 K1 32.00 24.99 100", "4 K2 40.00 29.99 50"),
        (SAID_TWO_ROWS.format(1),),
    ),
    Form(
        "what the first header row leaves strange the second one names",
        products(f"| Aktion | Artikel | Einzelstück | Benennung | UVP | Aktionspreis | Menge\n{ZH}\n{ONE}"),
        ("3 K1 32.00 24.99 100",),
    ),
    Form(
        "a header split in group and heading is read together",
        products(
            "| Promotion | Product | | | Regular | Deal | Campaign\n| ID | ID | SKU ID | Name | price | price | stock\n"
            + ONE
        ),
        ("3 K1 32.00 24.99 100",),
        (SAID_GROUPS.format(2),),
    ),
    Form(
        "the headings pasted again in the middle are no line",
        products(f"{HEAD}\n{ONE}\n{HEAD}\n{TWO}"),
        ("2 K1 32.00 24.99 100", "4 K2 40.00 29.99 50"),
        ("row_left_out Products!B3: Promotion ID · holds the headings again",),
    ),
    Form(
        "a second table with its columns in another order is read under its own header",
        products(
            f"{HEAD}\n{ONE}\n\n| Stock | SKU ID | Promotion ID | Product ID | Campaign price | List price | Product name\n| 50 | K2 | HD26-01 | P2 | 29.99 | 40 | Cream"
        ),
        ("2 K1 32.00 24.99 100", "5 K2 40.00 29.99 50"),
        ("assumed Products!4: Products · a second table begins in row 4; it was read as Products",),
    ),
    Form(
        "coupons below the products are read as coupons",
        products(f"{LINES}\n\n| Coupons\n{COUPON_HEAD}\n{COUPON}"),
        READ,
        ("assumed Products!6: Products · a second table begins in row 6; it was read as Coupons",),
    ),
    Form(
        "everything in one sheet is found: the shop above, its products below",
        {"Sheet1": SELLER.strip() + "\n\n" + LINES},
        ("Sheet1!12 K1 32.00 24.99 100", "Sheet1!13 K2 40.00 29.99 50"),
        (
            "assumed Sheet1: Sheet1 · the sheet was read as Seller, by its headings",
            "assumed Sheet1!11: Sheet1 · the rows from 11 on were read as Products",
        ),
        seller=None,
    ),
    Form(
        "a list split over numbered sheets is read as one",
        {"Products": f"{HEAD}\n{ONE}", "Products (2)": f"{HEAD}\n{TWO}", "Products 3": f"{HEAD}\n{THREE}"},
        ("2 K1 32.00 24.99 100", "Products (2)!2 K2 40.00 29.99 50", "Products 3!2 K3 18.00 12.00 70"),
        (
            "assumed Products (2): Products (2) · the sheets Products, Products (2) and Products 3 were read together as Products",
        ),
    ),
    Form(
        "a copy that Excel made of a sheet is read once",
        {"Products": LINES, "Products (2)": LINES},
        READ,
        ("assumed Products (2): Products (2) · the sheet holds the same as Products; it was read once",),
    ),
    Form(
        "a sheet per category is read, each by its headings",
        {"Beauty": f"{HEAD}\n{ONE}", "Home": f"{HEAD}\n{TWO}"},
        ("Beauty!2 K1 32.00 24.99 100", "Home!2 K2 40.00 29.99 50"),
        (
            "assumed Beauty: Beauty · the sheet was read as Products, by its headings",
            "assumed Home: Home · the sheet was read as Products, by its headings",
        ),
    ),
    Form(
        "an old version beside the list is not read",
        {"Products": LINES, "Products old": f"{HEAD}\n{THREE}"},
        READ,
        ("sheet_left_out Products old: Products old · looks like Products, but its name sets it aside",),
    ),
    Form(
        "the seller's own price list beside the form is not read",
        {
            "Products": LINES,
            "Preisliste": "| Product ID | SKU ID | Product name | List price | Stock\n| P9 | K9 | Lamp | 9 | 9",
        },
        READ,
        ("sheet_left_out Preisliste: Preisliste · looks like Products, like the sheet Products",),
    ),
    Form(
        "a total below the lines is no line",
        products(f"{LINES}\n| | | | Total | | | 150"),
        READ,
        ("row_left_out Products!E4: Total · is a total",),
    ),
    Form(
        "a total in the margin is no line either",
        products(f"{LINES}\n合计 | | | | | | | 150"),
        READ,
        ("row_left_out Products!4: 合计 · is a total",),
    ),
    Form(
        "sums without a word are no line",
        products(f"{LINES}\n| | | | | 72 | 54.98 | 150"),
        READ,
        ("row_left_out Products!4: 72 · holds the sums of the columns above",),
    ),
    Form(
        "a subtotal between the lines is no line",
        products(f"{HEAD}\n{ONE}\n| Subtotal | | | | | | 100\n{TWO}"),
        ("2 K1 32.00 24.99 100", "4 K2 40.00 29.99 50"),
        ("row_left_out Products!B3: Subtotal · is a total",),
    ),
    Form(
        "a product whose name begins with Total is a line",
        products(f"{HEAD}\n| HD26-01 | P1 | K1 | Total | 32 | 24.99 | 100"),
        READ[:1],
    ),
    Form(
        "a remark below the lines is told, and is no line",
        products(f"{LINES}\n\n| Please leave out the cream if stock runs low"),
        READ,
        ("remark Products!B5: Please leave out the cream if stock runs low",),
    ),
    Form(
        "blank rows between the lines keep the rows' numbers",
        products(f"{HEAD}\n{ONE}\n\n\n{TWO}"),
        ("2 K1 32.00 24.99 100", "5 K2 40.00 29.99 50"),
    ),
    Form(
        "a promotion merged over its lines stands for each of them",
        products(f"{HEAD}\n{ONE}\n| | P2 | K2 | Cream | 40 | 29.99 | 50"),
        READ,
        (
            "assumed Products!B2: HD26-01 · Promotion ID “HD26-01” stands in cells merged over rows 2–3; it was read in each",
        ),
        drawn={"merged": {"Products": ["B2:B3"]}},
    ),
    Form(
        "a stock merged over two lines is the first one's only",
        products(f"{HEAD}\n{ONE}\n| HD26-01 | P2 | K2 | Cream | 40 | 29.99 |"),
        ("2 K1 32.00 24.99 100", "3 K2 40.00 29.99 –"),
        ("blank_required Products!H3: ",),
        drawn={"merged": {"Products": ["H2:H3"]}},
    ),
    Form(
        "hidden rows are read and told",
        products(f"{LINES}\n{THREE}"),
        (*READ, "4 K3 18.00 12.00 70"),
        ("hidden Products!3: 3–4 · 2 rows are hidden",),
        drawn={"hidden_rows": {"Products": [3, 4]}},
    ),
    Form(
        "a hidden sheet is read and told",
        products(LINES),
        READ,
        ("hidden Products: Products · the sheet is hidden",),
        drawn={"hidden": ["Products"]},
    ),
    Form(
        "a Seller sheet laid on its side is read",
        products(LINES),
        READ,
        ("assumed Seller!2: Seller · its fields stand side by side instead of one below the other; they were read so",),
        seller=(
            "Form ID | Seller ID | Shop name | Taking part | Main category | Contact name | Contact e-mail | I accept the terms | Signed by\n"
            "HD26-S-001-1-1 | S-001 | Moss & Amber | Yes | Beauty | Norah Lind | norah@moss.example | Yes | Norah Lind"
        ),
    ),
    Form(
        "a heading with a slip of the finger is read as what it was",
        products(LINES.replace("Campaign price", "Campaing price")),
        READ,
        ("renamed_column Products!G1: Campaing price · Campaign price",),
    ),
    Form(
        "a heading much like a price over something else is not read as the price",
        products(
            "| Promotion ID | Product ID | SKU ID | Product name | List price | Campaign prize | Stock\n| HD26-01 | P1 | K1 | Serum | 32 | a free sample | 100"
        ),
        ("2 K1 32.00 – 100",),
        ("unknown_column Products!G1: Campaign prize · Campaign price",),
    ),
    Form(
        "Price alone is asked about",
        products(HEAD.replace("List price | Campaign price", "Price") + "\n| HD26-01 | P1 | K1 | Serum | 24.99 | 100"),
        ("2 K1 – – 100",),
        ("unclear_column Products!F1: Price · may be List price or Campaign price",),
    ),
    Form(
        "two columns that both say Price are asked about, both",
        products(HEAD.replace("List price | Campaign price", "Price | Price") + f"\n{ONE}"),
        ("2 K1 – – 100",),
        (
            "unclear_column Products!F1: Price · may be List price or Campaign price",
            "unclear_column Products!G1: Price · may be List price or Campaign price",
        ),
    ),
    Form(
        "Price beside the campaign's is the list price, and that is said",
        products(LINES.replace("List price", "Price")),
        READ,
        ("assumed Products!F1: Price · “Price” was read as List price, for Campaign price has a column of its own",),
    ),
    Form(
        "Price beside the list price is the campaign's, and that is said",
        products(LINES.replace("Campaign price", "Price")),
        READ,
        ("assumed Products!G1: Price · “Price” was read as Campaign price, for List price has a column of its own",),
    ),
    Form(
        "a deal price and a promo price that differ are asked about",
        products(f"{HEAD.replace('Campaign price', 'Deal price')} | Promo price\n{ONE} | 22.99\n{TWO} | 29.99"),
        ("2 K1 32.00 – 100", "3 K2 40.00 – 50"),
        (
            "unclear_column Products!G1: Campaign price · is one of 2 columns for Campaign price that do not say the same",
            "unclear_column Products!I1: Promo price · is one of 2 columns for Campaign price that do not say the same",
        ),
    ),
    Form(
        "a deal price and a promo price that say the same are one",
        products(f"{HEAD.replace('Campaign price', 'Deal price')} | Promo price\n{ONE} | 24.99\n{TWO} | 29.99"),
        READ,
        ("duplicate_column Products!I1: Promo price · another column is Campaign price",),
    ),
    Form(
        "the column's own name wins over another word for it",
        products(f"{HEAD} | Qty\n{ONE} | 90"),
        READ[:1],
        ("duplicate_column Products!I1: Qty · another column is Stock",),
    ),
    Form(
        "ID alone is the product's where the SKU has its own",
        products(LINES.replace("Product ID", "ID")),
        READ,
        ("assumed Products!C1: ID · “ID” was read as Product ID, for SKU ID has a column of its own",),
    ),
    Form(
        "a list that names another seller in every line belongs to those sellers",
        products(f"{HEAD} | Seller ID\n{ONE} | S-001\n{TWO} | S-002"),
        READ,
        ("assumed : form.xlsx · registrations/form.xlsx holds lines of 2 sellers; it was split",),
    ),
)
