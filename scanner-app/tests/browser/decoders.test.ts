/** The built decoders over 137 photographs with a code and 46 without: at least 88 % read exactly, nothing read where nothing is. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasStandards, readJson, STANDARDS } from "../material";
import { hasBrowser, launch } from "./browser";
import { TestServer } from "./server";

const SETS = ["qrcode-1", "qrcode-2", "qrcode-3", "qrcode-4", "qrcode-5", "qrcode-6"];
const NEGATIVES = ["falsepositives-1", "falsepositives-2"];
const MANIFEST = join(import.meta.dirname, "..", "..", "dist", "manifest.json");
/** Sides at which a photograph is tried, as in src/scanner/frames.ts. */
const SIDES = [1280, 2400, 720];

interface Photograph {
  readonly address: string;
  /** `null` where the photograph holds no code. */
  readonly expected: string | null;
}

describe.skipIf(!hasStandards("qr") || !hasBrowser())("decoders over photographs", () => {
  const server = new TestServer();
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    const origin = await server.start();
    page = await browser.newPage();
    server.files.set("/blank", {
      type: "text/html",
      body: Buffer.from("<!doctype html><title>decoders</title>"),
    });
    await page.goto(`${origin}/blank`);
    const manifest = readJson<Record<string, string>>(MANIFEST);
    await page.evaluate(prepareDecoding, [
      `/${manifest["thorough-worker.js"]}`,
      `/${manifest["quick-worker.js"]}`,
    ] as const);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test("at least 88 % are read exactly", async () => {
    const photographs = SETS.flatMap((set) => photographsOf(server, set));

    const [read, wrong] = await decodeAll(page, photographs);

    console.log(
      `read exactly: ${read} of ${photographs.length} (${((100 * read) / photographs.length).toFixed(1)} %); otherwise: ${wrong}`,
    );
    expect(photographs.length).toBe(137);
    expect(read / photographs.length).toBeGreaterThanOrEqual(0.88);
  }, 300_000);

  test("nothing is read where nothing is", async () => {
    const photographs = NEGATIVES.flatMap((set) => photographsOf(server, set));

    const [read, wrong] = await decodeAll(page, photographs);

    expect([wrong, read]).toEqual([0, photographs.length]);
  }, 300_000);
});

function photographsOf(server: TestServer, set: string): Photograph[] {
  const folder = join(STANDARDS, "qr", set);
  return readdirSync(folder)
    .filter((name) => !name.endsWith(".txt"))
    .map((name, place) => {
      const address = `/photographs/${set}/${place}`;
      const type = name.endsWith(".png") ? "image/png" : name.endsWith(".webp") ? "image/webp" : "image/jpeg";
      server.files.set(address, { type, body: readFileSync(join(folder, name)) });
      const text = join(folder, name.replace(/\.\w+$/, ".txt"));
      return {
        address,
        expected: set.startsWith("qrcode") && existsSync(text) ? readFileSync(text, "utf8") : null,
      };
    });
}

/** Return how many were read exactly (or rightly not read), and how many were read otherwise. */
async function decodeAll(page: Page, photographs: readonly Photograph[]): Promise<[number, number]> {
  let [right, wrong] = [0, 0];
  for (const { address, expected } of photographs) {
    const text = await page.evaluate(
      ([from, sides]) => (globalThis as unknown as { decodeStill: DecodeStill }).decodeStill(from, sides),
      [address, SIDES] as const,
    );
    if (text === expected || (text !== null && text === expected?.trimEnd())) right += 1;
    else if (text !== null) wrong += 1;
  }
  return [right, wrong];
}

type DecodeStill = (address: string, sides: readonly number[]) => Promise<string | null>;

/** Runs in the page: the pipeline of src/scanner over the built workers. */
async function prepareDecoding([thoroughAddress, quickAddress]: readonly [string, string]): Promise<void> {
  const workers = [thoroughAddress, quickAddress].map((address) => new Worker(address));
  await Promise.all(
    workers.map(
      (worker) => new Promise((resolve) => worker.addEventListener("message", resolve, { once: true })),
    ),
  );
  const ask = (worker: Worker, image: ImageData): Promise<string | null> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data.text);
      const pixels = image.data.buffer.slice(0);
      worker.postMessage({ number: 1, width: image.width, height: image.height, pixels, still: true }, [
        pixels,
      ]);
    });
  const decodeStill: DecodeStill = async (address, sides) => {
    const bitmap = await createImageBitmap(await (await fetch(address)).blob());
    const longer = Math.max(bitmap.width, bitmap.height);
    for (const side of sides.filter((side, place) => place === 0 || side < longer * 1.5)) {
      const scale = Math.min(1, side / longer);
      const [width, height] = [bitmap.width, bitmap.height].map((length) =>
        Math.max(1, Math.round(length * scale)),
      );
      const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
      const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const image = context.getImageData(0, 0, canvas.width, canvas.height);
      for (const worker of workers) {
        const text = await ask(worker, image);
        if (text !== null) return text;
      }
    }
    return null;
  };
  Object.assign(globalThis, { decodeStill });
}
