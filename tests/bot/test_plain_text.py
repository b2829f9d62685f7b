"""What a person typed, made safe to keep and to show."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.plain_text import LONGEST_NAME, LONGEST_TEXT, clean, clean_name, narrow

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
CLEANED = [
    ("漏水了", "漏水了"),
    ("  leak  ", "leak"),
    ("", ""),
    ("a\x00b", "ab"),
    ("漏\x00水\x1b[31m", "漏水[31m"),
    ("第一行\r\n第二行\r第三行", "第一行\n第二行\n第三行"),
    ("第一行\u2028第二行", "第一行\n第二行"),
    ("漏水\t501", "漏水 501"),
    ("漏\ud83d水", "漏\ufffd水"),
    ("\u202e倒过来\u202c", "倒过来"),
    ("\u2066隔\u2069开\u200e\u200f\ufeff\u00ad", "隔开"),
    ("零\u200b宽", "零宽"),
    (FAMILY, FAMILY),
    (f"{FAMILY}\u200d", FAMILY),
    ("\u200d漏\u200d \u200d水\u200d\u200d", "漏 水"),
    ("\u200b\u200d\u200c\ufeff", ""),
    ("\u200d\u200d", ""),
    ("\u3164\u3164", ""),
    ("\ufe0f", ""),
    ("\u2800", ""),
    (" \u3000\u00a0 ", ""),
    ("e\u0301", "é"),
    ("e\u200b\u0301", "é"),
    ("ẕ" + "\u0321\u0322\u0323\u0324\u0335\u0336" * 9, "ẕ\u0335\u0336"),
    ("\ue000私用\U000f0000", "私用"),
    ("<b>粗</b> & more", "<b>粗</b> & more"),
    ("a" * 5000, "a" * 4096),
    ("漏" * 5000, "漏" * 4096),
]


@pytest.mark.parametrize(("typed", "kept"), CLEANED)
def test_what_could_break_something_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


ANYTHING = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cf", "Cc", "Mn", "Zs"]),
        st.sampled_from("\u200d\u0301\u0323\u0338\u3164e漏 \n"),
    ),
    max_size=120,
)


@settings(max_examples=400, deadline=None)
@given(ANYTHING)
def test_cleaning_never_fails_and_twice_is_as_good_as_once(typed: str) -> None:
    once = clean(typed)
    assert clean(once) == once
    assert json.loads(json.dumps(once)) == once
    assert once.encode("utf-8").decode("utf-8") == once
    assert "\x00" not in once


@settings(max_examples=200, deadline=None)
@given(ANYTHING)
def test_a_name_is_one_short_line(typed: str) -> None:
    name = clean_name(typed)
    assert "\n" not in name
    assert len(name) <= LONGEST_NAME
    assert clean_name(name) == name


NAMES = [
    ("罗\n建华", "罗 建华"),
    ("  Anna \t  Luo ", "Anna Luo"),
    ("名" * 100, "名" * 64),
    ("\u202e\u200b", ""),
    ("\u3164", ""),
]


@pytest.mark.parametrize(("typed", "kept"), NAMES)
def test_names_are_put_on_one_line(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


NARROW = [
    ("３＃２－５０１", "3#2-501"),
    ("3—2–501−1", "3-2-501-1"),
    ("ＡＢＣ", "abc"),
    ("Fire", "fire"),
    ("漏水，", "漏水,"),
    ("\ud83d", "\ufffd"),
]


@pytest.mark.parametrize(("typed", "narrowed"), NARROW)
def test_full_width_letters_are_made_narrow(typed: str, narrowed: str) -> None:
    assert narrow(typed) == narrowed


def test_the_longest_text_is_telegrams() -> None:
    assert LONGEST_TEXT == 4096
