// What the page knows: phones, their chats, their messages. No element is touched here.

const KEPT_MESSAGES = 300;

/** Put a state into a fresh model. */
export function read(state) {
  return { ...state, phones: new Map(state.phones.map((phone) => [phone.user.id, readPhone(phone)])) };
}

/** Put one phone of the state into the model. */
export function readPhone(phone) {
  const chats = [phone.chat, ...phone.groups].map(readChat);
  return {
    id: phone.user.id,
    user: phone.user,
    title: phone.title,
    number: phone.phone_number,
    bot: phone.bot,
    started: phone.started,
    blocked: phone.blocked,
    chats: new Map(chats.map((chat) => [chat.id, chat])),
  };
}

function readChat(chat) {
  return { ...chat, messages: new Map(chat.messages.map((message) => [message.message_id, message])) };
}

/** Take in one event about a chat; returns what it touched, or null if it is about none. */
export function apply(model, event) {
  const phone = model.phones.get(event.phone);
  const chat = phone?.chats.get(event.chat_id);
  const change = CHANGES[event.kind];
  if (!chat || !change) return null;
  change(chat, event, phone);
  return { phone, chat };
}

const CHANGES = {
  message(chat, { message }, phone) {
    chat.messages.set(message.message_id, message);
    if (message.from?.id === phone.id && chat.id === phone.id) phone.started = true;
    if (chat.messages.size > KEPT_MESSAGES) chat.messages.delete(chat.messages.keys().next().value);
  },
  deleted(chat, event) {
    chat.messages.delete(event.message_id);
    if (chat.pinned_message_id === event.message_id) chat.pinned_message_id = null;
  },
  typing(chat, { action }) {
    chat.typing = action;
  },
  reply_keyboard(chat, { reply_keyboard }) {
    chat.reply_keyboard = reply_keyboard;
  },
  pinned(chat, { pinned_message_id }) {
    chat.pinned_message_id = pinned_message_id;
  },
  commands(chat, { commands }) {
    chat.commands = commands;
  },
};

/** Tell who wrote a message; a channel writes in its own name. */
export const senderOf = (message) => message.from ?? message.sender_chat;

/** Tell whether this phone's owner wrote it. */
export const isOwn = (phone, message) => message.from?.id === phone.id;

/** Tell whether two messages are the same to the eye. */
export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
