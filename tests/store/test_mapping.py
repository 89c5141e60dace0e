"""A mirror whose file is mapped reads what another process writes, as one whose pages are copied does."""

from pathlib import Path

from store import open_mirror


def test_a_mapped_mirror_reads_what_is_written_beside_it(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'mirror.db'}"
    written, mapped = open_mirror(address), open_mirror(address, mapped=True)
    found = []

    for first in (0, 2_000):
        with written.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO names (id, text) VALUES (?, ?)",
                [(first + number, f"{first + number}" * 50) for number in range(2_000)],
            )
        with written.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        with mapped.reading() as connection:
            found.append(connection.exec_driver_sql("SELECT count(*), max(id) FROM names").one())
            size = connection.exec_driver_sql("PRAGMA mmap_size").scalar_one()
    written.close()
    mapped.close()

    assert found == [(2_000, 1_999), (4_000, 3_999)]
    assert size > 0
