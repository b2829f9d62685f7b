"""Taking and giving back a number as transcripts."""

from bot.visit_commands import LeaveQueue, TakeTicket
from conversations.ticket import LeaveStart, TicketStart
from tests.conversations.talks import Press, Talk


def test_a_number_is_taken_by_a_press_or_a_word() -> None:
    for given in (Press("take"), "我到了", "1"):
        talk = Talk(script="ticket", start=TicketStart("senior_card"))
        assert talk.question.parameters["before"] == 2
        assert talk.play([(given, "TakeTicket")]).command == TakeTicket("senior_card")


def test_the_matter_is_found_by_words() -> None:
    talk = Talk(script="ticket", start=TicketStart()).play([("老年证", "take")])
    assert talk.play([("好的", "TakeTicket")]).command == TakeTicket("senior_card")


def test_giving_a_number_back_asks_once() -> None:
    talk = Talk(script="leave_queue", start=LeaveStart(3, 8))
    assert talk.play([(Press("yes"), "LeaveQueue")]).command == LeaveQueue(3)
