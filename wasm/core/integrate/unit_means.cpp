#include "integrate/unit_means.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/dense.hpp"
#include "base/distance.hpp"
#include "base/error.hpp"
#include "base/random.hpp"

namespace phenolens {
namespace {

/// Rows multiplied at once.
constexpr std::size_t kRowsTogether = 256;

double share_of_one(Random& random) { return static_cast<double>(random.next() >> 11) * 0x1p-53; }

/// Rows drawn one after another, each with probability by its squared distance from the nearest of those before.
std::vector<float> drawn_apart(std::span<const float> rows, std::size_t width, std::size_t count, std::uint64_t seed) {
    Random random(seed);
    const std::size_t all = rows.size() / width;
    std::vector<float> out;
    std::vector<double> distance(all, 4);
    std::size_t next = random.below(all);
    while (true) {
        out.insert(out.end(), rows.begin() + static_cast<std::ptrdiff_t>(next * width),
                   rows.begin() + static_cast<std::ptrdiff_t>((next + 1) * width));
        if (out.size() == count * width) return out;
        double sum = 0;
        for (std::size_t i = 0; i < all; ++i) {
            distance[i] = std::min<double>(distance[i], squared_distance(&rows[i * width], &rows[next * width], width));
            sum += distance[i];
        }
        double at = share_of_one(random) * sum;
        next = all - 1;
        for (std::size_t i = 0; i < all; ++i) {
            at -= distance[i];
            if (at < 0) {
                next = i;
                break;
            }
        }
        // Rows that are all alike are drawn as they come.
        if (!(sum > 0)) next = (out.size() / width) % all;
    }
}

}  // namespace

void scale_rows(std::span<float> rows, std::size_t dims) {
    for (std::size_t at = 0; at < rows.size(); at += dims) {
        double squares = 0;
        for (std::size_t d = 0; d < dims; ++d) squares += static_cast<double>(rows[at + d]) * rows[at + d];
        if (!(squares > 0)) continue;
        const auto scale = static_cast<float>(1 / std::sqrt(squares));
        for (std::size_t d = 0; d < dims; ++d) rows[at + d] *= scale;
    }
}

UnitMeans::UnitMeans(std::vector<float> rows, std::size_t width, std::size_t means, int passes, std::uint64_t seed)
    : rows_(std::move(rows)), nearest_(rows_.size() / width, static_cast<std::uint32_t>(means)), width_(width), left_(passes) {
    if (nearest_.size() < means || means == 0) throw Error(ErrorCode::internal, "There are fewer cells than clusters to start from.");
    means_ = drawn_apart(rows_, width, means, seed);
}

bool UnitMeans::step() {
    if (left_ <= 0) return false;
    const std::size_t count = means_.size() / width_, columns = padded(count);
    std::vector<float> turned(width_ * columns), product(kRowsTogether * columns);
    for (std::size_t m = 0; m < count; ++m)
        for (std::size_t d = 0; d < width_; ++d) turned[d * columns + m] = means_[m * width_ + d];
    std::vector<double> sums(count * width_);
    std::vector<bool> has_rows(count);
    bool moved = false;
    const std::span<const float> rows = rows_;
    for (std::size_t first = 0; first < nearest_.size(); first += kRowsTogether) {
        const std::size_t together = std::min(kRowsTogether, nearest_.size() - first);
        multiply<float>(rows.subspan(first * width_, together * width_), turned, width_, columns,
                        std::span(product).first(together * columns));
        for (std::size_t i = 0; i < together; ++i) {
            const auto* at = product.data() + i * columns;
            const auto best = static_cast<std::size_t>(std::max_element(at, at + count) - at);
            moved |= nearest_[first + i] != best;
            nearest_[first + i] = static_cast<std::uint32_t>(best);
            has_rows[best] = true;
            for (std::size_t d = 0; d < width_; ++d) sums[best * width_ + d] += rows[(first + i) * width_ + d];
        }
    }
    for (std::size_t m = 0; m < count; ++m) {
        if (!has_rows[m]) continue;
        for (std::size_t d = 0; d < width_; ++d)
            means_[m * width_ + d] = static_cast<float>(sums[m * width_ + d] / static_cast<double>(nearest_.size()));
    }
    scale_rows(means_, width_);
    left_ = moved ? left_ - 1 : 0;
    return left_ > 0;
}

}  // namespace phenolens
