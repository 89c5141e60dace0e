"""The one table of problem types (RFC 9457): what every refusal of every room is called over HTTP.

A row's name is its error's name in Python and Solidity, written in lower case with hyphens: `IdentifierNotOwned` in a contract,
`IdentifierNotOwned` raised in Python, `/problems/identifier-not-owned` in an answer. An exception is looked up by the names of
its class and of its bases, the nearest first, so that no room needs to be imported here and none can be forgotten silently:
what has no row is an `internal-fault`. `docs/problems.md` has a section for each row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

VALIDATION: Final = "epcisException:ValidationException"
QUERY_PARAMETER: Final = "epcisException:QueryParameterException"
QUERY_VALIDATION: Final = "epcisException:QueryValidationException"
SUBSCRIPTION_CONTROLS: Final = "epcisException:SubscriptionControlsException"
SECURITY: Final = "epcisException:SecurityException"
NO_SUCH_NAME: Final = "epcisException:NoSuchNameException"
"""The one type that the REST binding's schema admits with 404; an example beside it says NoSuchResourceException."""
NOT_ACCEPTABLE: Final = "epcisException:NotAcceptableException"
ALREADY_EXISTS: Final = "epcisException:ResourceAlreadyExistsException"
CAPTURE_LIMIT: Final = "epcisException:CaptureLimitExceededException"
QUERY_TOO_LARGE: Final = "epcisException:QueryTooLargeException"
QUERY_TOO_COMPLEX: Final = "epcisException:QueryTooComplexException"
URI_TOO_LONG: Final = "epcisException:URITooLongException"
UNSUPPORTED_MEDIA: Final = "epcisException:UnsupportedMediaTypeException"
IMPLEMENTATION: Final = "epcisException:ImplementationException"


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One kind of refusal."""

    name: str
    """Last part of the type's address."""
    status: int
    """HTTP status."""
    title: str
    """What it is, the same words at every occurrence."""
    epcis: str
    """Type that the EPCIS 2.0 resources answer with."""

    @property
    def uri(self) -> str:
        """Return the address of the type, relative to this server, where its section can be read."""
        return f"/problems/{self.name}"


def _row(name: str, status: int, title: str, epcis: str = "") -> ProblemType:
    return ProblemType(name, status, title, epcis or _EPCIS_BY_STATUS[status])


_EPCIS_BY_STATUS: Final = {
    400: VALIDATION,
    401: SECURITY,
    403: SECURITY,
    404: NO_SUCH_NAME,
    405: IMPLEMENTATION,
    406: NOT_ACCEPTABLE,
    409: ALREADY_EXISTS,
    410: NO_SUCH_NAME,
    413: CAPTURE_LIMIT,
    414: URI_TOO_LONG,
    415: UNSUPPORTED_MEDIA,
    429: IMPLEMENTATION,
    500: IMPLEMENTATION,
    501: IMPLEMENTATION,
    503: IMPLEMENTATION,
}

INTERNAL_FAULT: Final = _row("internal-fault", 500, "Something failed on our side")

