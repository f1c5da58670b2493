"""Promotions in, price paths out."""
