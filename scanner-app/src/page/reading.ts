/** One verdict being read to one person: names, facts and product texts in their language. */
import type { MessageKey } from "../messages/catalogue";
import type { Values, Words } from "../messages/words";
import { displayOf } from "../verifier/identifier";
import type { Fact, FactId, LeafTexts, OrganisationEntry, Verdict } from "../verifier/verdict-shape";
import type { Tone } from "./icons";

export class Reading {
  readonly #names = new Map<number, string>();

  constructor(
    readonly verdict: Verdict,
    readonly words: Words,
    /** Organisations that are named beside the verdict. */
    others: readonly OrganisationEntry[] = [],
  ) {
    for (const { number, reason, profile } of [...others, ...verdict.organisations]) {
      this.#names.set(number, this.#nameIn(number, reason, profile));
    }
  }

  fact(id: FactId): Fact {
    const found = this.verdict.facts.find((fact) => fact.id === id);
    return found ?? { id, status: "not_checked", reason: "nothing_checked", args: {} };
  }

  readonly organisation = (number: number | null): string => {
    const unnamed = this.words.say("organisation.unnamed", { number: String(number ?? 0) });
    return this.#names.get(number ?? 0) ?? unnamed;
  };

  /** Return the organisation that described the product, `null` where nobody did. */
  get describer(): string | null {
    const fact = this.fact("product");
    return fact.reason === "described_by_holder" ? this.organisation(Number(fact.args.organisation)) : null;
  }

  /** Return a text of the product's description, in the reader's language where there is one. */
  product(name: string): string | null {
    const { product } = this.verdict;
    return product === null ? null : textIn(product, `/${name}`, this.words.language);
  }

  /** Return the sentence that a fact's reason stands for. */
  sentence(fact: Fact): string {
    const { words } = this;
    const values = this.#values(fact);
    if (fact.reason === "bundle_refused") {
      const why = words.sayOf(`consensus.bundle_refused.${fact.args.why}`, "consensus.bundle_refused.bundle");
      return words.say("consensus.bundle_refused", { why });
    }
    const known = `${fact.id}.${fact.reason}`;
    if (words.has(known)) return words.say(known, values);
    return words.sayOf(`any.${fact.reason}`, "any.nothing_checked", values);
  }

  /** Return a text of the catalogue about a fact. */
  about(fact: Fact, key: MessageKey): string {
    return this.words.say(key, this.#values(fact));
  }

  status(fact: Pick<Fact, "status">): string {
    return this.words.say(`status.${fact.status}`, { number: this.verdict.block?.number ?? 0 });
  }

  #values(fact: Fact): Values {
    const { words } = this;
    const values: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(fact.args)) values[name] = value ?? "";
    const { organisation, since, age, id, why, because, prefix, given } = fact.args;
    if (typeof organisation === "number") values.organisation = this.organisation(organisation);
    if (typeof since === "number") values.since = words.date(since);
    if (typeof age === "number") values.age = words.age(age);
    if (typeof prefix === "string") values.prefix = prefix;
    if (typeof given === "string") values.given = displayOf(given);
    const shown = typeof id === "string" ? displayOf(id) : "";
    if (typeof why === "string") values.what = words.sayOf(`what.${why}`, "what.self", { id: shown });
    if (typeof because === "string")
      values.because = words.sayOf(`because.${because}`, "because.other", { id: shown });
    return values;
  }

  #nameIn(number: number, reason: string, profile: string | null): string {
    const { words } = this;
    const unnamed = words.say("organisation.unnamed", { number: String(number) });
    if (profile === null)
      return reason === "profile_disagrees"
        ? words.say("organisation.refused", { number: String(number) })
        : unnamed;
    const name = nameOfProfile(profile, words.language) ?? unnamed;
    return reason === "suspended" ? words.say("organisation.suspended", { organisation: name }) : name;
  }
}

/** Return whether an answer is calm, a warning, bad news, or open. */
export function toneOf(fact: Fact): Tone {
  if (fact.status === "refused") return "bad";
  switch (fact.reason) {
    case "recalled":
    case "stolen":
    case "destroyed":
      return "bad";
    case "quarantined":
    case "lost":
    case "retired":
    case "prefix_suspended":
    case "prefix_revoked":
    case "lines_hidden":
      return "warn";
  }
  if (fact.status === "withheld_by_server") return "warn";
  return fact.status === "not_checked" ? "open" : "calm";
}

/** Return the text at a pointer, or below it in the reader's language, else in any. */
export function textIn(leaves: LeafTexts, pointer: string, language: string): string | null {
  const at = (place: string): string | undefined => leaves.find(([leaf]) => leaf === place)?.[1];
  return (
    at(`${pointer}/${language}`) ??
    at(pointer) ??
    leaves.find(([leaf]) => leaf.startsWith(`${pointer}/`))?.[1] ??
    null
  );
}

function nameOfProfile(profile: string, language: string): string | null {
  try {
    const { name, nameEn } = JSON.parse(profile) as { name?: unknown; nameEn?: unknown };
    if (language === "en" && typeof nameEn === "string") return nameEn;
    if (typeof name === "string") return name;
    if (typeof name === "object" && name !== null) {
      const names = name as Readonly<Record<string, unknown>>;
      const found = names[language] ?? Object.values(names)[0];
      return typeof found === "string" ? found : null;
    }
  } catch {
    // A profile that is no JSON names nobody.
  }
  return null;
}
