"""Lines break where Chinese and English allow it, and nothing gets lost."""

from hypothesis import given
from hypothesis import strategies as st

from messages.pictures.line_breaking import clipped, wrap
from tests.rows import each_of

MOST = 8


def measure(text: str) -> float:
    """Count every letter as one wide."""
    return len(text)


# Each row: a text, and its lines when eight letters fit into one.
ROWS = [
    ("", ()),
    ("短", ("短",)),
    ("一二三四五六七八九", ("一二三四五六七八", "九")),
    ("一二三四五六七八，九", ("一二三四五六七", "八，九")),
    ("一二三四五六七（八）", ("一二三四五六七", "（八）")),
    ("他说“好的。”然后走", ("他说“好的。”然", "后走")),
    ("一二三四五六七……八", ("一二三四五六", "七……八")),
    ("one two three", ("one two", "three")),
    ("材料要 at once 办好", ("材料要 at", "once 办好")),
    ("到 17:30 关门", ("到 17:30", "关门")),
    ("打电话0790-1", ("打电话", "0790-1")),
    ("abcdefghijkl", ("abcdefgh", "ijkl")),
    ("一行\n\n两行", ("一行", "两行")),
    (" abcdefgh", ("abcdefgh",)),
    ("费用 3.50 元。", ("费用 3.50", "元。")),
]


@each_of(ROWS)
def test_lines_break_as_people_expect(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, measure, MOST) == lines


TEXTS = st.text(alphabet="一二，。（）“”…：a1 .,()-", max_size=60)


@given(TEXTS)
def test_nothing_is_lost_and_no_line_is_too_wide(text: str) -> None:
    lines = wrap(text, measure, MOST)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(0 < len(line) <= MOST for line in lines)


ORDINARY = st.lists(
    st.sampled_from(["一", "二二", "三，", "四。", "“五”", "（六）", "abc", "7.5"])
)


@given(ORDINARY)
def test_no_closing_sign_begins_a_line_and_no_opening_sign_ends_one(pieces: list[str]) -> None:
    for line in wrap("".join(pieces), measure, MOST):
        assert line[0] not in "，。”）"
        assert line[-1] not in "“（"


# Each row: how many lines may stay, and what stays of 一二三 / 四五六 / 七八九.
CLIPS = [
    (3, ("一二三", "四五六", "七八九")),
    (2, ("一二三", "四五…")),
    (1, ("一二…",)),
]


@each_of(CLIPS)
def test_what_is_left_out_is_shown_by_dots(at_most: int, lines: tuple[str, ...]) -> None:
    assert clipped(("一二三", "四五六", "七八九"), at_most, measure, 3) == lines
