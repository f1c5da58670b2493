"""What is taken from registered SKUs with a committed stock: the units kept for the campaign, and those it sold."""

import narwhals as nw

from campaignctl.domain.frames import Dtype, Shape
from campaignctl.metrics.measures import Kind, Measure, Predicate, Table

COMMITTED_SKUS: Shape = {
    "seller_id": Dtype.WORD,
    "sku_id": Dtype.WORD,
    "campaign_category": Dtype.WORD,
    "stock": Dtype.COUNT,
    "units": Dtype.COUNT,  # on counted lines; a SKU that sold nothing has 0
}
"""One row per registered SKU with a committed stock."""

KEPT_FOR_IT = Predicate("kept_for_it", "registered SKUs with a committed stock", ~nw.col("stock").is_null())
STOCK = Measure("stock", Table.COMMITTED_SKUS, nw.col("stock"), KEPT_FOR_IT, Kind.SUM, "Campaign stock")
UNITS_OF_IT = Measure("units_of_it", Table.COMMITTED_SKUS, nw.col("units"), KEPT_FOR_IT, Kind.SUM, "Quantity")
