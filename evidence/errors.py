"""Why no evidence can be handed out.

::

    EvidenceError
    ├── ThingNotHeld           no prefix of the identifier is granted, so the chain cannot know it
    ├── MirrorBehind           the mirror has not come as far as the chain yet; asking again helps
    ├── DossierRefused         a dossier asks for what it may not show
    ├── DossierClosed          the link is unknown, expired or revoked
    └── LabelError             labels cannot be printed
        ├── SheetUnknown       no such preset of label sheets
        ├── SerialTaken        a serial is on the chain, or twice on the sheet
        ├── LabelTooSmall      the code does not fit at a size that phones read
        ├── TextTooLong        the words do not fit at a size that people read
        └── LabelUnreadable    a printed code did not read back as what it should say
"""

from __future__ import annotations


class EvidenceError(Exception):
    """The base of what this room raises."""


class ThingNotHeld(EvidenceError):
    """No prefix of an identifier is granted to anyone."""

    def __init__(self, identifier: str) -> None:
        self.identifier = identifier
        super().__init__(f"no prefix of {identifier[:200]} is granted to an organisation")


class MirrorBehind(EvidenceError):
    """The chain has lines that the mirror has not taken in yet; a moment later it has."""

    def __init__(self, identifier: str) -> None:
        self.identifier = identifier
        super().__init__(f"the mirror does not have all lines of {identifier[:200]} yet; ask again in a moment")


class DossierRefused(EvidenceError):
    """A dossier that asks for something its borrower may not show."""

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        self.reason = reason
        super().__init__(f"dossier refused at {place}: {reason}")


class DossierClosed(EvidenceError):
    """A link that opens nothing; whether it ever did is not said."""

    def __init__(self) -> None:
        super().__init__("this dossier link is unknown, expired or revoked")


class LabelError(EvidenceError):
    """The base of refusals to print labels."""


class SheetUnknown(LabelError):
    """A preset of label sheets that does not exist."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        super().__init__(f"no label sheet {name[:50]!r}; known are {', '.join(known)}")


class SerialTaken(LabelError):
    """A serial that is in use already."""

    def __init__(self, identifier: str, where: str) -> None:
        self.identifier = identifier
        self.where = where
        super().__init__(f"{identifier} is {where} already")


class LabelTooSmall(LabelError):
    """A code whose modules would be smaller than phones read reliably."""

    def __init__(self, text: str, module: float, smallest: float) -> None:
        self.text = text
        self.module = module
        self.smallest = smallest
        super().__init__(f"a module would be {module:.2f} mm, at least {smallest:.2f} mm is needed for {text[:200]}")


class TextTooLong(LabelError):
    """Words that do not fit their label at a size that people read."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"the text does not fit its label, shorten it or use a larger sheet: {text[:200]}")


class LabelUnreadable(LabelError):
    """A printed code that does not read back as what it should say."""

    def __init__(self, expected: str, found: str) -> None:
        self.expected = expected
        self.found = found
        super().__init__(f"a label reads {found[:200]!r}, it should read {expected[:200]!r}")
