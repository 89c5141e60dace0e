"""The delivery process: looks at the mirror, makes messages, sends to each receiver one after the other and to many at once."""

from __future__ import annotations

import asyncio
import logging
import random
import ssl
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

from delivery.advancing import IDLE, Advance, advance_subscription, place_of, progress_of
from delivery.attempts import Counters, note_refusal
from delivery.composing import Composed, Nothing, composed
from delivery.errors import DeliveryPresent
from delivery.following import Follower, Place
from delivery.lock import delivery_lock
from delivery.sending import Sender, system_resolver
from delivery.settings import Settings
from delivery.status import Status, write_status
from store.database import Mirror, Record
from store.mirror.positions import first_position
from store.mirror.streaming import Tide, tide_of
from store.opening import open_mirror, open_record
from store.record.fetched_openings import drop_ended_openings
from store.record.messages import (
    Message,
    drop,
    due_messages,
    note_failure,
    note_taken,
    prune_messages,
    put_off,
    queue_lengths,
)
from store.record.sole_sender import sole_sender
from store.record.subscriptions import Step, Subscription, advance, running_subscription, running_subscriptions

_LOGGER = logging.getLogger("suyuan.delivery")

REACH_BACK = first_position(100_000)
"""Positions for which is remembered what was sent: 100,000 blocks."""

TOGETHER = 100
"""Subscriptions whose steps are written down in one transaction."""

HELD_PAUSE = timedelta(seconds=1)
SAVING = timedelta(seconds=30)
"""How often the places of streams that find nothing are written down."""
PRUNING = timedelta(hours=1)
COMPLAINING = timedelta(minutes=1)
ENDING = 10.0
"""Seconds that attempts under way get to end when the process is told to."""


