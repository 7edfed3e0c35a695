# A Seurat object of 20,000 cells x 20,000 genes and 20 million counts, with log-normalised data, made at `path` if it is not there; then how
# long R takes to read it, a JSON line: Rscript tests/bench/peers/read_rds.R make PATH | read PATH REPEATS
# `make` needs Seurat 4 (r-cran-seurat of Debian 12), `read` nothing but R.
args <- commandArgs(trailingOnly = TRUE)
if (args[1] == "make") {
  suppressPackageStartupMessages(library(Seurat))
  set.seed(1)
  cells <- 20000L
  genes <- 20000L
  i <- unlist(lapply(seq_len(cells), function(cell) sort(sample.int(genes, 1000L)) - 1L))
  counts <- new("dgCMatrix",
    i = i, p = seq(0L, cells * 1000L, 1000L), x = 1 + floor(runif(length(i))^6 * 40), Dim = c(genes, cells),
    Dimnames = list(sprintf("GENE%d", seq_len(genes)), sprintf("CELL%d-1", seq_len(cells)))
  )
  object <- NormalizeData(CreateSeuratObject(counts), verbose = FALSE)
  saveRDS(object, args[2])
} else {
  seconds <- vapply(seq_len(as.integer(args[3])), function(at) {
    seconds <- system.time(readRDS(args[2]))[["elapsed"]]
    gc()
    seconds
  }, 0)
  cat(sprintf('{"version": "%s.%s", "seconds": [%s]}\n', R.version$major, R.version$minor, paste(seconds, collapse = ", ")))
}
