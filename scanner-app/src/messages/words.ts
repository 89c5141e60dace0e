/** Filling texts with values: `{name}`, and `{count:entry|entries}` where one and many differ. */
import type { Language, MessageKey, Texts } from "./catalogue";

export type Values = Readonly<Record<string, string | number>>;

const MARK = /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export class Words {
  // Making a formatter costs more than all that it formats on a page.
  readonly #number: Intl.NumberFormat;
  readonly #moment: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;

  constructor(
    readonly language: Language,
    readonly texts: Texts,
  ) {
    const locale = language === "zh" ? "zh-CN" : "en-GB";
    this.#number = new Intl.NumberFormat(locale);
    this.#moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
    this.#day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  }

  say(key: MessageKey, values: Values = {}): string {
    const said = this.texts[key].replace(MARK, (_, name: string, one?: string, many?: string) => {
      const value = values[name] ?? "";
      if (many === undefined) return typeof value === "number" ? this.number(value) : value;
      return value === 1 ? (one ?? "") : many;
    });
    // A company's name may end in a full stop of its own: "… Co., Ltd.".
    return said.replace(/\.\.(?=\s|$)/g, ".");
  }

  /** Return the text of a key that data chose, or of the fallback where the catalogue has none. */
  sayOf(key: string, fallback: MessageKey, values: Values = {}): string {
    return this.say(this.has(key) ? key : fallback, values);
  }

  has(key: string): key is MessageKey {
    return Object.keys(this.texts).includes(key);
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  list(items: readonly string[]): string {
    return items.join(this.texts["list.separator"]);
  }

  /** Return a moment as day and minute in the reader's own time zone. */
  time(seconds: number): string {
    return this.#moment.format(seconds * 1000);
  }

  date(seconds: number): string {
    return this.#day.format(seconds * 1000);
  }

  /** Return a length of time in the largest unit that fits. */
  age(seconds: number): string {
    const length = Math.abs(seconds);
    if (length < 2 * MINUTE) return this.say("age.seconds", { count: Math.floor(length) });
    if (length < 2 * HOUR) return this.say("age.minutes", { count: Math.floor(length / MINUTE) });
    if (length < 2 * DAY) return this.say("age.hours", { count: Math.floor(length / HOUR) });
    return this.say("age.days", { count: Math.floor(length / DAY) });
  }
}
