/** Bytes kept, as blocks of cells that follow each other share pieces. */
const KEPT_BYTES = 32 << 20;

type Bytes = Uint8Array<ArrayBuffer> | null;
interface Piece {
  asked: Promise<Bytes>;
  bytes: number;
}

/** Pieces that came over the network, those used last; one that is on its way is asked for once. */
export class KeptPieces {
  private readonly pieces = new Map<string, Piece>();
  private bytes = 0;

  get(id: string, fetch: () => Promise<Bytes>): Promise<Bytes> {
    const known = this.pieces.get(id);
    if (known) {
      this.pieces.delete(id);
      this.pieces.set(id, known);
      return known.asked;
    }
    const piece: Piece = { asked: fetch(), bytes: 0 };
    this.pieces.set(id, piece);
    piece.asked.then(
      (found) => this.arrived(id, piece, found?.length ?? 0),
      () => this.pieces.delete(id),
    );
    return piece.asked;
  }

  private arrived(id: string, piece: Piece, bytes: number): void {
    if (this.pieces.get(id) !== piece) return;
    piece.bytes = bytes;
    this.bytes += bytes;
    for (const [oldest, { bytes: size }] of this.pieces) {
      if (this.bytes <= KEPT_BYTES) return;
      this.pieces.delete(oldest);
      this.bytes -= size;
    }
  }
}
