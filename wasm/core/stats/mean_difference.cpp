#include "stats/mean_difference.hpp"

#include <cmath>
#include <vector>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

struct Moments {
    double count = 0, mean = 0, variance = 0;

    /// Squared standard error of the mean.
    double error() const { return variance / count; }
};

Moments moments_of(std::span<const double> values) {
    Moments out{.count = static_cast<double>(values.size()), .mean = 0, .variance = 0};
    for (const double value : values) out.mean += value / out.count;
    for (const double value : values) out.variance += (value - out.mean) * (value - out.mean) / (out.count - 1);
    return out;
}

MeanDifference tested(double difference, double squared_error, double freedom) {
    if (!(squared_error > 0)) return {{difference, kNaN, kNaN}, kNaN, kNaN, kNaN};
    const double error = std::sqrt(squared_error), reach = student_t_isf(0.025, freedom) * error, t = difference / error;
    return {{difference, difference - reach, difference + reach}, t, freedom, 2 * student_t_sf(std::abs(t), freedom)};
}

}  // namespace

MeanDifference mean_difference(std::span<const double> first, std::span<const double> second, bool is_paired) {
    if (is_paired) {
        if (first.size() != second.size())
            throw Error(ErrorCode::bad_input, sentence(first.size(), " values cannot be paired with ", second.size(), "."));
        std::vector<double> differences;
        for (std::size_t i = 0; i < first.size(); ++i) differences.push_back(first[i] - second[i]);
        const Moments of = moments_of(differences);
        return tested(differences.empty() ? kNaN : of.mean, of.error(), of.count - 1);
    }
    const Moments a = moments_of(first), b = moments_of(second);
    const double difference = first.empty() || second.empty() ? kNaN : a.mean - b.mean, error = a.error() + b.error();
    const double freedom = error * error / (a.error() * a.error() / (a.count - 1) + b.error() * b.error() / (b.count - 1));
    return tested(difference, error, freedom);
}

}  // namespace phenolens
