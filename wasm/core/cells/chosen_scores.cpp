#include "cells/chosen_scores.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cells/count_sums.hpp"
#include "cells/normalize.hpp"

namespace phenolens {

ChosenScores::ChosenScores(std::size_t genes, std::vector<std::int32_t> chosen, Normalization scale)
    : chosen_(std::move(chosen)), place_(genes, -1), scale_(scale) {
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
        const bool rises = chosen_[i] >= 0 && static_cast<std::size_t>(chosen_[i]) < genes && (i == 0 || chosen_[i] > chosen_[i - 1]);
        if (!rises)
            throw Error(ErrorCode::bad_input,
                        sentence("Chosen genes are places among the file's ", genes, " genes, each once; ", chosen_[i], " is not."));
        place_[static_cast<std::size_t>(chosen_[i])] = static_cast<std::int32_t>(i);
    }
    if (chosen_.size() > std::numeric_limits<std::uint16_t>::max())
        throw Error(ErrorCode::bad_input, sentence("At most 65,535 genes can be chosen, not ", chosen_.size(), "."));
    if (scale == Normalization::rank_normal) rank_.emplace(genes);
}

bool ChosenScores::score(const MatrixBlock& block, ValueKind kind, std::size_t cell) {
    const auto genes = block.genes_of(cell);
    const auto values = block.values_of(cell);
    places_.clear();
    differences_.clear();
    if (rank_) {
        positive_.clear();
        kept_.clear();
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!(values[i] > 0)) continue;
            positive_.push_back(values[i]);
            kept_.push_back(genes[i]);
        }
        if (!rank_->transform(positive_, ranked_)) return false;
        zero_ = ranked_.zero;
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            const std::int32_t place = place_[static_cast<std::size_t>(kept_[i])];
            if (place < 0) continue;
            places_.push_back(place);
            differences_.push_back(ranked_.difference[i]);
        }
        return true;
    }
    zero_ = 0;
    const double total = cell_total(values, kind);
    // Only the chosen genes' logarithms are taken.
    positive_.clear();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::int32_t place = place_[static_cast<std::size_t>(genes[i])];
        if (place < 0 || !(values[i] > 0)) continue;
        places_.push_back(place);
        positive_.push_back(values[i]);
    }
    differences_.resize(positive_.size());
    if (scale_ != Normalization::proportions)
        log1p_values(positive_, total, kTargetSum, kind, differences_);
    else
        proportions(positive_, total, kTargetSum, kind, differences_);
    return true;
}

ScoredCells score_cells(ChosenScores& scores, const MatrixBlock& block, ValueKind kind, std::span<const std::uint8_t> mask) {
    if (block.genes != scores.genes() || (!mask.empty() && mask.size() != block.cells))
        throw Error(ErrorCode::internal, "Chosen genes are scored in a block over other genes, or with a mask of other cells.");
    ScoredCells out;
    out.first = block.first;
    for (std::size_t cell = 0; cell < block.cells; ++cell) {
        const bool has_scores = lets_through(mask, cell) && scores.score(block, kind, cell);
        out.has_scores.push_back(has_scores);
        out.zero.push_back(has_scores ? scores.zero() : 0);
        if (has_scores) {
            std::transform(scores.places().begin(), scores.places().end(), std::back_inserter(out.places),
                           [](std::int32_t place) { return static_cast<std::uint16_t>(place); });
            out.differences.insert(out.differences.end(), scores.differences().begin(), scores.differences().end());
        }
        out.starts.push_back(static_cast<std::uint32_t>(out.places.size()));
    }
    return out;
}

}  // namespace phenolens
