#include "support.hpp"

#include <algorithm>

#include "base/random.hpp"
#include "parity/batch_genes_expected.hpp"
#include "survey/batch_genes.hpp"

using namespace phenolens;

namespace {

constexpr std::size_t kCells = 300, kGenes = 150, kBatches = 3, kTop = 40;

/// The counts of batch_genes_expected.py.
struct Study {
    std::vector<float> dense;
    std::vector<std::int32_t> batch;

    Study() {
        Random random(23);
        const auto uniform = [&] { return static_cast<double>(random.next() >> 11) * 0x1p-53; };
        std::vector<double> size;
        for (std::size_t gene = 0; gene < kGenes; ++gene) size.push_back(2 + 30 * uniform());
        for (std::size_t cell = 0; cell < kCells; ++cell) {
            const std::size_t own = cell * 7 % kBatches;
            const double depth = 0.5 + uniform();
            batch.push_back(static_cast<std::int32_t>(own));
            for (std::size_t gene = 0; gene < kGenes; ++gene) {
                const double u = uniform(), more = gene % 3 == own && cell % 2 == 1 ? 3 : 1;
                const double value = std::floor(u * u * u * size[gene] * depth * more);
                dense.push_back(own == 0 && gene < 10 ? 0.0f : static_cast<float>(value));
            }
        }
    }

    /// Gathered in two lanes, of which the second had no third batch yet.
    template <typename Sums> BatchSums<Sums> gather(BatchSums<Sums> all, BatchSums<Sums> first_two) const {
        auto in_first = batch, in_second = batch;
        for (std::size_t cell = 0; cell < kCells; ++cell) (batch[cell] < 2 && cell > 100 ? in_first : in_second)[cell] = -1;
        all.add(block_of(dense, kGenes), ValueKind::counts, in_first);
        first_two.add(block_of(dense, kGenes), ValueKind::counts, in_second);
        all.merge(through_bytes(first_two));
        return all;
    }

    BatchSums<CountSums> counts() const { return gather(batch_counts(kGenes, kBatches), batch_counts(kGenes, 2)); }

    BatchSums<ClippedSums> clipped(const std::vector<double>& limit) const {
        return gather(batch_clipped(limit, kGenes, kBatches), batch_clipped(std::span(limit).first(2 * kGenes), kGenes, 2));
    }
};

std::vector<std::int32_t> sorted(std::vector<std::int32_t> values) {
    std::sort(values.begin(), values.end());
    return values;
}

}  // namespace

TEST_CASE("genes chosen across batches by dispersion are scanpy's", "[survey]") {
    using namespace expected::batch_genes;
    const auto found = dispersions_across(Study().counts(), kTop, order);
    // scanpy's counts are in single precision.
    check_all_close(found.mean, seurat_mean, 1e-5);
    check_all_close(found.spread, seurat_spread, 1e-5);
    check_all_close(found.score, seurat_score, 1e-4);
    CHECK(found.batches == seurat_batches);
    CHECK(sorted(found.chosen) == seurat_chosen);
}

TEST_CASE("genes chosen across batches by standardized variance are scanpy's", "[survey]") {
    using namespace expected::batch_genes;
    const Study study;
    const auto counts = study.counts();
    const auto trends = trends_across(counts);
    const auto found = standardized_across(counts, study.clipped(trends.limit), trends.expected, kTop);
    check_all_close(found.mean, seurat_v3_mean, 1e-9);
    check_all_close(found.spread, seurat_v3_spread, 1e-9);
    check_all_close(found.score, seurat_v3_score, 1e-7);
    check_all_close(found.rank, seurat_v3_rank, 1e-12);
    CHECK(found.batches == seurat_v3_batches);
    CHECK(sorted(found.chosen) == seurat_v3_chosen);
}

TEST_CASE("one batch is the file without batches, batches without cells change nothing, and what does not vary is not chosen", "[survey]") {
    const Study study;
    auto one = batch_counts(kGenes, 3);
    one.add(block_of(study.dense, kGenes), ValueKind::counts, std::vector<std::int32_t>(kCells, 1));
    CountSums plain(kGenes);
    plain.add(block_of(study.dense, kGenes), ValueKind::counts);
    const auto alone = dispersion_scores(plain.normalized_mean(), plain.normalized_variance());
    const auto found = dispersions_across(one, 10);
    check_all_close(found.score, alone.score, tolerance::kDouble);
    for (const std::int32_t gene : found.chosen)
        CHECK(std::count_if(alone.score.begin(), alone.score.end(), [&](double score) { return score > alone.score[gene]; }) < 10);
    const auto trends = trends_across(one);
    check_all_close(std::vector<double>(trends.expected.begin() + kGenes, trends.expected.begin() + 2 * kGenes),
                    expected_variance(plain.mean(), plain.variance()), tolerance::kDouble);
    CHECK(dispersions_across(one, 1000).chosen.size() == kGenes);
    auto dense = study.dense;
    for (std::size_t cell = 0; cell < kCells; ++cell) dense[cell * kGenes + 3] = 0;
    auto without = batch_counts(kGenes, 1);
    without.add(block_of(dense, kGenes), ValueKind::counts, std::vector<std::int32_t>(kCells));
    CHECK(dispersions_across(without, 1000).chosen.size() == kGenes - 1);
}

TEST_CASE("batches too small for a trend are named, and sums that do not fit are refused", "[survey]") {
    const Study study;
    auto counts = batch_counts(kGenes, 2);
    std::vector<std::int32_t> batch(kCells);
    batch[4] = 1;
    counts.add(block_of(study.dense, kGenes), ValueKind::counts, batch);
    check_error(ErrorCode::bad_input, "In batch 1 no trend", [&] { trends_across(counts); });
    check_error(ErrorCode::bad_input, "From 1 gene up", [&] { dispersions_across(counts, 0); });
    check_error(ErrorCode::internal, "more batches", [&] { batch_counts(kGenes, 1).merge(counts); });
    check_error(ErrorCode::internal, "was not counted",
                [&] { batch_counts(kGenes, 1).add(block_of(study.dense, kGenes), ValueKind::counts, batch); });
    check_error(ErrorCode::internal, "other genes",
                [&] { batch_counts(3, 1).add(block_of(study.dense, kGenes), ValueKind::counts, batch); });
    check_error(ErrorCode::memory, "fewer batches", [] { batch_counts(40000, 100000); });
}
