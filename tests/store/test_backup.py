"""A backup is the record as of one moment; restored it answers the same, on either kind of database."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from store import Record, open_record
from store.backup import backup_record, restore_record, verify_backup
from store.errors import BackupInvalid, RecordNotEmpty
from store.record import outbox
from store.record.accounts import account_of, issue_key
from store.record.bodies import sealed_after
from store.record.capture import CapturedEvent, save_capture
from store.record.jobs import NewJob
from store.record.payloads import Line
from store.record.progress import Progress
from store.record.restoring import holds_promises, newest_restoration, release_held


def event(number: int) -> CapturedEvent:
    word = number.to_bytes(32, "big")
    return CapturedEvent(number, word, word, "ni:", None, '{"x":1.50}', word, 1, 0, 0, 0, (Line(word, word),))


@pytest.fixture
def filled(record: Record, now: datetime) -> tuple[Record, str]:
    save_capture(record, NewJob("job", 1, "proceed", True), [event(number) for number in range(5)], [], now)
    _, key = issue_key(record, 1, "till", ["capture"], now)
    return record, key


def test_a_restored_record_answers_as_the_first(
    filled: tuple[Record, str], address: Callable[[str], str], tmp_path: Path, now: datetime
) -> None:
    record, key = filled
    backup_record(record, tmp_path / "backup")

    url = address("restored")
    restore_record(tmp_path / "backup", url)

    restored = open_record(url)
    assert sealed_after(restored, 0, 10) == sealed_after(record, 0, 10)
    assert [outbox.promise_of(restored, row.id).payload for row in outbox.waiting(record, 1, 0, 10)] == [
        row.payload for row in outbox.waiting(record, 1, 0, 10)
    ]
    assert account_of(restored, key, now) == account_of(record, key, now)
    restored.close()


def test_a_restored_record_goes_on_counting(
    filled: tuple[Record, str], address: Callable[[str], str], tmp_path: Path, now: datetime
) -> None:
    record, _ = filled
    backup_record(record, tmp_path / "backup")
    url = address("restored")
    restore_record(tmp_path / "backup", url)
    restored = open_record(url)

    save_capture(restored, NewJob("next", 1, "proceed", True), [event(77)], [], now)

    assert [sealed.id for sealed in sealed_after(restored, 0, 10)] == [1, 2, 3, 4, 5, 6]
    restored.close()


def test_only_its_owner_may_read_a_backup(filled: tuple[Record, str], tmp_path: Path) -> None:
    backup_record(filled[0], tmp_path / "backup")

    assert (tmp_path / "backup").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_backup_overwrites_nothing(filled: tuple[Record, str], tmp_path: Path) -> None:
    (tmp_path / "backup").write_text("precious")

    with pytest.raises(FileExistsError):
        backup_record(filled[0], tmp_path / "backup")


def test_a_record_that_is_not_empty_is_not_restored_into(filled: tuple[Record, str], tmp_path: Path) -> None:
    backup_record(filled[0], tmp_path / "backup")

    with pytest.raises(RecordNotEmpty):
        restore_record(tmp_path / "backup", filled[0].url)


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database " * 1000)

    with pytest.raises(BackupInvalid):
        verify_backup(tmp_path / "text")
    with pytest.raises(BackupInvalid):
        verify_backup(tmp_path / "missing")


def test_a_damaged_backup_is_refused(filled: tuple[Record, str], tmp_path: Path) -> None:
    backup_record(filled[0], tmp_path / "backup")
    data = bytearray((tmp_path / "backup").read_bytes())
    data[4096 : 4096 * 8] = bytes(4096 * 7)
    (tmp_path / "damaged").write_bytes(data)

    with pytest.raises(BackupInvalid):
        verify_backup(tmp_path / "damaged")


def test_what_waited_is_held_after_a_restore_until_it_is_released(
    filled: tuple[Record, str], address: Callable[[str], str], tmp_path: Path, now: datetime
) -> None:
    backup_record(filled[0], tmp_path / "backup")
    url = address("restored")
    restore_record(tmp_path / "backup", url, now)
    restored = open_record(url)

    held = (outbox.counts(restored)[Progress.HELD], outbox.queues(restored), holds_promises(restored))
    released = release_held(restored, now)

    assert held == (5, (), True)
    assert released == 5
    assert len(outbox.waiting(restored, 1, 0, 10)) == 5
    assert not holds_promises(restored)
    assert (newest_restoration(filled[0]), newest_restoration(restored)) == (0, 1)
    restored.close()
