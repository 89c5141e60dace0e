"""The record: bodies, secrets, promises and accounts."""
