#include "integrate/soft_clusters.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/dense.hpp"
#include "integrate/soft_rows.hpp"

namespace phenolens {
namespace {

/// Blocks that cells are weighted in: while one is, factors stand still.
constexpr std::size_t kBlocks = 20;
/// Sums below it have lost their digits in single precision.
constexpr float kLeastSum = 1e-30f;
/// Longest sum of cells in single precision.
constexpr std::size_t kCellsInSingle = 1024;

void put_in_random_order(std::vector<std::uint32_t>& values, Random& random) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.below(i)]);
}

}  // namespace

SoftClusters::SoftClusters(const Covariates& of, std::span<const std::int32_t> combination, std::size_t clusters, std::vector<double> theta,
                           double sigma, Random random)
    : of_(&of), clusters_(clusters), columns_(padded(clusters)), theta_(std::move(theta)), sigma_(sigma), random_(random) {
    order_.resize(combination.size());
    std::iota(order_.begin(), order_.end(), 0);
    put_in_random_order(order_, random_);
    const std::size_t cells = order_.size(), per_block = std::max<std::size_t>(1, cells / kBlocks);
    for (std::size_t from = 0; from < cells; ++blocks_) {
        const std::size_t to = blocks_ + 1 == kBlocks ? cells : std::min(cells, from + per_block);
        const auto at = [&](std::size_t i) { return order_.begin() + static_cast<std::ptrdiff_t>(i); };
        std::sort(at(from), at(to),
                  [&](std::uint32_t a, std::uint32_t b) { return std::pair(combination[a], a) < std::pair(combination[b], b); });
        block_runs_.push_back(runs_.size());
        while (from < to) {
            const std::int32_t own = combination[order_[from]];
            std::size_t end = from;
            while (end < to && combination[order_[end]] == own) ++end;
            runs_.push_back({from, end - from, static_cast<std::size_t>(own), blocks_});
            from = end;
        }
    }
    block_runs_.push_back(runs_.size());
    near_.resize(cells * columns_);
    nearest_.resize(cells);
    const std::size_t size = of.levels() * columns_;
    observed_.resize(size);
    total_.resize(columns_);
    block_observed_.assign(blocks_, std::vector<double>(size));
    log_factors_.assign(blocks_, std::vector<double>(size));
    block_total_.assign(blocks_, std::vector<double>(columns_));
    block_logs_.resize(blocks_);
}

void SoftClusters::set_cosines(std::size_t first, std::span<const float> cosines) {
    const auto scale = static_cast<float>(2 / sigma_);
    const std::size_t cells = cosines.size() / columns_;
    for (std::size_t i = 0; i < cells; ++i) {
        const auto from = cosines.subspan(i * columns_, columns_);
        const auto to = std::span(near_).subspan((first + i) * columns_, columns_);
        const float best = *std::max_element(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(clusters_));
        nearest_[first + i] = 2 * (static_cast<double>(best) - 1) / sigma_;
        for (std::size_t k = 0; k < columns_; ++k) to[k] = (from[k] - best) * scale;
    }
    const auto all = std::span(near_).subspan(first * columns_, cells * columns_);
    exponentiate(all);
    for (std::size_t i = 0; i < cells && clusters_ < columns_; ++i)
        std::fill(all.begin() + static_cast<std::ptrdiff_t>(i * columns_ + clusters_),
                  all.begin() + static_cast<std::ptrdiff_t>((i + 1) * columns_), 0.0f);
}

void SoftClusters::restart() {
    std::fill(observed_.begin(), observed_.end(), 0);
    std::fill(total_.begin(), total_.end(), 0);
    for (std::size_t block = 0; block < blocks_; ++block) {
        std::fill(log_factors_[block].begin(), log_factors_[block].end(), 0);
        weigh_block(block);
        add_block(block, 1);
    }
}

void SoftClusters::update() {
    std::vector<std::uint32_t> blocks(blocks_);
    std::iota(blocks.begin(), blocks.end(), 0);
    put_in_random_order(blocks, random_);
    for (const std::uint32_t block : blocks) {
        add_block(block, -1);
        set_factors(block);
        weigh_block(block);
        add_block(block, 1);
    }
}

void SoftClusters::set_factors(std::size_t block) {
    const auto cells = static_cast<double>(order_.size());
    for (std::size_t level = 0; level < of_->levels(); ++level) {
        const double share = of_->cells()[level] / cells, theta = theta_[of_->covariate_of(level)];
        for (std::size_t k = 0; k < clusters_; ++k) {
            // What is left when a block is taken out may be rounded to below nothing.
            const double expected = std::max(0.0, total_[k]) * share, observed = std::max(0.0, observed_[level * columns_ + k]);
            log_factors_[block][level * columns_ + k] = theta * std::log((2 * expected + 1) / (observed + expected + 1));
        }
    }
}

