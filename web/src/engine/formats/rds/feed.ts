import { joinedBytes } from "../../base/joined-bytes";
import { AnalysisError } from "../../../contract/errors";

/** Bytes of a stream, asked for one after another. `fill` waits for bytes; what takes them does not, so that short ones are quick. */
export class Feed {
  private readonly stream: AsyncIterator<Uint8Array>;
  private held = new Uint8Array(0);
  private view: DataView = new DataView(this.held.buffer);
  private at = 0;

  constructor(
    chunks: AsyncIterable<Uint8Array>,
    /** What the file is called in a refusal. */
    readonly name: string,
  ) {
    this.stream = chunks[Symbol.asyncIterator]();
  }

  has(bytes: number): boolean {
    return this.held.length - this.at >= bytes;
  }

  /** Waits until so many bytes are there. Throws AnalysisError where the file ends before. */
  async fill(bytes: number): Promise<void> {
    if (!(await this.tryFill(bytes))) throw this.endsEarly();
  }

  /** As `fill`; false where the file ends before. */
  async tryFill(bytes: number): Promise<boolean> {
    const parts: Uint8Array[] = [];
    let more = 0;
    while (this.held.length - this.at + more < bytes) {
      const next = await this.stream.next();
      if (next.done) break;
      parts.push(next.value);
      more += next.value.length;
    }
    if (parts.length === 1 && !this.has(1)) this.take(parts[0]!);
    else if (parts.length > 0) this.take(joinedBytes([this.held.subarray(this.at), ...parts]));
    return this.has(bytes);
  }

  byte(): number {
    return this.held[this.at++]!;
  }

  int(): number {
    const value = this.view.getInt32(this.at);
    this.at += 4;
    return value;
  }

  /** The next bytes, which are there; valid until more are asked for. */
  bytes(count: number): Uint8Array {
    this.at += count;
    return this.held.subarray(this.at - count, this.at);
  }

  /** Gives back the last bytes taken. */
  back(count: number): void {
    this.at -= count;
  }

  /** Visits so many elements of `width` bytes, in pieces as they come. */
  async pieces(elements: number, width: number, visit: (bytes: DataView, count: number) => void): Promise<void> {
    for (let left = elements; left > 0;) {
      if (!this.has(width)) await this.fill(width);
      const count = Math.min(left, Math.floor((this.held.length - this.at) / width));
      visit(new DataView(this.held.buffer, this.held.byteOffset + this.at, count * width), count);
      this.at += count * width;
      left -= count;
    }
  }

  /** Passes over so many bytes. */
  async skip(bytes: number): Promise<void> {
    for (let left = bytes; left > 0;) {
      if (!this.has(1)) await this.fill(1);
      const count = Math.min(left, this.held.length - this.at);
      this.at += count;
      left -= count;
    }
  }

  async close(): Promise<void> {
    await this.stream.return?.();
  }

  damaged(why: string): AnalysisError {
    return new AnalysisError("bad-file", `${this.name} is damaged: ${why}. Download it again, or save it anew in R.`);
  }

  private endsEarly(): AnalysisError {
    return this.damaged("it ends early");
  }

  private take(bytes: Uint8Array): void {
    this.held = bytes as Uint8Array<ArrayBuffer>;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.at = 0;
  }
}
