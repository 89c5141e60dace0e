/** The verifier in its worker, asked one question at a time. */
import type { Answer, Checked, Question } from "../verifier/protocol";

const PATIENCE = 30_000;

export class CheckerMissing extends Error {}

export class Checker {
  readonly #worker: Worker;

  constructor() {
    try {
      this.#worker = new Worker(new URL("../verifier/worker.ts", import.meta.url));
    } catch (failure) {
      throw new CheckerMissing(String(failure));
    }
  }

  async verdict(bundle: string, trustRoot: unknown, asked: string | null): Promise<Checked> {
    const now = Math.floor(Date.now() / 1000);
    const answer = await this.#ask({ ask: "verdict", bundle, trustRoot, now, asked });
    if (answer.answer !== "verdict") throw new CheckerMissing(JSON.stringify(answer));
    return answer.checked;
  }

  async sha256(bytes: ArrayBuffer): Promise<string> {
    const answer = await this.#ask({ ask: "sha256", bytes });
    return answer.answer === "sha256" ? answer.digest : "";
  }

  #ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new CheckerMissing("no answer")), PATIENCE);
      this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        clearTimeout(timer);
        resolve(data);
      };
      this.#worker.onerror = (event) => {
        clearTimeout(timer);
        reject(new CheckerMissing(event.message));
      };
      this.#worker.postMessage(question);
    });
  }
}
