#include "survey/gene_ranks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/bytes.hpp"
#include "base/error.hpp"
#include "base/float_bits.hpp"
#include "cells/normalize.hpp"

namespace phenolens {
namespace {

constexpr std::size_t kMostGroups = 65535;

/// Sums of ranks per group and the ties' sum of t^3 - t, of one gene: `keys` hold value and group of the expressing cells, the others are
/// zeros.
struct Ranked {
    std::vector<double> sums;
    double ties = 0;
};

void rank(std::vector<std::uint64_t>& keys, std::span<const double> cells, double all, std::vector<double>& expressing, Ranked& out) {
    std::sort(keys.begin(), keys.end());
    std::fill(expressing.begin(), expressing.end(), 0);
    std::fill(out.sums.begin(), out.sums.end(), 0);
    const double zeros = all - static_cast<double>(keys.size());
    out.ties = zeros * zeros * zeros - zeros;
    for (std::size_t first = 0; first < keys.size();) {
        std::size_t last = first;
        while (last + 1 < keys.size() && keys[last + 1] >> 16 == keys[first] >> 16) ++last;
        const double count = static_cast<double>(last - first + 1), rank = zeros + static_cast<double>(first + last) / 2 + 1;
        out.ties += count * count * count - count;
        for (std::size_t i = first; i <= last; ++i) {
            const auto group = static_cast<std::size_t>(keys[i] & 0xffff);
            out.sums[group] += rank;
            ++expressing[group];
        }
        first = last + 1;
    }
    for (std::size_t g = 0; g < cells.size(); ++g) out.sums[g] += (cells[g] - expressing[g]) * (zeros + 1) / 2;
}

}  // namespace

std::vector<std::vector<std::uint8_t>> rank_parts(const MatrixBlock& block, ValueKind kind, std::span<const std::int32_t> group,
                                                  std::span<const std::int32_t> bounds) {
    if (group.size() != block.cells || bounds.size() < 2 || bounds.front() < 0 || static_cast<std::size_t>(bounds.back()) > block.genes ||
        !std::is_sorted(bounds.begin(), bounds.end())) {
        throw Error(ErrorCode::internal, "Groups or bounds do not fit the block to be ranked.");
    }
    const auto from = static_cast<std::size_t>(bounds.front()), to = static_cast<std::size_t>(bounds.back());
    std::vector<std::uint32_t> starts(to - from + 1);
    const auto each = [&](std::size_t cell, const auto& take) {
        const auto genes = block.genes_of(cell);
        const auto values = block.values_of(cell);
        const auto first =
            static_cast<std::size_t>(std::lower_bound(genes.begin(), genes.end(), static_cast<std::int32_t>(from)) - genes.begin());
        const auto last =
            static_cast<std::size_t>(std::lower_bound(genes.begin(), genes.end(), static_cast<std::int32_t>(to)) - genes.begin());
        take(genes.subspan(first, last - first), values.subspan(first, last - first), values);
    };
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (group[cell] < 0) continue;
        if (static_cast<std::size_t>(group[cell]) >= kMostGroups) throw Error(ErrorCode::bad_input, "At most 65,535 groups can be ranked.");
        each(cell, [&](auto genes, auto values, auto) {
            for (std::size_t i = 0; i < genes.size(); ++i) starts[static_cast<std::size_t>(genes[i]) - from + 1] += values[i] > 0;
        });
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<float> sorted(starts.back()), logs;
    std::vector<std::uint16_t> groups(starts.back());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        if (group[cell] < 0) continue;
        each(cell, [&](auto genes, auto values, auto all) {
            logs.resize(values.size());
            log1p_values(values, cell_total(all, kind), kTargetSum, kind, logs);
            for (std::size_t i = 0; i < genes.size(); ++i) {
                if (!(values[i] > 0)) continue;
                const std::uint32_t at = next[static_cast<std::size_t>(genes[i]) - from]++;
                sorted[at] = logs[i];
                groups[at] = static_cast<std::uint16_t>(group[cell]);
            }
        });
    }
    std::vector<std::vector<std::uint8_t>> out;
    for (std::size_t part = 0; part + 1 < bounds.size(); ++part) {
        const auto first = static_cast<std::size_t>(bounds[part]) - from, last = static_cast<std::size_t>(bounds[part + 1]) - from;
        std::vector<std::uint32_t> own(starts.begin() + static_cast<std::ptrdiff_t>(first),
                                       starts.begin() + static_cast<std::ptrdiff_t>(last) + 1);
        const std::uint32_t start = own.front();
        for (std::uint32_t& one : own) one -= start;
        ByteWriter writer;
        writer.put_count(static_cast<std::size_t>(bounds[part]));
        writer.put_all<std::uint32_t>(own);
        writer.put_all<float>(std::span(sorted).subspan(start, own.back()));
        writer.put_all<std::uint16_t>(std::span(groups).subspan(start, own.back()));
        out.push_back(writer.take());
    }
    return out;
}

