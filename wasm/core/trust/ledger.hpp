#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "stats/intervals.hpp"
#include "trust/outcomes.hpp"

namespace phenolens {

/// What a ledger tells, in this order.
inline constexpr std::array<const char*, 9> kLedgerMetrics = {"top1",    "top3", "top5",  "top10", "balancedAccuracy",
                                                              "macroF1", "nll",  "brier", "ece"};
using LedgerValues = std::array<double, kLedgerMetrics.size()>;

/// Sums per unit of resampling (a donor, or a bag of cells) from which every metric follows under any weights of the units.
/// Small, whatever the number of cells, and mergeable: cells added to two ledgers and merged are cells added to one.
class Ledger {
public:
    Ledger(std::size_t units, std::size_t classes);

    /// Adds the cells with a truth; `unit` per cell, -1 leaves it out. Throws Error(bad_input) where arrays do not fit.
    void add(const PredictionView& predictions, const Outcomes& outcomes, std::span<const std::int32_t> truth,
             std::span<const std::int32_t> unit);
    void merge(const Ledger& other);

    /// The metrics with each unit counted as often as its weight; NaN without cells. Macro F1 and balanced accuracy as `evaluate`.
    LedgerValues values(std::span<const double> weights) const;

    std::size_t units() const { return units_; }
    /// The metrics without one unit; `all` are the sums of every unit, as `total` gives them.
    LedgerValues without(std::size_t unit, std::span<const double> all) const;
    /// Sums over all units.
    std::vector<double> total() const;
    /// Cells of each unit.
    std::vector<double> sizes() const;

private:
    double* of(std::size_t unit) { return sums_.data() + unit * width_; }

    std::size_t units_, classes_, width_;
    std::vector<double> sums_;
};

/// Each metric with the interval of a jackknife over units (`jackknife_interval`). With fewer than three units that have cells the ends are
/// NaN.
std::vector<Interval> metric_intervals(const Ledger& ledger);

/// Two models on the same cells: first minus second.
struct PairedDifference {
    std::vector<Interval> metrics;
    /// Two-sided, that both are right equally often (`jackknife_p`); NaN with fewer than three units.
    double p_value = 0;
};

/// The same units are left out of both. Throws Error(bad_input) where their units differ in number.
PairedDifference paired_difference(const Ledger& first, const Ledger& second);

}  // namespace phenolens
