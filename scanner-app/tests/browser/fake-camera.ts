/** A film for Chromium's fake camera (YUV4MPEG2): some empty frames, then a label held at an angle. */
import { writeFileSync } from "node:fs";
import encodeQR from "qr";

const WIDTH = 640;
const HEIGHT = 480;
const EMPTY_FRAMES = 10;
const LABEL_FRAMES = 20;
const SIDE = 260;
const ANGLE = 0.18;

export function writeFilm(path: string, text: string): void {
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F15:1 Ip A1:1 C420mpeg2\n`);
  const empty = frameOf(() => 150);
  const labelled = frameOf(labelLuma(text));
  writeFileSync(
    path,
    Buffer.concat([
      header,
      ...Array<Buffer>(EMPTY_FRAMES).fill(empty),
      ...Array<Buffer>(LABEL_FRAMES).fill(labelled),
    ]),
  );
}

/** Return a picture of a label as a binary PGM's pixels, for tests of photographs. */
export function labelPixels(text: string): {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
} {
  const luma = new Uint8Array(WIDTH * HEIGHT);
  const at = labelLuma(text);
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) luma[y * WIDTH + x] = at(x, y);
  return { width: WIDTH, height: HEIGHT, luma };
}

function labelLuma(text: string): (x: number, y: number) => number {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const [cosine, sine] = [Math.cos(ANGLE), Math.sin(ANGLE)];
  return (x, y) => {
    const [fromCentreX, fromCentreY] = [x - WIDTH / 2, y - HEIGHT / 2];
    const column = ((fromCentreX * cosine + fromCentreY * sine) / SIDE + 0.5) * modules.length;
    const row = ((fromCentreY * cosine - fromCentreX * sine) / SIDE + 0.5) * modules.length;
    const dark = modules[Math.floor(row)]?.[Math.floor(column)];
    return dark === undefined ? 150 : dark ? 30 : 225;
  };
}

function frameOf(luma: (x: number, y: number) => number): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) pixels[y * WIDTH + x] = luma(x, y);
  return Buffer.concat([Buffer.from("FRAME\n"), pixels, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}
