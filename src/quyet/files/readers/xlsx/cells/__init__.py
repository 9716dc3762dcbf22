"""What a workbook holds: its sheets as grids of cells, from an .xlsx (`book`, `sheets`) or an .xls (`old`)."""
