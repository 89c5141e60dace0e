/** The live camera: the rear one, as sharp as it gets, with its lamp where there is one. */

export type CameraProblem = "insecure" | "missing" | "denied" | "busy";

export class CameraFailed extends Error {
  constructor(readonly problem: CameraProblem) {
    super(problem);
  }
}

/** Lamps are not in the type library yet. */
interface LampCapabilities extends MediaTrackCapabilities {
  readonly torch?: boolean;
}

export class Camera {
  #stream: MediaStream | null = null;

  constructor(readonly video: HTMLVideoElement) {}

  async start(): Promise<void> {
    // Browsers hide the camera from pages without https.
    if (!("mediaDevices" in navigator)) throw new CameraFailed(isSecureContext ? "missing" : "insecure");
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: { ideal: "environment" }, width: { ideal: 1920 }, height: { ideal: 1080 } },
      });
    } catch (failure) {
      throw new CameraFailed(problemOf(failure));
    }
    this.video.srcObject = this.#stream;
    await this.video.play();
  }

  stop(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.video.srcObject = null;
  }

  get hasLamp(): boolean {
    const capabilities = this.#track?.getCapabilities?.() as LampCapabilities | undefined;
    return capabilities?.torch === true;
  }

  async light(on: boolean): Promise<void> {
    await this.#track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
  }

  get #track(): MediaStreamTrack | undefined {
    return this.#stream?.getVideoTracks()[0];
  }
}

function problemOf(failure: unknown): CameraProblem {
  const name = failure instanceof DOMException ? failure.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "missing";
}
