import { CELL_FILES } from "../../contract/cell-files";

/** Endings of files that may hold cells, alone or together, as a file dialogue takes them. */
export const CELLS = `${CELL_FILES},.mtx,.rds,.rdata,.rda,.tsv,.csv,.txt,.tab,.gct,.zip,.tar,.tgz`;
