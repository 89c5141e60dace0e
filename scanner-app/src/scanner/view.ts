/** What the scanner's page shows. */
import type { Words } from "../messages/words";
import { drawing, element } from "../page/element";
import type { ReadCode } from "./code";

export interface ScanActions {
  readonly start: () => void;
  readonly photograph: (file: Blob) => void;
  readonly typed: (text: string) => void;
  readonly lamp: () => void;
}

export interface ScanParts {
  readonly elements: readonly HTMLElement[];
  readonly video: HTMLVideoElement;
  readonly status: HTMLElement;
  readonly result: HTMLElement;
  readonly showLive: (live: boolean, lamp: boolean) => void;
  readonly showResult: (code: ReadCode, foreign: string | null) => void;
}

const CAMERA = "M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z";
const PICTURE = "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 8.5v.01";

export function scanView(words: Words, actions: ScanActions): ScanParts {
  const video = element("video", { playsinline: true, muted: true, "aria-label": words.say("scan.video") });
  video.muted = true;
  const status = element("p", { class: "scan-status", role: "status" }, words.say("scan.intro"));
  const result = element("div", { id: "result" });
  const start = element(
    "button",
    { type: "button", class: "main" },
    drawing(CAMERA, "icon"),
    words.say("scan.start"),
  );
  start.addEventListener("click", actions.start);
  const lamp = element("button", { type: "button", class: "lamp", hidden: true }, words.say("scan.lamp"));
  lamp.addEventListener("click", actions.lamp);
  const finder = element(
    "div",
    { class: "finder", "data-live": "no" },
    video,
    element("div", { class: "finder-frame", "aria-hidden": "true" }),
    start,
    lamp,
  );
  const camera = element(
    "section",
    { class: "card scan-camera" },
    element("h1", {}, words.say("scan.title")),
    finder,
    status,
    result,
  );
  return {
    elements: [camera, photographOf(words, actions), typedOf(words, actions), cautionOf(words)],
    video,
    status,
    result,
    showLive: (live, hasLamp) => {
      finder.dataset.live = live ? "yes" : "no";
      start.hidden = live;
      lamp.hidden = !live || !hasLamp;
    },
    showResult: (code, foreign) => {
      result.replaceChildren(resultOf(words, code, foreign));
      result.querySelector("a")?.focus();
    },
  };
}

function resultOf(words: Words, code: ReadCode, foreign: string | null): HTMLElement {
  return element(
    "div",
    { class: "scan-result" },
    element("p", { class: "label" }, words.say("scan.code")),
    element("p", { class: "serial", translate: "no" }, code.display),
    foreign !== null &&
      element("p", { class: "step-note" }, words.say("scan.foreign", { host: foreign, own: location.host })),
    element("a", { class: "button main", href: code.path }, words.say("scan.check")),
  );
}

function photographOf(words: Words, { photograph }: ScanActions): HTMLElement {
  const input = element("input", { type: "file", accept: "image/*", capture: "environment", id: "photo" });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file !== undefined) photograph(file);
    input.value = "";
  });
  return element(
    "section",
    { class: "card" },
    element("h2", {}, words.say("scan.photo")),
    element("p", { class: "help" }, words.say("scan.photo_help")),
    element(
      "label",
      { class: "button", for: "photo" },
      drawing(PICTURE, "icon"),
      words.say("scan.photo_button"),
    ),
    input,
  );
}

function typedOf(words: Words, { typed }: ScanActions): HTMLElement {
  const input = element("input", {
    id: "typed",
    name: "code",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    placeholder: "(01)06901234567892(21)…",
  });
  const form = element(
    "form",
    { class: "typed" },
    element("label", { for: "typed" }, words.say("scan.typed")),
    input,
    element("button", { type: "submit" }, words.say("scan.typed_button")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed(input.value);
  });
  return element(
    "section",
    { class: "card" },
    form,
    element("p", { class: "help" }, words.say("scan.typed_help")),
  );
}

function cautionOf(words: Words): HTMLElement {
  return element("p", { class: "help caution" }, words.say("scan.caution", { own: location.host }));
}
