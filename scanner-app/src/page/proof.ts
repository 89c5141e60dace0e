/** Where trust ends: whose code checked, against which root, how old, and the file to check again. */
import type { MessageKey } from "../messages/catalogue";
import type { Words } from "../messages/words";
import type { Verdict } from "../verifier/verdict-shape";
import { element } from "./element";
import type { Reading } from "./reading";

export interface CheckedBy {
  /** Host that served this code. */
  readonly host: string;
  readonly fingerprint: string;
  readonly pinned: boolean;
  readonly milliseconds: number;
  /** Address of the file to download, `null` where the reader has it already. */
  readonly download: string | null;
}

export function proofOf(reading: Reading, checked: CheckedBy): HTMLElement {
  const { age } = reading.fact("freshness").args;
  const texts = { label: "proof.download", help: "proof.download_help" } as const;
  return trustCard(
    reading.words,
    checked,
    reading.verdict.block,
    typeof age === "number" ? age : null,
    texts,
  );
}

/** What the file to download is called, and what it is good for. */
export interface DownloadTexts {
  readonly label: MessageKey;
  readonly help: MessageKey;
}

export function trustCard(
  words: Words,
  checked: CheckedBy,
  block: Verdict["block"],
  age: number | null,
  texts: DownloadTexts,
): HTMLElement {
  const rows: [string, string, string?][] = [
    [
      words.say("proof.trust_root"),
      checked.fingerprint,
      words.say(checked.pinned ? "proof.pinned" : "proof.served"),
    ],
  ];
  if (block !== null) {
    rows.push(
      [
        words.say("proof.block"),
        words.say("proof.block_of", { number: block.number, time: words.time(block.time) }),
      ],
      [words.say("proof.hash"), block.hash],
    );
  }
  if (age !== null) rows.push([words.say("proof.age"), words.age(age)]);
  rows.push([words.say("proof.duration"), `${Math.round(checked.milliseconds)} ms`]);
  return element(
    "section",
    { class: "card proof", id: "proof" },
    element("h2", {}, words.say("proof.title")),
    element("p", { class: "checked-by" }, words.say("proof.host", { host: checked.host })),
    element("p", { class: "help" }, words.say("proof.host_help")),
    element("dl", {}, ...rows.map((row) => rowOf(...row))),
    element("p", { class: "help" }, words.say("proof.trust_root_help")),
    ...(checked.download === null ? [] : furtherOf(words, checked.download, texts)),
  );
}

function furtherOf(words: Words, address: string, { label, help }: DownloadTexts): HTMLElement[] {
  return [
    element(
      "p",
      { class: "download" },
      element("a", { class: "button", href: address, download: "proof.json" }, words.say(label)),
      element("span", { class: "help" }, words.say(help)),
    ),
    element(
      "p",
      {},
      element(
        "a",
        { href: `/assets/offline.html?v=${SUYUAN_BUILD}`, download: "suyuan-offline-check.html" },
        words.say("proof.offline"),
      ),
    ),
    element("p", {}, element("a", { href: "/scan" }, words.say("proof.scan"))),
  ];
}

function rowOf(term: string, value: string, note?: string): HTMLElement {
  return element(
    "div",
    {},
    element("dt", {}, term),
    element(
      "dd",
      { translate: "no" },
      element("span", { class: "mono" }, value),
      note !== undefined && element("span", { class: "help" }, ` ${note}`),
    ),
  );
}