GeneRanks::GeneRanks(std::size_t from, std::size_t to, std::vector<double> cells) : from_(from), to_(to), cells_(std::move(cells)) {
    if (from_ > to_ || cells_.empty() || cells_.size() > kMostGroups)
        throw Error(ErrorCode::internal, "Ranks need a run of genes and at least one group.");
}

void GeneRanks::add(std::span<const std::uint8_t> part) {
    ByteReader reader(part);
    const std::size_t from = reader.take_count();
    Part read{reader.take_all<std::uint32_t>(), reader.take_all<float>(), reader.take_all<std::uint16_t>()};
    const bool fits = from == from_ && read.starts.size() == to_ - from_ + 1 && read.starts.back() == read.values.size() &&
                      read.groups.size() == read.values.size() && std::is_sorted(read.starts.begin(), read.starts.end());
    if (!fits || !reader.at_end()) throw Error(ErrorCode::internal, "Values of other genes were given to be ranked.");
    for (const std::uint16_t group : read.groups) {
        if (group >= cells_.size()) throw Error(ErrorCode::internal, "A cell to be ranked is of a group that was not counted.");
    }
    parts_.push_back(std::move(read));
}

RankTests GeneRanks::tests() const {
    const std::size_t groups = cells_.size();
    const double all = std::accumulate(cells_.begin(), cells_.end(), 0.0);
    RankTests out;
    Ranked ranked{std::vector<double>(groups), 0};
    std::vector<std::uint64_t> keys;
    std::vector<double> expressing(groups);
    for (std::size_t gene = 0; gene < to_ - from_; ++gene) {
        keys.clear();
        for (const Part& part : parts_) {
            // Bits of floats above zero rise as they do.
            for (std::uint32_t i = part.starts[gene]; i < part.starts[gene + 1]; ++i)
                keys.push_back(static_cast<std::uint64_t>(bits_of(part.values[i])) << 16 | part.groups[i]);
        }
        if (static_cast<double>(keys.size()) > all) throw Error(ErrorCode::internal, "More values were ranked than there are cells.");
        rank(keys, cells_, all, expressing, ranked);
        const double correction = all > 1 ? 1 - ranked.ties / (all * all * all - all) : 0;
        for (std::size_t g = 0; g < groups; ++g) {
            const double own = cells_[g], rest = all - own;
            const double deviation = std::sqrt(correction * own * rest * (all + 1) / 12);
            out.z.push_back(deviation > 0 ? (ranked.sums[g] - own * (all + 1) / 2) / deviation : 0);
            out.auc.push_back(own > 0 && rest > 0 ? static_cast<float>((ranked.sums[g] - own * (own + 1) / 2) / (own * rest))
                                                  : std::numeric_limits<float>::quiet_NaN());
        }
    }
    return out;
}

}  // namespace phenolens
