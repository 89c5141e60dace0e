/** The scanner in a browser: a fake camera, a photograph, typed codes; and without network. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hasBrowser, launch } from "./browser";
import { labelPixels, writeFilm } from "./fake-camera";
import { TestServer } from "./server";

const SCREENSHOTS = process.env.SCREENSHOTS;
const LABEL = "https://labels.example/01/06901234567892/21/K7Q2M9X4T";
const ITEM = "/01/06901234567892/21/K7Q2M9X4T";

describe.skipIf(!hasBrowser())("the scanner page", () => {
  const server = new TestServer();
  const folder = mkdtempSync(join(tmpdir(), "suyuan-scan-"));
  let browser: Browser;
  let context: BrowserContext;
  let origin: string;
  let page: Page;

  beforeAll(async () => {
    const film = join(folder, "label.y4m");
    writeFilm(film, LABEL);
    browser = await launch([
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ]);
    origin = await server.start();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
    page = await context.newPage();
    await page.goto(`${origin}/scan`);
    await page.waitForSelector(".finder");
  });
  afterEach(() => context.close());

  const target = async (): Promise<string | null> => {
    await page.waitForSelector("#result a", { timeout: 20_000 });
    return page.locator("#result a").getAttribute("href");
  };

  test("a label before the camera leads to its page on this server", async () => {
    const start = Date.now();
    await page.click(".finder button.main");

    expect(await target()).toBe(ITEM);
    expect(await page.locator("#result .step-note").textContent()).toContain("labels.example");
    console.log(
      `from the start of the camera to the code: ${Date.now() - start} ms, ten empty frames included`,
    );
  });

  test("a photograph is read", async () => {
    const png = await page.evaluate(
      async ({ width, height, luma }) => {
        const canvas = new OffscreenCanvas(width, height);
        const picture = new ImageData(width, height);
        for (const [place, value] of luma.entries()) picture.data.set([value, value, value, 255], place * 4);
        canvas.getContext("2d")?.putImageData(picture, 0, 0);
        return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer())];
      },
      plain(labelPixels(LABEL)),
    );
    await page.setInputFiles("#photo", {
      name: "label.png",
      mimeType: "image/png",
      buffer: Buffer.from(png),
    });

    expect(await target()).toBe(ITEM);
  });

  test("a typed code is looked up, and a wrong digit is named", async () => {
    await page.fill("#typed", "6901234567893");
    await page.click(".typed button");
    expect(await page.locator(".scan-status").textContent()).toContain("check digit");

    await page.fill("#typed", "(01)06901234567892(21)K7Q2M9X4T");
    await page.click(".typed button");
    expect(await target()).toBe(ITEM);
  });

  test("what is no code says so", async () => {
    await page.fill("#typed", "hello");
    await page.click(".typed button");

    expect(await page.locator(".scan-status").textContent()).toContain("no product code");
  });

  test("after one visit the scanner opens without network", async () => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector(".finder");
    await page.click(".finder button.main");

    expect(await target()).toBe(ITEM);
  });

  test("nothing is wider than a small phone", async () => {
    await page.setViewportSize({ width: 320, height: 640 });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test.skipIf(SCREENSHOTS === undefined)("screenshots", async () => {
    mkdirSync(SCREENSHOTS ?? "", { recursive: true });
    for (const language of ["zh", "en"]) {
      for (const width of [360, 1280]) {
        const shot = await browser.newPage({ viewport: { width, height: 800 } });
        await shot.goto(`${origin}/scan?lang=${language}`);
        await shot.waitForSelector(".finder");
        await shot.screenshot({ path: `${SCREENSHOTS}/scan-${language}-${width}.png`, fullPage: true });
        await shot.click(".finder button.main");
        await shot.waitForSelector("#result a");
        await shot.screenshot({ path: `${SCREENSHOTS}/scan-${language}-${width}-found.png`, fullPage: true });
        await shot.close();
      }
    }
  });
});

function plain({ width, height, luma }: ReturnType<typeof labelPixels>): {
  width: number;
  height: number;
  luma: number[];
} {
  return { width, height, luma: [...luma] };
}
