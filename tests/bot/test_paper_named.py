"""A caption that plainly names a paper is told from one that tells of something."""

import pytest

from bot.paper_named import paper_plainly_named

NAMES = ("居民身份证（在有效期内）", "身份证", "离婚证或判决书", "Lease", "id card")

# Each row: the words below a photo, and the paper that they name.
ROWS = [
    ("身份证", "身份证"),
    ("我的身份证", "身份证"),
    ("我妈妈的身份证正面。", "身份证"),
    ("这是居民身份证", "居民身份证"),
    ("判决书", "判决书"),
    ("楼下捡到身份证一张，不知道是谁家的", ""),
    ("楼道灯坏了", ""),
    ("", ""),
    ("My ID card", "id card"),
    ("the lease of my flat", "lease"),
    ("please", ""),
    ("somebody lost an ID card beside the lift", ""),
]


@pytest.mark.parametrize(("words", "paper"), ROWS)
def test_which_paper_words_plainly_name(words: str, paper: str) -> None:
    assert paper_plainly_named(words, NAMES) == paper
