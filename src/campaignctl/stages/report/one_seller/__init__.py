"""A campaign's set-up and tables in, one document per seller out, made of that seller's rows alone."""

from campaignctl.stages.report.one_seller.document import seller_documents
from campaignctl.stages.report.one_seller.own import chosen

__all__ = ["chosen", "seller_documents"]
