/** The worker of the first decoder. */
import type { DecodeAnswer, DecodeRequest } from "./protocol";
import { quickText } from "./quick-decoder";

function answer(value: DecodeAnswer): void {
  self.postMessage(value);
}

self.onmessage = ({ data }: MessageEvent<DecodeRequest>) => {
  const text = quickText(data.width, data.height, new Uint8ClampedArray(data.pixels), data.still);
  answer({ answer: "decoded", number: data.number, text });
};
answer({ answer: "ready" });
