/** Pixels out of videos and photographs, no larger than a decoder can use. */
import type { Frame } from "./decoders";

/** Longer side of a camera frame: more costs time and finds hardly more. */
const LIVE_SIDE = 960;
/** Longer sides at which a photograph is tried. */
const STILL_SIDES = [1280, 2400, 720];

const canvas = document.createElement("canvas");
const context = canvas.getContext("2d", { willReadFrequently: true });

export function videoFrame(video: HTMLVideoElement): Frame | null {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return null;
  return pixelsOf(video, videoWidth, videoHeight, LIVE_SIDE);
}

export async function photographFrames(file: Blob): Promise<Frame[]> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const sides = STILL_SIDES.filter((side, place) => place === 0 || side < Math.max(width, height) * 1.5);
    return sides
      .map((side) => pixelsOf(image, width, height, side))
      .filter((frame): frame is Frame => frame !== null);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function pixelsOf(source: CanvasImageSource, width: number, height: number, side: number): Frame | null {
  const scale = Math.min(1, side / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, pixels: data.buffer };
}