@dataclass
class Delivery:
    """Everything that one installation sends to its subscribers."""

    settings: Settings
    record: Record
    mirror: Mirror
    sender: Sender
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    chance: Callable[[], float] = random.random
    counters: Counters = field(default_factory=Counters)

    def __post_init__(self) -> None:
        self.follower = Follower(self.record, self.mirror, self.settings.may_rewind)
        self._places: dict[str, Place] = {}
        self._saved_at = self._pruned_at = self.clock()
        self._signed_at = 0.0
        self._complained: dict[str, datetime] = {}
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._taken: list[tuple[Message, asyncio.Future[None]]] = []
        self._noting: asyncio.Task[None] | None = None

    async def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set; attempts under way may end."""
        while not stop.is_set():
            worked = await self.step()
            self._sign_of_life()
            if not worked:
                await self._rest()
        await asyncio.to_thread(self.save_places)
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=ENDING)
        for task in self._under_way.values():
            task.cancel()

    async def step(self) -> bool:
        """Do the next piece of work and say whether there may be more at once."""
        worked = await asyncio.to_thread(self.advance_all)
        started = False
        for message in await asyncio.to_thread(due_messages, self.record, self.clock()):
            if message.subscription in self._under_way or len(self._under_way) >= self.settings.parallel:
                continue
            task = asyncio.create_task(self._deliver(message))
            self._under_way[message.subscription] = task
            task.add_done_callback(partial(self._ended, message.subscription))
            started = True
        if started:
            await asyncio.sleep(0)
        return worked

    async def idle(self) -> None:
        """Work until nothing is to be done now; what waits for its time waits on."""
        while await self.step() or self._under_way:
            if self._under_way:
                await asyncio.wait(self._under_way.values(), return_when=asyncio.FIRST_COMPLETED)

    def advance_all(self) -> bool:
        """Bring every running subscription forward and say whether one has more to look at."""
        now = self.clock()
        tide = tide_of(self.mirror, self.settings.depth)
        queues = queue_lengths(self.record)
        self.follower.look_again()
        running = running_subscriptions(self.record)
        worked = False
        steps: list[Step] = []
        for subscription in running:
            done = self._advanced(subscription, tide, queues.get(subscription.id, 0), now)
            worked = worked or done.worked
            if done.step is not None:
                steps.append(done.step)
            if len(steps) >= TOGETHER:
                advance(self.record, steps, now)
                steps = []
        if steps:
            advance(self.record, steps, now)
        self._places = {each.id: self._places[each.id] for each in running if each.id in self._places}
        if now - self._saved_at >= SAVING:
            self.save_places()
            # Not a message: but this is the process that lets time pass.
            drop_ended_openings(self.record, now)
        if now - self._pruned_at >= PRUNING:
            self._pruned_at = now
            prune_messages(self.record, now - timedelta(days=self.settings.limits.dead_days), REACH_BACK)
        return worked

    def save_places(self) -> None:
        """Write down how far streams have come that found nothing lately."""
        self._saved_at = self.clock()
        kept = [
            Step(subscription, progress_of(place))
            for subscription in running_subscriptions(self.record)
            if (place := self._places.pop(subscription.id, None)) is not None
        ]
        if kept:
            advance(self.record, kept, self._saved_at)

    def _advanced(self, subscription: Subscription, tide: Tide, waiting: int, now: datetime) -> Advance:
        limits = self.settings.limits
        kept = place_of(subscription)
        before = self._places.get(subscription.id, kept)
        if subscription.schedule is not None or before.position < kept.position:
            before = kept
        try:
            done = advance_subscription(self.follower, subscription, before, tide, limits.queue - waiting, now, limits)
        except Exception as error:  # noqa: BLE001 - one subscription must not stop the others; the words may hold a body.
            self._complain(subscription.id, f"subscription {subscription.id} cannot go on: {fault_of(error)}")
            return IDLE
        if done.place is not None:
            self._places[subscription.id] = done.place
        elif done.worked:
            self._places.pop(subscription.id, None)
        return done

    async def _deliver(self, message: Message) -> None:
        """Send one message, once."""
        try:
            ready = await asyncio.to_thread(self._composed, message)
            if isinstance(ready, tuple):
                url, content = ready
                outcome = await self.sender.send(url, content.headers, content.body)
                if outcome.is_taken:
                    self.counters.taken += 1
                    await self._note_taken(message)
                    return
                await asyncio.to_thread(
                    note_refusal,
                    self.record,
                    message,
                    outcome,
                    self.clock(),
                    self.settings.patience,
                    self.chance,
                    self.counters,
                )
        except Exception as error:  # noqa: BLE001 - as above
            _LOGGER.warning("message %s cannot be sent: %s", message.id, fault_of(error))
            later = self.clock() + timedelta(seconds=self.settings.patience.pause(message.attempts + 1, self.chance()))
            await asyncio.to_thread(note_failure, self.record, message, "a fault of this server", later, self.clock())

    async def _note_taken(self, message: Message) -> None:
        """Note that a message was taken, together with all that come while the disk is written to."""
        noted = asyncio.get_running_loop().create_future()
        self._taken.append((message, noted))
        if self._noting is None or self._noting.done():
            self._noting = asyncio.create_task(self._note_all())
        await noted

    async def _note_all(self) -> None:
        while self._taken:
            together, self._taken = self._taken, []
            try:
                await asyncio.to_thread(note_taken, self.record, [message for message, _ in together], self.clock())
            except Exception as error:  # noqa: BLE001 - each message is sent again, as after a crash
                for _, noted in together:
                    noted.set_exception(error)
            else:
                for _, noted in together:
                    noted.set_result(None)

    def _composed(self, message: Message) -> tuple[str, Composed] | None:
        """Return address and content of a message; what is not to be sent now is put off or taken away."""
        subscription = running_subscription(self.record, message.subscription)
        if subscription is None:
            return None
        content = composed(self.record, self.mirror, subscription, message, self.clock())
        match content:
            case Composed():
                return subscription.destination, content
            case Nothing.EMPTY:
                drop(self.record, message)
            case Nothing.HELD:
                put_off(self.record, message, self.clock() + HELD_PAUSE)
            case Nothing.ENDED:
                pass
        return None

    def _complain(self, about: str, words: str) -> None:
        """Tell the log, and not again within a minute: the same is tried several times a second."""
        now = self.clock()
        if now - self._complained.get(about, now - COMPLAINING) >= COMPLAINING:
            self._complained[about] = now
            _LOGGER.warning("%s", words)

    def _ended(self, subscription_id: str, _: asyncio.Task[None]) -> None:
        self._under_way.pop(subscription_id, None)

    async def _rest(self) -> None:
        if self._under_way:
            await asyncio.wait(
                self._under_way.values(), timeout=self.settings.pause, return_when=asyncio.FIRST_COMPLETED
            )
        else:
            await asyncio.sleep(self.settings.pause)

    def _sign_of_life(self) -> None:
        at = self.clock().timestamp()
        if at - self._signed_at >= 1.0:
            self._signed_at = at
            write_status(
                self.settings.home, Status(at, **{name: getattr(self.counters, name) for name in Counters.__slots__})
            )


def fault_of(error: BaseException) -> str:
    """Return kind and place of a fault, without its words, which may hold a body."""
    places = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f"{type(error).__name__} in " + " < ".join(reversed(places[-6:]))


def run(settings: Settings, stop: threading.Event) -> None:
    """Deliver for an installation until `stop` is set.

    Raises:
        DeliveryPresent: another process does.
    """
    with (
        delivery_lock(settings.home),
        closing(open_record(settings.record_url)) as record,
        closing(open_mirror(settings.mirror_url)) as mirror,
        sole_sender(record) as is_ours,
    ):
        if not is_ours:
            raise DeliveryPresent("the record's database")
        asyncio.run(Delivery(settings, record, mirror, sender_of(settings)).run(stop))


def sender_of(settings: Settings) -> Sender:
    """Return what sends as the settings say."""
    authorities = None if settings.authorities is None else str(settings.authorities)
    tls = ssl.create_default_context(cafile=authorities)
    return Sender(settings.reach, tls, system_resolver(settings.parallel), settings.attempt_seconds)
