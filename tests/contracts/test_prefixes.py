"""A prefix has one holder, whatever is granted above and below it, and its holder decides who writes under it.

grant
├── by the authority, or a node above, or nobody else
├── of a text that the scheme allows
├── to an active organisation
└── unless the same, a shorter or a longer prefix is held
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from traceability.ledger.keys import prefix_key
from traceability.ledger.meta import ALL_RIGHTS, EVERYONE_DEFAULT

GRANTED, SUSPENDED, REVOKED = 1, 2, 3


@pytest.fixture
def functions(network):
    return network.prefixes.functions


@pytest.fixture
def grant(network, functions):
    def _grant(scheme, prefix, holder=1, by=None):
        network.send(functions.grant(scheme, prefix, holder), by or network.authority)
        return prefix_key(scheme, prefix)

    return _grant


def test_a_grant_has_the_default_policy(network, functions, grant):
    key = grant("gs1", "6907654")

    assert [GRANTED, 1, EVERYONE_DEFAULT, 0, network.now()] == functions.grantOf(key).call()


@pytest.mark.parametrize("holder", [1, 2])
@pytest.mark.parametrize("shorter", ["6907", "69076", "690765"])
def test_a_prefix_below_a_held_one_is_refused(network, functions, grant, shorter, holder):
    above = grant("gs1", shorter)

    refused = network.refusal(functions.grant("gs1", "6907654", holder), network.authority)

    assert ("PrefixOverlaps", prefix_key("gs1", "6907654"), above) == refused


@pytest.mark.parametrize("longer", ["69076545", "690765432101"])
def test_a_prefix_above_a_held_one_is_refused(network, functions, grant, longer):
    grant("gs1", longer)

    refused = network.refusal(functions.grant("gs1", "6907654", 2), network.authority)

    assert ("PrefixOverlapsBelow", prefix_key("gs1", "6907654"), 1) == refused


def test_the_same_prefix_is_refused_to_another(network, functions, grant):
    key = grant("gs1", "6907654")

    assert ("PrefixOverlaps", key, key) == network.refusal(functions.grant("gs1", "6907654", 2), network.authority)
    again = network.refusal(functions.grant("gs1", "6907654", 1), network.authority)
    assert ("PrefixAlreadyGranted", key, 1) == again


def test_segments_are_levels_where_the_scheme_has_a_separator(network, functions, grant):
    above = grant("idis", "88.118.8")

    refused = network.refusal(functions.grant("idis", "88.118.8.1", 2), network.authority)
    assert ("PrefixOverlaps", prefix_key("idis", "88.118.8.1"), above) == refused
    refused = network.refusal(functions.grant("idis", "88.118", 2), network.authority)
    assert ("PrefixOverlapsBelow", prefix_key("idis", "88.118"), 1) == refused
    grant("idis", "88.118.81", holder=2)
    grant("idis", "88.11", holder=2)


def test_a_suspended_prefix_still_stands_in_the_way(network, functions, grant):
    key = grant("gs1", "6907654")
    network.send(functions.suspend("gs1", "6907654", "review"), network.authority)

    refused = network.refusal(functions.grant("gs1", "69076543", 2), network.authority)

    assert ("PrefixOverlaps", prefix_key("gs1", "69076543"), key) == refused


def test_a_revoked_prefix_no_longer_stands_in_the_way(network, functions, grant):
    for text in ("6907654", "6908765"):
        grant("gs1", text)
        network.send(functions.revoke("gs1", text, "typing error"), network.authority)

    grant("gs1", "69076543", holder=2)
    grant("gs1", "690876", holder=2)
    assert REVOKED == functions.grantOf(prefix_key("gs1", "6907654")).call()[0]


def test_a_revoked_prefix_starts_again_with_the_default_policy(network, parties, functions, grant):
    key = grant("gs1", "6907654")
    network.send(functions.setPolicy(key, 0, 2), parties.manufacturer)
    network.send(functions.revoke("gs1", "6907654", "sold"), network.authority)

    grant("gs1", "6907654", holder=2)

    assert [GRANTED, 2, EVERYONE_DEFAULT, 0] == functions.grantOf(key).call()[:4]


_texts = st.text("69", min_size=1, max_size=4).map(lambda tail: "6901" + tail).filter(lambda text: text < "6901999")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["grant", "revoke"]), _texts, st.integers(1, 2)), max_size=10))
def test_no_two_held_prefixes_ever_overlap(network, functions, steps):
    snapshot = network.w3.provider.make_request("evm_snapshot", [])["result"]
    held: dict[str, int] = {}
    try:
        for what, text, holder in steps:
            if what == "revoke":
                call = functions.revoke("gs1", text, "")
                allowed = text in held
            else:
                call = functions.grant("gs1", text, holder)
                allowed = not any(text.startswith(other) or other.startswith(text) for other in held)
            if not allowed:
                network.refusal(call, network.authority)
                continue
            network.send(call, network.authority)
            if what == "revoke":
                del held[text]
            else:
                held[text] = holder
    finally:
        network.w3.provider.make_request("evm_revert", [snapshot])


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        ("gs1", ""), ("gs1", "690"), ("gs1", "6901234567890"), ("gs1", "6901 23"), ("gs1", "6901\u00e9"),
        ("idis", "88..118"), ("idis", ".88"), ("idis", "88."), ("uscc", "91370200MA0000000"),
    ],
)  # fmt: skip
def test_a_text_that_is_no_prefix_is_refused(network, functions, scheme, text):
    refused = network.refusal(functions.grant(scheme, text, 1), network.authority)

    assert ("PrefixMalformed", scheme, text) == refused


def test_an_unknown_scheme_is_refused(network, functions):
    refused = network.refusal(functions.grant("ecode", "1", 1), network.authority)

    assert ("SchemeUnknown", "ecode") == refused


@pytest.mark.parametrize(
    ("scheme", "shortest", "longest"),
    [("", 1, 2), ("GS1", 1, 2), ("a:b", 1, 2), ("a" * 17, 1, 2), ("ecode", 0, 2), ("ecode", 3, 2), ("ecode", 1, 65)],
)
def test_a_scheme_that_cannot_work_is_refused(network, functions, scheme, shortest, longest):
    refused = network.refusal(functions.registerScheme(scheme, b"\0", shortest, longest), network.authority)

    assert ("SchemeMalformed", scheme, shortest, longest) == refused


def test_a_scheme_is_registered_once_by_the_authority(network, parties, functions):
    assert ("SchemeExists", "gs1") == network.refusal(functions.registerScheme("gs1", b".", 1, 2), network.authority)
    refused = network.refusal(functions.registerScheme("ecode", b".", 1, 2), parties.node)
    assert ("AuthorityRequired", parties.node.account.address.lower()) == refused
    assert [True, b".", 1, 64] == functions.schemeOf("idis").call()


def test_a_holder_must_be_active(network, functions):
    assert ("OrganisationUnknown", 99) == network.refusal(functions.grant("gs1", "6907654", 99), network.authority)
    network.send(network.members.functions.suspend(2, ""), network.authority)
    assert ("OrganisationSuspended", 2) == network.refusal(functions.grant("gs1", "6907654", 2), network.authority)


def test_a_node_grants_below_its_prefix_and_nowhere_else(network, parties, functions, grant):
    network.send(functions.grantNode("idis", "88.118", 5), network.authority)
    assert 5 == functions.nodeOf(prefix_key("idis", "88.118")).call()

    key = grant("idis", "88.118.8", holder=2, by=parties.node)

    assert 2 == functions.grantOf(key).call()[1]
    for text in ("88.118", "88.119", "88.1189", "88"):
        refused = network.refusal(functions.grant("idis", text, 2), parties.node)
        assert ("NodeRequired", prefix_key("idis", text), parties.node.account.address.lower()) == refused


def test_a_node_reviews_what_is_below_it(network, parties, functions, grant):
    network.send(functions.grantNode("idis", "88.118", 5), network.authority)
    key = grant("idis", "88.118.8", holder=2)
    for name, status in (("suspend", SUSPENDED), ("reinstate", GRANTED), ("revoke", REVOKED)):
        network.send(functions[name]("idis", "88.118.8", "review"), parties.node)
        assert status == functions.grantOf(key).call()[0]
        other = network.refusal(functions[name]("idis", "88.118.8", "review"), parties.carrier)
        assert ("NodeRequired", key, parties.carrier.account.address.lower()) == other


def test_a_node_names_nodes_below_it_and_may_lose_its_right(network, parties, functions, grant):
    network.send(functions.grantNode("idis", "88", 5), network.authority)
    network.send(functions.grantNode("idis", "88.118", 4), parties.node)
    grant("idis", "88.118.8", by=parties.inspector)

    network.send(functions.grantNode("idis", "88.118", 0), parties.node)

    refused = network.refusal(functions.grant("idis", "88.118.9", 1), parties.inspector)
    assert "NodeRequired" == refused[0]


def test_being_a_node_gives_no_right_to_write(network, functions, grant):
    network.send(functions.grantNode("idis", "88.118", 5), network.authority)
    key = grant("idis", "88.118.8", holder=2)

    assert EVERYONE_DEFAULT == functions.rights(key, 5).call()


def test_rights_are_the_holders_everyones_and_the_partners(network, parties, functions, gtin):
    assert [ALL_RIGHTS, EVERYONE_DEFAULT] == [functions.rights(gtin, number).call() for number in (1, 2)]

    network.send(functions.setPolicy(gtin, 0, 0), parties.manufacturer)
    network.send(functions.setPartner(gtin, 2, 0x6), parties.manufacturer)

    assert [ALL_RIGHTS, 0x6, 0] == [functions.rights(gtin, number).call() for number in (1, 2, 3)]
    assert 0x6 == functions.partnerMask(gtin, 2).call()


@pytest.mark.parametrize(
    ("change", "name"), [(None, "PrefixNotGranted"), ("suspend", "PrefixSuspended"), ("revoke", "PrefixRevoked")]
)
def test_there_are_no_rights_under_a_prefix_that_is_not_in_force(network, functions, grant, change, name):
    key = prefix_key("gs1", "6907654")
    if change:
        grant("gs1", "6907654")
        network.send(functions[change]("gs1", "6907654", ""), network.authority)

    assert (name, key) == network.refusal(functions.rights(key, 1), network.authority)


def test_only_the_holder_sets_policy_and_partners(network, parties, functions, gtin):
    for call in (functions.setPolicy(gtin, 0, 0), functions.setPartner(gtin, 3, 2)):
        assert ("HolderRequired", gtin, 2) == network.refusal(call, parties.carrier)


def test_a_holder_that_lost_its_prefix_sets_nothing(network, parties, functions, gtin):
    network.send(functions.revoke("gs1", "6901234", ""), network.authority)

    assert ("PrefixRevoked", gtin) == network.refusal(functions.setPolicy(gtin, 0, 0), parties.manufacturer)


def test_masks_hold_rights_only(network, parties, functions, gtin):
    calls = [
        (functions.setPolicy(gtin, 1 << 14, 0), 1 << 14),
        (functions.setPolicy(gtin, 0, 1), 1),
        (functions.setPartner(gtin, 2, 1 << 31), 1 << 31),
    ]

    for call, mask in calls:
        assert ("MaskInvalid", mask) == network.refusal(call, parties.manufacturer)


def test_a_partner_must_be_an_organisation(network, parties, functions, gtin):
    assert ("OrganisationUnknown", 99) == network.refusal(functions.setPartner(gtin, 99, 2), parties.manufacturer)


@pytest.mark.parametrize("name", ["suspend", "reinstate", "revoke"])
def test_a_status_changes_only_from_where_it_can(network, functions, name, grant):
    key = prefix_key("gs1", "6907654")
    assert ("GrantStatusInvalid", key, 0) == network.refusal(functions[name]("gs1", "6907654", ""), network.authority)
    grant("gs1", "6907654")
    network.send(functions.revoke("gs1", "6907654", ""), network.authority)

    refused = network.refusal(functions[name]("gs1", "6907654", ""), network.authority)

    assert ("GrantStatusInvalid", key, REVOKED) == refused
