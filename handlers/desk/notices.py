"""Notices: who hears of what, and how one goes out to everybody who wants to, a few at a time."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.actions import FollowTopic, Show, TakeBackNotice
from bot.commands import PostNotice
from bot.community import Role
from bot.events import Attachment, AttachmentKind
from bot.instants import Instant, instant_of
from bot.quiet_hours import not_in_quiet_hours
from bot.telling import Button, Haste, Keyboard, Parameter, Placement, Say
from conversations.category import said
from conversations.notice import NoticeStart
from handlers.desk.files import files_kept
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from storage import notice as stored
from storage.due import Due, Plan, cancel, schedule
from storage.notice import Follower, NewNotice, Notice
from storage.person import person_by_id
from storage.press import PressResult
from storage.staff import Grant, holders
from storage.talk import Talk
from storage.task import AuditLine, record

CHUNK, RETRACTION = "notice_chunk", "notice_retraction"
NOTICE_VIEW = "notice"
# As many as leave between two ticks at the pace of broadcasts: nothing piles up that would then
# leave in the quiet hours.
AT_ONCE = 30
TOPICS = "notices"
UNKNOWN = PressResult("notice.not_there", "{}")


async def show_topics(scene: Scene) -> None:
    """Show what one can subscribe to; each topic is a switch."""
    await _show_topics(scene, Placement.BELOW)


def names_a_topic(scene: Scene, words: str) -> bool:
    """Whether words ask for what notices are about: 我想找工作, and sound like no trouble."""
    found = scene.neighbourhood.topics.search(words)
    is_trouble = bool(scene.neighbourhood.guess(words).categories)
    return bool(found) and found[0].is_sure and not is_trouble


async def press_topic(scene: Scene, action: FollowTopic) -> PressResult:
    """Switch a topic on or off, or everything off."""
    community, person = scene.neighbourhood.community, scene.person.id
    if not action.topic:
        await stored.leave_everything(scene.tx, person)
    elif not action.follows:
        await stored.leave(scene.tx, community.code, action.topic, person)
    elif action.topic in community.topics:
        await stored.follow(scene.tx, community.code, action.topic, person, scene.now)
    else:
        return UNKNOWN
    await _show_topics(scene, Placement.IN_PLACE)
    return PressResult("notice.on" if action.follows else "notice.off", "{}")


def author_of(scene: Scene) -> tuple[Grant, tuple[str, ...]] | None:
    """Return as whom the person may write notices, and about which topics."""
    community = scene.neighbourhood.community
    clerk = scene.grant(Role.CLERK)
    if clerk:
        return clerk, tuple(community.topics)
    contact = scene.grant(Role.ORGANISATION)
    if contact is None:
        return None
    own = [each for each in community.organisations.values() if each.contact == contact.staff_code]
    topics = {topic for each in own for topic in each.topics}
    return contact, tuple(topic for topic in community.topics if topic in topics)


async def start_of_notice(scene: Scene, _: str) -> NoticeStart | None:
    """Return what writing a notice starts from; None: the person may not."""
    author = author_of(scene)
    return NoticeStart(author[1]) if author and author[1] else None


async def post_notice(scene: Scene, talk: Talk, command: PostNotice) -> Said | None:
    """Keep the notice; it begins to go out at once, or when the quiet hours are over."""
    author = author_of(scene)
    if author is None or command.topic not in author[1]:
        return Said("notice.not_yours")
    community = scene.neighbourhood.community
    new = NewNotice(
        talk.id,
        scene.person.id,
        community.code,
        author[0].staff_code,
        command.topic,
        command.words,
        _photo(talk),
        command.until,
        _end_of(command.until, community.time_zone),
    )
    if new.expires_at <= _begins(scene):
        return Said("notice.too_late")
    notice = await stored.add_notice(scene.tx, new, scene.now)
    if notice is None:
        return Said("notice.not_there")
    await _plan_chunk(scene, notice, 0)
    await show_to_author(scene, notice, Placement.BELOW)
    return Said("notice.posted", {"begins_at": _begins(scene)})


async def send_chunk(scene: Scene, notice: Notice, due: Due) -> None:
    """Write to the next few people, and plan the next few; nobody is written to twice."""
    if notice.state != "going_out" or notice.new.expires_at <= scene.now:
        return
    if _begins(scene) > scene.now:
        await _plan_chunk(scene, notice, due.plan.occurrence + 1)
        return
    people = await stored.next_followers(scene.tx, notice, AT_ONCE)
    is_last = len(people) < AT_ONCE
    noted = await stored.went_on(scene.tx, notice, people, "sent" if is_last else "going_out")
    if noted is None:
        return
    for each in people:
        await scene.tell(_message(scene, notice, each))
    if is_last:
        await show_to_author(scene, noted, Placement.IN_PLACE)
    else:
        await _plan_chunk(scene, noted, due.plan.occurrence + 1)


async def press_take_back(scene: Scene, action: TakeBackNotice) -> PressResult:
    """Let a notice reach nobody any more; where it has arrived it is told to be taken back.

    Its author can, and every clerk: they answer for what is said in the community's name.
    """
    notice = await _own(scene, action.notice)
    if notice is None:
        return UNKNOWN
    if await stored.take_back(scene.tx, notice):
        line = AuditLine(scene.person.id, "notice_taken_back", notice.subject, "{}")
        await record(scene.tx, line, scene.now)
        await schedule(scene.tx, Plan(RETRACTION, notice.subject, scene.now))
    await cancel(scene.tx, CHUNK, notice.subject)
    return await show_notice(scene, str(notice.id))


async def show_notice(scene: Scene, subject: str) -> PressResult:
    """Show its author how far a notice has got."""
    notice = await _own(scene, int(subject)) if subject.isdigit() else None
    if notice is None:
        return UNKNOWN
    await show_to_author(scene, notice, Placement.IN_PLACE)
    return PressResult("", "{}")


async def show_to_author(scene: Scene, notice: Notice, placement: Placement) -> None:
    """Show a notice to its author, and one of an organisation to the clerks, who answer for it."""
    author = await person_by_id(scene.tx, notice.person_id)
    if author:
        await _show_counts(scene, notice, author.telegram_id, placement)
    present = await holders(scene.tx, notice.new.community)
    for each in present.values():
        is_author = each.grant.person_id == notice.person_id
        if each.grant.role is Role.CLERK and not is_author and _of_organisation(scene, notice):
            await _show_counts(scene, notice, each.telegram_id, placement, each.grant.id)


def _of_organisation(scene: Scene, notice: Notice) -> bool:
    member = scene.neighbourhood.community.staff.get(notice.new.staff_code)
    return member is None or member.role is Role.ORGANISATION


async def _show_counts(
    scene: Scene, notice: Notice, chat_id: int, placement: Placement, grant: int = 0
) -> None:
    """Show counts only: nobody need know who reads what."""
    parameters: dict[str, Parameter] = {
        **told(scene, notice),
        "state": _state(scene, notice),
        "people": notice.people,
        "arrived": await stored.arrived(scene.tx, notice),
        "is_own": not grant,
    }
    refresh = Button("notice.button.refresh", Show(NOTICE_VIEW, str(notice.id)))
    back = Button("notice.button.take_back", TakeBackNotice(notice.id))
    keyboard = ((refresh,),) if notice.state == "taken_back" else ((refresh, back),)
    once = scene.once(f"{notice.subject}:{notice.state}:{notice.people}:{chat_id}")
    say = Say(
        once,
        chat_id,
        "notice.author_card",
        parameters,
        keyboard,
        subject=notice.subject,
        placement=placement,
        audience=f"staff:{grant}" if grant else "self",
    )
    await scene.tell(say)


async def _show_topics(scene: Scene, placement: Placement) -> None:
    community = scene.neighbourhood.community
    followed = await stored.topics_of(scene.tx, community.code, scene.person.id)
    names: list[Parameter] = [
        said(each.name) for each in community.topics.values() if each.code in followed
    ]
    switches = tuple(
        (
            Button(
                "notice.button.on" if each.code in followed else "notice.button.off",
                FollowTopic(each.code, each.code not in followed),
                {"topic": said(each.name)},
            ),
        )
        for each in community.topics.values()
    )
    off = Button("notice.button.nothing", FollowTopic("", follows=False))
    keyboard: Keyboard = (*switches, (off,)) if followed else switches
    await scene.tell(
        Say(
            scene.once("topics"),
            scene.chat_id,
            "notice.topics",
            {"topics": names, "any": bool(community.topics)},
            keyboard,
            subject=TOPICS,
            placement=placement,
        )
    )


def _message(scene: Scene, notice: Notice, follower: Follower) -> Say:
    """Return the notice as it is sent to one person, with the way to stop below it."""
    stop = Button("notice.button.stop", FollowTopic(notice.new.topic, follows=False))
    photo = notice.new.photo
    return Say(
        f"{stored.once_of(notice)}:{follower.person_id}",
        follower.telegram_id,
        "notice.message",
        told(scene, notice),
        ((stop,),),
        subject=stored.once_of(notice),
        photo=Attachment(AttachmentKind.PHOTO, photo, photo) if photo else None,
        haste=Haste.BROADCAST,
        expires_at=notice.new.expires_at,
        audience=f"notice:{notice.id}",
    )


def told(scene: Scene, notice: Notice) -> dict[str, Parameter]:
    """Return what is said of a notice to whoever reads it."""
    community, new = scene.neighbourhood.community, notice.new
    topic = community.topics.get(new.topic)
    by = [each for each in community.organisations.values() if each.contact == new.staff_code]
    return {
        "topic": said(topic.name) if topic else None,
        "words": new.words,
        "day": new.until_day,
        "organisation": said(by[0].name) if by else None,
        "community": said(community.name),
    }


def _state(scene: Scene, notice: Notice) -> str:
    """Say how far it is; what has not gone out on its last day does not any more."""
    is_over = notice.state == "going_out" and notice.new.expires_at <= scene.now
    return "over" if is_over else notice.state


def _photo(talk: Talk) -> str:
    photos = (each for each in files_kept(talk.answers) if each.kind is AttachmentKind.PHOTO)
    return next((each.file_id for each in photos), "")


def _begins(scene: Scene) -> Instant:
    return not_in_quiet_hours(scene.now, scene.neighbourhood.community.time_zone)


async def _plan_chunk(scene: Scene, notice: Notice, occurrence: int) -> None:
    until = notice.new.expires_at
    plan = Plan(CHUNK, notice.subject, _begins(scene), occurrence, "if_useful", until)
    await schedule(scene.tx, plan)


async def _own(scene: Scene, identity: int) -> Notice | None:
    """Return a notice that the person wrote, or answers for as a clerk; others look like none."""
    notice = await stored.notice_by_id(scene.tx, identity)
    if notice is None:
        return None
    clerk = scene.grant(Role.CLERK)
    answers_for_it = clerk is not None and clerk.community == notice.new.community
    return notice if answers_for_it or notice.person_id == scene.person.id else None


def _end_of(day: str, zone: str) -> Instant:
    """Return the end of a local day."""
    following = date.fromisoformat(day) + timedelta(days=1)
    return instant_of(datetime.combine(following, time(), ZoneInfo(zone)))
