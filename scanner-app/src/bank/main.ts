/** The dossier page: fetch the file, check every asset in the worker, say PASS, FAIL, REFER or UNKNOWN with the reason. */
import "../page/style.css";
import "./bank.css";
import { type Language, languageOf, loadTexts } from "../messages/catalogue";
import { Words } from "../messages/words";
import { announceChecking } from "../page/checking";
import { failureOf, fetchedText } from "../page/fetching";
import { listenForLanguage } from "../page/language-switch";
import { trustCard } from "../page/proof";
import { settingsOf, trustRootOf } from "../page/settings";
import type { CheckedDossier } from "./bank-shape";
import type { DossierAnswer, DossierQuestion } from "./bank-worker";
import { dossierView } from "./dossier-view";

const PATIENCE = 120_000;

const settings = settingsOf(document);
const { root, pinned } = trustRootOf(settings);
const main = document.getElementById("verdict") ?? document.body;

async function check(): Promise<CheckedDossier> {
  const worker = new Worker(new URL("./bank-worker.ts", import.meta.url));
  const dossier = await fetchedText(settings.data);
  const now = Math.floor(Date.now() / 1000);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), PATIENCE);
    worker.onmessage = ({ data }: MessageEvent<DossierAnswer>) => {
      clearTimeout(timer);
      if ("checked" in data) resolve(data.checked);
      else reject(new Error(data.failed));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ dossier, trustRoot: root, now } satisfies DossierQuestion);
  });
}

async function run(): Promise<void> {
  let language: Language = languageOf(document.documentElement.lang, location);
  let words = new Words(language, await loadTexts(language, "dossier"));
  let show: (() => void) | null = null;
  const change = async (next: Language): Promise<void> => {
    language = next;
    words = new Words(next, await loadTexts(next, "dossier"));
    listenForLanguage(next, change);
    if (show === null) announceChecking(main, words);
    else show();
  };
  listenForLanguage(language, change);
  announceChecking(main, words);
  try {
    const checked = await check();
    show = () => {
      const { fingerprint, milliseconds } = checked;
      const block = checked.verdict.assets[0]?.verdict.block ?? null;
      const trust = { host: location.host, fingerprint, pinned, milliseconds, download: settings.download };
      const card = trustCard(words, trust, block, null, {
        label: "bank.download",
        help: "bank.download_help",
      });
      main.replaceChildren(...dossierView(words, checked), card);
      main.dataset.state = "checked";
    };
    show();
  } catch (failure) {
    document.getElementById("banner")?.replaceWith(failureOf(words, failure));
    main.dataset.state = "failed";
  }
}

void run();
