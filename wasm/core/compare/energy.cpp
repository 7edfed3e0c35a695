#include "compare/energy.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.hpp"
#include "base/not_a_number.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "compare/exchanges.hpp"

namespace phenolens {
namespace {

/// Cells of each sample that take part, by place.
std::vector<std::vector<std::size_t>> chosen_cells(std::span<const std::int32_t> sample, std::size_t samples,
                                                   const EnergyOptions& options) {
    std::vector<std::vector<std::size_t>> cells(samples);
    for (std::size_t cell = 0; cell < sample.size(); ++cell) {
        if (sample[cell] < 0) continue;
        if (static_cast<std::size_t>(sample[cell]) >= samples)
            throw Error(ErrorCode::bad_input, sentence("Cell ", cell + 1, " is of a sample that is none of the ", samples, "."));
        cells[static_cast<std::size_t>(sample[cell])].push_back(cell);
    }
    for (std::size_t own = 0; own < samples; ++own) {
        if (cells[own].empty()) throw Error(ErrorCode::bad_input, sentence("Sample ", own + 1, " has no cells; leave it out."));
        if (cells[own].size() <= options.most_cells) continue;
        // A sample's draw depends on nothing but the seed and its place.
        Random random(options.seed + 0x9E3779B97F4A7C15ULL * (own + 1));
        for (std::size_t i = 0; i < options.most_cells; ++i) std::swap(cells[own][i], cells[own][i + random.below(cells[own].size() - i)]);
        cells[own].resize(options.most_cells);
        std::sort(cells[own].begin(), cells[own].end());
    }
    return cells;
}

/// A sample's cells one after the other, as floats in memory order.
std::vector<float> gathered(std::span<const float> values, std::size_t dims, const std::vector<std::size_t>& cells) {
    std::vector<float> out;
    for (const std::size_t cell : cells) {
        const auto row = values.subspan(cell * dims, dims);
        for (const float value : row)
            if (!std::isfinite(value)) throw Error(ErrorCode::bad_input, sentence("Cell ", cell + 1, " has no components; leave it out."));
        out.insert(out.end(), row.begin(), row.end());
    }
    return out;
}

double sum_of_distances(const std::vector<float>& first, const std::vector<float>& second, std::size_t dims) {
    double sum = 0;
    for (std::size_t a = 0; a < first.size(); a += dims) {
        for (std::size_t b = 0; b < second.size(); b += dims) {
            float squared = 0;
            for (std::size_t d = 0; d < dims; ++d) {
                const float difference = first[a + d] - second[b + d];
                squared += difference * difference;
            }
            sum += std::sqrt(static_cast<double>(squared));
        }
    }
    return sum;
}

/// Twice the mean distance between the groups less the means within them; a sample's distance to itself is that between two of its cells.
class Distance {
public:
    explicit Distance(const std::vector<double>& between) : between_(between) {}

    double of(const std::vector<std::int32_t>& group) const {
        const std::size_t samples = group.size();
        double sums[2][2] = {{0, 0}, {0, 0}}, sizes[2] = {0, 0};
        for (std::size_t i = 0; i < samples; ++i) {
            ++sizes[group[i]];
            for (std::size_t j = 0; j < samples; ++j) sums[group[i]][group[j]] += between_[i * samples + j];
        }
        return 2 * sums[0][1] / (sizes[0] * sizes[1]) - sums[0][0] / (sizes[0] * sizes[0]) - sums[1][1] / (sizes[1] * sizes[1]);
    }

private:
    const std::vector<double>& between_;
};

}  // namespace

EnergyTest energy_distance(std::span<const float> values, std::size_t dims, std::span<const std::int32_t> sample,
                           std::span<const std::int32_t> group, std::span<const std::int32_t> block, const EnergyOptions& options) {
    if (dims == 0 || values.size() != sample.size() * dims || block.size() != group.size())
        throw Error(ErrorCode::bad_input, "Components, samples, groups and blocks of different numbers of cells or samples were given.");
    if (options.permutations == 0 || options.most_cells < 2)
        throw Error(ErrorCode::bad_input, "A distance needs two cells a sample and one exchange at least.");
    for (const std::int32_t own : {0, 1}) {
        if (std::count(group.begin(), group.end(), own) == 0) throw Error(ErrorCode::bad_input, "A distance needs samples of both groups.");
    }
    if (std::any_of(group.begin(), group.end(), [](std::int32_t own) { return own != 0 && own != 1; }))
        throw Error(ErrorCode::bad_input, "A sample is of neither group.");
    const std::size_t samples = group.size();
    const auto cells = chosen_cells(sample, samples, options);
    std::vector<std::vector<float>> rows;
    for (const auto& own : cells) rows.push_back(gathered(values, dims, own));
    EnergyTest out;
    out.between.resize(samples * samples);
    std::vector<double> known(samples * samples);
    double within = 0, told = 0;
    for (std::size_t i = 0; i < samples; ++i) {
        const double size = static_cast<double>(cells[i].size());
        out.cells.push_back(static_cast<std::int32_t>(cells[i].size()));
        for (std::size_t j = i; j < samples; ++j) {
            const double pairs = i == j ? size * (size - 1) : size * static_cast<double>(cells[j].size());
            out.between[i * samples + j] = out.between[j * samples + i] =
                pairs > 0 ? sum_of_distances(rows[i], rows[j], dims) / pairs : kNaN;
        }
        if (size > 1) {
            within += out.between[i * samples + i];
            ++told;
        }
    }
    known = out.between;
    // A sample of one cell says nothing of its own spread: the others' stands for it.
    for (std::size_t i = 0; i < samples; ++i)
        if (cells[i].size() == 1) known[i * samples + i] = told > 0 ? within / told : 0;

    const Distance distance(known);
    const std::vector<std::int32_t> own(group.begin(), group.end());
    out.distance = distance.of(own);
    const Exchanges exchanges(group, block);
    out.is_exact = exchanges.count() <= static_cast<double>(options.permutations);
    // Sums in another order differ in the last digits.
    const double limit = out.distance - 1e-12 * std::abs(out.distance) - 1e-300;
    double sum = 0, extreme = 0;
    const auto count = [&](const std::vector<std::int32_t>& dealt) {
        const double found = distance.of(dealt);
        sum += found;
        extreme += found >= limit;
        ++out.permutations;
    };
    if (out.is_exact) {
        auto dealt = exchanges.first();
        do count(dealt);
        while (exchanges.next(dealt));
        out.p = extreme / out.permutations;
    } else {
        Random random(options.seed);
        auto dealt = own;
        for (std::size_t i = 0; i < options.permutations; ++i) {
            exchanges.shuffle(dealt, random);
            count(dealt);
        }
        out.p = (1 + extreme) / (1 + out.permutations);
    }
    out.expected = sum / out.permutations;
    out.least_p = exchanges.least_p();
    if (!out.is_exact) out.least_p = std::max(out.least_p, 1 / (1 + out.permutations));
    return out;
}

}  // namespace phenolens
