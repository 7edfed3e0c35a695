#include "predict/reference_reasons.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "predict/left_out_ranks.hpp"

namespace phenolens {
namespace {

std::vector<double> picked(std::span<const double> values, std::span<const std::int32_t> rows) {
    std::vector<double> out;
    out.reserve(rows.size());
    for (const std::int32_t row : rows) out.push_back(values[static_cast<std::size_t>(row)]);
    return out;
}

std::size_t best_of(const std::vector<double>& scores) {
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace

ReferenceRanks::ReferenceRanks(std::span<const double> values, std::size_t rows, std::span<const std::int32_t> labels, LabelMarkers markers,
                               double quantile, double fine_tune)
    : rows_(rows), profiles_of_(markers.size()), markers_(std::move(markers)), quantile_(quantile), fine_tune_(fine_tune) {
    levels_.reserve(values.size());
    for (std::size_t p = 0; p < labels.size(); ++p) {
        const RankedValues ranked(values.subspan(p * rows, rows));
        levels_.insert(levels_.end(), ranked.level.begin(), ranked.level.end());
        profiles_of_[static_cast<std::size_t>(labels[p])].push_back(p);
    }
}

std::vector<double> ReferenceRanks::profile(std::size_t at, std::span<const std::int32_t> rows) const {
    std::vector<double> out;
    out.reserve(rows.size());
    for (const std::int32_t row : rows) out.push_back(static_cast<double>(levels_[at * rows_ + static_cast<std::size_t>(row)]));
    return out;
}

/// The quantile of a label's correlations, between order statistics by linear interpolation (type 7).
double ReferenceRanks::score(const std::vector<double>& correlations) const {
    if (correlations.size() == 1) return correlations[0];
    auto sorted = correlations;
    std::sort(sorted.begin(), sorted.end());
    const double at = quantile_ * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at), above = std::min(sorted.size() - 1, below + 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::vector<std::int32_t> ReferenceRanks::rows_between(std::span<const std::int32_t> labels) const {
    std::vector<std::int32_t> rows;
    if (labels.size() == profiles_of_.size()) {
        rows.resize(rows_);
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    for (const std::int32_t a : labels) {
        for (const std::int32_t b : labels) {
            const auto& list = markers_[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
            rows.insert(rows.end(), list.begin(), list.end());
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

/// Fine tuning: labels near the best are compared again over the markers between them, until one is left or none falls away.
ReferenceRanks::Round ReferenceRanks::last_round(std::span<const double> cell, std::span<const double> scores) const {
    Round round{std::vector<std::int32_t>(scores.size()), {}, {scores.begin(), scores.end()}};
    std::iota(round.labels.begin(), round.labels.end(), 0);
    for (;;) {
        const double limit = round.scores[best_of(round.scores)] - fine_tune_;
        std::vector<std::int32_t> left;
        for (std::size_t i = 0; i < round.labels.size(); ++i) {
            if (round.scores[i] >= limit) left.push_back(round.labels[i]);
        }
        if (left.size() == 1 || left.size() == round.labels.size()) break;
        round = {left, rows_between(left), {}};
        const RankedValues own(picked(cell, round.rows));
        for (const std::int32_t label : left) {
            std::vector<double> correlations;
            for (const std::size_t p : profiles_of_[static_cast<std::size_t>(label)])
                correlations.push_back(rank_correlation(own, RankedValues(profile(p, round.rows))));
            round.scores.push_back(score(correlations));
        }
    }
    if (round.rows.empty()) round.rows = rows_between(round.labels);
    return round;
}

ReferenceReasons ReferenceRanks::explain(std::span<const double> cell, std::span<const double> scores, std::int32_t code,
                                         std::int32_t against) const {
    const auto labels = static_cast<std::int32_t>(profiles_of_.size());
    if (code < 0 || code >= labels || against < -1 || against >= labels || code == against)
        throw Error(ErrorCode::internal, "The reference has no such labels to compare.");
    ReferenceReasons out;
    Round round = last_round(cell, scores);
    const std::size_t best = best_of(round.scores);
    const std::int32_t chosen = round.labels[best];
    round.scores[best] = -2;
    const std::int32_t second = round.labels[best_of(round.scores)];
    out.rival = against >= 0 ? against : code == chosen ? second : chosen;
    if (code == chosen && out.rival == second)
        out.rows = std::move(round.rows);
    else
        out.rows = rows_between(std::vector<std::int32_t>{code, out.rival});
    const RankedValues own(picked(cell, out.rows));
    out.changes.assign(out.rows.size(), 0);
    std::vector<double> correlations;
    for (const std::int32_t label : {code, out.rival}) {
        const double sign = label == code ? 1 : -1;
        std::vector<std::vector<double>> without;
        correlations.clear();
        for (const std::size_t p : profiles_of_[static_cast<std::size_t>(label)]) {
            const RankedValues theirs(profile(p, out.rows));
            correlations.push_back(rank_correlation(own, theirs));
            without.push_back(correlations_left_out(own, theirs));
        }
        const double whole = score(correlations);
        out.difference += sign * whole;
        for (std::size_t row = 0; row < out.rows.size(); ++row) {
            for (std::size_t p = 0; p < without.size(); ++p) correlations[p] = without[p][row];
            out.changes[row] += sign * (whole - score(correlations));
        }
    }
    return out;
}

}  // namespace phenolens
