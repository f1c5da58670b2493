"""Rules: The workbook as a file."""
