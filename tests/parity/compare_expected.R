# Writes compare_expected.hpp: edgeR's filter and TMM, limma's voom, moderated tests, camera and array weights, R's lowess, and propeller
# as Bioconductor's speckle computes it (its few lines over limma are repeated below), of simulated counts.
# Run in this folder: Rscript compare_expected.R (needs limma 3.54 and edgeR 3.40: r-bioc-limma and r-bioc-edger of Debian 12).
suppressPackageStartupMessages({
  library(limma)
  library(edgeR)
})
set.seed(20261130)

lines <- c(
  "// Made by compare_expected.R with limma and edgeR; not to be edited.", "#pragma once", "", "#include <cstdint>", "#include <limits>",
  "#include <vector>", "", "namespace expected::compare {", ""
)
put <- function(name, values, type = "double") {
  text <- if (type == "double") {
    text <- formatC(as.numeric(values), digits = 15, format = "g", width = 1)
    text <- sub("^Inf$", "std::numeric_limits<double>::infinity()", text)
    text[is.na(values)] <- "std::numeric_limits<double>::quiet_NaN()"
    text
  } else {
    as.character(as.integer(values))
  }
  wrapped <- strwrap(paste0(text, collapse = ", "), width = 116, indent = 4, exdent = 4)
  lines <<- c(lines, sprintf("inline const std::vector<%s> %s = {", type, name), wrapped, "};")
}

# Genes x samples: two conditions of six donors, two batches, an age; a tenth of the genes changed, donors that differ in depth.
genes <- 160
samples <- 12
condition <- rep(0:1, each = 6)
batch <- rep(c(0, 1), 6)
age <- round(runif(samples, 20, 80))
level <- rlnorm(genes, 2.6, 1.6)
effect <- ifelse(seq_len(genes) %% 20 == 0, 1.5, ifelse(seq_len(genes) %% 20 == 10, -1.5, 0))
depth <- rlnorm(samples, 0, 0.4)
mean <- outer(level, depth) * 2^outer(effect, condition)
counts <- matrix(rnbinom(genes * samples, mu = mean, size = 1 / (0.05 * rlnorm(genes, 0, 1.2))), genes)
counts[7, ] <- 0
put("counts", t(counts), "double")
put("age", age)

# R's lowess on points with ties, dense and sparse stretches.
x <- sort(c(round(rnorm(70, 2), 1), runif(60, 0, 12), rep(5, 6)))
y <- sin(x) + rnorm(length(x), sd = 0.4)
put("lowess_x", x)
put("lowess_y", y)
put("lowess_half", lowess(x, y, f = 0.5)$y)
put("lowess_fifth", lowess(x, y, f = 0.2)$y)

prepared <- function(design, group = NULL) {
  y <- DGEList(counts)
  y <- y[filterByExpr(y, design, group = group), , keep.lib.sizes = FALSE]
  calcNormFactors(y)
}
put_tests <- function(name, fit, coef) {
  table <- topTable(fit, coef = coef, number = Inf, sort.by = "none", confint = TRUE)
  put(paste0(name, "_change"), table$logFC)
  put(paste0(name, "_low"), table$CI.L)
  put(paste0(name, "_high"), table$CI.R)
  put(paste0(name, "_t"), table$t)
  put(paste0(name, "_p"), table$P.Value)
  put(paste0(name, "_prior"), fit$df.prior)
}

# Condition beside batch and age.
design <- model.matrix(~ condition + batch + age)
y <- prepared(design)
kept <- filterByExpr(DGEList(counts), design)
put("adjusted_tested", which(kept) - 1, "int")
put("adjusted_library", y$samples$lib.size)
put("adjusted_factor", y$samples$norm.factors)
v <- voom(y, design, save.plot = TRUE)
put("adjusted_trend_count", v$voom.xy$x)
put("adjusted_trend_deviation", v$voom.xy$y)
put("adjusted_line", v$voom.line$y)
put("adjusted_logs", t(v$E[1:8, ]))
put("adjusted_weights", t(v$weights[1:8, ]))
put_tests("adjusted", eBayes(lmFit(v, design)), "condition")
put("adjusted_average", rowMeans(v$E))
put("adjusted_q", p.adjust(eBayes(lmFit(v, design))$p.value[, 2], method = "BH"))

