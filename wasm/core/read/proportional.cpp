#include "read/proportional.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "stats/median.hpp"

namespace phenolens {
namespace {

/// Values of a sample, restored and without logarithms.
std::vector<float> plain_values(const ValueSample& sample, const ValueScale& scale) {
    std::vector<float> values(sample.values.begin(), sample.values.end());
    restore_values(values, sample.starts, scale);
    if (scale.stored == StoredAs::log1p || scale.stored == StoredAs::log1p_twice)
        for (float& value : values) value = static_cast<float>(std::expm1(static_cast<double>(value)));
    return values;
}

/// Value over value of the genes that both cells have; `one_sided` counts those that one alone has.
std::vector<double> ratios_of(const ValueSample& first, std::span<const float> a, const ValueSample& second, std::span<const float> b,
                              std::size_t cell, std::size_t& one_sided) {
    std::vector<double> ratios;
    const auto column = [cell](const ValueSample& sample, std::size_t i) {
        return sample.columns.empty() ? static_cast<std::int64_t>(i - sample.starts[cell]) : sample.columns[i];
    };
    std::size_t i = first.starts[cell], j = second.starts[cell];
    const std::size_t i_end = first.starts[cell + 1], j_end = second.starts[cell + 1];
    one_sided = 0;
    while (i < i_end || j < j_end) {
        const bool only_first = j == j_end || (i < i_end && column(first, i) < column(second, j));
        const bool only_second = !only_first && (i == i_end || column(second, j) < column(first, i));
        if (only_first) {
            one_sided += a[i++] > 0;
        } else if (only_second) {
            one_sided += b[j++] > 0;
        } else {
            if (a[i] > 0 && b[j] > 0)
                ratios.push_back(static_cast<double>(a[i]) / static_cast<double>(b[j]));
            else
                one_sided += (a[i] > 0) != (b[j] > 0);
            ++i;
            ++j;
        }
    }
    return ratios;
}

}  // namespace

double share_proportional(const ValueSample& first, const ValueScale& first_scale, const ValueSample& second,
                          const ValueScale& second_scale) {
    if (first.starts.size() != second.starts.size())
        throw Error(ErrorCode::internal,
                    sentence("Samples of ", first.starts.size(), " and ", second.starts.size(), " starts were compared."));
    const std::vector<float> a = plain_values(first, first_scale), b = plain_values(second, second_scale);
    constexpr std::size_t kLeast = 5;
    double cells = 0, proportional = 0;
    for (std::size_t cell = 0; cell + 1 < first.starts.size(); ++cell) {
        std::size_t one_sided = 0;
        std::vector<double> ratios = ratios_of(first, a, second, b, cell, one_sided);
        if (ratios.size() + one_sided < kLeast) continue;
        ++cells;
        const double middle = median_of(ratios);
        const auto near = static_cast<std::size_t>(
            std::count_if(ratios.begin(), ratios.end(), [middle](double ratio) { return std::abs(ratio / middle - 1) < 0.02; }));
        proportional += static_cast<double>(near) >= 0.95 * static_cast<double>(ratios.size() + one_sided);
    }
    return cells == 0 ? kNaN : proportional / cells;
}

}  // namespace phenolens
