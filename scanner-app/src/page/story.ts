/** The steps of a thing in the order of its lines: what, when, where, and who says so. */
import type { MessageKey } from "../messages/catalogue";
import type { Step } from "../verifier/verdict-shape";
import { element } from "./element";
import { shortBadgeOf } from "./facts";
import { calledOf } from "./names";
import type { Reading } from "./reading";

const DAY = 86400;
const OTHERS_SHOWN = 3;

export function storyOf(reading: Reading): HTMLElement {
  const { words, verdict } = reading;
  const first = verdict.steps[0]?.position ?? 0;
  return element(
    "section",
    { class: "card", id: "story" },
    element("h2", {}, words.say("story.title")),
    element("p", { class: "help" }, reading.sentence(reading.fact("story"))),
    verdict.steps.length === 0
      ? element("p", {}, words.say("story.empty"))
      : element(
          "ol",
          { class: "steps", start: first + 1 },
          ...verdict.steps.map((step) => stepOf(reading, step)),
        ),
  );
}

function stepOf(reading: Reading, step: Step): HTMLElement {
  const { words } = reading;
  return element(
    "li",
    {
      class: "step",
      id: `step-${step.position + 1}`,
      "data-status": step.status,
      "data-reason": step.reason,
    },
    element("h3", {}, titleOf(reading, step)),
    element("p", { class: "step-when" }, ...whenOf(reading, step)),
    element(
      "p",
      { class: "step-who" },
      step.organisation !== null &&
        words.say("step.by", { organisation: reading.organisation(step.organisation) }),
    ),
    whereOf(reading, step),
    othersOf(reading, step),
    ...notesOf(reading, step).map((note) => element("p", { class: "step-note" }, note)),
    shortBadgeOf(reading, step.status),
  );
}

function titleOf(reading: Reading, step: Step): string {
  const { words } = reading;
  if (step.kind === "state" && step.state !== null) return words.sayOf(`set.${step.state}`, "kind.state");
  const kind = words.sayOf(`kind.${step.kind}`, "step.other");
  if (step.bizStep === null) return kind;
  const known = `step.${step.bizStep.slice(step.bizStep.lastIndexOf("-") + 1)}`;
  const title = words.has(known) ? words.say(known) : (step.bizStep.split(/[/#:]/).pop() ?? step.bizStep);
  return step.kind === "correct" ? `${kind}: ${title}` : title;
}

function whenOf(reading: Reading, step: Step): (HTMLElement | string)[] {
  const { words } = reading;
  const { eventTime, recordedAt } = step;
  const moment = (seconds: number): HTMLElement =>
    element("time", { datetime: new Date(seconds * 1000).toISOString() }, words.time(seconds));
  if (eventTime === null)
    return recordedAt === null ? [] : [words.say("step.recorded", { time: words.time(recordedAt) })];
  if (recordedAt === null) return [moment(eventTime)];
  if (recordedAt - eventTime < DAY) return [moment(eventTime)];
  return [
    moment(eventTime),
    element("span", { class: "late" }, words.say("step.recorded", { time: words.date(recordedAt) })),
  ];
}

function whereOf(reading: Reading, step: Step): HTMLElement | null {
  const place = step.readPoint ?? step.bizLocation;
  if (place === null) return null;
  const [before, after] = reading.words.say("step.at", { place: "\n" }).split("\n");
  return element(
    "p",
    { class: "step-where" },
    before ?? "",
    ...calledOf(reading, place, step.organisation),
    after ?? "",
  );
}

function othersOf(reading: Reading, step: Step): HTMLElement | null {
  const { words } = reading;
  const linked = step.others
    .filter(({ role }) => role !== step.role)
    .map(({ role, id }) => [words.sayOf(`role.${role}`, "step.with"), id] as const);
  // What has the role that this thing has went through the step together with it.
  const beside = step.others
    .filter(({ role }) => role === step.role)
    .map(({ id }) => [words.say("step.with"), id] as const);
  const rows = [
    ...linked,
    ...step.sources.map(({ id }) => [words.say("step.source"), id] as const),
    ...step.destinations.map(({ id }) => [words.say("step.destination"), id] as const),
    ...beside,
  ].filter((row): row is readonly [string, string] => row[1] !== null);
  if (rows.length === 0) return null;
  const items = rows.map(([role, id]) =>
    element("li", {}, element("span", { class: "role" }, role), " ", ...calledOf(reading, id)),
  );
  const more = items.slice(OTHERS_SHOWN);
  return element(
    "div",
    { class: "others" },
    element("ul", {}, ...items.slice(0, OTHERS_SHOWN)),
    more.length > 0 &&
      element("details", {}, element("summary", {}, `+${more.length}`), element("ul", {}, ...more)),
  );
}

function notesOf(reading: Reading, step: Step): string[] {
  const { words } = reading;
  const notes: string[] = [];
  const say = (key: MessageKey, positions: readonly number[]): void => {
    if (positions.length > 0)
      notes.push(words.say(key, { positions: words.list(positions.map((at) => String(at + 1))) }));
  };
  say("step.declared_wrong", step.declaredWrongBy);
  say("step.disputed", step.disputedBy);
  say("step.corrects", step.corrects);
  say("step.replaced_by", step.replacedBy);
  const reason = `step.${step.reason}`;
  if (step.reason !== "declared_wrong" && words.has(reason)) notes.push(words.say(reason));
  return notes;
}
