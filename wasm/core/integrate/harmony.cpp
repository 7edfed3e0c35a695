#include "integrate/harmony.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/dense.hpp"
#include "base/error.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// Passes of k-means for the first centres, over so many cells a cluster: more do not move them.
constexpr int kSeedPasses = 10;
constexpr std::size_t kSeedCells = 100;
/// Cells that are held in cache at once.
constexpr std::size_t kCellsTogether = 256;

void check(const HarmonyOptions& options, std::size_t covariates) {
    const auto refuse = [](const std::string& what) { throw Error(ErrorCode::bad_input, what); };
    if (!options.theta.empty() && options.theta.size() != covariates)
        refuse(sentence("There are ", options.theta.size(), " values of theta for ", covariates, " covariates."));
    for (const double theta : options.theta)
        if (!(theta >= 0) || !std::isfinite(theta)) refuse("Harmony's theta is 0 or above.");
    if (!(options.sigma > 0) || !std::isfinite(options.sigma)) refuse("Harmony's sigma is above 0.");
    const double penalty = options.ridge.penalty.value_or(1);
    if (!(penalty > 0) || !std::isfinite(penalty)) refuse("Harmony's lambda is above 0.");
    if (options.corrections < 1) refuse("Harmony corrects at least once.");
}

/// Some of the rows, all different, drawn by the seed.
std::vector<float> sample_of(const std::vector<float>& rows, std::size_t width, std::size_t most, Random& random) {
    const std::size_t all = rows.size() / width;
    if (all <= most) return rows;
    std::vector<std::size_t> at(all);
    for (std::size_t i = 0; i < all; ++i) at[i] = i;
    std::vector<float> out;
    out.reserve(most * width);
    for (std::size_t i = 0; i < most; ++i) {
        std::swap(at[i], at[i + random.below(all - i)]);
        const auto from = rows.begin() + static_cast<std::ptrdiff_t>(at[i] * width);
        out.insert(out.end(), from, from + static_cast<std::ptrdiff_t>(width));
    }
    return out;
}

}  // namespace

Harmony::Harmony(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> codes, std::vector<std::size_t> levels,
                 const HarmonyOptions& options)
    : options_(options), dims_(dims), width_(padded(dims)), positions_(values.begin(), values.end()) {
    check(options, levels.size());
    const std::size_t all = dims > 0 ? values.size() / dims : 0;
    if (dims == 0 || values.size() != all * dims || codes.size() != all * levels.size())
        throw Error(ErrorCode::internal, "Positions and codes of cells do not fit each other.");
    std::vector<std::int32_t> own(codes.begin(), codes.end());
    for (std::size_t i = 0; i < all; ++i) {
        const auto row = values.subspan(i * dims, dims);
        if (!std::all_of(row.begin(), row.end(), [](float value) { return std::isfinite(value); })) own[i] = -1;
    }
    covariates_ = Covariates(own, std::move(levels));
    std::vector<std::int32_t> combination;
    for (std::size_t i = 0; i < all; ++i) {
        if (covariates_.combination()[i] < 0) continue;
        taking_part_.push_back(static_cast<std::uint32_t>(i));
        combination.push_back(covariates_.combination()[i]);
    }
    const auto cells = static_cast<double>(taking_part_.size());
    clusters_ = options.clusters > 0 ? options.clusters : static_cast<std::size_t>(std::clamp(std::nearbyint(cells / 30), 1.0, 100.0));
    if (clusters_ > taking_part_.size())
        throw Error(ErrorCode::bad_input, sentence("There are ", taking_part_.size(), " cells for ", clusters_, " clusters; take fewer."));
    if (options_.theta.empty()) options_.theta.assign(covariates_.covariates(), 2);
    Random random(options.seed);
    soft_.emplace(covariates_, combination, clusters_, options_.theta, options.sigma, Random(random.next()));
    rows_.resize(taking_part_.size() * width_);
    for (std::size_t i = 0; i < taking_part_.size(); ++i) {
        const auto from = values.subspan(taking_part_[soft_->order()[i]] * dims, dims);
        std::copy(from.begin(), from.end(), rows_.begin() + static_cast<std::ptrdiff_t>(i * width_));
    }
    auto sample = sample_of(rows_, width_, kSeedCells * clusters_, random);
    scale_rows(sample, width_);
    seeds_.emplace(std::move(sample), width_, clusters_, kSeedPasses, random.next());
}

double Harmony::share() const {
    // Of units: passes for centres, then rounds and two for the correction, as often as there may be corrections.
    const double each = options_.rounds + 2, all = kSeedPasses + each * options_.corrections;
    if (phase_ == Phase::done) return 1;
    const double within = phase_ == Phase::seed ? 0 : phase_ == Phase::correct ? options_.rounds + 1 : round_;
    return ((phase_ == Phase::seed ? seeded_ : kSeedPasses) + each * corrections_ + within) / all;
}

bool Harmony::step() {
    switch (phase_) {
    case Phase::seed:
        ++seeded_;
        if (!seeds_->step()) assign();
        break;
    case Phase::weigh:
        soft_->update();
        if (++round_ < options_.rounds) break;
        objectives_.push_back(soft_->objective());
        phase_ = Phase::sum;
        break;
    case Phase::sum:
        sum_positions();
        phase_ = Phase::correct;
        break;
    case Phase::correct: {
        ++corrections_;
        round_ = 0;
        const double before = objectives_[objectives_.size() - 2], gain = (before - objectives_.back()) / std::abs(before);
        converged_ = gain >= 0 && gain < options_.least_gain;
        const bool is_last = converged_ || corrections_ == options_.corrections;
        correct(is_last);
        phase_ = is_last ? Phase::done : Phase::weigh;
        break;
    }
    case Phase::done: break;
    }
    return phase_ != Phase::done;
}

