/** var columns that may name genes better than the index does, most telling first. */
export const GENE_COLUMNS = [
  "feature_name", "gene_symbols", "gene_symbol", "gene_name", "gene_names", "gene_short_name", "symbol", "symbols", "Symbol", "SYMBOL", "hgnc_symbol", "name",
  "feature_id", "gene_ids", "gene_id", "ensembl_id", "ensembl_ids", "ensembl", "Ensembl", "ENSEMBL", "ensemblid", "EnsemblID", "Accession",
];
