/** var columns that may name genes better than the index does, most telling first. */
export declare const GENE_COLUMNS: string[];
