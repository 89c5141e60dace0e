"""The members: organisations as numbers, with roles, standing and keys that are valid in time (formats §5)."""

from __future__ import annotations

from dataclasses import dataclass

from chain.connection import Call
from chain.gateways.authorisation import Authorisation, authorise
from chain.gateways.gateway import SignedGateway
from chain.signer import Signer


@dataclass(frozen=True, slots=True)
class Member:
    """Whose key an address is, as of now."""

    organisation: int
    key_number: int


@dataclass(frozen=True, slots=True)
class MemberRecord:
    """An organisation as the contract knows it."""

    standing: int
    """0 unknown, 1 active, 2 suspended."""
    roles: int
    successor: int
    keys: int
    admitted_at: int
    profile_hash: bytes


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """A signing key as the contract knows it; organisation 0 where it does not."""

    organisation: int
    key_number: int
    valid_from: int
    valid_until: int
    """0 where it is open."""

    def is_valid_at(self, time: int) -> bool:
        """Return whether the key may sign in a block of that time (seconds since 1970)."""
        return (
            self.organisation != 0 and self.valid_from <= time and (self.valid_until == 0 or time <= self.valid_until)
        )


class MembersGateway(SignedGateway):
    """The Members contract."""

    contract = "Members"

    def admit(self, profile: bytes, roles: int, key: bytes) -> Call:
        """Return the call that admits an organisation with its first key; for the authority."""
        return self._call("admit", profile, roles, key)

    def suspend(self, organisation: int, reason: str) -> Call:
        """Return the call that suspends an organisation; for the authority."""
        return self._call("suspend", organisation, reason)

    def reinstate(self, organisation: int, reason: str) -> Call:
        """Return the call that ends a suspension; for the authority."""
        return self._call("reinstate", organisation, reason)

    def set_roles(self, organisation: int, roles: int) -> Call:
        """Return the call that sets an organisation's roles; for the authority."""
        return self._call("setRoles", organisation, roles)

    def set_profile(self, organisation: int, profile: bytes) -> Call:
        """Return the call that replaces an organisation's profile; for the authority."""
        return self._call("setProfile", organisation, profile)

    def set_successor(self, organisation: int, successor: int) -> Call:
        """Return the call that names the organisation that follows another; for the authority."""
        return self._call("setSuccessor", organisation, successor)

    def add_key(self, organisation: int, key: bytes, valid_from: int, valid_until: int) -> Call:
        """Return the call that gives an organisation one more key."""
        return self._call("addKey", organisation, key, valid_from, valid_until)

    def close_key(self, key: bytes, valid_until: int) -> Call:
        """Return the call that ends a key's validity."""
        return self._call("closeKey", key, valid_until)

    def rotate_key(self, new_key: bytes) -> Call:
        """Return the call by which the signing key hands over to another."""
        return self._call("rotateKey", new_key)

    def authorise_rotation(self, signer: Signer, new_key: bytes, nonce: int, deadline: int) -> Authorisation:
        """Return the old key's signature for `rotateKeyBySig`."""
        fields = [("address", "newKey", "0x" + new_key.hex())]
        return authorise(signer, self.domain(), "RotateKey", fields, nonce=nonce, deadline=deadline)

    def rotate_key_by_signature(self, new_key: bytes, authorisation: Authorisation) -> Call:
        """Return the call by which anybody sends a rotation that the old key signed."""
        return self._call("rotateKeyBySig", new_key, authorisation.as_tuple())

    def member(self, key: bytes) -> Member:
        """Return whose key an address is, if it may write now.

        Raises:
            KeyUnknown, KeyExpired, KeyNotYetValid, OrganisationSuspended: it may not.
        """
        return Member(*self._read("member", key))

    def key_record(self, key: bytes) -> KeyRecord:
        """Return what the contract holds of a key, valid or not."""
        return KeyRecord(*self._read("keyRecord", key))

    def record(self, organisation: int) -> MemberRecord:
        """Return what the contract holds of an organisation."""
        return MemberRecord(*self._read("record", organisation))

    def has_role(self, organisation: int, roles: int) -> bool:
        """Return whether an organisation in good standing has all of these roles."""
        return bool(self._read("hasRole", organisation, roles)[0])

    def count(self) -> int:
        """Return how many organisations were admitted; their numbers begin at 1."""
        return int(self._read("count")[0])
