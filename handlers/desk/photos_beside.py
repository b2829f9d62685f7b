"""A photo in the middle of something that has no use for one, such as booking a time."""

from bot.events import AttachmentKind, SentFile
from bot.intent import Intent
from conversations.engine import Asking, Step
from conversations.paper_photo import TAKEN
from handlers.desk.appointment_card import APPOINTMENT
from handlers.desk.asking import Notice
from handlers.desk.beginning import begin_with_file
from handlers.desk.check_buttons import GOING_DAY
from handlers.desk.diverting import LOOKED_FOR
from handlers.desk.errand_card import ERRAND
from handlers.desk.files import keep_file
from handlers.desk.guiding import intent_in
from handlers.desk.offer_card import OFFER
from handlers.desk.photo_told import PAPER_PHOTO
from handlers.desk.scene import Scene
from handlers.desk.talk_steps import REPORT, begin, show_question, take
from handlers.desk.tickets import TICKET
from handlers.desk.unasked_photos import (
    names_trouble,
    paper_below,
    paper_named,
    paper_photo_start,
)
from storage.talk import Answers, Talk

# Beside the answers: the album of which no part belongs to what is asked.
LEFT_OUT = "left_out"
WITHOUT_FILES = frozenset({APPOINTMENT, TICKET, GOING_DAY, OFFER, ERRAND})


async def took_another_way(scene: Scene, talk: Talk, event: SentFile) -> bool:
    """Let a photo go where its words say: trouble is no paper, and a paper is no part of a report.

    What is no photo is refused where a paper is to be photographed.
    """
    files = keep_file({}, event.attachment)
    if talk.script == PAPER_PHOTO and names_trouble(scene, event.caption):
        await begin_with_file(scene, event.caption, files)
    elif talk.script == PAPER_PHOTO and event.attachment.kind not in TAKEN:
        await show_question(scene, talk, Notice("paper_photo.no_photo"))
    elif talk.script == REPORT and (paper := await paper_named(scene, event.caption, files)):
        await begin(scene, PAPER_PHOTO, paper, files)
    else:
        return False
    return True


async def left_out_paper(scene: Scene, talk: Talk, asking: Asking, event: SentFile) -> bool:
    """Keep a photo of a paper out of a report, whose photos many see, and say so.

    The other parts of its album bear no words and stay out as well.
    """
    is_looked_for = asking.question.name.partition(".")[0] in LOOKED_FOR
    if talk.script != REPORT and not is_looked_for:
        return False
    if event.album and talk.answers.get(LEFT_OUT) == event.album:
        return True
    paper = paper_below(scene, event.caption)
    if not paper:
        return False
    answers = {**talk.answers, LEFT_OUT: event.album} if event.album else talk.answers
    await take(scene, talk, Step(answers), Notice("files.paper_left_out", {"paper_named": paper}))
    return True


async def left_out_alone(scene: Scene, caption: str, files: Answers) -> bool:
    """Let a photo of a paper that nobody waits for begin no report, and say so."""
    paper = paper_below(scene, caption)
    is_office = caption and intent_in(scene, caption) is not Intent.REPORT
    if not paper or is_office or await paper_photo_start(scene, caption, files):
        return False
    await scene.say("files.paper_alone", {"paper_named": paper})
    return True


async def took_photo_beside(scene: Scene, talk: Talk, asking: Asking, event: SentFile) -> bool:
    """Show a paper to the window or begin a report first; else say that a photo is not kept.

    False where files have a use: they may go along with a report while a matter is looked for.
    """
    is_looked_for = asking.question.name.partition(".")[0] in LOOKED_FOR
    if talk.script not in WITHOUT_FILES or is_looked_for:
        return False
    files = keep_file({}, event.attachment)
    paper = await paper_photo_start(scene, event.caption, files)
    if paper:
        await begin(scene, PAPER_PHOTO, paper, files)
    elif names_trouble(scene, event.caption):
        await begin_with_file(scene, event.caption, files)
    else:
        is_voice = event.attachment.kind is AttachmentKind.VOICE
        key = "no_voice_here" if is_voice else "not_here"
        await show_question(scene, talk, Notice(f"paper_photo.{key}"))
    return True
