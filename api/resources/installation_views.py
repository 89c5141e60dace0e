"""What an installation answers about itself, as types of the OpenAPI description: whether it is well, its network, its limits."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.resources.views import Hexadecimal, Seconds, View


class AliveView(View):
    """That the process answers."""

    status: Literal["alive"]


class FinalityView(View):
    """When a block of this network stays: `instant`, at a `depth`, or `none` to prove."""

    kind: str
    depth: int | None


class AlarmView(View):
    """Why the indexer stands."""

    kind: str
    block: int
    expected: str
    found: str
    detail: str
    cure: str


class ReadyView(View):
    """Whether record, mirror and chain answer, and what troubles."""

    status: str
    record: bool
    chainHeight: int | None
    mirrorHeight: int | None
    lag: int | None
    finality: FinalityView
    alarm: AlarmView | None
    troubles: list[str]


class TrustRootView(View):
    """What a verifier pins (docs/formats.md §7)."""

    chainId: int
    genesis: Hexadecimal
    directory: Hexadecimal
    consensus: str
    validators: list[Hexadecimal]
    expires: Seconds
    epochLength: int


class LimitsView(View):
    """The published limits of this server."""

    captureEvents: int
    captureBytes: int
    thingsOfAnEvent: int
    nesting: int
    requestBytes: int
    pictureBytes: int
    pageItems: int
    pageTokenSeconds: int
    addressOctets: int
    reportsOfAnAddress: Annotated[int, Field(description="Reports without an account from one address in an hour")]
    reportsOfAThing: Annotated[int, Field(description="Reports about one thing in an hour")]
    reportsOfAHolder: Annotated[int, Field(description="Reports about the things of one organisation in an hour")]
    bundlesOfAQuestion: Annotated[int, Field(description="Bundles kept of one question for the same eyes")]


class NetworkView(View):
    """The network, and the limits of this server."""

    trustRoot: TrustRootView
    fingerprint: str
    limits: LimitsView