# camera: sets of genes among those tested; genes of the first five are changed together.
sets <- c(
  split(seq_len(nrow(v)), rep(1:8, length.out = nrow(v))),
  list(which(effect[kept] > 0), which(effect[kept] < 0), 5L)
)
names(sets) <- paste0("set", seq_along(sets))
put("set_members", unlist(sets) - 1, "std::int32_t")
put("set_starts", cumsum(c(0, lengths(sets))), "std::int32_t")
fixed <- camera(v, sets, design, contrast = 2, sort = FALSE)
put("camera_fixed_p", fixed$PValue)
put("camera_fixed_up", fixed$Direction == "Up", "int")
put("camera_fixed_q", fixed$FDR)
estimated <- camera(v, sets, design, contrast = 2, inter.gene.cor = NA, sort = FALSE)
put("camera_estimated_correlation", estimated$Correlation)
put("camera_estimated_p", estimated$PValue)
t <- eBayes(lmFit(v, design))$t[, 2]
put("statistic", t)
put("preranked_p", cameraPR(t, sets, sort = FALSE)$PValue)
put("preranked_ranks_p", cameraPR(t, sets, use.ranks = TRUE, sort = FALSE)$PValue)

# Every sample weighed by its fit; one of them made worse.
worse <- counts
worse[, 4] <- rnbinom(genes, mu = mean[, 4] * 2^rnorm(genes, sd = 1), size = 4)
put("worse", worse[, 4], "double")
y <- DGEList(worse)
y <- calcNormFactors(y[filterByExpr(y, design), , keep.lib.sizes = FALSE])
quality <- voomWithQualityWeights(y, design)
put("quality_weight", quality$targets$sample.weights)
put_tests("quality", eBayes(lmFit(quality, design)), "condition")

# A contrast of a design without intercept: the same as a coefficient of the design that contrastAsCoef makes of it.
cells <- model.matrix(~ 0 + factor(condition) + batch)
group <- factor(condition)
y <- prepared(cells, group)
put("contrast_tested", which(filterByExpr(DGEList(counts), cells, group = group)) - 1, "int")
as_coefficient <- contrastAsCoef(cells, c(-1, 1, 0))
v <- voom(y, as_coefficient$design)
quarters <- split(seq_len(nrow(v)), rep(1:4, length.out = nrow(v)))
quarter <- camera(voom(y, cells), quarters, cells, contrast = c(-1, 1, 0), inter.gene.cor = NA, sort = FALSE)
put("camera_contrast_correlation", quarter$Correlation)
put_tests("contrast", eBayes(lmFit(v, as_coefficient$design)), as_coefficient$coef)

# Six donors in both conditions.
paired <- model.matrix(~ factor(rep(1:6, 2)) + condition)
y <- prepared(paired)
put("paired_tested", which(filterByExpr(DGEList(counts), paired)) - 1, "int")
put_tests("paired", eBayes(lmFit(voom(y, paired), paired)), "condition")

# propeller of 8 types; the last one is in two samples alone.
types <- 8
share <- c(0.3, 0.2, 0.15, 0.15, 0.1, 0.06, 0.039, 0.001)
cells <- sapply(seq_len(samples), function(i) rmultinom(1, round(runif(1, 150, 900)), rgamma(types, 40 * share * c(1 + condition[i], rep(1, 7)))))
cells[8, ] <- 0
cells[8, c(2, 9)] <- 1:2
put("type_cells", t(cells))
propeller <- function(cells, transform) {
  tab <- t(cells)
  if (transform == "asin") {
    t(asin(sqrt(tab / rowSums(tab))))
  } else {
    pseudo <- (tab + 0.5) / rowSums(tab + 0.5)
    t(log(pseudo / (1 - pseudo)))
  }
}
design <- model.matrix(~ 0 + factor(condition) + batch)
for (transform in c("asin", "logit")) {
  fit <- eBayes(contrasts.fit(lmFit(propeller(cells, transform), design), c(-1, 1, 0)), robust = FALSE, trend = FALSE)
  put(paste0("propeller_", transform, "_effect"), fit$coefficients[, 1])
  put(paste0("propeller_", transform, "_t"), fit$t[, 1])
  put(paste0("propeller_", transform, "_p"), fit$p.value[, 1])
  put(paste0("propeller_", transform, "_q"), p.adjust(fit$p.value[, 1], method = "BH"))
  put(paste0("propeller_", transform, "_prior"), fit$df.prior)
}
# Three groups by F, beside batch.
three <- model.matrix(~ factor(rep(1:3, 4)) + batch)
fit <- eBayes(lmFit(propeller(cells, "logit"), three)[, 2:3], robust = FALSE, trend = FALSE)
put("propeller_f", fit$F)
put("propeller_f_p", fit$F.p.value)

writeLines(c(lines, "", "}  // namespace expected::compare"), "compare_expected.hpp")
