"""How buyers ordered: orders, units and the value of an order."""
