#pragma once

namespace phenolens {

/// Standard deviations of a normal distribution to either side that hold 95% of it.
inline constexpr double kNormal95 = 1.959963984540054;

/// A share and its 95% interval.
struct Interval {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// Wilson's score interval (1927) of `hits` among `trials`; all NaN without trials.
Interval wilson(double hits, double trials);

}  // namespace phenolens
