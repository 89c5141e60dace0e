/** The worker of the second decoder; it says when its wasm is in. */
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";
import type { DecodeAnswer, DecodeRequest } from "./protocol";
import { loadThoroughDecoder, thoroughText } from "./thorough-decoder";

function answer(value: DecodeAnswer): void {
  self.postMessage(value);
}

self.onmessage = ({ data }: MessageEvent<DecodeRequest>) => {
  const { number, width, height, pixels, still } = data;
  thoroughText(new ImageData(new Uint8ClampedArray(pixels), width, height), still).then(
    (text) => answer({ answer: "decoded", number, text }),
    () => answer({ answer: "decoded", number, text: null }),
  );
};
void loadThoroughDecoder(new URL(wasm, self.location.href).href).then(() => answer({ answer: "ready" }));
