"""How high the node and the mirror are, for readiness and metrics."""

from __future__ import annotations

from dataclasses import dataclass

from api.rooms import Rooms, node_height
from store.mirror.checkpoints import checkpoint_of
from store.record.outbox import counts


@dataclass(frozen=True, slots=True)
class Heights:
    """What was found at one moment."""

    record_answers: bool
    """Whether the record can be read."""
    node: int | None
    """Newest block of the node, None where it does not answer."""
    mirror: int | None
    """Newest block in the mirror, None where there is none."""

    @property
    def lag(self) -> int | None:
        """Return how many blocks the mirror is behind, None where that is not known."""
        if self.node is None or self.mirror is None:
            return None
        return max(self.node - self.mirror, 0)


def heights_of(rooms: Rooms) -> Heights:
    """Return the heights now; what does not answer is None, never an error."""
    found = checkpoint_of(rooms.mirror)
    return Heights(bool(counts(rooms.record)), node_height(rooms), None if found is None else found.block_number)
