#include "stats/lowess.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"

namespace phenolens {
namespace {

constexpr int kRounds = 3;

double cubed(double x) { return x * x * x; }
double squared(double x) { return x * x; }

/// The nearest points of a place, in order of x: first to last, both included.
struct Window {
    std::size_t first = 0, last = 0;
};

class Lines {
public:
    Lines(std::span<const double> x, std::span<const double> y) : x_(x), y_(y), weight_(x.size()), robust_(x.size(), 1.0) {}

    /// The line around x[place] at x[place].
    double at(std::size_t place, const Window& near) {
        const double here = x_[place], reach = std::max(here - x_[near.first], x_[near.last] - here);
        double sum = 0, mean = 0;
        std::size_t end = near.first;
        for (; end < x_.size(); ++end) {
            weight_[end] = 0;
            const double away = std::abs(x_[end] - here);
            if (away <= 0.999 * reach)
                weight_[end] = (away <= 0.001 * reach ? 1 : cubed(1 - cubed(away / reach))) * robust_[end];
            else if (x_[end] > here)
                break;
            sum += weight_[end];
        }
        if (!(sum > 0)) return y_[place];
        for (std::size_t i = near.first; i < end; ++i) {
            weight_[i] /= sum;
            mean += weight_[i] * x_[i];
        }
        double spread = 0, level = 0;
        for (std::size_t i = near.first; i < end; ++i) spread += weight_[i] * squared(x_[i] - mean);
        // Points too close together tell no slope.
        const bool has_slope = reach > 0 && std::sqrt(spread) > 0.001 * (x_.back() - x_.front());
        const double lean = has_slope ? (here - mean) / spread : 0;
        for (std::size_t i = near.first; i < end; ++i) level += weight_[i] * (lean * (x_[i] - mean) + 1) * y_[i];
        return level;
    }

    /// Bisquare weights of the residuals; false where the fit is as good as exact.
    bool reweigh(const std::vector<double>& fitted) {
        std::vector<double> size(fitted.size());
        double mean = 0;
        for (std::size_t i = 0; i < size.size(); ++i) {
            size[i] = std::abs(y_[i] - fitted[i]);
            mean += size[i] / static_cast<double>(size.size());
        }
        std::vector<double> order = size;
        const auto middle = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2);
        std::nth_element(order.begin(), middle, order.end());
        const double above = *middle, below = order.size() % 2 == 0 ? *std::max_element(order.begin(), middle) : above;
        const double limit = 3 * (above + below);
        if (limit < 1e-7 * mean) return false;
        for (std::size_t i = 0; i < size.size(); ++i)
            robust_[i] = size[i] <= 0.001 * limit ? 1 : size[i] <= 0.999 * limit ? squared(1 - squared(size[i] / limit)) : 0;
        return true;
    }

private:
    std::span<const double> x_, y_;
    std::vector<double> weight_, robust_;
};

}  // namespace

std::vector<double> lowess(std::span<const double> x, std::span<const double> y, double span) {
    if (x.size() != y.size()) throw Error(ErrorCode::bad_input, "A trend needs one y for each x.");
    for (std::size_t i = 0; i < x.size(); ++i)
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]) || (i > 0 && x[i] < x[i - 1]))
            throw Error(ErrorCode::bad_input, "A trend needs finite values in rising order of x.");
    std::vector<double> fitted(y.begin(), y.end());
    if (x.size() < 2) return fitted;
    const std::size_t n = x.size();
    const auto near = std::clamp<std::size_t>(static_cast<std::size_t>(span * static_cast<double>(n) + 1e-7), 2, n);
    const double step = 0.01 * (x.back() - x.front());
    Lines lines(x, y);
    for (int round = 0; round <= kRounds; ++round) {
        Window window{0, near - 1};
        // The last place fitted; those before it are done.
        std::size_t last = 0, place = 0;
        bool is_first = true;
        while (is_first || last + 1 < n) {
            while (window.last + 1 < n && x[place] - x[window.first] > x[window.last + 1] - x[place]) {
                ++window.first;
                ++window.last;
            }
            fitted[place] = lines.at(place, window);
            for (std::size_t i = last + 1; !is_first && i < place; ++i) {
                const double share = (x[i] - x[last]) / (x[place] - x[last]);
                fitted[i] = share * fitted[place] + (1 - share) * fitted[last];
            }
            last = place;
            is_first = false;
            const double limit = x[last] + step;
            std::size_t next = last + 1;
            for (; next < n && x[next] <= limit; ++next) {
                if (x[next] != x[last]) continue;
                fitted[next] = fitted[last];
                last = next;
            }
            place = std::max(last + 1, next - 1);
        }
        if (round < kRounds && !lines.reweigh(fitted)) break;
    }
    return fitted;
}

}  // namespace phenolens
