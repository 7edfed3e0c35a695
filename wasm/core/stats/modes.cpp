#include "stats/modes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace phenolens {
namespace {

constexpr std::size_t kBars = 256;
constexpr int kMostRounds = 10'000;

using Bars = std::array<float, kBars>;

/// Where the histogram turns from rising to falling; the last of equal bars.
std::vector<std::size_t> modes_of(const Bars& bars) {
    std::vector<std::size_t> modes;
    bool rises = true;
    for (std::size_t i = 0; i + 1 < kBars; ++i) {
        if (rises && bars[i + 1] < bars[i]) {
            rises = false;
            modes.push_back(i);
        } else if (!rises && bars[i + 1] > bars[i]) {
            rises = true;
        }
    }
    return modes;
}

/// Running means of three, the ends mirrored: a running sum in double precision, as scipy.ndimage.uniform_filter1d.
Bars smoothed(const Bars& bars) {
    const auto at = [&](std::size_t i) -> double { return i == 0 ? bars[0] : i > kBars ? bars[kBars - 1] : bars[i - 1]; };
    Bars out;
    double mean = (at(0) + at(1) + at(2)) / 3;
    out[0] = static_cast<float>(mean);
    for (std::size_t i = 1; i < kBars; ++i) {
        mean += (at(i + 2) - at(i - 1)) / 3;
        out[i] = static_cast<float>(mean);
    }
    return out;
}

}  // namespace

std::optional<double> minimum_between_modes(std::span<const double> values) {
    if (values.empty()) return {};
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double width = (*most - *least) / static_cast<double>(kBars);
    if (!(width > 0)) return {};
    Bars bars{};
    for (const double value : values) ++bars[std::min(kBars - 1, static_cast<std::size_t>((value - *least) / width))];
    std::vector<std::size_t> modes;
    for (int round = 0; round < kMostRounds; ++round) {
        bars = smoothed(bars);
        modes = modes_of(bars);
        if (modes.size() < 3) break;
    }
    if (modes.size() != 2) return {};
    const auto lowest =
        std::min_element(bars.begin() + static_cast<std::ptrdiff_t>(modes[0]), bars.begin() + static_cast<std::ptrdiff_t>(modes[1]) + 1);
    return *least + (static_cast<double>(lowest - bars.begin()) + 0.5) * width;
}

}  // namespace phenolens
