#include "survey/rate_tests.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "base/bytes.hpp"
#include "base/error.hpp"

namespace phenolens {

void RateSums::add(const MatrixBlock& block, std::span<const std::int32_t> groups) {
    if (block.genes != genes() || groups.size() != block.cells)
        throw Error(ErrorCode::internal, "A block over other genes, or groups of other cells, were added to sums of rates.");
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (groups[cell] < 0) continue;
        const auto group = static_cast<std::size_t>(groups[cell]);
        if (group >= groups_) throw Error(ErrorCode::internal, "A cell is of a group that is none.");
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        const double total = std::accumulate(values.begin(), values.end(), 0.0);
        ++cells_[group];
        totals_[group] += total;
        total_squares_[group] += total * total;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto gene = static_cast<std::size_t>(genes[i]);
            const double count = values[i];
            const std::size_t at = gene * groups_ + group;
            counts_[at] += count;
            squares_[at] += count * count;
            with_total_[at] += count * total;
        }
    }
}

void RateSums::merge(const RateSums& other) {
    if (other.genes() != genes() || other.groups_ != groups_) throw Error(ErrorCode::internal, "Sums of other groups cannot be merged.");
    const auto add = [](std::vector<double>& to, const std::vector<double>& from) {
        std::transform(to.begin(), to.end(), from.begin(), to.begin(), std::plus<>());
    };
    add(counts_, other.counts_);
    add(squares_, other.squares_);
    add(with_total_, other.with_total_);
    add(cells_, other.cells_);
    add(totals_, other.totals_);
    add(total_squares_, other.total_squares_);
}

void RateSums::write(ByteWriter& writer) const {
    for (const auto* sums : {&counts_, &squares_, &with_total_, &cells_, &totals_, &total_squares_}) writer.put_all<double>(*sums);
}

RateSums RateSums::read(ByteReader& reader) {
    RateSums read;
    for (auto* sums : {&read.counts_, &read.squares_, &read.with_total_, &read.cells_, &read.totals_, &read.total_squares_})
        *sums = reader.take_all<double>();
    read.groups_ = read.totals_.size();
    if (read.total_squares_.size() != read.groups_ || read.cells_.size() != read.groups_ || read.squares_.size() != read.counts_.size() ||
        read.with_total_.size() != read.counts_.size())
        reader.fail();
    return read;
}

std::vector<double> RateSums::sizes() const {
    std::vector<double> out(genes(), std::numeric_limits<double>::infinity());
    for (std::size_t gene = 0; gene < genes(); ++gene) {
        double beyond = 0, expected = 0;
        for (std::size_t group = 0; group < groups_; ++group) {
            if (!(cells_[group] > 1 && totals_[group] > 0)) continue;
            const std::size_t at = gene * groups_ + group;
            const double rate = counts_[at] / totals_[group];
            const double squares = squares_[at] - 2 * rate * with_total_[at] + rate * rate * total_squares_[group];
            // The rate is the cells' own, which takes one of them from what varies.
            beyond += squares * cells_[group] / (cells_[group] - 1) - rate * totals_[group];
            expected += rate * rate * total_squares_[group];
        }
        if (beyond > 0 && expected > 0) out[gene] = expected / beyond;
    }
    return out;
}

RateSums::Tests RateSums::tests(std::size_t group) const {
    if (group >= groups_) throw Error(ErrorCode::internal, "There is no such group.");
    const auto sum = [](const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); };
    const double all = sum(totals_), all_squares = sum(total_squares_);
    const double own = totals_[group], own_squares = total_squares_[group];
    if (!(own > 0 && all - own > 0)) throw Error(ErrorCode::bad_input, "The group or the rest has no counts to test.");
    const double share = own / all;
    std::vector<double> z(genes());
    for (std::size_t gene = 0; gene < genes(); ++gene) {
        const auto over_groups = [&](const std::vector<double>& sums) {
            const double* first = sums.data() + gene * groups_;
            return std::accumulate(first, first + groups_, 0.0);
        };
        const double rate = over_groups(counts_) / all;
        if (!(rate > 0)) continue;
        const double squares = over_groups(squares_) - 2 * rate * over_groups(with_total_) + rate * rate * all_squares;
        const double beyond = std::max(0.0, (squares - rate * all) / all_squares);
        const double variance_own = rate * own + beyond * own_squares;
        const double variance_rest = rate * (all - own) + beyond * (all_squares - own_squares);
        const double variance = (1 - share) * (1 - share) * variance_own + share * share * variance_rest;
        z[gene] = (counts_[gene * groups_ + group] - rate * own) / std::sqrt(variance);
    }
    Tests tests{normal_tests(z), {}};
    tests.z = std::move(z);
    return tests;
}

}  // namespace phenolens
