/** Bytes that can be written to at any place: an overlay, a temporary file. */
export interface WritableBytes {
  readonly size: number;
  /** Copies up to `length` bytes from `position` into `into` at `offset`; says how many there were. */
  read(into: Uint8Array, offset: number, length: number, position: number): number;
  write(from: Uint8Array, offset: number, length: number, position: number): number;
  resize(size: number): void;
}
