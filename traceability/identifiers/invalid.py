"""The refusal of a text that is no identifier, with the place, the reason and the cure."""

from traceability.errors import TraceabilityError
from traceability.identifiers.reasons import sentence_of

LONGEST = 2048
"""The longest text that is looked at, in characters."""


class IdentifierInvalid(TraceabilityError):
    """A text was refused as an identifier."""

    def __init__(self, text: str, reason: str, cure: str, *, place: int = 0) -> None:
        """Build the message from the refused text (shortened), the reason and the cure."""
        shown = text if len(text) <= 80 else f"{text[:77]}…"
        super().__init__(f"{shown!r} is no valid identifier at character {place}: {reason}. {cure}")
        self.text = text
        """The text as it was given."""
        self.reason = reason
        """A stable reason code in kebab case, such as ``check-digit``."""
        self.place = place
        """The first character (counted from 0) that the reason is about."""
        self.cure = cure
        """One sentence for a person: what to do."""

    def sentence(self, language: str) -> str:
        """Return the reason as a sentence in Chinese (``zh``) or English."""
        return sentence_of(self.reason, language)
