#include "integrate/covariates.hpp"

#include <algorithm>
#include <map>

#include "base/error.hpp"

namespace phenolens {

Covariates::Covariates(std::span<const std::int32_t> codes, std::vector<std::size_t> levels) {
    if (levels.empty() || codes.size() % levels.size() != 0)
        throw Error(ErrorCode::internal, "The covariates do not have a code for every cell.");
    const std::size_t cells = codes.size() / levels.size();
    for (std::size_t c = 0; c < levels.size(); ++c) {
        first_.push_back(covariate_.size());
        covariate_.insert(covariate_.end(), levels[c], c);
        for (std::size_t i = 0; i < cells; ++i) {
            const std::int32_t code = codes[c * cells + i];
            if (code >= 0 && static_cast<std::size_t>(code) >= levels[c])
                throw Error(ErrorCode::internal, "A cell's category is beyond those of its covariate.");
        }
    }
    cells_.resize(covariate_.size());
    combination_.assign(cells, -1);
    std::map<std::vector<std::uint32_t>, std::int32_t> known;
    std::vector<std::uint32_t> own(levels.size());
    for (std::size_t i = 0; i < cells; ++i) {
        bool takes_part = true;
        for (std::size_t c = 0; c < levels.size(); ++c) {
            const std::int32_t code = codes[c * cells + i];
            takes_part &= code >= 0;
            own[c] = static_cast<std::uint32_t>(first_[c] + static_cast<std::size_t>(std::max(code, 0)));
        }
        if (!takes_part) continue;
        for (const std::uint32_t level : own) ++cells_[level];
        const auto [at, is_new] = known.try_emplace(own, static_cast<std::int32_t>(known.size()));
        if (is_new) levels_.insert(levels_.end(), own.begin(), own.end());
        combination_[i] = at->second;
    }
    for (std::size_t c = 0; c < levels.size(); ++c) {
        const auto begin = cells_.begin() + static_cast<std::ptrdiff_t>(first_[c]);
        if (std::count_if(begin, begin + static_cast<std::ptrdiff_t>(levels[c]), [](double n) { return n > 0; }) > 1) return;
    }
    throw Error(ErrorCode::bad_input,
                "All cells are of one batch: there is nothing to integrate. Choose a column with several categories.");
}

}  // namespace phenolens
