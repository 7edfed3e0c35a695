#include "stats/loess.hpp"

#include <Eigen/Core>
#include <Eigen/QR>
#include <Eigen/SVD>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/error.hpp"
#include "base/text.hpp"

namespace phenolens {
namespace {

/// The share of a neighbourhood that a cell of the tree may hold (loess.control's cell).
constexpr double kCell = 0.2;

struct Vertex {
    double at = 0, value = 0, slope = 0;
};

/// Points in order of x.
struct Points {
    std::vector<double> x, y;
};

/// Where cells first .. last (inclusive) of sorted x are cut: the place of the last point to the left; last where they are not.
/// The middle, or where x there is that of its right neighbour, the nearest place to either side where it is not.
std::size_t cut(const std::vector<double>& x, std::size_t first, std::size_t last) {
    // Counted from 1 as the original does, whose middle of an even number is the lower one.
    const std::size_t middle = (first + last + 2) / 2 - 1;
    std::ptrdiff_t offset = 0;
    while (true) {
        const auto at = static_cast<std::ptrdiff_t>(middle) + offset;
        if (at >= static_cast<std::ptrdiff_t>(last) || at < static_cast<std::ptrdiff_t>(first)) return middle;
        if (x[static_cast<std::size_t>(at)] != x[static_cast<std::size_t>(at) + 1]) return static_cast<std::size_t>(at);
        offset = -offset;
        if (offset >= 0) ++offset;
    }
}

void grow(const std::vector<double>& x, std::size_t first, std::size_t last, double low, double high, std::size_t most,
          std::vector<double>& vertices) {
    if (last - first + 1 <= most || !(high > low)) return;
    const std::size_t at = cut(x, first, last);
    if (x[at] == low || x[at] == high) return;
    vertices.push_back(x[at]);
    grow(x, first, at, low, x[at], most, vertices);
    if (at < last) grow(x, at + 1, last, x[at], high, most, vertices);
}

/// Value and slope of the quadratic fitted around a place to its `near` nearest points.
Vertex fit_at(const Points& points, double at, std::size_t near, double span) {
    const auto& x = points.x;
    std::size_t first = static_cast<std::size_t>(std::lower_bound(x.begin(), x.end(), at) - x.begin()), last = first;
    while (last - first < near) {
        if (first == 0)
            ++last;
        else if (last == x.size() || at - x[first - 1] <= x[last] - at)
            --first;
        else
            ++last;
    }
    const double reach = std::max(std::abs(x[first] - at), std::abs(x[last - 1] - at));
    const double squared = reach * reach * std::max(1.0, span);
    if (!(squared > 0)) throw Error(ErrorCode::bad_input, "The trend has too many points at one place; fit it over more of them.");
    const auto rows = static_cast<Eigen::Index>(near);
    Eigen::MatrixXd design(rows, 3);
    Eigen::VectorXd wanted(rows);
    for (Eigen::Index i = 0; i < rows; ++i) {
        const std::size_t point = first + static_cast<std::size_t>(i);
        const double d = x[point] - at, relative = std::sqrt(d * d / squared);
        const double cube = 1 - relative * relative * relative, weight = std::sqrt(std::max(0.0, cube * cube * cube));
        design.row(i) << weight, weight * d, weight * d * d;
        wanted[i] = weight * points.y[point];
    }
    Eigen::Vector3d length = design.colwise().norm();
    for (Eigen::Index c = 0; c < 3; ++c) {
        if (!(length[c] > 0)) length[c] = 1;
        design.col(c) /= length[c];
    }
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(design);
    const Eigen::VectorXd turned = qr.householderQ().transpose() * wanted;
    const Eigen::Matrix3d upper = Eigen::Matrix3d(qr.matrixQR().topRows(3).triangularView<Eigen::Upper>());
    Eigen::JacobiSVD<Eigen::Matrix3d> svd(upper, Eigen::ComputeFullU | Eigen::ComputeFullV);
    svd.setThreshold(100 * std::numeric_limits<double>::epsilon());
    const Eigen::Vector3d solved = svd.solve(Eigen::Vector3d(turned.head(3)));
    return {at, solved[0] / length[0], solved[1] / length[1]};
}

double between(const Vertex& left, const Vertex& right, double x) {
    const double width = right.at - left.at, h = (x - left.at) / width, rest = 1 - h;
    return rest * rest * (1 + 2 * h) * left.value + h * h * (3 - 2 * h) * right.value +
           (h * rest * rest * left.slope + h * h * (h - 1) * right.slope) * width;
}

}  // namespace

std::vector<double> loess(std::span<const double> x, std::span<const double> y, double span) {
    if (x.size() != y.size()) throw Error(ErrorCode::internal, "A trend needs one y for every x.");
    const std::size_t points = x.size();
    const auto near = std::min(points, static_cast<std::size_t>(std::floor(static_cast<double>(points) * span + 1e-5)));
    if (near < 4)
        throw Error(ErrorCode::bad_input,
                    sentence("A trend over ", points, " points cannot be fitted; it needs at least ", std::ceil(4 / span), "."));
    std::vector<std::size_t> order(points);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return x[a] != x[b] ? x[a] < x[b] : a < b; });
    Points sorted;
    for (const std::size_t i : order) {
        sorted.x.push_back(x[i]);
        sorted.y.push_back(y[i]);
    }
    const double least = sorted.x.front(), most = sorted.x.back();
    const double margin = 0.005 * std::max(most - least, 1e-10 * std::max(std::abs(least), std::abs(most)) + 1e-30);
    std::vector<double> places = {least - margin, most + margin};
    grow(sorted.x, 0, points - 1, places[0], places[1], static_cast<std::size_t>(std::floor(static_cast<double>(points) * span * kCell)),
         places);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<Vertex> vertices;
    for (const double place : places) vertices.push_back(fit_at(sorted, place, near, span));
    std::vector<double> out(points);
    for (std::size_t i = 0; i < points; ++i) {
        // A point on a vertex belongs to the cell at its left.
        const auto right = std::lower_bound(places.begin() + 1, places.end() - 1, x[i]) - places.begin();
        out[i] = between(vertices[static_cast<std::size_t>(right) - 1], vertices[static_cast<std::size_t>(right)], x[i]);
    }
    return out;
}

}  // namespace phenolens
