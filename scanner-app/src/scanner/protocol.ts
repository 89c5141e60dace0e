/** What the scanner's page asks of its two decoders, and what they answer. */

export interface DecodeRequest {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** RGBA, four bytes a pixel. */
  readonly pixels: ArrayBuffer;
  /** A still photograph: take the time that it needs. */
  readonly still: boolean;
}

export type DecodeAnswer =
  | { readonly answer: "ready" }
  | { readonly answer: "decoded"; readonly number: number; readonly text: string | null };
