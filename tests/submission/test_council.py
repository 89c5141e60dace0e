"""Where a council governs: seats propose, approve, withdraw and execute; what was promised to the old key is refused, not kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from chain.deployment import hand_over
from chain.events import ApprovalWithdrawn, ProposalApproved, ProposalExecuted, ProposalMade, StandingChanged
from chain.gateways import CouncilRules, ProposalContent
from chain.logs import logs_between
from store import open_record
from store.backup import backup_record, restore_record
from store.record.council_payloads import ApproveProposal, ExecuteProposal, Propose, WithdrawApproval
from store.record.outbox import AUTHORITY
from store.record.payloads import SuspendOrganisation
from store.record.progress import Progress
from submission.calls import administration_call

KINDS = (ProposalMade, ProposalApproved, ApprovalWithdrawn, ProposalExecuted)


def _handed_over(installation):
    signer = installation.keystores.signer(installation.contracts.directory.authority())
    return hand_over(installation.connection, signer, CouncilRules((1, 2), 1, 0, 86_400))


def _proposal(installation, council):
    call = administration_call(installation.contracts, SuspendOrganisation(2, "audit"))
    return Propose(council, (call.to,), (call.data,), "as agreed")


def test_a_proposal_goes_all_the_way_through_the_outbox(installation):
    council = _handed_over(installation)
    proposal = _proposal(installation, council)
    content = ProposalContent(proposal.targets, proposal.calls, proposal.reason)

    for organisation, payload in (
        (1, proposal),
        (2, ApproveProposal(council, 1, content.hash)),
        (2, WithdrawApproval(council, 1)),
        (2, ExecuteProposal(council, 1, content.targets, content.calls, content.reason)),
    ):
        (row,) = installation.promise(organisation, payload)
        installation.worker().run_until_idle()
        assert (Progress.FINAL, None) == (installation.row(row).progress, installation.row(row).failure)

    logs = logs_between(installation.connection, 0, installation.connection.block_number(), [council]).logs
    said = [kind for log in logs for kind in KINDS if log.topics[0] == kind.topic()]
    assert [ProposalMade, ProposalApproved, ProposalApproved, ApprovalWithdrawn, ProposalExecuted] == said
    assert StandingChanged(2, 2, "audit") == installation.events()[-1]


def test_what_waits_for_the_key_that_handed_over_is_refused_with_the_way_out(installation):
    worker = installation.worker()
    _handed_over(installation)
    row, later = (installation.promise(AUTHORITY, SuspendOrganisation(2, reason))[0] for reason in ("one", "two"))

    worker.run_until_idle()

    failures = [installation.row(each).failure for each in (row, later)]
    assert ["AuthorityRequired"] * 2 == [failure.name for failure in failures]
    assert "one of its seats proposes this" in failures[0].detail
    assert 1 == installation.contracts.members.record(2).standing


def test_a_proposal_that_was_made_after_the_backup_is_not_made_again(installation, tmp_path):
    council = _handed_over(installation)
    (row,) = installation.promise(1, _proposal(installation, council))
    backup_record(installation.record, tmp_path / "backup")
    installation.worker().run_until_idle()
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    restore_record(tmp_path / "backup", url, datetime.now(UTC))
    installation.record.close()
    installation.record = open_record(url)
    installation.settings = replace(installation.settings, record_url=url)

    installation.worker().run_until_idle()

    assert (Progress.FINAL, 1) == (installation.row(row).progress, installation.contracts.council().count())
