#include "integrate/silhouette.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "base/dense.hpp"
#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/random.hpp"

namespace phenolens {
namespace {

/// Rows and columns of the distances that are made at once.
constexpr std::size_t kSquare = 128;

/// Cells by category, their positions less the mean of all: the smaller the numbers, the more digits products have.
struct Sorted {
    std::vector<std::size_t> order, starts;
    std::vector<float> rows, columns;
    std::vector<double> squares;
    std::size_t width = 0;
};

Sorted sorted_by(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes) {
    Sorted out;
    out.order.resize(codes.size());
    std::iota(out.order.begin(), out.order.end(), 0);
    std::stable_sort(out.order.begin(), out.order.end(), [&](std::size_t a, std::size_t b) { return codes[a] < codes[b]; });
    std::vector<double> mean(dims);
    for (std::size_t i = 0; i < codes.size(); ++i)
        for (std::size_t d = 0; d < dims; ++d) mean[d] += values[i * dims + d] / static_cast<double>(codes.size());
    out.width = padded(dims);
    out.rows.resize(codes.size() * out.width);
    out.squares.resize(codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (i == 0 || codes[out.order[i]] != codes[out.order[i - 1]]) out.starts.push_back(i);
        for (std::size_t d = 0; d < dims; ++d) {
            const auto value = static_cast<float>(values[out.order[i] * dims + d] - mean[d]);
            out.rows[i * out.width + d] = value;
            out.squares[i] += static_cast<double>(value) * value;
        }
    }
    out.starts.push_back(codes.size());
    return out;
}

/// Sums of distances of each cell to each category, row-major cells x categories, in the sorted order.
std::vector<double> distance_sums(const Sorted& of) {
    const std::size_t cells = of.squares.size(), categories = of.starts.size() - 1;
    std::vector<double> sums(cells * categories);
    std::vector<float> turned(of.width * kSquare), product(kSquare * kSquare);
    for (std::size_t first = 0; first < cells; first += kSquare) {
        const std::size_t across = std::min(kSquare, cells - first), columns = padded(across);
        turned.assign(of.width * columns, 0);
        for (std::size_t j = 0; j < across; ++j)
            for (std::size_t d = 0; d < of.width; ++d) turned[d * columns + j] = of.rows[(first + j) * of.width + d];
        for (std::size_t from = 0; from < cells; from += kSquare) {
            const std::size_t down = std::min(kSquare, cells - from);
            const auto found = std::span(product).first(down * columns);
            multiply<float>(std::span(of.rows).subspan(from * of.width, down * of.width), turned, of.width, columns, found);
            for (std::size_t i = 0; i < down; ++i) {
                std::size_t category =
                    static_cast<std::size_t>(std::upper_bound(of.starts.begin(), of.starts.end(), first) - of.starts.begin()) - 1;
                for (std::size_t j = 0; j < across;) {
                    const std::size_t end = std::min(across, of.starts[category + 1] - first);
                    double sum = 0;
                    for (; j < end; ++j) {
                        // A cell's distance from itself is not what rounding leaves of it.
                        const double squared =
                            from + i == first + j ? 0 : of.squares[from + i] + of.squares[first + j] - 2.0 * found[i * columns + j];
                        sum += std::sqrt(std::max(0.0, squared));
                    }
                    sums[(from + i) * categories + category++] += sum;
                }
            }
        }
    }
    return sums;
}

/// Places of at most `most` cells, of each group (in `group`, below 0: none) its share, and two where it has them.
std::vector<std::size_t> sample_by(std::span<const std::pair<std::int32_t, std::int32_t>> group, std::size_t most, std::uint64_t seed) {
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::size_t>> members;
    std::size_t all = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (group[i].first < 0 || group[i].second < 0) continue;
        members[group[i]].push_back(i);
        ++all;
    }
    Random random(seed);
    std::vector<std::size_t> out;
    for (auto& [key, own] : members) {
        const double share = static_cast<double>(own.size()) * static_cast<double>(most) / static_cast<double>(all);
        const std::size_t count =
            all <= most ? own.size() : std::min(own.size(), std::max<std::size_t>(2, static_cast<std::size_t>(std::lround(share))));
        for (std::size_t i = 0; i < count; ++i) std::swap(own[i], own[i + random.below(own.size() - i)]);
        out.insert(out.end(), own.begin(), own.begin() + static_cast<std::ptrdiff_t>(count));
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<float> rows_at(std::span<const float> values, std::size_t dims, std::span<const std::size_t> places) {
    std::vector<float> out;
    for (const std::size_t place : places) {
        const auto row = values.subspan(place * dims, dims);
        out.insert(out.end(), row.begin(), row.end());
    }
    return out;
}

/// Mean of 1 - |width by batch| of cells of one category; NaN where they are of one batch, or each of its own.
double batch_mixing(std::span<const float> values, std::size_t dims, const std::vector<std::int32_t>& batches) {
    auto distinct = batches;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (distinct.size() < 2 || distinct.size() == batches.size()) return kNaN;
    double sum = 0;
    for (const double width : silhouette_widths(values, dims, batches)) sum += 1 - std::abs(width);
    return sum / static_cast<double>(batches.size());
}

}  // namespace

std::vector<double> silhouette_widths(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes) {
    if (dims == 0 || values.size() != codes.size() * dims)
        throw Error(ErrorCode::internal, "Positions and codes of cells do not fit each other.");
    std::vector<double> out(codes.size(), kNaN);
    const Sorted cells = sorted_by(values, dims, codes);
    const std::size_t categories = cells.starts.size() - 1;
    if (categories < 2) return out;
    const auto sums = distance_sums(cells);
    for (std::size_t own = 0; own < categories; ++own) {
        const auto size = [&](std::size_t category) { return static_cast<double>(cells.starts[category + 1] - cells.starts[category]); };
        for (std::size_t i = cells.starts[own]; i < cells.starts[own + 1]; ++i) {
            double other = std::numeric_limits<double>::infinity();
            for (std::size_t category = 0; category < categories; ++category)
                if (category != own) other = std::min(other, sums[i * categories + category] / size(category));
            const double within = size(own) > 1 ? sums[i * categories + own] / (size(own) - 1) : kNaN, most = std::max(within, other);
            out[cells.order[i]] = size(own) > 1 && most > 0 ? (other - within) / most : 0;
        }
    }
    return out;
}

Silhouette silhouette_of(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes,
                         std::span<const std::int32_t> batches, const SilhouetteOptions& options) {
    if (dims == 0 || values.size() != codes.size() * dims || (!batches.empty() && batches.size() != codes.size()))
        throw Error(ErrorCode::internal, "Positions and codes of cells do not fit each other.");
    std::vector<std::pair<std::int32_t, std::int32_t>> group;
    std::int32_t last = -1;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto row = values.subspan(i * dims, dims);
        const bool is_somewhere = std::all_of(row.begin(), row.end(), [](float value) { return std::isfinite(value); });
        group.emplace_back(is_somewhere ? codes[i] : -1, batches.empty() ? 0 : batches[i]);
        last = std::max(last, codes[i]);
    }
    const auto places = sample_by(group, options.most_cells, options.seed);
    const auto sample = rows_at(values, dims, places);
    std::vector<std::int32_t> own;
    for (const std::size_t place : places) own.push_back(codes[place]);

