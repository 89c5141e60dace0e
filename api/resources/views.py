"""What the resources below `/api/v1` answer, as types of the OpenAPI description."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from api.epcis.schemas import reference

Hexadecimal = Annotated[str, Field(pattern="^0x[0-9a-f]*$")]
Progress = Annotated[str, Field(description="waiting, submitted, included, final or failed")]
Moment = AwareDatetime
Seconds = Annotated[int, Field(description="Seconds since 1970")]
KindNames = Annotated[list[str], Field(description="Kinds of events, as docs/formats.md §2 has them")]


class View(BaseModel):
    """An answer with these members and no others."""

    model_config = ConfigDict(extra="forbid")


def typed(model: Any, status: int = 200, **headers: str) -> dict[str, Any]:
    """Return what a route declares of its answer: the type of its document, and headers by name with their meaning.

    The handler's own document is sent as it is; the tests hold it to the type.
    """
    declared = {
        name.replace("_", "-"): {"description": what, "schema": {"type": "string"}} for name, what in headers.items()
    }
    answer: dict[str, Any] = {"model": model}
    return {"response_model": None, "responses": {status: answer | ({"headers": declared} if declared else {})}}


def typed_job(status: int = 202) -> dict[str, Any]:
    """Return what a route declares that answers with a capture job."""
    content = {"application/json": {"schema": reference("CaptureJob")}}
    headers = {"Location": {"description": "Address of the job", "schema": {"type": "string"}}}
    return {
        "response_model": None,
        "responses": {status: {"description": "The job", "content": content, "headers": headers}},
    }


class FailureView(View):
    """Why the chain refused a write."""

    name: str
    detail: str


class PromiseView(View):
    """A write to the chain, and how far it has come."""

    id: int
    organisation: int
    operation: str
    progress: Progress
    createdAt: Moment
    changedAt: Moment
    failure: FailureView | None = None


class SchemaPromiseView(View):
    """The registration of a schema; one that is registered already has only these two members."""

    schema_: Annotated[Hexadecimal, Field(alias="schema")]
    progress: Progress
    id: int | None = None
    organisation: int | None = None
    operation: str | None = None
    createdAt: Moment | None = None
    changedAt: Moment | None = None
    failure: FailureView | None = None


class AttestationPromiseView(PromiseView):
    """A write to the chain that issues an attestation."""

    attestation: Hexadecimal


class LienPromiseView(PromiseView):
    """A write to the chain that reserves a lien."""

    lien: Hexadecimal


class SchemaView(View):
    """A schema of attestations."""

    schema_: Annotated[Hexadecimal, Field(alias="schema")]
    organisation: int
    content: dict[str, Any]
    progress: Literal["final"]


class AttestationView(View):
    """An attestation; what it says is null where the caller may not read it."""

    attestation: Hexadecimal
    schema_: Annotated[Hexadecimal, Field(alias="schema")]
    organisation: int
    status: str
    issuedAt: Seconds
    expiresAt: Seconds | None
    successor: Hexadecimal | None
    subject: str | None
    statement: Any


class AttestationList(View):
    """Attestations."""

    attestations: list[AttestationView]


class LienView(View):
    """A lien."""

    lien: Hexadecimal
    state: str
    asset: Hexadecimal
    pledgor: int
    pledgee: int
    until: Seconds
    since: Seconds


class LienList(View):
    """Liens."""

    liens: list[LienView]


class SigningKeyView(View):
    """A signing key of an organisation."""

    address: Hexadecimal
    number: int
    validFrom: Seconds
    validUntil: Seconds


class MemberView(View):
    """An organisation of the network."""

    organisation: int
    status: str
    roles: list[str]
    successor: int | None
    admittedAt: Seconds
    profile: Any


class MemberWithKeysView(MemberView):
    """An organisation with its signing keys."""

    keys: list[SigningKeyView]


class MemberList(View):
    """Organisations."""

    members: list[MemberView]


class PrefixView(View):
    """A granted prefix."""

    scheme: str
    prefix: str
    key: Hexadecimal
    status: str
    holder: int
    everyone: KindNames
    everyoneBegins: bool
    anchorsForbidden: KindNames


class PrefixOfView(PrefixView):
    """The granted prefix that an identifier is under."""

    id: str


class PrefixList(View):
    """Granted prefixes."""

    prefixes: list[PrefixView]


class DossierView(View):
    """A dossier: what its link shows, to whom, until when."""

    id: str
    things: list[str]
    fields: list[str]
    title: str
    audience: str
    showsLiens: bool
    createdAt: Moment
    until: Moment
    revokedAt: Moment | None
    opened: int


class MadeDossierView(DossierView):
    """A dossier as it is made; its link is told here and nowhere else."""

    url: str
    link: str


class DossierList(View):
    """Dossiers."""

    dossiers: list[DossierView]


class ReportView(View):
    """A problem that somebody reported."""

    id: str
    about: str
    kind: str
    text: str
    contact: str | None
    createdAt: Moment
    closedAt: Moment | None


class KeptReportView(View):
    """That a report is kept."""

    id: str


class ReportList(View):
    """Reports."""

    reports: list[ReportView]


class KeyView(View):
    """An API key without its text."""

    id: str
    label: str
    roles: list[str]
    createdAt: Moment
    expiresAt: Moment | None
    revokedAt: Moment | None
    replacedBy: str | None


class IssuedKeyView(KeyView):
    """An API key as it is issued; its text is told here and nowhere else."""

    key: str


class KeyList(View):
    """API keys."""

    keys: list[KeyView]


class StateView(View):
    """The state of a thing."""

    id: str
    state: str
    organisation: int | None
    since: Seconds | None


class DescriptionView(View):
    """What one organisation says of a product."""

    about: str
    organisation: int
    describedAt: Moment
    commitment: Hexadecimal
    product: dict[str, Any]


class ProductView(View):
    """A product, and who says what of it."""

    id: str
    descriptions: list[DescriptionView]


class PictureView(View):
    """A picture as it is kept."""

    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    type: str


class HoldingView(View):
    """A thing that the organisation holds."""

    id: str
    since: Moment


class HoldingList(View):
    """What an organisation holds."""

    holdings: list[HoldingView]


class SheetList(View):
    """Presets of sheets of labels."""

    sheets: list[str]


class BundleView(BaseModel):
    """A proof bundle (docs/formats.md §7); `suyuan verify` and the phone read it strictly."""

    format: str
    network: dict[str, Any]
    question: dict[str, Any]
    header: Hexadecimal
    nodes: list[Hexadecimal]
    things: list[dict[str, Any]]
    events: dict[str, Any]


class DossierFileView(BaseModel):
    """A dossier as a file: what it shows, and the bundle that proves it."""

    dossier: dict[str, Any]
