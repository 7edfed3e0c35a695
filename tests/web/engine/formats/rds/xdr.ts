/** Bytes as saveRDS writes them, unpacked. */
export class Xdr {
  private readonly written: number[] = [...new TextEncoder().encode("X\n")];

  constructor() {
    this.int(2, 0x00040202, 0x00020300);
  }

  int(...values: number[]): this {
    for (const value of values) this.written.push(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
    return this;
  }

  real(...values: number[]): this {
    for (const value of values) {
      const bytes = new DataView(new ArrayBuffer(8));
      bytes.setFloat64(0, value);
      this.written.push(...new Uint8Array(bytes.buffer));
    }
    return this;
  }

  symbol(name: string): this {
    const bytes = new TextEncoder().encode(name);
    this.int(1, 9, bytes.length);
    this.written.push(...bytes);
    return this;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.written);
  }
}
