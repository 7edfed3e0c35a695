import { AnalysisError } from "../contract/errors";
import { guessColumn } from "../contract/guess-column";
import type { OperationName, Reply, Request } from "../contract/protocol";
import { MEANS_NONE } from "../contract/training";
import type { FileInfo, ModelInfo } from "../contract/types";
import { folderName, stemOf } from "../engine/model/made-folder";

/** Which column of a reference holds its labels: `column` where it is named, else `instead` where the file has it, else a likely one. */
export interface ReferenceLabels {
  column?: string;
  instead?: string;
}

type Ask = <N extends OperationName>(name: N, request: Request<N>) => Promise<Reply<N>>;

/** Files of cells or profiles, by their ending. */
export { isCellFile as isDataFile } from "../contract/cell-files";

/** A labelled file as a reference that other files are compared with (SingleR). */
export async function asReference(ask: Ask, path: string, labels: ReferenceLabels): Promise<ModelInfo> {
  const info = await ask("open", { source: { kind: "path", path } });
  try {
    const column = columnOf(info, labels);
    const found = column === null ? null : await ask("column", { name: column });
    const ignore = found && found.kind !== "number" ? found.categories.filter((label) => MEANS_NONE.test(label.trim())) : [];
    const title = stemOf(path.replace(/\.gz$/i, ""));
    const { model } = await ask("makeReference", {
      name: folderName(title, "reference"),
      title,
      matrix: info.matrix,
      column,
      ignore,
      lanes: 0,
    });
    return model;
  } finally {
    await ask("close", {});
  }
}

function columnOf({ name, columns, cells }: FileInfo, { column, instead }: ReferenceLabels): string | null {
  const names = columns.map((one) => one.name);
  if (column !== undefined && !names.includes(column))
    throw new AnalysisError("bad-input", `obs of ${name} has no column named ${column}; it has ${names.join(", ") || "none"}.`);
  if (column !== undefined) return column;
  if (instead !== undefined && names.includes(instead)) return instead;
  const likely = guessColumn("cell_type", columns) || guessColumn("tissue", columns);
  if (likely) return likely;
  // A few rows can be types by their names.
  if (cells <= 2000) return null;
  throw new AnalysisError(
    "bad-input",
    `${name} has no column that looks like cell types; name the one to learn from by --reference-labels ` +
      `(it has ${names.join(", ") || "none"}).`,
  );
}
