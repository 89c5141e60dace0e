/** The two decoders in their workers: the quick one until the thorough one is in, both for a photograph. */
import type { DecodeAnswer, DecodeRequest } from "./protocol";

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly pixels: ArrayBuffer;
}

const PATIENCE = 8000;

class Decoder {
  #number = 0;
  ready = false;
  readonly whenReady: Promise<void>;
  readonly #waiting = new Map<number, (text: string | null) => void>();

  constructor(readonly worker: Worker) {
    this.whenReady = new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<DecodeAnswer>) => {
        if (data.answer === "ready") {
          this.ready = true;
          resolve();
          return;
        }
        this.#waiting.get(data.number)?.(data.text);
        this.#waiting.delete(data.number);
      };
    });
  }

  decode(frame: Frame, still: boolean): Promise<string | null> {
    const number = ++this.#number;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), PATIENCE);
      this.#waiting.set(number, (text) => {
        clearTimeout(timer);
        resolve(text);
      });
      const request: DecodeRequest = { number, ...frame, still };
      this.worker.postMessage(request, [frame.pixels]);
    });
  }
}

export class Decoders {
  readonly #quick = new Decoder(new Worker(new URL("./quick-worker.ts", import.meta.url)));
  #thorough: Decoder | null = null;

  /** Begin to load the thorough decoder, which is large. */
  loadThorough(): void {
    this.#thorough ??= new Decoder(new Worker(new URL("./thorough-worker.ts", import.meta.url)));
  }

  /** Return the text of a code in a frame of the camera. */
  frame(frame: Frame): Promise<string | null> {
    const decoder = this.#thorough?.ready === true ? this.#thorough : this.#quick;
    return decoder.decode(frame, false);
  }

  /** Return the text of a code in a photograph: whatever one of the two finds. */
  async still(frames: readonly Frame[]): Promise<string | null> {
    this.loadThorough();
    const thorough = this.#thorough;
    const loaded =
      thorough && Promise.race([thorough.whenReady, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    await loaded;
    for (const frame of frames) {
      const copy = { ...frame, pixels: frame.pixels.slice(0) };
      const text =
        (thorough && (await thorough.decode(frame, true))) ?? (await this.#quick.decode(copy, true));
      if (text !== null) return text;
    }
    return null;
  }
}
