"""Requests signed by an organisation's key: HTTP Message Signatures (RFC 9421) and digests of bodies (RFC 9530)."""
