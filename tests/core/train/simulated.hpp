#pragma once

#include "support.hpp"

#include <algorithm>
#include <numeric>

#include "genes/gene_map.hpp"
#include "train/training_sample.hpp"

/// Samples of simulated cells, and what is in them.
namespace phenolens::simulated {

inline GeneMap map_to(std::size_t genes) {
    return map_genes(read_gene_names(gene_ids(genes), {}), read_vocabulary(genes_tsv(genes)), true);
}

/// A sample of all cells, added in parts of some cells, the last part first.
inline TrainingSample sample_of(const std::vector<float>& dense, std::size_t genes, Normalization normalization,
                                std::size_t cells_a_part = 1000) {
    const std::size_t cells = dense.size() / genes;
    CellScores scores(map_to(genes), ValueKind::counts, normalization, 1e4);
    const auto block = block_of(dense, genes);
    TrainingSample sample(genes, cells);
    for (std::size_t part = (cells + cells_a_part - 1) / cells_a_part; part-- > 0;) {
        std::vector<std::int32_t> rows(std::min(cells_a_part, cells - part * cells_a_part));
        std::iota(rows.begin(), rows.end(), static_cast<std::int32_t>(part * cells_a_part));
        sample.add(sample_part(scores, block, rows, part * cells_a_part));
    }
    return sample;
}

inline std::vector<std::int32_t> rows_from(std::size_t first, std::size_t last) {
    std::vector<std::int32_t> rows(last - first);
    std::iota(rows.begin(), rows.end(), static_cast<std::int32_t>(first));
    return rows;
}

/// Dense scores of a sample's row.
inline std::vector<double> dense_row(const TrainingSample& sample, std::size_t i) {
    const auto& row = sample.row(i);
    std::vector<double> out(sample.genes(), row.zero);
    for (std::uint32_t j = 0; j < row.stored; ++j) out[row.genes[j]] += row.difference(j);
    return out;
}

struct Simulated {
    std::vector<float> dense;
    std::vector<std::int32_t> codes;
};

/// Cells of classes that differ in a tenth of the genes.
inline Simulated simulate(std::size_t cells, std::size_t genes, std::size_t classes, unsigned seed) {
    std::mt19937 random(seed);
    Simulated out;
    out.dense.resize(cells * genes);
    for (std::size_t i = 0; i < cells; ++i) {
        const std::size_t code = random() % classes;
        out.codes.push_back(static_cast<std::int32_t>(code));
        for (std::size_t j = 0; j < genes; ++j) {
            std::poisson_distribution<int> poisson(j % (10 * classes) == 10 * code ? 3.0 : 0.4);
            out.dense[i * genes + j] = static_cast<float>(poisson(random));
        }
    }
    return out;
}

}  // namespace phenolens::simulated
