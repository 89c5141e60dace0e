"""A finding about a code: what is not as the standard wants it, while the code still says what it names."""

from dataclasses import dataclass

from traceability.identifiers.reasons import sentence_of


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding."""

    reason: str
    """A stable reason code, such as ``required``."""
    about: str
    """The application identifier, or the part of the text, that it is about."""
    cure: str
    """One sentence for a person."""

    def sentence(self, language: str) -> str:
        """Return the reason as a sentence in Chinese (``zh``) or English."""
        return sentence_of(self.reason, language)
