"""Everything but text that a person can send: photos, places, contacts, files, stickers."""

from playground.files import NewFile, StoredFile
from playground.hands import Hand, PhoneError, Sent
from playground.pictures import size_of_picture
from playground.polls import poll_wire
from playground.samples import sample_bytes
from playground.shown import announce, announce_message
from playground.text_units import found_entities
from playground.wire import Wire, present

STICKER_SIDE = 512


class SendingHand(Hand):
    """The part of a phone that sends things."""

    def send_photo(
        self,
        photo: str | bytes = "drain",
        *,
        caption: str = "",
        media_group_id: str | None = None,
        reply_to_message_id: int | None = None,
        chat_id: int | None = None,
    ) -> Sent:
        """Send a sample photo by name, or the bytes of a picture."""
        content = {"photo": self._photo(photo), **_captioned(caption)}
        about = self.replying(reply_to_message_id, chat_id)
        return self.say(content, present(media_group_id=media_group_id, **about), chat_id)

    def send_album(
        self, photos: list[str | bytes], *, caption: str = "", chat_id: int | None = None
    ) -> list[Sent]:
        """Send several photos as one album; the caption goes with the first."""
        album = str(13_000_000_000_000_000 + self.world.last_message_id)
        captions = [caption, *[""] * (len(photos) - 1)]
        return [
            self.send_photo(photo, caption=words, media_group_id=album, chat_id=chat_id)
            for photo, words in zip(photos, captions, strict=True)
        ]

    def send_location(
        self,
        latitude: float,
        longitude: float,
        *,
        horizontal_accuracy: float | None = None,
        chat_id: int | None = None,
    ) -> Sent:
        """Send a place."""
        place = present(
            latitude=latitude, longitude=longitude, horizontal_accuracy=horizontal_accuracy
        )
        return self.say({"location": place}, None, chat_id)

    def send_contact(self, *, chat_id: int | None = None) -> Sent:
        """Send the own contact card."""
        return self.say({"contact": self._own_contact()}, None, chat_id)

    def send_document(
        self,
        file_name: str,
        *,
        size: int = 0,
        content: bytes = b"",
        mime_type: str = "application/octet-stream",
        chat_id: int | None = None,
    ) -> Sent:
        """Send a file; without content it only claims its size."""
        stored = self._keep("document", content, file_name, mime_type, size)
        document = self.world.files.document(stored)
        return self.say({"document": document}, None, chat_id)

    def send_voice(self, *, duration: int = 3, chat_id: int | None = None) -> Sent:
        """Send a voice message."""
        stored = self._keep("voice", b"", f"voice_{duration}.oga", "audio/ogg", duration * 4000)
        voice = {
            **self.world.files.identity(stored),
            "duration": duration,
            "mime_type": stored.mime_type,
            "file_size": stored.size,
        }
        return self.say({"voice": voice}, None, chat_id)

    def send_sticker(self, emoji: str = "👍", *, chat_id: int | None = None) -> Sent:
        """Send a sticker."""
        stored = self._keep("sticker", b"", f"{emoji}.webp", "image/webp", 20_000)
        sticker = {
            **self.world.files.identity(stored),
            "type": "regular",
            "width": STICKER_SIDE,
            "height": STICKER_SIDE,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
            "file_size": stored.size,
        }
        return self.say({"sticker": sticker}, None, chat_id)

    def send_poll(
        self,
        question: str = "?",
        options: tuple[str, ...] = ("A", "B"),
        *,
        chat_id: int | None = None,
    ) -> Sent:
        """Send a poll."""
        poll = poll_wire(self.world.polls.next_id(), question, list(options))
        return self.say({"poll": poll}, None, chat_id)

    def vote(self, message_id: int, option_ids: list[int], *, chat_id: int | None = None) -> Sent:
        """Vote in a poll of the bot; no options take the vote back."""
        message = self.message(message_id, chat_id)
        poll = self.world.polls.of(message)
        if poll is None or poll.body["is_closed"]:
            raise PhoneError("no_poll", "There is no open poll in this message.")
        if any(index not in range(len(poll.body["options"])) for index in option_ids):
            raise PhoneError("no_such_option", "The poll has no such option.")
        poll.vote(self.user_id, option_ids)
        announce_message(self.world, self.chat(chat_id), message)
        answer = {
            "poll_id": poll.id,
            "user": self.account.wire(),
            "option_ids": option_ids,
            "option_persistent_ids": [str(index) for index in option_ids],
        }
        if not poll.body["is_anonymous"]:
            self.world.updates.put("poll_answer", answer, self.user_id)
        return Sent(message_id, self.world.updates.put("poll", poll.body, self.user_id))

    def reply_button(
        self,
        text: str,
        *,
        latitude: float | None = None,
        longitude: float | None = None,
        chat_id: int | None = None,
    ) -> Sent:
        """Press a button of the keyboard below the chat; one may ask for a place or a contact."""
        button = self._button_below(text, chat_id)
        self._fold_keyboard(chat_id)
        if button.get("request_contact"):
            return self.send_contact(chat_id=chat_id)
        if button.get("request_location"):
            if latitude is None or longitude is None:
                raise PhoneError("no_place", "This button asks for a place: give one.")
            return self.send_location(latitude, longitude, chat_id=chat_id)
        return self.say({"text": text, **_entities("entities", text)}, None, chat_id)

    def _button_below(self, text: str, chat_id: int | None) -> Wire:
        keyboard = self.chat(chat_id).reply_keyboard or {"keyboard": []}
        for row in keyboard["keyboard"]:
            for button in row:
                if button["text"] == text:
                    found: Wire = button
                    return found
        raise PhoneError("no_such_button", f"The keyboard has no button «{text}».")

    def _fold_keyboard(self, chat_id: int | None) -> None:
        chat = self.chat(chat_id)
        if chat.reply_keyboard and chat.reply_keyboard.get("one_time_keyboard"):
            chat.reply_keyboard = None
            announce(self.world, chat, "reply_keyboard", reply_keyboard=None)

    def _own_contact(self) -> Wire:
        account = self.account
        return present(
            phone_number=self.person.phone_number,
            first_name=account.first_name,
            last_name=account.last_name,
            user_id=account.id,
        )

    def _photo(self, photo: str | bytes) -> list[Wire]:
        content = sample_bytes(photo) if isinstance(photo, str) else photo
        size = size_of_picture(content)
        if size is None:
            raise PhoneError("no_picture", "These bytes are no JPEG or PNG picture.")
        new = NewFile("photo", content, "photo.jpg", "image/jpeg", 0, *size)
        return self.world.files.photo_sizes(self.world.files.add(new))

    def _keep(self, kind: str, content: bytes, name: str, mime: str, size: int) -> StoredFile:
        return self.world.files.add(NewFile(kind, content, name, mime, size))


def _captioned(caption: str) -> Wire:
    return {"caption": caption, **_entities("caption_entities", caption)} if caption else {}


def _entities(name: str, text: str) -> Wire:
    found = found_entities(text, [])
    return {name: found} if found else {}
