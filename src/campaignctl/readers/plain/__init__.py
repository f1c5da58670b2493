"""Large sheets written as spreadsheet programs write them are read by whole arrays of bytes, in the one pass over them.

A parser makes an object of every cell twice over; here a hundred thousand lines cost a third of that. Whatever is not
written plainly (texts inside cells, dates, odd attributes, a prefix before names) is left to the parser: ``NotPlain``.
"""