    Silhouette out;
    out.cells = places.size();
    out.by_category.assign(static_cast<std::size_t>(last + 1), kNaN);
    out.batch_by_category = out.by_category;
    std::vector<std::vector<std::size_t>> members(out.by_category.size());
    for (std::size_t i = 0; i < own.size(); ++i) members[static_cast<std::size_t>(own[i])].push_back(i);
    const auto widths = own.empty() ? std::vector<double>() : silhouette_widths(sample, dims, own);
    double batch = 0, counted = 0;
    for (std::size_t category = 0; category < members.size(); ++category) {
        if (members[category].empty()) continue;
        double sum = 0;
        std::vector<std::int32_t> batch_of;
        for (const std::size_t i : members[category]) {
            sum += widths[i];
            batch_of.push_back(group[places[i]].second);
        }
        out.by_category[category] = sum / static_cast<double>(members[category].size());
        const double mixing = batch_mixing(rows_at(sample, dims, members[category]), dims, batch_of);
        out.batch_by_category[category] = mixing;
        if (std::isnan(mixing)) continue;
        batch += mixing;
        ++counted;
    }
    out.mean = own.empty() ? kNaN : std::accumulate(widths.begin(), widths.end(), 0.0) / static_cast<double>(widths.size());
    out.label = (out.mean + 1) / 2;
    out.batch = counted > 0 ? batch / counted : kNaN;
    return out;
}

}  // namespace phenolens
