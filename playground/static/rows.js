// The rows of a chat among themselves: which comes before, which belong together.
import { wordsOf } from "./message.js";
import { isSame } from "./model.js";

/** The message above, past the name of a day. */
export function previousRow(row) {
  const before = row.previousElementSibling;
  return before?.classList.contains("day") ? before.previousElementSibling : before;
}

/** The message below, past the name of a day. */
export function nextRow(row) {
  const after = row.nextElementSibling;
  return after?.classList.contains("day") ? after.nextElementSibling : after;
}

/** Let two rows of one sender on one day look like one piece. */
export function join(before, after) {
  const joined = before && after && before.dataset.sender === after.dataset.sender && before.dataset.sender && before.dataset.day === after.dataset.day;
  before?.classList.toggle("continues", Boolean(joined));
  after?.classList.toggle("continued", Boolean(joined));
}

/** Tell whether people see a difference. */
export function isChanged(before, after) {
  return (
    wordsOf(before) !== wordsOf(after) || before.edit_date !== after.edit_date || !isSame(before.reply_markup ?? null, after.reply_markup ?? null)
  );
}

/** How far one element begins below another, in pixels. */
export const below = (upper, lower) => lower.getBoundingClientRect().top - upper.getBoundingClientRect().top;
