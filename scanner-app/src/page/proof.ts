/** Where trust ends: whose code checked, against which root, how old, and the file to check again. */
import type { Words } from "../messages/words";
import { element } from "./element";
import type { Reading } from "./reading";

export interface CheckedBy {
  /** Host that served this code. */
  readonly host: string;
  readonly fingerprint: string;
  readonly pinned: boolean;
  readonly milliseconds: number;
  /** Address of the file to download. */
  readonly download: string;
}

export function proofOf(reading: Reading, checked: CheckedBy): HTMLElement {
  const { words, verdict } = reading;
  const { block } = verdict;
  const age = reading.fact("freshness").args.age;
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
  if (typeof age === "number") rows.push([words.say("proof.age"), words.age(age)]);
  rows.push([words.say("proof.duration"), `${Math.round(checked.milliseconds)} ms`]);
  return element(
    "section",
    { class: "card proof", id: "proof" },
    element("h2", {}, words.say("proof.title")),
    element("p", { class: "checked-by" }, words.say("proof.host", { host: checked.host })),
    element("p", { class: "help" }, words.say("proof.host_help")),
    element(
      "dl",
      {},
      ...rows.map(([term, value, note]) =>
        element(
          "div",
          {},
          element("dt", {}, term),
          element(
            "dd",
            { translate: "no" },
            element("span", { class: "mono" }, value),
            note !== undefined && element("span", { class: "help" }, ` ${note}`),
          ),
        ),
      ),
    ),
    element("p", { class: "help" }, words.say("proof.trust_root_help")),
    downloadOf(words, checked.download),
    element("p", {}, element("a", { href: "/scan" }, words.say("proof.scan"))),
  );
}

function downloadOf(words: Words, address: string): HTMLElement {
  return element(
    "p",
    { class: "download" },
    element("a", { class: "button", href: address, download: "proof.json" }, words.say("proof.download")),
    element("span", { class: "help" }, words.say("proof.download_help")),
  );
}
