/** The first decoder: pure JavaScript, there at once, for QR codes only. */
import decodeQR from "qr/decode.js";

const STILL_MILLISECONDS = 1500;

/** Return the text of a QR code in a picture, `null` where none is found. */
export function quickText(
  width: number,
  height: number,
  pixels: Uint8ClampedArray,
  still: boolean,
): string | null {
  try {
    const options = still ? { effort: 4, timeLimit: STILL_MILLISECONDS } : {};
    return decodeQR({ width, height, data: pixels }, options);
  } catch {
    // The decoder says "nothing found" by throwing.
    return null;
  }
}
