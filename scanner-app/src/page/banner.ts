/** The first thing a reader sees: one message in words, worst news first. */
import type { MessageKey } from "../messages/catalogue";
import { displayOf } from "../verifier/identifier";
import type { RecallNotice } from "../verifier/notice";
import { type Child, element } from "./element";
import { type Tone, toneIcon } from "./icons";
import type { Reading } from "./reading";

/** Return whether nothing but the refusal is worth showing. */
export function isRefused(reading: Reading): boolean {
  const { status } = reading.fact("consensus");
  return status === "refused";
}

export function bannerOf(reading: Reading, notice: RecallNotice | null): HTMLElement {
  const [tone, title, ...texts] = messageOf(reading);
  const { words } = reading;
  const paragraphs: Child[] = texts.map((text) => element("p", {}, text));
  if (isRecall(reading)) paragraphs.push(adviceOf(reading, notice));
  if (!isRefused(reading)) paragraphs.push(element("p", { class: "banner-basis" }, basisOf(reading)));
  return element(
    "section",
    { class: "banner with-icon", "data-tone": tone, id: "banner", role: tone === "bad" ? "alert" : "status" },
    toneIcon(tone, reading.fact("consensus").status),
    element("div", { class: "banner-text" }, element("h1", {}, words.say(title)), ...paragraphs),
  );
}

function messageOf(reading: Reading): [Tone, MessageKey, ...string[]] {
  const { words } = reading;
  const [consensus, holder, story, state, recall] = (
    ["consensus", "holder", "story", "state", "recall"] as const
  ).map((id) => reading.fact(id));
  if (consensus?.status === "refused") {
    return [
      "bad",
      "banner.refused.title",
      reading.sentence(consensus),
      words.say("banner.refused.text"),
      words.say("banner.refused.todo"),
    ];
  }
  if (recall?.reason === "recalled") {
    const own = recall.args.why === "self";
    return [
      "bad",
      own ? "banner.recalled.title" : "banner.recalled_part.title",
      reading.about(recall, "banner.recalled.text"),
    ];
  }
  if (holder?.status === "refused") return ["bad", "banner.refused.title", reading.sentence(holder)];
  const known = reading.verdict.aliases.find(({ standing }) => standing === "confirmed");
  if (story?.reason === "never_recorded" && known !== undefined) {
    const id = displayOf(known.id);
    return ["open", "banner.alias.title", words.say("banner.alias.text", { id })];
  }
  if (story?.reason === "never_recorded") {
    return ["bad", "banner.never_recorded.title", words.say("banner.never_recorded.text")];
  }
  if (reading.verdict.facts.some((fact) => fact.status === "refused")) {
    return ["bad", "banner.disagrees.title", words.say("banner.disagrees.text")];
  }
  switch (state?.reason) {
    case "stolen":
      return ["bad", "banner.stolen.title", reading.sentence(state)];
    case "destroyed":
      return ["bad", "banner.destroyed.title", reading.sentence(state), words.say("banner.destroyed.text")];
    case "lost":
      return ["warn", "banner.lost.title", reading.sentence(state)];
    case "retired":
      return ["warn", "banner.retired.title", reading.sentence(state)];
  }
  if (recall?.reason === "quarantined") {
    return [
      "warn",
      "banner.quarantined.title",
      reading.about(recall, "banner.quarantined.what"),
      words.say("banner.quarantined.text"),
    ];
  }
  if (recall?.reason !== "not_recalled")
    return ["open", "banner.not_known.title", recall ? reading.sentence(recall) : ""];
  const complete =
    story?.reason === "complete" || story?.reason === "complete_headed" || story?.reason === "lines_hidden";
  return ["calm", complete ? "banner.calm.title" : "banner.calm_open.title"];
}

export function isRecall(reading: Reading): boolean {
  const { reason } = reading.fact("recall");
  return !isRefused(reading) && (reason === "recalled" || reason === "quarantined");
}

/** Why and what to do: the words of whoever set the state, else those of the maker, else ours. */
function adviceOf(reading: Reading, notice: RecallNotice | null): HTMLElement {
  const { words } = reading;
  const inWords = (texts: Readonly<Record<string, string>> | undefined): string | null =>
    texts?.[words.language] ?? Object.values(texts ?? {})[0] ?? null;
  const reason = inWords(notice?.reason);
  const advised = inWords(notice?.advice);
  const noticed = advised === reason ? null : advised;
  const described = reading.product("recallAdvice");
  const saidBy = (organisation: string | null): HTMLElement | null =>
    organisation === null
      ? null
      : element("p", { class: "said-by" }, words.say("advice.said_by", { organisation }));
  const author = notice === null ? null : reading.organisation(notice.author.number);
  return element(
    "div",
    { class: "advice" },
    element("h2", {}, words.say("advice.title")),
    reason !== null && element("p", {}, reason),
    reason !== null && noticed === null && saidBy(author),
    (noticed !== null || described !== null || reason === null) &&
      element("p", {}, noticed ?? described ?? words.say("advice.default")),
    noticed !== null ? saidBy(author) : described !== null && saidBy(reading.describer),
    contactLinks(reading),
  );
}

/** Links to the contact that the maker published; only phone, web and mail addresses become links. */
export function contactLinks(reading: Reading): HTMLElement | null {
  const { words } = reading;
  const links: HTMLElement[] = [];
  const phone = reading.product("contact/phone");
  if (phone !== null && /^[+\d][\d\s()-]{2,24}$/.test(phone)) {
    links.push(
      element(
        "a",
        { class: "button", href: `tel:${phone.replace(/[^+\d]/g, "")}` },
        words.say("advice.call", { phone }),
      ),
    );
  }
  const url = reading.product("contact/url") ?? reading.product("contact/web");
  if (url?.startsWith("https://")) {
    links.push(
      element(
        "a",
        { class: "button", href: url, rel: "noreferrer noopener" },
        words.say("advice.web", { url: new URL(url).host }),
      ),
    );
  }
  const email = reading.product("contact/email");
  if (email !== null && /^[^\s@<>?&]+@[^\s@<>?&]+$/.test(email)) {
    links.push(
      element("a", { class: "button", href: `mailto:${email}` }, words.say("advice.mail", { email })),
    );
  }
  return links.length === 0 ? null : element("p", { class: "contact" }, ...links);
}

function basisOf(reading: Reading): string {
  const { words, verdict } = reading;
  const consensus = reading.fact("consensus");
  if (consensus.status === "proven") return words.say("banner.proven");
  if (consensus.reason === "development_chain") {
    return words.say("banner.development", { number: verdict.block?.number ?? 0 });
  }
  return words.say("banner.unverifiable");
}
