import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { toWire } from "../contract/errors";
import type { ModelInfo } from "../contract/types";
import type { IdColumns } from "../exports/cell-ids";
import { consensusCsv } from "../exports/consensus-csv";
import type { Engine } from "./engine";

const HEAD = "cell_type";

/** Writes consensus.csv where two models and more predict cell types; what it says of that on stderr. */
export async function writeConsensus(engine: Engine, models: ModelInfo[], beside: IdColumns, folder: string): Promise<string> {
  const able = models.filter(({ heads }) => heads.some(({ phenotype }) => phenotype === HEAD)).map(({ name }) => name);
  if (able.length < 2) return "";
  try {
    const found = await engine.call("consensus", { phenotype: HEAD, models: able });
    const read = (first: number, count: number) => engine.call("cellIds", { first, count });
    await pipeline(Readable.from(consensusCsv({ read, ...beside }, found)), createWriteStream(join(folder, "consensus.csv")));
    return "";
  } catch (error) {
    if (toWire(error).code !== "bad-input") throw error;
    return `consensus.csv was not written: ${toWire(error).message}`;
  }
}
