/** The offline check: one HTML file that opens proofs and dossiers from the disk and speaks to nobody. */
import "../page/style.css";
import "../bank/bank.css";
import "./offline.css";
import { dossierVerdictOf } from "../bank/bank";
import { dossierView } from "../bank/dossier-view";
import type { Language, Texts } from "../messages/catalogue";
import english from "../messages/en.json?page=offline";
import { Words } from "../messages/words";
import chinese from "../messages/zh.json?page=offline";
import { element } from "../page/element";
import { listenForLanguage } from "../page/language-switch";
import { type CheckedBy, proofOf } from "../page/proof";
import { Reading } from "../page/reading";
import { verdictView } from "../page/view";
import { textOf } from "../verifier/bytes";
import { verdictOf } from "../verifier/consumer";
import { VerificationFailure } from "../verifier/errors";
import { trustRootOf } from "../verifier/trust-root";

const CATALOGUES: Readonly<Record<Language, Texts>> = { zh: chinese, en: english };

const main = document.getElementById("offline") ?? document.body;

class OfflineCheck {
  #words: Words;
  #root: { readonly text: string; readonly fingerprint: string } | null = null;
  #proof: string | null = null;
  readonly #result = element("div", { id: "verdict" });

  constructor(language: Language) {
    this.#words = new Words(language, CATALOGUES[language]);
    if (SUYUAN_TRUST_ROOT !== null) this.#takeRoot(JSON.stringify(SUYUAN_TRUST_ROOT));
    this.show();
  }

  speak(language: Language): void {
    this.#words = new Words(language, CATALOGUES[language]);
    this.show();
  }

  show(): void {
    const words = this.#words;
    listenForLanguage(words.language, (language) => this.speak(language));
    const root = this.#root;
    main.replaceChildren(
      element(
        "section",
        { class: "card" },
        element("h1", {}, words.say("offline.title")),
        element("p", { class: "help" }, words.say("offline.text")),
        this.#chooser("offline.root", "offline.root_help", (text) => this.#takeRoot(text)),
        root !== null &&
          element("p", { class: "mono" }, `${words.say("proof.trust_root")}: ${root.fingerprint}`),
        this.#chooser("offline.proof", "offline.proof_help", (text) => {
          this.#proof = text;
        }),
      ),
      this.#result,
    );
    this.#result.replaceChildren(...this.#checked());
  }

  #checked(): HTMLElement[] {
    if (this.#proof === null || this.#root === null) return [];
    const { text: root, fingerprint } = this.#root;
    const words = this.#words;
    const now = Math.floor(Date.now() / 1000);
    const start = performance.now();
    if (formatOf(this.#proof) === "suyuan-dossier/1")
      return dossierView(words, dossierVerdictOf(this.#proof, root, now));
    const { verdict, notice } = verdictOf(this.#proof, root, now, null);
    const reading = new Reading(verdict, words, notice ? [notice.author] : []);
    const checkedBy: CheckedBy = {
      host: words.say("offline.host"),
      fingerprint,
      pinned: SUYUAN_TRUST_ROOT !== null,
      milliseconds: performance.now() - start,
      download: null,
    };
    return verdictView({ reading, notice, picture: null, proof: proofOf(reading, checkedBy), report: null });
  }

  #takeRoot(text: string): void {
    try {
      const given = JSON.parse(text) as { trustRoot?: unknown };
      const root = JSON.stringify(given.trustRoot ?? given);
      this.#root = { text: root, fingerprint: trustRootOf(root).fingerprint };
    } catch (failure) {
      if (!(failure instanceof VerificationFailure || failure instanceof SyntaxError)) throw failure;
      this.#root = null;
      alert(this.#words.say("offline.root_unreadable"));
    }
  }

  #chooser(
    label: "offline.root" | "offline.proof",
    help: "offline.root_help" | "offline.proof_help",
    take: (text: string) => void,
  ): HTMLElement {
    const input = element("input", { type: "file", accept: ".json,application/json" });
    input.addEventListener("change", () => {
      void input.files?.[0]?.arrayBuffer().then((bytes) => {
        take(textIn(new Uint8Array(bytes)));
        this.show();
      });
    });
    const words = this.#words;
    return element(
      "label",
      { class: "chooser" },
      element("span", {}, words.say(label)),
      element("span", { class: "help" }, words.say(help)),
      input,
    );
  }
}

/** Return the text of a file as it stands, byte order mark included; what is no UTF-8 is no text, and refused as such. */
function textIn(bytes: Uint8Array): string {
  try {
    return textOf(bytes);
  } catch (failure) {
    if (!(failure instanceof VerificationFailure)) throw failure;
    return "";
  }
}

function formatOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { format?: unknown } | null)?.format;
  } catch {
    return null;
  }
}

new OfflineCheck(navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