TABLE: Final[tuple[ProblemType, ...]] = (
    # What was sent.
    _row("request-invalid", 400, "A part of the request is not of the expected form"),
    _row("document-invalid", 400, "The document is not an EPCIS document that can be read"),
    _row("document-without-events", 400, "The document holds nothing to capture"),
    _row("events-refused", 400, "Events of the document were refused and nothing was stored"),
    _row("row-invalid", 400, "A row of the table cannot be read"),
    _row("value-not-committable", 400, "A value of the event cannot be committed to"),
    _row("state-unknown", 400, "There is no such state"),
    _row("identifier-invalid", 400, "A text is not an identifier, or its check digit is wrong"),
    _row("action-without-things", 400, "An action on no thing at all"),
    _row("action-with-ilmd", 400, "Master data of an instance or lot goes with action ADD only"),
    _row("check-digit-wrong", 400, "The check digit of an identifier is wrong"),
    _row("class-level-identifier", 400, "A class or lot stands where one thing is named"),
    _row("event-id-mismatch", 400, "The eventID is the hash of another event"),
    _row("identifier-misplaced", 400, "An identifier stands where it cannot"),
    _row("offset-impossible", 400, "No place has this offset from UTC"),
    _row("place-expected", 400, "An identifier that is no place stands where a place is named"),
    _row("prefix-undeclared", 400, "A name has a prefix that the document does not declare"),
    _row("thing-repeated", 400, "A list names one thing more than once"),
    _row("time-in-future", 400, "A time lies in the future"),
    _row("word-unknown", 400, "A word is not of the standard's vocabulary"),
    _row("disclosure-invalid", 400, "The disclosure profile cannot be read"),
    _row("group-unknown", 400, "You have no group of this name"),
    _row("group-exists", 409, "You have a group of this name already"),
    _row("too-many-groups", 409, "You have as many groups as there may be"),
    _row("too-many-grants", 409, "You have as many running grants as there may be"),
    _row("lane-invalid", 400, "There is no such lane"),
    _row("mapping-invalid", 400, "The mapping of columns cannot be used"),
    _row("header-invalid", 400, "A request header has a value that does not exist"),
    _row("link-invalid", 400, "A link cannot stand as it was given"),
    _row("delegation-refused", 403, "The prefix cannot be handed to another resolver by this caller"),
    _row("link-file-invalid", 400, "Links of the file were refused and none was kept"),
    _row("picture-invalid", 400, "The file is not a picture of an accepted kind"),
    _row("capture-limit-exceeded", 413, "More than one capture may hold"),
    _row("body-too-large", 413, "The body is larger than this resource takes"),
    _row("unsupported-media-type", 415, "The body is of a kind that this resource does not take"),
    _row("uri-too-long", 414, "The address is too long"),
    # Who asks.
    _row("key-missing", 401, "This resource needs an API key"),
    _row("key-refused", 401, "The API key is not one of ours, or was rotated out"),
    _row("request-signature-invalid", 401, "The request's signature shows nothing of who sent it"),
    _row("request-signature-late", 401, "The request was signed for another time"),
    _row("request-repeated", 401, "The same signed request came before"),
    _row("role-missing", 403, "The account does not have the role that this needs"),
    _row("organisation-unknown", 403, "The organisation is not a member in good standing"),
    # What is asked for.
    _row("not-found", 404, "There is nothing at this address"),
    _row("link-not-found", 404, "There is no link of this type for the identifier"),
    _row("thing-unknown", 404, "Nothing is recorded under this identifier"),
    _row("event-unknown", 404, "The organisation has no such event"),
    _row("query-unknown", 404, "There is no query of this name"),
    _row("subscription-unknown", 404, "You have no such subscription"),
    _row("query-predefined", 403, "The query is the standard's own and stays as it is"),
    _row("origin-refused", 403, "A page of another origin opens no socket here"),
    _row("method-not-allowed", 405, "This resource does not know the method"),
    _row("not-acceptable", 406, "There is no version of the answer in an accepted form"),
    _row("version-not-spoken", 406, "No version of EPCIS or CBV that is asked for is spoken here"),
    _row("already-exists", 409, "Something of this name or content exists"),
    _row("alias-known", 409, "The same is claimed of these codes already"),
    _row("subscription-controls-invalid", 400, "The subscription cannot be as it is asked for", SUBSCRIPTION_CONTROLS),
    _row("destination-refused", 400, "Nothing is sent to this address", SUBSCRIPTION_CONTROLS),
    _row("subscription-limit-exceeded", 403, "The organisation has as many subscriptions as there may be"),
    _row("query-parameter-invalid", 400, "A query parameter has no such form", QUERY_PARAMETER),
    _row("query-invalid", 400, "The query cannot be answered as asked", QUERY_VALIDATION),
    _row("query-too-large", 413, "The answer would hold more events than the query allows", QUERY_TOO_LARGE),
    _row("query-too-complex", 413, "The query asks for more at once than this server takes", QUERY_TOO_COMPLEX),
    _row("page-token-invalid", 400, "The page token is not one of ours, or its time has run out", QUERY_PARAMETER),
    _row("rate-limit-exceeded", 429, "More requests of this kind came than are taken in this time"),
    _row("not-implemented-here", 501, "This server does not do this yet"),
    # What evidence cannot be given of.
    _row("thing-not-held", 404, "No organisation holds a prefix of this identifier"),
    _row("mirror-behind", 503, "The mirror has not come as far as the chain"),
    _row("dossier-refused", 400, "A dossier cannot show this"),
    _row("dossier-closed", 410, "The dossier's link opens nothing"),
    _row("sheet-unknown", 400, "There is no such sheet of labels"),
    _row("serial-taken", 409, "A serial number is in use"),
    _row("label-too-small", 400, "A code does not fit its label"),
    _row("text-too-long", 400, "A text does not fit on its label"),
    _row("label-unreadable", 409, "A printed code could not be read back"),
    _row("picture-too-large", 413, "The picture is larger than is kept"),
    # What stands between the document and the chain.
    _row("identifier-not-owned", 403, "The identifier is under a prefix that does not admit this organisation"),
    _row("prefix-not-granted", 403, "No organisation holds a prefix of this identifier"),
    _row("contract-refusal", 409, "The contract refused"),
    _row("anchor-forbidden", 403, "The prefix does not allow the anchored lane for this kind of event"),
    _row("store-cannot-write", 503, "The server has no room to write it down"),
    _row("answer-disproved", 503, "The chain node's answer is not what it must hash to"),
    _row("chain-error", 503, "The chain does not answer now"),
    _row("signature-invalid", 400, "The signature is not by the key that was named"),
    # What the contracts refuse, under their own names.
    _row("anchor-empty", 409, "A batch of the anchored lane holds nothing"),
    _row("approval-missing", 409, "The seat does not approve the proposal"),
    _row("approval-stands", 409, "The seat approves the proposal already"),
    _row("approvals-too-few", 409, "Not enough approvals have stood for the delay"),
    _row("asset-encumbered", 409, "There is a lien on the asset already"),
    _row("attestation-closed", 409, "The attestation was revoked or superseded before"),
    _row("attestation-exists", 409, "The same attestation was issued before"),
    _row("attestation-mismatch", 409, "The attestation's parts do not give its id"),
    _row("attestation-of-another", 403, "The attestation is another organisation's"),
    _row("attestation-unknown", 404, "There is no such attestation"),
    _row("authority-required", 403, "Only the network's authority may do this"),
    _row("bank-required", 403, "Only an organisation with the role of a bank may do this"),
    _row("batch-malformed", 409, "The batch does not hold together"),
    _row("content-mismatch", 409, "The proposal of this number has another content"),
    _row("council-incapable", 409, "Too few members of the council would be active"),
    _row("council-required", 403, "Only the council itself may do this"),
    _row("event-malformed", 409, "Kind, flags and state of an event do not fit each other"),
    _row("expiry-passed", 409, "The expiry lies in the past"),
    _row("failed-call", 409, "A call of the proposal was refused without a reason"),
    _row("grant-status-invalid", 409, "The grant is not in a standing from which this can be done"),
    _row("head-full", 409, "The thing has as many lines as it can have"),
    _row("holder-required", 403, "Only the holder of the prefix may do this"),
    _row("key-expired", 403, "The signing key's time has run out"),
    _row("key-invalid", 409, "The address cannot be a signing key"),
    _row("key-not-yet-valid", 403, "The signing key's time has not begun"),
    _row("key-of-another-organisation", 403, "The signing key belongs to another organisation"),
    _row("key-period-invalid", 409, "The signing key's time ends before it begins"),
    _row("key-taken", 409, "The address is a signing key already"),
    _row("key-unknown", 403, "The address is no member's signing key"),
    _row("kinds-invalid", 409, "The mask names kinds of events that do not exist"),
    _row("lien-exists", 409, "There is a lien with this reference already"),
    _row("lien-state-invalid", 409, "The lien is not in a state from which this can be done"),
    _row("lien-unknown", 404, "There is no such lien"),
    _row("lifetime-invalid", 409, "The proposals' lifetime does not fit the delay"),
    _row("mask-invalid", 409, "The mask of rights has bits without a meaning"),
    _row("node-required", 403, "Only an authority or the node above may grant this prefix"),
    _row("nonce-out-of-order", 409, "The signature carries another number than the next one"),
    _row("organisation-suspended", 403, "The organisation is suspended"),
    _row("pledgee-mismatch", 403, "The bank is not the one that the borrower signed for"),
    _row("pledgee-required", 403, "Only the bank that holds the lien may do this"),
    _row("pledgor-invalid", 403, "The organisation cannot pledge"),
    _row("prefix-already-granted", 409, "The prefix is granted already"),
    _row("prefix-index-invalid", 409, "The batch names a prefix that it does not carry"),
    _row("prefix-malformed", 409, "The text is no prefix of its scheme"),
    _row("prefix-overlaps", 409, "A shorter prefix is granted to another organisation"),
    _row("prefix-overlaps-below", 409, "Longer prefixes are granted to other organisations"),
    _row("prefix-revoked", 403, "The prefix was revoked"),
    _row("prefix-suspended", 403, "The prefix is suspended"),
    _row("proposal-closed", 409, "The proposal was executed or has expired"),
    _row("proposal-malformed", 409, "The proposal cannot be made like this"),
    _row("proposal-unknown", 404, "There is no such proposal"),
    _row("reservation-expired", 409, "The reservation's time has run out"),
    _row("reservation-invalid", 409, "The reservation would end before it begins"),
    _row("roles-invalid", 409, "The mask names roles that do not exist"),
    _row("schema-empty", 409, "The schema has no content"),
    _row("schema-exists", 409, "The schema is registered already"),
    _row("schema-unknown", 409, "The schema is not registered"),
    _row("scheme-exists", 409, "The scheme is registered already"),
    _row("scheme-malformed", 409, "The scheme cannot be registered like this"),
    _row("scheme-unknown", 409, "There is no such scheme of identifiers"),
    _row("seat-invalid", 409, "The organisation cannot have this seat"),
    _row("seat-required", 403, "Only an organisation with a seat in the council may do this"),
    _row("signature-expired", 409, "The signature's deadline has passed"),
    _row("standing-unchanged", 409, "The organisation has this standing already"),
    _row("stream-invalid", 409, "There is no such stream"),
    _row("stream-out-of-order", 409, "The batch does not follow the last one of its stream"),
    _row("successor-invalid", 409, "The organisation cannot be the successor"),
    _row("target-invalid", 409, "The address holds no contract"),
    _row("thing-not-created", 409, "The thing has no first line, and this organisation may not write it"),
    _row("threshold-invalid", 409, "The council cannot have this threshold"),
    _row("version-not-newer", 409, "The directory has this version or a newer one"),
    INTERNAL_FAULT,
)
"""Every problem type that this server answers with."""

BY_NAME: Final = {row.name: row for row in TABLE}
"""The same rows by name."""

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def problem_name(error_name: str) -> str:
    """Return the name of the problem type that an error of this name has: `KeyExpired` gives `key-expired`."""
    return _WORD.sub("-", error_name).lower()


def problem_type_of(error: BaseException) -> ProblemType:
    """Return the row of an error: that of its class, else of its nearest base, else `internal-fault`."""
    for kind in type(error).__mro__:
        row = BY_NAME.get(problem_name(kind.__name__))
        if row is not None:
            return row
    return INTERNAL_FAULT
