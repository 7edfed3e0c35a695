import type { OpenedFile } from "../opened-file";

/** Which files of a study measure a gene, by its columns of a matrix; of one file, and of genes that all measure, none is told. */
export class MeasuredIn {
  private readonly parts: { end: number; file: string; has: boolean }[];

  constructor({ reader, info }: OpenedFile, matrix: string, columns: readonly number[]) {
    this.parts = (reader.parts?.(matrix) ?? []).map(({ first, count, measured }, place) => ({
      end: first + count,
      file: info.study!.samples[place]!.file,
      has: measured === null || columns.some((column) => measured[column]),
    }));
  }

  of(cell: number): boolean {
    return this.parts.find(({ end }) => cell < end)?.has ?? true;
  }

  /** Names of the files that do not measure it. */
  get without(): string[] {
    return this.parts.flatMap(({ has, file }) => (has ? [] : [file]));
  }
}
