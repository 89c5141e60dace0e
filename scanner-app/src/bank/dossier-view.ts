/** The dossier page: the worst first, then each asset with its checks and what each rests on. */
import type { Words } from "../messages/words";
import { element } from "../page/element";
import { type Tone, toneIcon } from "../page/icons";
import { Reading } from "../page/reading";
import { displayOf } from "../verifier/identifier";
import type { BankVerdict, Check, CheckedDossier, Outcome } from "./bank-shape";
import { checkSentence } from "./sentences";

const TONES: Readonly<Record<Outcome, Tone>> = { PASS: "calm", REFER: "warn", UNKNOWN: "open", FAIL: "bad" };

export function dossierView(words: Words, checked: CheckedDossier): HTMLElement[] {
  const { verdict, dossier } = checked;
  const { overall, assets, problems } = verdict;
  return [
    element(
      "section",
      { class: "banner with-icon", "data-tone": TONES[overall], id: "banner", role: "status" },
      toneIcon(TONES[overall]),
      element(
        "div",
        { class: "banner-text" },
        element("p", { class: "label" }, words.say("bank.title")),
        element("h1", {}, `${words.say(`bank.${overall}`)} · ${words.say(`bank.overall.${overall}`)}`),
        element("p", {}, words.say(`bank.overall.${overall}.text`)),
        ...problems.map((problem) =>
          element("p", { class: "step-note" }, checkSentence(words, null, problem)),
        ),
      ),
    ),
    dossier === null ? null : saidOf(words, checked),
    ...assets.map((asset) => assetOf(words, checked, asset)),
  ].filter((part): part is HTMLElement => part !== null);
}

function saidOf(words: Words, { dossier, organisations, verdict }: CheckedDossier): HTMLElement | null {
  if (dossier === null) return null;
  const [first] = verdict.assets;
  const reading = first && new Reading(first.verdict, words, organisations);
  const rows: [string, string][] = [
    [words.say("bank.borrower"), reading?.organisation(dossier.borrower) ?? String(dossier.borrower)],
    [words.say("bank.uscc"), dossier.uscc ?? "–"],
    [words.say("bank.until"), words.date(dossier.until)],
    [words.say("bank.assets"), words.say("bank.assets_count", { count: dossier.assets.length })],
  ];
  return element(
    "section",
    { class: "card", id: "said" },
    element("p", { class: "help" }, words.say("bank.said")),
    element(
      "dl",
      { class: "said" },
      ...rows.map(([term, value]) => element("div", {}, element("dt", {}, term), element("dd", {}, value))),
    ),
  );
}

function assetOf(words: Words, checked: CheckedDossier, asset: BankVerdict): HTMLElement {
  const reading = new Reading(asset.verdict, words, checked.organisations);
  const display = asset.asset === null ? "–" : displayOf(asset.asset);
  return element(
    "section",
    { class: "card asset", "data-overall": asset.overall },
    element(
      "div",
      { class: "asset-head" },
      element(
        "div",
        {},
        element("h2", {}, reading.product("name") ?? display),
        element("p", { class: "code", translate: "no" }, display),
      ),
      outcomeBadge(words, asset.overall),
    ),
    element(
      "table",
      { class: "checks" },
      element("caption", { class: "hidden" }, words.say("bank.table", { id: display })),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ...(["bank.check", "bank.result", "bank.why"] as const).map((key) =>
            element("th", { scope: "col" }, words.say(key)),
          ),
        ),
      ),
      element("tbody", {}, ...asset.checks.map((one) => checkRow(words, reading, one))),
    ),
    pathOf(asset.asset) !== null &&
      element("p", {}, element("a", { href: pathOf(asset.asset) ?? "" }, words.say("bank.story"))),
  );
}

function checkRow(words: Words, reading: Reading, one: Check): HTMLElement {
  const evidence = one.evidence.map(({ thing, position }) =>
    words.say("bank.evidence_line", { number: String(position + 1), id: displayOf(thing) }),
  );
  return element(
    "tr",
    { "data-check": one.id, "data-outcome": one.outcome },
    element("th", { scope: "row" }, words.sayOf(`bank.check.${one.id}`, "bank.check.file")),
    element("td", {}, outcomeBadge(words, one.outcome)),
    element(
      "td",
      {},
      checkSentence(words, reading, one),
      evidence.length > 0 &&
        element("p", { class: "help" }, `${words.say("bank.evidence")}: ${words.list(evidence)}`),
    ),
  );
}

function outcomeBadge(words: Words, outcome: Outcome): HTMLElement {
  return element(
    "span",
    { class: "badge outcome", "data-status": outcome.toLowerCase() },
    toneIcon(TONES[outcome]),
    words.say(`bank.${outcome}`),
  );
}

/** Return the path of an asset's own page on this server. */
function pathOf(id: string | null): string | null {
  if (id?.startsWith("https://id.gs1.org/")) return id.slice("https://id.gs1.org".length);
  return id?.startsWith("hdl:") ? `/${id.slice(4).split("/").map(encodeURIComponent).join("/")}` : null;
}
