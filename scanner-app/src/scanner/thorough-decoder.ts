/** The second decoder: ZXing in WebAssembly, the best one measured, for QR, Micro QR, Data Matrix and linear codes. */
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";

const FORMATS: NonNullable<ReaderOptions["formats"]> = [
  "QRCode",
  "MicroQRCode",
  "DataMatrix",
  "EAN-13",
  "EAN-8",
  "UPC-A",
  "Code128",
];

export async function loadThoroughDecoder(wasm: string | ArrayBuffer): Promise<void> {
  const overrides = typeof wasm === "string" ? { locateFile: () => wasm } : { wasmBinary: wasm };
  await prepareZXingModule({ overrides, fireImmediately: true });
}

/** Return the text of a code in a picture, `null` where none is found. */
export async function thoroughText(image: ImageData, still: boolean): Promise<string | null> {
  const [found] = await readBarcodes(image, { formats: FORMATS, maxNumberOfSymbols: 1, tryDenoise: still });
  return found === undefined || found.text === "" ? null : found.text;
}
