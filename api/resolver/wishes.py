"""What a request asks of the resolver: link type, language, form and context, from its query and its headers (§2.6.3).

`lang` and `mediaType` in the query go before the headers: whoever writes a link cannot set a header.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from fastapi import Request

from api.errors import QueryParameterInvalid
from traceability.linking.errors import LinkTypeInvalid
from traceability.linking.link_types import relation_of
from traceability.linking.linkset_json import MEDIA_TYPE as LINKSET_JSON
from traceability.linking.linkset_text import MEDIA_TYPE as LINKSET_TEXT
from traceability.linking.media_types import media_weight, names_type
from traceability.linking.selection import Wish
from traceability.linking.weights import Weighted, weighted

LINKSETS: Final = ("linkset", "all")
"""Values of `linkType` that ask for the whole link set; `all` is the older one."""
HTML: Final = "text/html"
JSON: Final = "application/json"
JSON_LD: Final = "application/ld+json"
_MOST_CONTEXTS: Final = 20


class Form(Enum):
    """In which form an answer of the resolver's own is written."""

    HTML = HTML
    LINKSET_JSON = LINKSET_JSON
    LINKSET_TEXT = LINKSET_TEXT
    JSON = JSON
    JSON_LD = JSON_LD


_FORMS: Final = (Form.LINKSET_JSON, Form.JSON, Form.JSON_LD, Form.LINKSET_TEXT, Form.HTML)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to the resolver."""

    wish: Wish
    wants_linkset: bool
    """Whether the link set itself is asked for and not one of its links."""
    form: Form
    """The form that is liked best; the linkset as JSON where none is named."""
    named: bool
    """Whether that form, or its kind, was named, and not only anything at all."""


def asked_by(request: Request) -> Asked:
    """Return what a request asks.

    Raises:
        QueryParameterInvalid: if `linkType` is no link type in any writing, or stands there twice.
    """
    types = request.query_params.getlist("linkType")
    if len(types) > 1:
        raise QueryParameterInvalid("linkType", " ".join(types), "ask for one link type, or for linkset to get all")
    given = types[0] if types else ""
    accepted = _accepted(request)
    form, named = _form(accepted)
    linkset = given in LINKSETS or (not given and named and form in (Form.LINKSET_JSON, Form.LINKSET_TEXT))
    relation = None
    if given and given not in LINKSETS:
        try:
            relation = relation_of(given)
        except LinkTypeInvalid as error:
            raise QueryParameterInvalid("linkType", given, error.cure) from error
    contexts = tuple(
        value for text in request.query_params.getlist("context")[:_MOST_CONTEXTS] for value in text.split(",") if value
    )
    return Asked(Wish(relation, _languages(request), accepted, contexts[:_MOST_CONTEXTS]), linkset, form, named)


def _accepted(request: Request) -> tuple[Weighted, ...]:
    named = request.query_params.get("mediaType")
    return weighted(named or request.headers.get("accept", ""))


def _languages(request: Request) -> tuple[Weighted, ...]:
    named = request.query_params.get("lang")
    return weighted(named or request.headers.get("accept-language", ""))


def _form(accepted: tuple[Weighted, ...]) -> tuple[Form, bool]:
    """Return the form of an answer of our own: the heaviest, a named one before one that `*/*` lets in."""
    best = max(
        _FORMS,
        key=lambda form: (media_weight(form.value, accepted), names_type(form.value, accepted), -_FORMS.index(form)),
    )
    return best, media_weight(best.value, accepted) > 0 and names_type(best.value, accepted)
