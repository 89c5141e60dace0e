"""Signatures of messages: `GS1-Signature` of the REST binding, and the headers of Standard Webhooks 1.0 beside it.

The binding leaves the kind of signature open and names HMAC with SHA-256 over the message as an example: that is what
`GS1-Signature` holds, as 64 hexadecimal digits over the bytes of the body. It does not protect against a message that is sent
again by somebody who saw it; `webhook-signature` covers the message's id and the time of sending too.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from datetime import datetime
from typing import Final

ENCODED: Final = "whsec_"
"""What a base64 secret of Standard Webhooks begins with; any other token is taken as it is written."""


def signature_headers(token: str | None, message_id: str, sent_at: datetime, body: bytes) -> dict[str, str]:
    """Return the headers that name a message, and sign it where the subscriber gave a token."""
    timestamp = str(int(sent_at.timestamp()))
    headers = {"webhook-id": message_id, "webhook-timestamp": timestamp}
    if token is not None:
        headers["GS1-Signature"] = hmac.new(token.encode(), body, hashlib.sha256).hexdigest()
        signed = f"{message_id}.{timestamp}.".encode() + body
        digest = hmac.new(_key(token), signed, hashlib.sha256).digest()
        headers["webhook-signature"] = "v1," + base64.b64encode(digest).decode()
    return headers


def _key(token: str) -> bytes:
    if token.startswith(ENCODED):
        try:
            return base64.b64decode(token.removeprefix(ENCODED), validate=True)
        except binascii.Error:
            pass
    return token.encode()
