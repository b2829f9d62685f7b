"""Every form in which an answer may come, in one piece and byte by byte."""

import pytest

from handlers.http_answers import Answer, AnswerReader, BadAnswerError

OK = b"HTTP/1.1 200 OK\r\n"
WHOLE = {
    "a length": (OK + b"Content-Length: 2\r\n\r\nhi", Answer(200, b"hi")),
    "a length in other letters": (OK + b"content-LENGTH:2\r\n\r\nhi", Answer(200, b"hi")),
    "nothing inside": (OK + b"Content-Length: 0\r\n\r\n", Answer(200, b"")),
    "no reason": (b"HTTP/1.1 429 \r\nContent-Length: 2\r\n\r\nhi", Answer(429, b"hi")),
    "no content": (b"HTTP/1.1 204 No Content\r\n\r\n", Answer(204, b"")),
    "chunks": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\nh\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n",
        Answer(200, b"h0123456789"),
    ),
    "chunks with a trailer": (
        OK + b"transfer-encoding: gzip, Chunked\r\n\r\n2\r\nhi\r\n0\r\nX: y\r\n\r\n",
        Answer(200, b"hi"),
    ),
    "an interim answer before it": (
        b"HTTP/1.1 100 Continue\r\n\r\n" + OK + b"Content-Length: 2\r\n\r\nhi",
        Answer(200, b"hi"),
    ),
    "the last one": (
        OK + b"Connection: Close\r\nContent-Length: 2\r\n\r\nhi",
        Answer(200, b"hi", is_last=True),
    ),
    "the older version": (
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi",
        Answer(200, b"hi", is_last=True),
    ),
}
WRONG = {
    "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    "an endless head": OK + b"X: " + b"y" * 70_000,
    "a chunk without length": OK + b"Transfer-Encoding: chunked\r\n\r\nhello\r\n",
}


@pytest.mark.parametrize("name", WHOLE)
def test_an_answer_in_one_piece(name: str) -> None:
    sent, wanted = WHOLE[name]
    assert AnswerReader().feed(sent) == wanted


@pytest.mark.parametrize("name", WHOLE)
def test_an_answer_byte_by_byte(name: str) -> None:
    sent, wanted = WHOLE[name]
    reader = AnswerReader()
    pieces = [reader.feed(sent[at : at + 1]) for at in range(len(sent))]
    assert pieces[:-1] == [None] * (len(sent) - 1)
    assert pieces[-1] == wanted


def test_two_answers_one_after_the_other() -> None:
    reader = AnswerReader()
    for text in (b"one", b"two"):
        assert reader.feed(OK + b"Content-Length: 3\r\n\r\n" + text) == Answer(200, text)


def test_bytes_that_nobody_asked_for_spoil_the_connection() -> None:
    sent = OK + b"Content-Length: 2\r\n\r\nhi" + OK
    assert AnswerReader().feed(sent) == Answer(200, b"hi", is_last=True)


def test_an_answer_that_only_the_end_completes() -> None:
    reader = AnswerReader()
    assert reader.feed(OK + b"X: y\r\n\r\nhel") is None
    assert reader.feed(b"lo") is None
    assert reader.at_end() == Answer(200, b"hello", is_last=True)


@pytest.mark.parametrize("sent", [OK, OK + b"Content-Length: 9\r\n\r\nhi"], ids=["head", "body"])
def test_half_an_answer_is_none(sent: bytes) -> None:
    reader = AnswerReader()
    assert reader.feed(sent) is None
    assert reader.at_end() is None


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_http_is_refused(name: str) -> None:
    with pytest.raises(BadAnswerError):
        AnswerReader().feed(WRONG[name])
