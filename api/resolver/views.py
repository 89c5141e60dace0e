"""What this resolver itself answers about a thing: recall, certificates, verification, passport."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter(tags=["Resolver"])
