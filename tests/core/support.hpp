#pragma once

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "read/matrix_block.hpp"

/// How near numbers must be, each with its reason.
namespace tolerance {

/// Same formula in double precision, other order of operations.
inline constexpr double kDouble = 1e-12;
/// Results kept as float32 (7 digits).
inline constexpr double kFloat = 2e-6;
/// Logits: float32 sums over up to some thousand genes.
inline constexpr double kLogit = 2e-5;
/// A sketch's bins are 0.8% wide.
inline constexpr double kSketch = 4e-3;
/// Eigenvectors: iterated to 1e-12, stored as float32.
inline constexpr double kVector = 5e-6;

}  // namespace tolerance

/// Near by `tolerance`, relative to the expected size where that is above 1.
inline void check_close(double found, double expected, double within) {
    if (std::isnan(expected)) {
        CHECK(std::isnan(found));
        return;
    }
    INFO("found " << found << ", expected " << expected);
    if (std::isinf(expected)) {
        CHECK(found == expected);
        return;
    }
    CHECK(std::abs(found - expected) <= within * std::max(1.0, std::abs(expected)));
}

template <typename Found, typename Expected> void check_all_close(const Found& found, const Expected& expected, double within) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO("at " << i);
        check_close(static_cast<double>(found[i]), static_cast<double>(expected[i]), within);
    }
}

/// Runs what must fail with this code, and checks that its sentence has these words.
template <typename Work> void check_error(phenolens::ErrorCode code, const std::string& words, const Work& work) {
    try {
        work();
        FAIL("nothing was thrown; expected: " << words);
    } catch (const phenolens::Error& error) {
        INFO(error.what());
        CHECK(std::string(name_of(error.code())) == name_of(code));
        CHECK(std::string(error.what()).find(words) != std::string::npos);
    }
}

/// Row-major cells x genes of counts, most of them zero; the cell in the middle is empty.
inline std::vector<float> random_counts(std::size_t cells, std::size_t genes, unsigned seed, double density = 0.3) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> uniform;
    std::vector<float> dense(cells * genes);
    for (std::size_t i = 0; i < dense.size(); ++i) {
        const double drawn = uniform(random);
        const double size = uniform(random);
        if (drawn < density && (i / genes != cells / 2 || cells == 1))
            dense[i] = static_cast<float>(std::floor(1 + 8 * size * size * size));
    }
    return dense;
}

inline phenolens::MatrixBlock block_of(const std::vector<float>& dense, std::size_t genes,
                                       phenolens::ValueKind kind = phenolens::ValueKind::counts) {
    return phenolens::make_dense_block(0, dense.size() / genes, genes, dense, kind);
}

/// Names G0, G1, ... joined by newlines.
inline std::string gene_ids(std::size_t genes) {
    std::string ids;
    for (std::size_t gene = 0; gene < genes; ++gene) ids += (gene == 0 ? "G" : "\nG") + std::to_string(gene);
    return ids;
}

/// genes.tsv of G0, G1, ... with these scales (1 where there are none).
inline std::string genes_tsv(std::size_t genes, const std::vector<double>& scales = {}) {
    std::string text = "symbol\tensembl_id\taliases\tscale\n";
    for (std::size_t gene = 0; gene < genes; ++gene) {
        text.append("G")
            .append(std::to_string(gene))
            .append("\t\t\t")
            .append(scales.empty() ? "1" : std::to_string(scales[gene]))
            .append("\n");
    }
    return text;
}

/// What expected values, written as doubles, are as float32.
inline std::vector<float> floats(const std::vector<double>& values) { return {values.begin(), values.end()}; }

/// Rows [first, last) of row-major cells x genes.
inline std::vector<float> part_of(const std::vector<float>& dense, std::size_t genes, std::size_t first, std::size_t last) {
    return {dense.begin() + static_cast<std::ptrdiff_t>(first * genes), dense.begin() + static_cast<std::ptrdiff_t>(last * genes)};
}

/// Dense log1p(CP10K) by its definition; zeros for an empty cell.
inline std::vector<double> logs_of(const std::vector<float>& dense, std::size_t genes) {
    std::vector<double> out(dense.size());
    for (std::size_t cell = 0; cell * genes < dense.size(); ++cell) {
        double total = 0;
        for (std::size_t g = 0; g < genes; ++g) total += dense[cell * genes + g];
        for (std::size_t g = 0; g < genes && total > 0; ++g) out[cell * genes + g] = std::log1p(1e4 * dense[cell * genes + g] / total);
    }
    return out;
}

/// What comes back from the bytes of sums; bytes that end early are refused.
template <typename Sums> Sums through_bytes(const Sums& sums) {
    phenolens::ByteWriter writer;
    sums.write(writer);
    const auto bytes = writer.take();
    phenolens::ByteReader reader(bytes);
    Sums read = Sums::read(reader);
    CHECK(reader.at_end());
    check_error(phenolens::ErrorCode::internal, "damaged", [&] {
        phenolens::ByteReader cut(std::span<const std::uint8_t>(bytes.data(), bytes.size() - 3));
        Sums::read(cut);
    });
    return read;
}
