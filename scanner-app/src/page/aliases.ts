/** Other codes of the thing, by whose word, and what that is worth: nothing is settled that its holders do not settle. */
import { displayOf } from "../verifier/identifier";
import type { AliasEntry } from "../verifier/verdict-shape";
import { element } from "./element";
import type { Reading } from "./reading";

export function aliasesOf(reading: Reading): HTMLElement | null {
  const { aliases } = reading.verdict;
  if (aliases.length === 0) return null;
  return element(
    "section",
    { class: "card", id: "aliases" },
    element("h2", {}, reading.words.say("alias.title")),
    element("ul", { class: "parts" }, ...aliases.map((alias) => aliasOf(reading, alias))),
  );
}

function aliasOf(
  reading: Reading,
  { id, organisation, standing, deniedBy, conflicts, state }: AliasEntry,
): HTMLElement {
  const { words } = reading;
  const notes = [
    words.say(`alias.${standing}`, { organisation: reading.organisation(organisation) }),
    ...deniedBy.map((number) => words.say("alias.denied", { organisation: reading.organisation(number) })),
    ...conflicts.map((claim) =>
      words.say("alias.conflict", {
        organisation: reading.organisation(claim.organisation),
        code: displayOf(claim.code),
        other: displayOf(claim.other),
      }),
    ),
  ];
  const href = `/lookup?code=${encodeURIComponent(id)}&lang=${words.language}`;
  return element(
    "li",
    { class: "alias", "data-standing": standing },
    // A file that was saved has no server beside it.
    element(
      location.protocol === "file:" ? "span" : "a",
      { class: "id", translate: "no", href },
      displayOf(id),
    ),
    element("p", { class: "help" }, notes.join(" ")),
    state !== null &&
      state !== "active" &&
      element(
        "p",
        { class: "step-note" },
        words.say("alias.state", { state: words.sayOf(`rests.${state}`, "rests.proof_missing") }),
      ),
  );
}
