"""The way in: a document or a table becomes checked, committed events with a promise to the chain."""

from capture.disclosure import disclosure_of, disclosure_text
from capture.documents import Request, capture_document, capture_table
from capture.forgetting import forget_event
from capture.lane import Lane, lane_of
from capture.limits import Limits
from capture.mapping import mapping_of
from capture.products import describe_product
from capture.reading import Form
from capture.saving import Behaviour
from capture.states import change_state, recall, state_named

__all__ = [
    "Behaviour",
    "Form",
    "Lane",
    "Limits",
    "Request",
    "capture_document",
    "capture_table",
    "change_state",
    "describe_product",
    "disclosure_of",
    "disclosure_text",
    "forget_event",
    "lane_of",
    "mapping_of",
    "recall",
    "state_named",
]
