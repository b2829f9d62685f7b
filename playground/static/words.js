// What the page says, in both languages, and how it writes times and sizes.
import { EN } from "./words-en.js";
import { ZH } from "./words-zh.js";

const WORDS = { "zh-CN": ZH, en: EN };
const ZONE = "Asia/Shanghai";
let current = "";
let times = {};

/** The page's language: chosen before, or the browser's first. */
export function language() {
  if (!current) speak(remembered() ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en"));
  return current;
}

/** Choose a language, and remember it. */
export function speak(chosen) {
  current = chosen;
  document.documentElement.lang = chosen;
  localStorage.setItem("language", chosen);
  const format = (options) => new Intl.DateTimeFormat(chosen, { timeZone: ZONE, ...options });
  times = {
    minute: format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    second: format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }),
    day: format({ month: "long", day: "numeric" }),
    weekday: format({ month: "short", day: "numeric", weekday: "short" }),
    year: format({ year: "numeric", month: "long", day: "numeric" }),
    number: new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }),
  };
}

function remembered() {
  const kept = localStorage.getItem("language");
  return kept in WORDS ? kept : null;
}

/** Say something; `{name}` in the words stands for a parameter. */
export function say(key, given = {}) {
  const words = WORDS[language()][key];
  if (words === undefined) throw new Error(`there are no words for ${key}`);
  return words.replace(/\{(\w+)\}/g, (_, name) => given[name]);
}

/** Choose the language of a text that comes in several. */
export function inOurLanguage(texts) {
  if (!texts) return "";
  if (typeof texts !== "object") return String(texts);
  return texts[language()] ?? texts.en ?? Object.values(texts)[0] ?? "";
}

const moment = (seconds) => new Date(seconds * 1000);

/** Write hours and minutes. */
export const minuteOf = (seconds) => (language(), times.minute.format(moment(seconds)));

/** Write hours, minutes and seconds. */
export const secondOf = (seconds) => (language(), times.second.format(moment(seconds)));

/** Write a short date with its weekday. */
export const weekdayOf = (seconds) => (language(), times.weekday.format(moment(seconds)));

/** Name a day in a way that sorts and compares. */
export const dayOf = (seconds) => (language(), times.number.format(moment(seconds)));

/** Write a day as a chat does: today, yesterday, or its date. */
export function dayLabel(seconds, now) {
  const day = dayOf(seconds);
  if (day === dayOf(now)) return say("today");
  if (day === dayOf(now - 86400)) return say("yesterday");
  const same = day.slice(0, 4) === dayOf(now).slice(0, 4);
  return (same ? times.day : times.year).format(moment(seconds));
}

/** Write a file's size. */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Write a person's whole name. */
export const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

/** Write the first letter of a name, for an avatar. */
export const initialOf = (name) => [...new Intl.Segmenter().segment(name.trim() || "?")][0].segment.toUpperCase();
