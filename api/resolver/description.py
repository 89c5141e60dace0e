"""What this resolver is: its description file, the context of its linksets, the link types it knows (§3)."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request, Response
from typing_extensions import TypedDict

from api.pages.reading import name_in_profile
from api.resolver.answers import open_to_all
from api.rooms import rooms_of
from store.mirror.members import organisations_after
from traceability.ledger.records import OrganisationStatus
from traceability.linking.description_file import CONTEXT_PATH, PATH, description_of
from traceability.linking.link_types import GS1, GS1_PREFIX, RESERVED, TITLES
from traceability.linking.linkset_json import CONTEXT

router = APIRouter(tags=["Resolver"])

NAME = "Suyuan 溯源"


class LinkTypeContent(TypedDict):
    """A link type of the GS1 Web Vocabulary."""

    linkType: str
    address: str
    title: dict[str, str]


class LinkTypeList(TypedDict):
    """The link types that a firm may give to a link."""

    linkTypes: list[LinkTypeContent]


class SupportedLinkType(TypedDict):
    """A namespace of link types and its prefix."""

    namespace: str
    prefix: str


class ResolverDescription(TypedDict, total=False):
    """The description file of a resolver."""

    name: str
    resolverRoot: str
    supportedPrimaryKeys: list[str]
    supportedLinkType: list[SupportedLinkType]
    linkTypeDefaultCanBeLinkset: bool
    supportedContextValuesExternal: list[dict[str, str]]
    jsonLdContextLocation: str
    contact: dict[str, Any]


@router.get(PATH, response_class=Response, responses={200: {"model": ResolverDescription}})
def describe_resolver(request: Request) -> Response:
    """Describe this resolver: the keys, link types and contexts that it knows (GS1-Conformant Resolver 1.2.0 §3)."""
    rooms = rooms_of(request)
    first = organisations_after(rooms.mirror, limit=1)
    in_standing = bool(first) and first[0].standing == OrganisationStatus.ACTIVE
    operator = name_in_profile(first[0].profile, "en") if in_standing else None
    content = description_of(rooms.settings.public_origin, NAME, operator)
    return open_to_all(_json(content, "application/json"))


@router.get(
    CONTEXT_PATH,
    response_class=Response,
    responses={
        200: {
            "content": {
                "application/ld+json": {"schema": {"type": "object", "properties": {"@context": {"type": "object"}}}}
            }
        }
    },
)
def linkset_context(request: Request) -> Response:
    """Give the JSON-LD context that turns a link set into linked data (RFC 9264, appendix A)."""
    return open_to_all(_json({"@context": dict(CONTEXT)}, "application/ld+json"))


@router.get("/api/v1/link-types")
def list_link_types(request: Request) -> LinkTypeList:
    """List the link types that a firm may give to a link: those of the GS1 Web Vocabulary 1.16."""
    return {
        "linkTypes": [
            {"linkType": GS1_PREFIX + name, "address": GS1 + name, "title": {"en": english, "zh": chinese}}
            for name, (english, chinese) in TITLES.items()
            if GS1 + name not in RESERVED
        ]
    }


def _json(content: Any, media_type: str) -> Response:
    return Response(json.dumps(content, ensure_ascii=False), media_type=media_type)