void Harmony::assign() {
    const std::size_t columns = soft_->columns();
    centers_.assign(width_ * columns, 0);
    for (std::size_t k = 0; k < clusters_; ++k)
        for (std::size_t d = 0; d < width_; ++d) centers_[d * columns + k] = seeds_->means()[k * width_ + d];
    seeds_.reset();
    std::vector<float> rows, cosines;
    for (std::size_t first = 0; first < taking_part_.size(); first += kCellsTogether) {
        const std::size_t cells = std::min(kCellsTogether, taking_part_.size() - first);
        const auto from = rows_.begin() + static_cast<std::ptrdiff_t>(first * width_);
        rows.assign(from, from + static_cast<std::ptrdiff_t>(cells * width_));
        scale_rows(rows, width_);
        cosines.resize(cells * columns);
        multiply<float>(rows, centers_, width_, columns, cosines);
        soft_->set_cosines(first, cosines);
    }
    soft_->restart();
    objectives_.push_back(soft_->objective());
    phase_ = Phase::weigh;
}

void Harmony::sum_positions() {
    const std::size_t columns = soft_->columns();
    weight_.assign(covariates_.combinations(), std::vector<double>(clusters_));
    sums_.assign(covariates_.combinations(), std::vector<double>(columns * width_));
    std::vector<float> weights(kCellsTogether * columns);
    for (const CellRun& run : soft_->runs()) {
        auto& weight = weight_[run.combination];
        for (std::size_t first = run.first; first < run.first + run.cells; first += kCellsTogether) {
            const std::size_t cells = std::min(kCellsTogether, run.first + run.cells - first);
            const auto own = std::span(weights).first(cells * columns);
            soft_->weights(run, first, cells, own);
            for (std::size_t i = 0; i < cells; ++i)
                for (std::size_t k = 0; k < clusters_; ++k) weight[k] += own[i * columns + k];
            add_transposed_product<float>(own, std::span(rows_).subspan(first * width_, cells * width_), columns, width_,
                                          sums_[run.combination]);
        }
    }
}

void Harmony::correct(bool is_last) {
    const std::size_t columns = soft_->columns(), combinations = covariates_.combinations();
    // Sums of a cluster, one combination after another.
    std::vector<double> weight(combinations), sums(combinations * dims_);
    std::vector<ClusterShift> shifts;
    for (std::size_t k = 0; k < clusters_; ++k) {
        for (std::size_t c = 0; c < combinations; ++c) {
            weight[c] = weight_[c][k];
            std::copy_n(sums_[c].begin() + static_cast<std::ptrdiff_t>(k * width_), dims_,
                        sums.begin() + static_cast<std::ptrdiff_t>(c * dims_));
        }
        shifts.push_back(fit_cluster(covariates_, {weight, sums.data(), dims_, dims_}, options_.ridge));
        auto& center = shifts.back().center;
        if (center.empty()) continue;
        double squares = 0;
        for (const double value : center) squares += value * value;
        if (!(squares > 0)) continue;
        for (std::size_t d = 0; d < dims_; ++d) centers_[d * columns + k] = static_cast<float>(center[d] / std::sqrt(squares));
    }
    // After the last correction no cell is weighted again.
    for (const CellRun& run : soft_->runs()) move_run(run, shifts, is_last);
    if (!is_last) soft_->restart();
}

void Harmony::move_run(const CellRun& run, const std::vector<ClusterShift>& shifts, bool is_last) {
    const std::size_t columns = soft_->columns();
    std::vector<float> shift(columns * width_), weights(kCellsTogether * columns), moved(kCellsTogether * width_),
        cosines(kCellsTogether * columns);
    for (std::size_t k = 0; k < clusters_; ++k) {
        if (shifts[k].shifts.empty()) continue;
        for (const std::uint32_t level : covariates_.levels_of(run.combination))
            for (std::size_t d = 0; d < dims_; ++d) shift[k * width_ + d] += static_cast<float>(shifts[k].shifts[level * dims_ + d]);
    }
    for (std::size_t first = run.first; first < run.first + run.cells; first += kCellsTogether) {
        const std::size_t cells = std::min(kCellsTogether, run.first + run.cells - first);
        const auto own = std::span(weights).first(cells * columns);
        soft_->weights(run, first, cells, own);
        const auto rows = std::span(moved).first(cells * width_);
        multiply<float>(own, shift, columns, width_, rows);
        for (std::size_t i = 0; i < cells * width_; ++i) rows[i] = rows_[first * width_ + i] - rows[i];
        for (std::size_t i = 0; i < cells; ++i) {
            const std::size_t to = taking_part_[soft_->order()[first + i]];
            std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(i * width_), dims_,
                        positions_.begin() + static_cast<std::ptrdiff_t>(to * dims_));
        }
        if (is_last) continue;
        scale_rows(rows, width_);
        const auto near = std::span(cosines).first(cells * columns);
        multiply<float>(rows, centers_, width_, columns, near);
        soft_->set_cosines(first, near);
    }
}

}  // namespace phenolens
