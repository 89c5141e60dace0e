/** The facts of a verdict, each with its own status: never one green tick for all. */
import type { Fact, FactId, Status } from "../verifier/verdict-shape";
import { element } from "./element";
import { statusIcon, toneIcon } from "./icons";
import { type Reading, toneOf } from "./reading";

/** The order in which people ask. */
const ORDER: readonly FactId[] = [
  "recall",
  "story",
  "holder",
  "copy",
  "state",
  "product",
  "freshness",
  "consensus",
];

const STATUSES: readonly Status[] = [
  "proven",
  "matched",
  "claimed",
  "hidden_by_owner",
  "withheld_by_server",
  "not_checked",
  "refused",
];

export function factsOf(reading: Reading): HTMLElement {
  return element(
    "section",
    { class: "card", id: "facts" },
    element("h2", {}, reading.words.say("facts.title")),
    element("dl", { class: "facts" }, ...ORDER.map((id) => factOf(reading, reading.fact(id)))),
    legendOf(reading),
  );
}

function factOf(reading: Reading, fact: Fact): HTMLElement {
  const tone = toneOf(fact);
  return element(
    "div",
    { class: "fact", "data-tone": tone, "data-status": fact.status, "data-fact": fact.id },
    element("dt", {}, toneIcon(tone, fact.status), reading.words.say(`fact.${fact.id}`)),
    element(
      "dd",
      {},
      element("span", { class: "answer" }, reading.sentence(fact)),
      badgeOf(reading, fact.status),
    ),
  );
}

/** A status as icon and word. */
export function badgeOf(reading: Reading, status: Status): HTMLElement {
  return element(
    "span",
    { class: "badge", "data-status": status },
    statusIcon(status),
    reading.status({ status }),
  );
}

/** The same in a long list, where it is said once more in fewer words. */
export function shortBadgeOf(reading: Reading, status: Status): HTMLElement {
  const words = reading.words.say("status.matched.short", { number: reading.verdict.block?.number ?? 0 });
  if (status !== "matched") return badgeOf(reading, status);
  return element(
    "span",
    { class: "badge", "data-status": status, title: reading.status({ status }) },
    statusIcon(status),
    words,
  );
}

function legendOf(reading: Reading): HTMLElement {
  const shown = STATUSES.filter(
    (status) => status !== "proven" || reading.fact("consensus").status === "proven",
  );
  return element(
    "details",
    { class: "legend" },
    element("summary", {}, reading.words.say("status.legend")),
    element(
      "dl",
      {},
      ...shown.map((status) =>
        element(
          "div",
          {},
          element("dt", {}, badgeOf(reading, status)),
          element("dd", {}, reading.words.say(`status.${status}.means`)),
        ),
      ),
    ),
  );
}
