"""Label sheets: GS1 Digital Links as QR codes with readable text; every code is read back before the sheet goes out."""

from evidence.labels.orders import LabelOrder, label_sheet
from evidence.labels.serials import fresh_items
from evidence.labels.sheets import SHEETS, Sheet

__all__ = ["SHEETS", "LabelOrder", "Sheet", "fresh_items", "label_sheet"]
