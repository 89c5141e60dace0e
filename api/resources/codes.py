"""Codes: what a text names in every scheme of identifiers, and what is wrong with it, in Chinese and English."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from api.errors import RequestInvalid
from capture.errors import Problem
from traceability.identifiers import examined
from traceability.identifiers.registry import REGISTRY

router = APIRouter(prefix="/api/v1/codes", tags=["Codes"])


class Bilingual(BaseModel):
    """A text in two languages."""

    en: str
    zh: str


class ElementView(BaseModel):
    """An application identifier of a GS1 code with its value."""

    number: str
    title: str
    value: str


class RefusalView(Bilingual):
    """Why a strict reader refuses the code."""

    reason: str
    cure: str
    place: int


class FindingView(Bilingual):
    """What is wrong between the parts of a GS1 code."""

    reason: str
    cure: str
    about: str


class CodeView(BaseModel):
    """What a code names; without `id` where not even a lenient reader can tell."""

    isValid: bool
    scheme: str | None = None
    title: Bilingual | None = None
    source: str | None = None
    kind: str | None = None
    level: str | None = None
    levelIsOpen: bool | None = None
    id: str | None = None
    display: str | None = None
    path: str | None = None
    prefixes: list[str] | None = None
    elements: list[ElementView] | None = None
    refusal: RefusalView | None = None
    findings: list[FindingView]


class SchemeView(BaseModel):
    """A scheme of identifiers."""

    name: str
    title: Bilingual
    source: str
    samples: list[str]


class SchemesView(BaseModel):
    """The schemes that are known here."""

    schemes: list[SchemeView]


@router.get("", response_model=None, responses={200: {"model": CodeView}})
def get_code(
    code: Annotated[str, Query(max_length=2048, description="A code as it was scanned or typed")],
    kind: Annotated[str | None, Query(max_length=32, description="What a bare code is, such as gln or vin")] = None,
) -> dict[str, Any]:
    """Tell what a code names, its canonical form, display and prefixes, and what is wrong with it, strictly and leniently."""
    if kind is not None and kind not in REGISTRY.kinds():
        cure = f"use one of: {', '.join(REGISTRY.kinds())}"
        raise RequestInvalid([Problem("request-invalid", "kind", f"{kind!r} is no kind of code", cure)])
    return examined(code, kind=kind).to_object()


@router.get("/schemes", response_model=None, responses={200: {"model": SchemesView}})
def get_schemes() -> dict[str, Any]:
    """List the schemes of identifiers that are known here, each with right examples."""
    return {
        "schemes": [
            {
                "name": scheme.name,
                "title": dict(scheme.title),
                "source": scheme.source,
                "samples": list(scheme.samples),
            }
            for scheme in REGISTRY.schemes
        ]
    }
