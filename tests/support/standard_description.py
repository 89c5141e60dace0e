"""The standard's OpenAPI document, with each of its defects that an answer meets put right under a name (EPCIS 2.0.0)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Defect:
    """A place at which the standard's document contradicts itself or leaves out what it demands elsewhere."""

    name: str
    reason: str
    mend: Callable[[Document], None]


def mended(document: Document) -> Document:
    """Return the document without its defects."""
    content = copy.deepcopy(document)
    for defect in DEFECTS:
        defect.mend(content)
    return content


def _at(document: Document, pointer: str) -> Any:
    found: Any = document
    for part in pointer.split("/"):
        found = found[part.replace("~1", "/")]
    return found


def _admit(document: Document, status: str, answer: str, *operations: str) -> None:
    for operation in operations:
        method, path = operation.split(" ")
        responses = document["paths"][path][method]["responses"]
        responses.setdefault(status, {"$ref": f"#/components/responses/{answer}"})


def _lists(document: Document) -> list[str]:
    """Return the operations that take a page token."""
    token = "#/components/parameters/NextPageToken"
    return [
        f"get {path}"
        for path, item in document["paths"].items()
        if any(each.get("$ref") == token for each in item.get("get", {}).get("parameters", ()))
    ]


def _text_in(header: str) -> Callable[[Document], None]:
    def mend(document: Document) -> None:
        _at(document, "components/headers")[header]["schema"] = {"type": "string"}

    return mend


def _mend_conflict(document: Document) -> None:
    content = _at(document, "components/responses/409ResourceAlreadyExistsException/content")
    for media in content.values():
        media["schema"]["allOf"][0]["properties"]["status"]["enum"] = [409]


def _mend_jobs(document: Document) -> None:
    choice = _at(document, "components/schemas/CaptureJob/allOf")[1]
    choice["anyOf"] = choice.pop("oneOf")


def _mend_subscription_problems(document: Document) -> None:
    answer = _at(document, "components/responses/400SubscriptionIssues")
    answer["content"] = {
        f"application/problem+{kind}": answer["content"][f"application/{kind}"] for kind in ("json", "xml")
    }
    types = answer["content"]["application/problem+json"]["schema"]["allOf"][0]["properties"]["type"]["enum"]
    types += ["epcisException:QueryParameterException", "epcisException:QueryValidationException"]


def _mend_named_query(document: Document) -> None:
    media = _at(document, "paths/~1queries~1{queryName}/get/responses/200/content/application~1json")
    media["schema"] = media["schema"]["items"]


def _mend_secret(document: Document) -> None:
    _at(document, "components/schemas/AbstractQuerySubscription")["required"].remove("secret")


def _mend_disposition(document: Document) -> None:
    _at(document, "components/parameters/Disposition")["example"] = "urn:epcglobal:cbv:disp:in_progress"


def _mend_events(document: Document) -> None:
    _admit(document, "400", "400QueryIssues", "get /events")
    with_events = [operation for operation in _lists(document) if operation.endswith("/events")]
    _admit(document, "413", "413QueryScopeOrSize", *with_events)


def _mend_lists(document: Document) -> None:
    _admit(document, "400", "400QueryIssues", *_lists(document))


def _mend_posts(document: Document) -> None:
    _admit(document, "400", "400QueryIssues", "post /queries")
    _admit(document, "400", "400SubscriptionIssues", "post /queries/{queryName}/subscriptions")
    _admit(document, "413", "413CapturePayloadTooLarge", "post /queries", "post /queries/{queryName}/subscriptions")
    _admit(document, "409", "409ResourceAlreadyExistsException", "post /queries/{queryName}/subscriptions")


def _mend_addresses(document: Document) -> None:
    for path, item in document["paths"].items():
        _admit(document, "414", "414URLTooLong", *(f"{method} {path}" for method in item if method != "parameters"))


def _mend_types(document: Document) -> None:
    _admit(
        document,
        "404",
        "404ResourceNotFound",
        *(f"get {path}" for path in document["paths"] if path.endswith("/events")),
    )


def _mend_control_characters(document: Document) -> None:
    for path, item in document["paths"].items():
        if "{" in path:
            _admit(
                document,
                "404",
                "404ResourceNotFound",
                *(f"{method} {path}" for method in item if method != "parameters"),
            )


DEFECTS = (
    Defect("extensions are an object", "GS1-Extensions is declared an object, and its example is the text `a=b,c=d`", _text_in("GS1-Extensions")),
    Defect("a link is a URI", "Link is declared a URI, and its example is `<…>; rel=\"next\"`", _text_in("Link")),
    Defect("a conflict has status 406", "the schema of the answer 409 admits only a `status` of 406", _mend_conflict),
    Defect("no job is valid", "`errors` and `errorFile` are optional members under oneOf: a job matches both or neither", _mend_jobs),
    Defect("a problem that is no problem document", "400SubscriptionIssues is application/json, not application/problem+json", _mend_subscription_problems),
    Defect("a definition is a list", "GET /queries/{queryName} is declared an array, and its example is one object", _mend_named_query),
    Defect("a secret that is nowhere", "a subscription must have `secret`, which is no member; it is named signatureToken", _mend_secret),
    Defect("a disposition that is no URI", "the parameter is declared a URI, and its example is `in_progress`", _mend_disposition),
    Defect("events that cannot refuse", "GET /events lists no 400, which §8.2.7.1 demands for a wrong parameter, nor 413", _mend_events),
    Defect("lists that cannot refuse", "no 400 for a page token or a page size that is out of order", _mend_lists),
    Defect("bodies that are always right", "POST of a query or subscription lists no 400, 409 or 413", _mend_posts),
    Defect("addresses of any length", "414 is listed for some operations with a path of the caller's choice and not for others", _mend_addresses),
    Defect("unknown values", "404 is listed for some lists of events below a value and not for others", _mend_types),
    Defect("paths with control characters", "404 is not listed where a part of the path is the caller's", _mend_control_characters),
)  # fmt: skip
"""Each with its reason. What is not here, our answers have to meet as it stands."""
