"""The benchmark of pictures draws and measures what it says."""

from benchmarks.pictures import pieces, table


def test_every_piece_is_timed_and_small_enough_to_send() -> None:
    rows = [row.strip("| ").split(" | ") for row in table(rounds=1).splitlines()[2:]]
    assert [row[0] for row in rows] == list(pieces())
    for name, *_, kilobytes in rows:
        assert "photo" in name or 10 < int(kilobytes) < 400
