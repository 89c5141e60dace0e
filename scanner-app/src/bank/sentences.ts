/** The sentence that a check's reason stands for. */
import type { Words } from "../messages/words";
import type { Reading } from "../page/reading";
import { displayOf } from "../verifier/identifier";
import type { Fact, FactId } from "../verifier/verdict-shape";
import type { Check } from "./bank-shape";

/** Facts of the consumer's verdict that a check repeats. */
const FACTS: Readonly<Record<string, FactId>> = {
  proof: "consensus",
  freshness: "freshness",
  provenance: "story",
  recall: "recall",
  state: "state",
};

export function checkSentence(words: Words, reading: Reading | null, check: Check): string {
  const own = `bank.${check.id}.${check.reason}`;
  if (words.has(own)) return words.say(own, valuesOf(words, reading, check));
  const id = FACTS[check.id];
  const fact = {
    id: id ?? "consensus",
    status: "not_checked",
    reason: check.reason,
    args: check.args,
  } satisfies Fact;
  return reading?.sentence(fact) ?? words.sayOf(`any.${check.reason}`, "any.proof_missing");
}

function valuesOf(words: Words, reading: Reading | null, { args }: Check): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(args)) values[name] = value ?? "";
  const { organisation, pledgee, id, since, at, until, expires, relation, state, because } = args;
  const shown = typeof id === "string" ? displayOf(id) : "";
  if (typeof organisation === "number") values.organisation = reading?.organisation(organisation) ?? "";
  if (typeof pledgee === "number") values.pledgee = reading?.organisation(pledgee) ?? "";
  if (typeof id === "string") values.id = shown;
  for (const [name, seconds] of Object.entries({ since, at, until })) {
    if (typeof seconds === "number") values[name] = words.date(seconds);
  }
  values.expires =
    typeof expires === "number" && expires > 0
      ? words.say("bank.attestation.until", { time: words.date(expires) })
      : "";
  if (typeof relation === "string") {
    const what = words.sayOf(`bank.relation.${relation}`, "bank.relation.asset");
    values.what = relation === "asset" ? what : `${what} (${shown})`;
  }
  if (typeof state === "string") values.state = words.sayOf(`bank.lien.${state}`, "bank.lien.active");
  if (typeof because === "string")
    values.because = words.sayOf(`because.${because}`, "because.other", { id: shown });
  return values;
}
