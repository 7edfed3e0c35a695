#include "train/sample_moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {

double SampleMoments::all_cells() const { return std::accumulate(cells.begin(), cells.end(), 0.0); }

std::vector<double> SampleMoments::mean() const {
    std::vector<double> out(genes);
    for (std::size_t c = 0; c < classes; ++c) {
        for (std::size_t j = 0; j < genes; ++j) out[j] += sum[c * genes + j];
    }
    const double all = all_cells();
    for (double& value : out) value /= all;
    return out;
}

std::vector<double> SampleMoments::deviation() const {
    const auto means = mean();
    const double all = all_cells();
    std::vector<double> out(genes, 1);
    for (std::size_t j = 0; j < genes; ++j) {
        const double variance = squares[j] / all - means[j] * means[j];
        // Below this the variance is the rounding of the sums it is a difference of.
        if (variance > 1e-11 * (squares[j] / all)) out[j] = std::sqrt(variance);
    }
    return out;
}

std::vector<double> SampleMoments::anova_f() const {
    const auto means = mean();
    const double all = all_cells();
    const double present = static_cast<double>(std::count_if(cells.begin(), cells.end(), [](double n) { return n > 0; }));
    std::vector<double> between(genes);
    for (std::size_t c = 0; c < classes; ++c) {
        if (cells[c] == 0) continue;
        for (std::size_t j = 0; j < genes; ++j) {
            const double away = sum[c * genes + j] / cells[c] - means[j];
            between[j] += cells[c] * away * away;
        }
    }
    std::vector<double> out(genes);
    for (std::size_t j = 0; j < genes; ++j) {
        const double total = squares[j] - all * means[j] * means[j];
        const double rounding = 1e-12 * squares[j];
        const double within = total - between[j];
        if (total <= rounding)
            out[j] = std::numeric_limits<double>::quiet_NaN();
        else if (within <= rounding)
            out[j] = std::numeric_limits<double>::infinity();
        else
            out[j] = (between[j] / (present - 1)) / (within / (all - present));
    }
    return out;
}

SampleMoments sample_moments(const TrainingSample& sample, std::span<const std::int32_t> codes, std::size_t classes) {
    if (codes.size() != sample.rows())
        throw Error(ErrorCode::bad_input, sentence(codes.size(), " labels do not fit a sample of ", sample.rows(), " cells."));
    const std::size_t genes = sample.genes();
    SampleMoments out{genes, classes, std::vector<double>(classes), std::vector<double>(classes * genes), std::vector<double>(genes)};
    std::vector<double> zeros(classes);
    double zero_squares = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] < 0 || !sample.has_scores(i)) continue;
        const auto code = static_cast<std::size_t>(codes[i]);
        if (code >= classes)
            throw Error(ErrorCode::bad_input, sentence("A cell's class is number ", codes[i], ", but there are ", classes, " classes."));
        const auto& row = sample.row(i);
        const double zero = row.zero;
        ++out.cells[code];
        zeros[code] += zero;
        zero_squares += zero * zero;
        double* sum = out.sum.data() + code * genes;
        for (std::uint32_t j = 0; j < row.stored; ++j) {
            const double difference = row.difference(j);
            sum[row.genes[j]] += difference;
            out.squares[row.genes[j]] += difference * (difference + 2 * zero);
        }
    }
    for (std::size_t c = 0; c < classes; ++c) {
        for (std::size_t j = 0; j < genes; ++j) out.sum[c * genes + j] += zeros[c];
    }
    for (double& square : out.squares) square += zero_squares;
    return out;
}

std::vector<std::int32_t> best_genes(std::span<const double> score, std::size_t count) {
    std::vector<std::int32_t> order(score.size());
    std::iota(order.begin(), order.end(), 0);
    const auto value = [&](std::int32_t gene) {
        return std::isnan(score[static_cast<std::size_t>(gene)]) ? -INFINITY : score[static_cast<std::size_t>(gene)];
    };
    std::sort(order.begin(), order.end(),
              [&](std::int32_t a, std::int32_t b) { return value(a) != value(b) ? value(a) > value(b) : a > b; });
    order.resize(std::min(count, order.size()));
    std::sort(order.begin(), order.end());
    return order;
}

}  // namespace phenolens
