/** Endings of files that may hold cells, as a file dialogue takes them. */
export const CELLS = ".h5ad,.h5,.hdf5,.gz,.mtx,.tsv,.csv,.txt,.tab,.gct,.zip,.tar,.tgz";
