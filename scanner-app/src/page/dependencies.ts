/** What a thing rests on, and the certificates about it. */
import { ALIAS_SCHEMA } from "../verifier/alias-schema";
import type { AttestationEntry, Dependency } from "../verifier/verdict-shape";
import { element } from "./element";
import { shortBadgeOf } from "./facts";
import { calledOf } from "./names";
import type { Reading } from "./reading";

export function dependenciesOf(reading: Reading): HTMLElement | null {
  const { words } = reading;
  const others = reading.verdict.restsOn.filter((dependency) => dependency.why !== "self");
  if (others.length === 0) return null;
  const marked = others.some(
    (dependency) => dependency.reason === "recalled" || dependency.reason === "quarantined",
  );
  return element(
    "details",
    { class: "card", id: "parts", open: marked },
    element(
      "summary",
      {},
      element("h2", {}, words.say("parts.title")),
      element("span", { class: "help" }, words.say("parts.count", { count: others.length })),
    ),
    element("p", { class: "help" }, words.say("parts.text")),
    element("ul", { class: "parts" }, ...others.map((dependency) => dependencyOf(reading, dependency))),
  );
}

function dependencyOf(reading: Reading, { id, why, status, reason, since }: Dependency): HTMLElement {
  const { words } = reading;
  const when = since !== null && since > 0 ? ` · ${words.date(since)}` : "";
  return element(
    "li",
    { class: "part", "data-status": status, "data-reason": reason },
    element("span", { class: "role" }, words.sayOf(`why.${why}`, "why.component")),
    element("span", {}, ...calledOf(reading, id)),
    element("span", { class: "part-state" }, words.sayOf(`rests.${reason}`, "rests.proof_missing") + when),
    shortBadgeOf(reading, status),
  );
}

export function attestationsOf(reading: Reading): HTMLElement | null {
  // Claims about codes have a card of their own.
  const attestations = reading.verdict.attestations.filter(({ schema }) => schema !== ALIAS_SCHEMA);
  if (attestations.length === 0) return null;
  return element(
    "section",
    { class: "card", id: "attestations" },
    element("h2", {}, reading.words.say("attestations.title")),
    element("ul", { class: "attestations" }, ...attestations.map((entry) => attestationOf(reading, entry))),
  );
}

function attestationOf(reading: Reading, entry: AttestationEntry): HTMLElement {
  const { words } = reading;
  const organisation = reading.organisation(entry.organisation);
  const issued =
    entry.issuedAt === null
      ? organisation
      : words.say("attestation.issued", { organisation, time: words.date(entry.issuedAt) });
  const until = entry.expiresAt
    ? words.say("attestation.until", { time: words.date(entry.expiresAt) })
    : null;
  const rows = entry.statement
    .filter(([pointer]) => !["/subject", "/id", "schema"].includes(pointer))
    .map(([pointer, text]) =>
      element("div", {}, element("dt", {}, pointer.slice(1).replaceAll("/", " · ")), element("dd", {}, text)),
    );
  return element(
    "li",
    { class: "attestation", "data-status": entry.status, "data-reason": entry.reason },
    element(
      "h3",
      {},
      `${schemaName(entry.schema, words.language)}: ${words.sayOf(`attestation.${entry.reason}`, "attestation.subject_unknown")}`,
    ),
    element("p", { class: "step-who" }, until === null ? issued : `${issued}, ${until}`),
    rows.length > 0 && element("dl", { class: "statement" }, ...rows),
    shortBadgeOf(reading, entry.status),
  );
}

function schemaName(schema: string, language: string): string {
  try {
    const { title, name } = JSON.parse(schema) as { title?: unknown; name?: unknown };
    const given = title ?? name;
    if (typeof given === "string") return given;
    const named = (given as Readonly<Record<string, unknown>> | undefined)?.[language];
    if (typeof named === "string") return named;
  } catch {
    // A schema that is no JSON has no title.
  }
  return schema.slice(0, 60);
}
