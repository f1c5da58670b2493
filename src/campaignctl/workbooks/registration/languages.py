"""Headings and tab names in more languages: sellers fill forms that a colleague translated, or type the headings anew.

English, Chinese and Spanish stand with each column; these are the other languages of the marketplaces' countries.
"""

from collections.abc import Mapping
from dataclasses import replace

from campaignctl.domain.forms import Sheet

Words = Mapping[str, tuple[str, ...]]

_SHOP: Words = {
    "seller_id": (
        *("Verkäufer-ID", "Händler-ID", "ID du vendeur", "ID vendeur", "ID do vendedor", "ID penjual", "ID toko"),
        *("Mã người bán", "ID người bán", "รหัสผู้ขาย", "セラーID", "出品者ID"),
    ),
    "shop_name": (
        *("Shopname", "Name des Shops", "Nom de la boutique", "Nome da loja", "Nama toko", "Tên cửa hàng", "Tên shop"),
        *("ชื่อร้าน", "ชื่อร้านค้า", "ショップ名", "店舗名"),
    ),
}
SELLER_WORDS: Words = {
    **_SHOP,
    "form_id": ("Formular-ID", "ID du formulaire", "ID do formulário", "ID formulir"),
    "taking_part": ("Teilnahme", "Nimmt teil", "Participation", "Ikut serta", "Tham gia", "เข้าร่วม"),
    "reason": ("Wenn nicht, warum", "Sinon, pourquoi", "Se não, por quê", "Alasan", "Lý do"),
    "main_category": ("Hauptkategorie", "Catégorie principale", "Kategori utama", "Ngành hàng chính", "หมวดหมู่หลัก"),
    "contact_name": (
        *("Ansprechpartner", "Ansprechperson", "Nom du contact", "Nome do contato", "Nama kontak", "Người liên hệ"),
        *("ชื่อผู้ติดต่อ", "担当者", "担当者名"),
    ),
    "contact_email": (
        *("E-Mail-Adresse", "Adresse e-mail", "E-mail de contato", "Email kontak", "Email liên hệ", "อีเมล"),
        "メールアドレス",
    ),
    "free_shipping_from": (
        *("Versandkostenfrei ab", "Livraison gratuite dès", "Frete grátis a partir de", "Gratis ongkir mulai"),
        "Miễn phí vận chuyển từ",
    ),
    "accepts_terms": (
        *("Ich akzeptiere die Bedingungen", "J'accepte les conditions", "Aceito os termos", "Saya menyetujui syarat"),
        "Tôi đồng ý với điều khoản",
    ),
    "signed_by": ("Unterschrieben von", "Signé par", "Assinado por", "Ditandatangani oleh", "Người ký"),
    "comment": ("Kommentar", "Commentaire", "Comentário", "Komentar", "Catatan", "Ghi chú", "หมายเหตุ", "コメント"),
}
PRODUCT_WORDS: Words = {
    **_SHOP,
    "promotion_id": (
        *("Aktions-ID", "ID de promotion", "ID da promoção", "ID promosi", "Mã khuyến mãi", "รหัสโปรโมชั่น"),
        "プロモーションID",
    ),
    "product_id": ("Produkt-ID", "ID du produit", "ID produit", "ID do produto", "ID produk", "ID sản phẩm", "รหัสสินค้า"),
    "sku_id": ("ID SKU", "ID do SKU"),
    "seller_sku": ("Händler-SKU", "SKU vendeur", "SKU do vendedor", "SKU penjual", "SKU người bán", "出品者SKU"),
    "product_name": (
        *("Produktname", "Artikelbezeichnung", "Nom du produit", "Nome do produto", "Nama produk", "Tên sản phẩm"),
        "ชื่อสินค้า",
    ),
    "variation": ("Ausführung", "Déclinaison", "Variação", "Variasi", "Phân loại", "Biến thể", "バリエーション"),
    "category": ("Kategorie", "Catégorie", "Kategori", "Danh mục", "Ngành hàng", "หมวดหมู่", "カテゴリー", "カテゴリ"),
    "list_price": (
        *("Regular price", "Normal price", "Listenpreis", "UVP", "Originalpreis", "Prix catalogue", "Prix d'origine"),
        *("Preço original", "Preço de tabela", "Harga asli", "Harga awal", "Giá gốc", "Giá niêm yết"),
        *("ราคาเดิม", "ราคาปกติ", "定価", "通常価格"),
    ),
    "low_30d": (
        *("Niedrigster Preis 30 Tage", "Prix le plus bas 30 jours", "Menor preço 30 dias", "Harga terendah 30 hari"),
        *("Giá thấp nhất 30 ngày", "ราคาต่ำสุด 30 วัน", "30日間最安値"),
    ),
    "campaign_price": (
        *("Offer price", "Special price", "Discounted price", "Aktionspreis", "Angebotspreis", "Prix promotionnel"),
        *("Prix promo", "Preço promocional", "Preço da campanha", "Harga promosi", "Harga kampanye", "Harga diskon"),
        *("Giá khuyến mãi", "Giá chiến dịch", "ราคาโปรโมชั่น", "ราคาแคมเปญ", "キャンペーン価格", "セール価格"),
    ),
    "stock": (
        *("Bestand", "Lagerbestand", "Aktionsbestand", "Stock promotionnel", "Estoque", "Stok", "Stok kampanye"),
        *("Tồn kho", "Số lượng", "สต็อก", "จำนวน", "在庫", "在庫数"),
    ),
    "per_buyer": ("Limit pro Käufer", "Limite par acheteur", "Batas pembelian", "Giới hạn mua", "購入制限"),
    "floor_price": ("Mindestpreis", "Prix plancher", "Preço mínimo", "Harga minimum", "Giá sàn", "最低価格"),
    "commission": ("Provision", "Comissão", "Komisi", "Hoa hồng", "ค่าคอมมิชชั่น", "コミッション"),
}
_TABS: Words = {
    "registration": ("Verkäufer", "Händler", "Vendeur", "Boutique", "Loja", "Penjual", "Toko", "ร้านค้า"),
    "sku_lines": ("Produkte", "Artikel", "Produits", "Produtos", "Produk", "Sản phẩm", "สินค้า"),
    "coupons": ("Gutscheine", "Bons de réduction", "Cupons", "Kupon", "Mã giảm giá", "คูปอง", "クーポン"),
}

_PRICE = ("list_price", "campaign_price")
VAGUE = (
    *((word, _PRICE) for word in ("Price", "Prices", "Selling price", "Current price", "Unit price", "Precio", "Prix")),
    *(
        (word, _PRICE)
        for word in ("Preis", "Preço", "Harga", "Giá", "ราคา", "价格", "单价", "售价", "価格", "販売価格")
    ),
    ("ID", ("product_id", "sku_id")),
    ("Limit", ("stock", "per_buyer")),
)
"""Headings of the Products sheet that people type and that may mean more than one column."""


def in_more_languages(sheet: Sheet, words: Words) -> Sheet:
    """Return a sheet that is known by these words too."""
    columns = tuple(
        replace(column, aliases=(*column.aliases, *words[column.key])) if column.key in words else column
        for column in sheet.columns
    )
    return replace(sheet, columns=columns, aliases=(*sheet.aliases, *_TABS.get(sheet.key, ())))
