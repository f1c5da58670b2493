"""Files in; typed values and observations out. A reader judges nothing."""
