"""The benchmark of finding a service searches among a thousand, and finds what it should."""

from benchmarks.finding import QUERIES, table, thousand


def test_it_searches_among_a_thousand_services_with_many_names() -> None:
    guide, _ = thousand()
    assert len(guide.services) == 1000
    assert "unemployment_registration" in guide.services
    assert len({service.name.in_language("zh-CN") for service in guide.services.values()}) == 1000


def test_every_kind_of_words_is_measured_and_finds_what_it_should() -> None:
    rows = table(rounds=2).splitlines()[3:]
    found = {row.split(" | ")[0].removeprefix("| "): row.split(" | ")[1] for row in rows}
    assert list(found) == list(QUERIES)
    assert found["a problem, nothing found"] == "0"
    assert found["a name"] == found["a slip of typing"] == "1"