void SoftClusters::factors_of(std::size_t block, std::size_t combination, std::span<float> out) const {
    for (std::size_t k = 0; k < columns_; ++k) {
        double sum = 0;
        for (const std::uint32_t level : of_->levels_of(combination)) sum += log_factors_[block][level * columns_ + k];
        out[k] = static_cast<float>(sum);
    }
    exponentiate(out);
}

SoftClusters::Weighed SoftClusters::weigh_cell(std::size_t cell, const CellRun& run, std::span<const float> factors,
                                               std::span<float> out) const {
    const auto near = std::span(near_).subspan(cell * columns_, columns_);
    const float sum = weigh(near, factors, out);
    if (sum > kLeastSum) return {1 / sum, nearest_[cell] + std::log(static_cast<double>(sum))};
    // Factors so small that products vanish: by logarithms.
    std::vector<double> logs(clusters_);
    for (std::size_t k = 0; k < clusters_; ++k) {
        logs[k] = std::log(static_cast<double>(near[k]));
        for (const std::uint32_t level : of_->levels_of(run.combination)) logs[k] += log_factors_[run.block][level * columns_ + k];
    }
    const double most = *std::max_element(logs.begin(), logs.end());
    double total = 0;
    for (const double log : logs) total += std::exp(log - most);
    for (std::size_t k = 0; k < clusters_; ++k) out[k] = static_cast<float>(std::exp(logs[k] - most) / total);
    return {1, nearest_[cell] + most + std::log(total)};
}

void SoftClusters::weigh_block(std::size_t block) {
    std::vector<float> factors(columns_), row(columns_), sum(columns_);
    auto& observed = block_observed_[block];
    auto& total = block_total_[block];
    std::fill(observed.begin(), observed.end(), 0);
    std::fill(total.begin(), total.end(), 0);
    double logs = 0;
    for (std::size_t r = block_runs_[block]; r < block_runs_[block + 1]; ++r) {
        const CellRun& run = runs_[r];
        factors_of(block, run.combination, factors);
        for (std::size_t first = run.first; first < run.first + run.cells; first += kCellsInSingle) {
            const std::size_t end = std::min(run.first + run.cells, first + kCellsInSingle);
            std::fill(sum.begin(), sum.end(), 0.0f);
            for (std::size_t i = first; i < end; ++i) {
                const Weighed own = weigh_cell(i, run, factors, row);
                add_scaled(sum, row, own.scale);
                logs += own.log_sum;
            }
            for (std::size_t k = 0; k < clusters_; ++k) {
                total[k] += sum[k];
                for (const std::uint32_t level : of_->levels_of(run.combination)) observed[level * columns_ + k] += sum[k];
            }
        }
    }
    block_logs_[block] = logs;
}

void SoftClusters::add_block(std::size_t block, double sign) {
    for (std::size_t i = 0; i < observed_.size(); ++i) observed_[i] += sign * block_observed_[block][i];
    for (std::size_t k = 0; k < columns_; ++k) total_[k] += sign * block_total_[block][k];
}

void SoftClusters::weights(const CellRun& run, std::size_t first, std::size_t cells, std::span<float> out) const {
    std::vector<float> factors(columns_);
    factors_of(run.block, run.combination, factors);
    for (std::size_t i = 0; i < cells; ++i) {
        const auto row = out.subspan(i * columns_, columns_);
        const float scale = weigh_cell(first + i, run, factors, row).scale;
        for (float& value : row) value *= scale;
    }
}

double SoftClusters::objective() const {
    // With weights R = e^(-distance / sigma) x factors / sum, distances and sigma R log R come to sigma (R log factors - log sum).
    const auto cells = static_cast<double>(order_.size());
    double out = 0;
    for (std::size_t block = 0; block < blocks_; ++block) {
        out -= block_logs_[block];
        for (std::size_t i = 0; i < observed_.size(); ++i) out += block_observed_[block][i] * log_factors_[block][i];
    }
    for (std::size_t level = 0; level < of_->levels(); ++level) {
        const double share = of_->cells()[level] / cells, theta = theta_[of_->covariate_of(level)];
        for (std::size_t k = 0; k < clusters_; ++k) {
            const double expected = total_[k] * share, observed = observed_[level * columns_ + k];
            out += theta * observed * std::log((observed + expected + 1) / (2 * expected + 1));
        }
    }
    return sigma_ * out * 2000 / cells;
}

}  // namespace phenolens
