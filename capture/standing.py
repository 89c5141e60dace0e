"""What the mirror knows of the writer: whether it may write at all, and under which prefixes."""

from __future__ import annotations

from capture.errors import OrganisationUnknown
from capture.grants import GrantBook
from store.database import Mirror
from store.mirror.members import grants_by_key, organisation_of, partner_mask
from traceability.ledger.records import OrganisationStatus


def verify_writer(mirror: Mirror, organisation: int) -> None:
    """Refuse an organisation that the network does not know or has suspended.

    Raises:
        OrganisationUnknown: with the standing that the mirror knows.
    """
    found = organisation_of(mirror, organisation)
    if found is None:
        raise OrganisationUnknown(organisation, "not known")
    if found.standing != OrganisationStatus.ACTIVE:
        raise OrganisationUnknown(organisation, "suspended")


def grant_book(mirror: Mirror) -> GrantBook:
    """Return a book of the grants that the mirror knows, to be used for one capture."""
    return GrantBook(
        lambda keys: grants_by_key(mirror, keys), lambda key, organisation: partner_mask(mirror, key, organisation)
    )
