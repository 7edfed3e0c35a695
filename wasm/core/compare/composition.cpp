#include "compare/composition.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <Eigen/QR>

#include "base/error.hpp"
#include "base/text.hpp"
#include "compare/row_fit.hpp"
#include "stats/moderated.hpp"
#include "stats/statistics.hpp"

namespace phenolens {
namespace {

std::vector<double> cells_of_samples(const TypeCells& cells, const Design& design) {
    if (cells.cells.size() != cells.types * cells.samples || design.samples() != cells.samples) {
        throw Error(ErrorCode::bad_input, sentence(cells.cells.size(), " numbers of cells are not those of ", cells.types, " types in ",
                                                   design.samples(), " samples."));
    }
    if (cells.types < 2) throw Error(ErrorCode::bad_input, "Shares of one type alone are all 1: there is nothing to compare.");
    std::vector<double> sums(cells.samples);
    for (std::size_t i = 0; i < cells.cells.size(); ++i) {
        if (!std::isfinite(cells.cells[i]) || cells.cells[i] < 0)
            throw Error(ErrorCode::bad_input, "A number of cells is negative or missing.");
        sums[i % cells.samples] += cells.cells[i];
    }
    for (std::size_t sample = 0; sample < cells.samples; ++sample)
        if (!(sums[sample] > 0)) throw Error(ErrorCode::bad_input, sentence("Sample ", sample + 1, " has no cells; leave it out."));
    return sums;
}

/// Contrasts on the design's basis, columns x contrasts.
Eigen::MatrixXd contrasts_of(const Design& design, std::span<const double> contrasts) {
    const std::size_t columns = design.columns(), count = contrasts.size() / columns;
    if (count == 0 || contrasts.size() % columns != 0)
        throw Error(ErrorCode::bad_input, sentence("A contrast needs a number for each of the design's ", columns, " columns."));
    Eigen::MatrixXd out(static_cast<Eigen::Index>(columns), static_cast<Eigen::Index>(count));
    for (std::size_t i = 0; i < count; ++i)
        out.col(static_cast<Eigen::Index>(i)) = design.on_basis(contrasts.subspan(i * columns, columns));
    if (out.colPivHouseholderQr().rank() < out.cols())
        throw Error(ErrorCode::bad_input, "Contrasts that are tested together repeat each other; leave one of them out.");
    return out;
}

}  // namespace

CompositionTests composition_tests(const TypeCells& cells, const Design& design, std::span<const double> contrasts,
                                   ShareTransform transform) {
    const auto sums = cells_of_samples(cells, design);
    const Eigen::MatrixXd asked = contrasts_of(design, contrasts);
    CompositionTests out;
    for (std::size_t i = 0; i < cells.cells.size(); ++i) {
        const double own = cells.cells[i], all = sums[i % cells.samples];
        out.shares.push_back(own / all);
        const double others = all - own + 0.5 * static_cast<double>(cells.types - 1);
        out.transformed.push_back(transform == ShareTransform::asin ? std::asin(std::sqrt(own / all)) : std::log((own + 0.5) / others));
    }
    const Eigen::VectorXd first = asked.col(0);
    RowFits fits = fit_rows(design, out.transformed, {}, first, false);
    const std::vector<double> level(cells.types, 0.0);
    ModeratedTests tests = moderated_tests(fits.effect, fits.variance, fits.scale, design.freedom(), level);
    out.freedom = tests.freedom;
    out.prior_freedom = tests.prior_freedom;
    const double width = student_t_isf(0.025, tests.freedom);
    for (std::size_t type = 0; type < cells.types; ++type) {
        out.low.push_back(fits.effect[type] - width * tests.error[type]);
        out.high.push_back(fits.effect[type] + width * tests.error[type]);
    }
    if (asked.cols() == 1) {
        out.statistic = std::move(tests.t);
        out.p = std::move(tests.p);
    } else {
        const Eigen::MatrixXd products = asked.transpose() * asked;
        const Eigen::LDLT<Eigen::MatrixXd> factor(products);
        RowFit one(design);
        for (std::size_t type = 0; type < cells.types; ++type) {
            one.fit(std::span(out.transformed).subspan(type * cells.samples, cells.samples), {});
            Eigen::VectorXd effects(asked.cols());
            for (Eigen::Index i = 0; i < asked.cols(); ++i) effects[i] = one.effect(asked.col(i));
            const double posterior = tests.error[type] * tests.error[type] / fits.scale[type];
            const double squares = effects.dot(factor.solve(effects)) / static_cast<double>(asked.cols());
            out.statistic.push_back(squares > 0 ? squares / posterior : 0);
            out.p.push_back(f_sf(out.statistic.back(), static_cast<double>(asked.cols()), tests.freedom));
        }
    }
    out.effect = std::move(fits.effect);
    out.q = benjamini_hochberg(out.p);
    return out;
}

}  // namespace phenolens
