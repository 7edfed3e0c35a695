#include "train/cross_validation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

bool is_finite(std::span<const float> row) {
    return std::all_of(row.begin(), row.end(), [](float value) { return std::isfinite(value); });
}

std::size_t classes_in(std::span<const std::int32_t> codes) {
    std::vector<std::int32_t> seen(codes.begin(), codes.end());
    std::sort(seen.begin(), seen.end());
    return static_cast<std::size_t>(std::unique(seen.begin(), seen.end()) - seen.begin());
}

void standardize(std::vector<float>& rows, const Scaling& by) {
    const std::size_t width = by.mean.size();
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<float>((rows[i] - by.mean[i % width]) / by.deviation[i % width]);
}

}  // namespace

Scaling scaling_of(std::span<const float> rows, std::size_t width) {
    Scaling out{std::vector<double>(width), std::vector<double>(width, 1)};
    const std::size_t count = rows.size() / width;
    for (std::size_t i = 0; i < rows.size(); ++i) out.mean[i % width] += rows[i];
    for (double& mean : out.mean) mean /= static_cast<double>(count);
    std::vector<double> squares(width);
    for (std::size_t i = 0; i < rows.size(); ++i) squares[i % width] += (rows[i] - out.mean[i % width]) * (rows[i] - out.mean[i % width]);
    for (std::size_t j = 0; j < width; ++j) {
        const double variance = squares[j] / static_cast<double>(count);
        // Below this a column's variance is the rounding of its mean.
        const double rounding = 10 * std::numeric_limits<float>::epsilon() * std::abs(out.mean[j]);
        if (variance > rounding * rounding && variance > 0) out.deviation[j] = std::sqrt(variance);
    }
    return out;
}

CrossValidation cross_validate(std::span<const float> scores, std::size_t genes, std::span<const std::int32_t> codes,
                               std::span<const std::int32_t> folds, std::size_t classes, const SoftmaxOptions& options) {
    if (genes == 0 || scores.size() != genes * codes.size() || folds.size() != codes.size()) {
        throw Error(ErrorCode::bad_input, sentence(scores.size(), " scores, ", codes.size(), " labels and ", folds.size(),
                                                   " folds are not of the same cells over ", genes, " genes."));
    }
    std::size_t count = 0;
    std::vector<std::int32_t> fold_of(folds.begin(), folds.end());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] < 0 || !is_finite(scores.subspan(i * genes, genes))) fold_of[i] = -1;
        count = std::max(count, static_cast<std::size_t>(folds[i] + 1));
    }
    CrossValidation out;
    out.predicted.assign(codes.size(), -1);
    for (std::size_t fold = 0; fold < count; ++fold) {
        std::vector<float> train, test;
        std::vector<std::int32_t> train_codes, test_codes;
        std::vector<std::size_t> held;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (fold_of[i] < 0) continue;
            const bool is_test = fold_of[i] == static_cast<std::int32_t>(fold);
            const auto row = scores.subspan(i * genes, genes);
            (is_test ? test : train).insert((is_test ? test : train).end(), row.begin(), row.end());
            (is_test ? test_codes : train_codes).push_back(codes[i]);
            if (is_test) held.push_back(i);
        }
        FoldScore score{static_cast<double>(held.size()), kNaN, kNaN, kNaN};
        if (!held.empty() && classes_in(train_codes) >= 2) {
            const Scaling scaling = scaling_of(train, genes);
            standardize(train, scaling);
            standardize(test, scaling);
            const auto logits = softmax_logits(fit_softmax(train, genes, train_codes, classes, options), test);
            std::vector<std::int32_t> predicted;
            for (std::size_t i = 0; i < held.size(); ++i) {
                const auto row = logits.begin() + static_cast<std::ptrdiff_t>(i * classes);
                predicted.push_back(static_cast<std::int32_t>(std::max_element(row, row + static_cast<std::ptrdiff_t>(classes)) - row));
                out.predicted[held[i]] = predicted.back();
            }
            const auto judged = score_held_out(test_codes, predicted, classes, {}, std::vector<std::int32_t>(held.size(), 0));
            score = {score.cells, judged.accuracy.value, judged.balanced_accuracy.value, judged.macro_f1.value};
        }
        out.folds.push_back(score);
    }
    std::vector<std::int32_t> truth(codes.begin(), codes.end());
    for (std::size_t i = 0; i < truth.size(); ++i) truth[i] = out.predicted[i] < 0 ? -1 : truth[i];
    out.all = score_held_out(truth, out.predicted, classes, {}, fold_of);
    return out;
}

}  // namespace phenolens
