/** The scanner: camera, photograph or typed code, and the way to the verdict on our own server. */
import "../page/style.css";
import "./scan.css";
import { type Language, languageOf, loadTexts, type MessageKey } from "../messages/catalogue";
import { Words } from "../messages/words";
import { listenForLanguage } from "../page/language-switch";
import { Camera, CameraFailed } from "./camera";
import { readCode } from "./code";
import { Decoders } from "./decoders";
import { photographFrames, videoFrame } from "./frames";
import { type ScanParts, scanView } from "./view";

const main = document.getElementById("scan") ?? document.body;
const decoders = new Decoders();

class Scanner {
  #scanning = 0;
  #lamp = false;
  readonly #parts: ScanParts;
  readonly #camera: Camera;

  constructor(readonly words: Words) {
    this.#parts = scanView(words, {
      start: () => void this.start(),
      photograph: (file) => void this.photograph(file),
      typed: (text) => this.accept(text),
      lamp: () => void this.switchLamp(),
    });
    this.#camera = new Camera(this.#parts.video);
    main.replaceChildren(...this.#parts.elements);
  }

  async start(): Promise<void> {
    this.#parts.result.replaceChildren();
    try {
      await this.#camera.start();
    } catch (failure) {
      const problem = failure instanceof CameraFailed ? failure.problem : "missing";
      this.say(`scan.camera.${problem}`);
      return;
    }
    this.#parts.showLive(true, this.#camera.hasLamp);
    this.say("scan.searching");
    decoders.loadThorough();
    void this.search(++this.#scanning);
  }

  stop(): void {
    this.#scanning += 1;
    this.#camera.stop();
    this.#parts.showLive(false, false);
  }

  async photograph(file: Blob): Promise<void> {
    this.say("scan.reading");
    try {
      const text = await decoders.still(await photographFrames(file));
      if (text === null) this.say("scan.nothing");
      else this.accept(text);
    } catch {
      this.say("scan.photo_unreadable");
    }
  }

  accept(text: string): boolean {
    const code = readCode(text);
    if (code === "unknown" || code === "check-digit") {
      this.say(code === "unknown" ? "scan.not_a_code" : "scan.check_digit");
      return false;
    }
    this.stop();
    navigator.vibrate?.(60);
    const foreign = code.host !== null && code.host !== location.host ? code.host : null;
    this.#parts.showResult(code, foreign);
    this.say("scan.found");
    performance.mark("suyuan-scanned");
    return true;
  }

  private async search(turn: number): Promise<void> {
    while (turn === this.#scanning) {
      const frame = videoFrame(this.#parts.video);
      const text = frame && (await decoders.frame(frame));
      if (turn !== this.#scanning) return;
      if (text && this.accept(text)) return;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  private async switchLamp(): Promise<void> {
    this.#lamp = !this.#lamp;
    await this.#camera.light(this.#lamp);
  }

  private say(key: MessageKey): void {
    this.#parts.status.textContent = this.words.say(key);
  }
}

async function run(): Promise<void> {
  let scanner: Scanner | null = null;
  const show = async (language: Language): Promise<void> => {
    scanner?.stop();
    const words = new Words(language, await loadTexts(language, "scan"));
    listenForLanguage(language, (next) => void show(next));
    document.title = `${words.say("scan.title")} · Suyuan 溯源`;
    scanner = new Scanner(words);
  };
  // The page is the same file for everybody: the browser's language decides.
  await show(languageOf("", location));
  if (isSecureContext && "serviceWorker" in navigator) {
    await navigator.serviceWorker.register("/scan/sw.js", { scope: "/scan" }).catch(() => undefined);
  }
  if (await wasAllowed()) await (scanner as Scanner | null)?.start();
}

/** Return whether the reader has allowed the camera before, so that it may start unasked. */
async function wasAllowed(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: "camera" as PermissionName });
    return state === "granted";
  } catch {
    return false;
  }
}

void run();
