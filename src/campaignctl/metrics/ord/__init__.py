"""How buyers ordered: orders, units and the value of an order.

Who bought again, and who for the first time, is not told: no export says it, and columns about the buyer are never read.
"""
