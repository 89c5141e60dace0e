/** Reporting a problem: a plain form that also works without this script. */
import type { components } from "../api/types";
import type { MessageKey } from "../messages/catalogue";
import type { Words } from "../messages/words";
import { element } from "./element";

/** The form that the server reads: a field that it does not know would be lost without a word. */
type ReportField = keyof components["schemas"]["Body_report_api_v1_reports_post"];

const KINDS = ["copy", "recall", "damaged", "wrong", "other"] as const;

export function reportOf(words: Words, address: string, id: string): HTMLElement {
  const answer = element("p", { class: "report-answer", role: "status" });
  const button = element("button", { type: "submit" }, words.say("report.send"));
  const form = element(
    "form",
    { class: "report", method: "post", action: address },
    element("input", { type: "hidden", name: "id" satisfies ReportField, value: id }),
    element("input", { type: "hidden", name: "lang" satisfies ReportField, value: words.language }),
    labelled(
      words,
      "report.kind",
      element(
        "select",
        { name: "kind" satisfies ReportField },
        ...KINDS.map((kind) => element("option", { value: kind }, words.say(`report.${kind}`))),
      ),
    ),
    labelled(
      words,
      "report.text",
      element("textarea", { name: "text" satisfies ReportField, rows: 4, maxlength: 2000, required: true }),
    ),
    labelled(
      words,
      "report.contact",
      element("input", { name: "contact" satisfies ReportField, maxlength: 200, autocomplete: "off" }),
    ),
    element("p", { class: "help" }, words.say("report.contact_help")),
    button,
    answer,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    answer.textContent = words.say("report.sending");
    void send(form, address).then((sent) => {
      answer.textContent = words.say(sent ? "report.sent" : "report.failed");
      button.disabled = sent;
    });
  });
  return element(
    "details",
    { class: "card", id: "report" },
    element("summary", {}, element("h2", {}, words.say("report.title"))),
    form,
  );
}

async function send(form: HTMLFormElement, address: string): Promise<boolean> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
    return answer.ok;
  } catch {
    return false;
  }
}

function labelled(words: Words, key: MessageKey, control: HTMLElement): HTMLElement {
  return element("label", {}, element("span", {}, words.say(key)), control);
}
