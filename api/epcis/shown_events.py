"""An event as it is shown, here as to subscribers."""

from delivery.showing import shown_event

__all__ = ["shown_event"]
