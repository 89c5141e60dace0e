"""Late comers: bodies that reached the record after their logs reached the mirror, were forgotten, or have other readers now."""

from datetime import datetime

from indexer.chapters import anchored_events, projections_for
from indexer.figures import Figures
from store.database import Mirror, Record
from store.mirror.checkpoints import checkpoint_of
from store.mirror.lookups import anchor_at, block_times, projected, unprojected
from store.mirror.positions import block_of, log_of
from store.mirror.things import on_chain
from store.mirror.writing import MirrorWriter
from store.record.bodies import SealedEvent, forgotten_after, sealed_after
from store.record.capture import ANCHORED
from store.record.outbox import settle
from store.record.reader_changes import changed_after
from store.record.transactions import anchored_batches, anchored_leaves

PORTION = 2_000
"""Events of the record looked at in one transaction."""


def take_late(
    record: Record, mirror: Mirror, writer: MirrorWriter, figures: Figures, settles_at: datetime | None
) -> bool:
    """Look at the events that the record got since the last look, and project those whose logs are here already.

    An event whose log is still to come is projected with its log; both ways lead to the same rows.
    """
    checkpoint = checkpoint_of(mirror)
    if checkpoint is None:
        return False
    arrivals = sealed_after(record, checkpoint.arrived, PORTION)
    if not arrivals:
        return False
    leaves, filled = _leaves(record, mirror, arrivals)
    commitments = [sealed.commitment for sealed in arrivals]
    if settles_at is not None:
        _settle(record, mirror, arrivals, settles_at)
    known = unprojected(mirror, commitments)
    before = figures.events
    late = projections_for(record, [*((*row, ()) for row in known), *leaves], figures)
    figures.events = before + len(leaves)
    writer.write_late(leaves, filled, late, arrivals[-1].id)
    figures.late += len(late)
    return True


def take_forgotten(record: Record, mirror: Mirror, writer: MirrorWriter) -> bool:
    """Take away the projections of events that were forgotten since the last look."""
    checkpoint = checkpoint_of(mirror)
    if checkpoint is None:
        return False
    forgotten = forgotten_after(record, checkpoint.forgotten, PORTION)
    if not forgotten:
        return False
    writer.unproject([commitment for _, commitment in forgotten], forgotten[-1][0])
    return True


def take_disclosed(record: Record, mirror: Mirror, writer: MirrorWriter) -> bool:
    """Write the rows of those events anew of which the owner has changed who may read them since the last look."""
    checkpoint = checkpoint_of(mirror)
    if checkpoint is None:
        return False
    changed = changed_after(record, checkpoint.disclosed, PORTION)
    if not changed:
        return False
    known = projected(mirror, list(dict.fromkeys(commitment for _, commitment in changed)))
    # Figures of its own: nothing was recorded or projected that was not counted before.
    anew = projections_for(record, [(*row, ()) for row in known], Figures())
    writer.reproject(anew, [position for position, _, _ in known], changed[-1][0])
    return True


def _settle(record: Record, mirror: Mirror, arrivals: tuple[SealedEvent, ...], now: datetime) -> None:
    """Keep a restored record from promising again what the chain holds: such an event "arrives" after its log."""
    held: dict[int, list[bytes]] = {}
    places = on_chain(mirror, [sealed.commitment for sealed in arrivals])
    for sealed in arrivals:
        written_by = {int.from_bytes(place.meta[4:8], "big") for place in places.get(sealed.commitment, ())}
        if sealed.organisation in written_by:
            held.setdefault(sealed.organisation, []).append(sealed.commitment)
    for organisation, commitments in held.items():
        settle(record, organisation, commitments, now)


def _leaves(
    record: Record, mirror: Mirror, arrivals: tuple[SealedEvent, ...]
) -> tuple[list[tuple[int, bytes, bytes, tuple[bytes, ...]]], list[tuple[int, int, int]]]:
    """Return the leaves of anchors that the mirror holds without leaves, for arrivals of the anchored lane."""
    rows: list[tuple[int, bytes, bytes, tuple[bytes, ...]]] = []
    filled: list[tuple[int, int, int]] = []
    # Asked once for all arrivals: a thousand of them may share one batch.
    for place in anchored_batches(record, [sealed.commitment for sealed in arrivals if sealed.lane == ANCHORED]):
        anchor = anchor_at(mirror, *place)
        if anchor is None or anchor.filled:
            continue
        block = block_of(anchor.position)
        found = anchored_events(
            record,
            anchored_leaves(record, *place, anchor.root),
            anchor.root,
            anchor.organisation,
            anchor.key_number,
            block,
            log_of(anchor.position),
            block_times(mirror, [block])[block],
        )
        if found:
            rows.extend(found)
            filled.append(place)
    return rows, filled
