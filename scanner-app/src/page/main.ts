/** The verdict page: fetch the bundle, have it checked in the worker, say what came of it. */
import "./style.css";
import { type Language, languageOf, loadTexts } from "../messages/catalogue";
import { Words } from "../messages/words";
import type { RecallNotice } from "../verifier/notice";
import type { Checked } from "../verifier/protocol";
import { bannerOf } from "./banner";
import { Checker } from "./checker";
import { announceChecking } from "./checking";
import { failureOf, fetchedText } from "./fetching";
import { listenForLanguage } from "./language-switch";
import { type Picture, productOf } from "./product";
import { proofOf } from "./proof";
import { Reading, textIn } from "./reading";
import { reportOf } from "./report";
import { settingsOf, trustRootOf } from "./settings";
import { verdictView } from "./view";

const settings = settingsOf(document);
const { root, pinned } = trustRootOf(settings);
const main = document.getElementById("verdict") ?? document.body;

interface Outcome {
  readonly checker: Checker;
  readonly checked: Checked;
}

async function check(): Promise<Outcome> {
  const checker = new Checker();
  return { checker, checked: await checker.verdict(await fetchedText(settings.data), root, settings.id) };
}

/** Return the picture that the maker committed to, or that the server's is another. */
async function pictureOf(checker: Checker, checked: Checked): Promise<Picture> {
  const { product } = checked.verdict;
  const wanted = product && textIn(product, "/picture/sha256", "");
  if (!wanted || !/^[0-9a-f]{64}$/.test(wanted)) return null;
  try {
    const answer = await fetch(settings.pictures + wanted, { credentials: "omit" });
    if (!answer.ok) return null;
    const bytes = await answer.arrayBuffer();
    if ((await checker.sha256(bytes)) !== `0x${wanted}`) return "refused";
    return { url: URL.createObjectURL(new Blob([bytes], { type: imageType(bytes) })) };
  } catch {
    return null;
  }
}

/**
 * Return what whoever recalled it said, from the recalled thing's own story where this bundle does not open it.
 *
 * A bundle opens of what a thing rests on only what ties it; the words of a recall stand at the lot or part itself.
 */
async function noticeOf(checker: Checker, { verdict, notice }: Checked): Promise<RecallNotice | null> {
  const recall = verdict.facts.find((fact) => fact.id === "recall");
  const id = recall?.args.id;
  const isMarked = recall?.reason === "recalled" || recall?.reason === "quarantined";
  if (notice !== null || !isMarked || typeof id !== "string" || id === settings.id) return notice;
  const address = new URL(settings.data, location.href);
  if (!address.searchParams.has("id")) return null;
  address.searchParams.set("id", id);
  try {
    return (await checker.verdict(await fetchedText(address.href), root, id)).notice;
  } catch {
    return null;
  }
}

/** Only pixel pictures are shown: the type follows from the bytes, not from what anyone says. */
function imageType(bytes: ArrayBuffer): string {
  const [first] = new Uint8Array(bytes);
  return first === 0x89 ? "image/png" : first === 0xff ? "image/jpeg" : "image/webp";
}

async function run(): Promise<void> {
  // Worker and bundle come first: the texts arrive while they are on their way.
  const outcome = check().catch((failure: unknown) => ({ failure }));
  let language: Language = languageOf(document.documentElement.lang, location);
  let words = new Words(language, await loadTexts(language, "verdict"));
  let show: (() => void) | null = null;
  const change = async (next: Language): Promise<void> => {
    language = next;
    words = new Words(next, await loadTexts(next, "verdict"));
    listenForLanguage(next, change);
    if (show === null) announceChecking(main, words);
    else show();
  };
  listenForLanguage(language, change);
  announceChecking(main, words);
  try {
    const done = await outcome;
    if ("failure" in done) throw done.failure;
    const { checker, checked } = done;
    let picture: Picture = null;
    let { notice } = checked;
    const reading = (): Reading =>
      new Reading(checked.verdict, words, notice === null ? [] : [notice.author]);
    show = () => {
      const { host } = location;
      const { fingerprint, milliseconds } = checked;
      const checkedBy = { host, fingerprint, pinned, milliseconds, download: settings.download };
      const proof = proofOf(reading(), checkedBy);
      const report = reportOf(words, settings.reports, settings.id);
      main.replaceChildren(...verdictView({ reading: reading(), notice, picture, proof, report }));
      main.dataset.state = "checked";
      document.title = reading().product("name") ?? settings.display;
    };
    show();
    performance.mark("suyuan-verdict");
    picture = await pictureOf(checker, checked);
    notice = await noticeOf(checker, checked);
    if (notice !== checked.notice)
      document.getElementById("banner")?.replaceWith(bannerOf(reading(), notice));
    // Only this card changes: the reader may have opened another one meanwhile.
    if (picture !== null) document.getElementById("product")?.replaceWith(productOf(reading(), picture));
  } catch (failure) {
    // What the server said stays readable below, still labelled as not checked.
    document.getElementById("banner")?.replaceWith(failureOf(words, failure));
    main.dataset.state = "failed";
  }
}

void run();
