#pragma once

#include <span>

#include "stats/intervals.hpp"

namespace phenolens {

/// A part of a population: its members, how many of them were drawn (at random, without replacement), and the hits among these. Of
/// values from 0 to 1 in place of hits, `hits` is their sum: the interval is then too wide rather than too narrow.
struct Stratum {
    double size = 0;
    double drawn = 0;
    double hits = 0;
};

/// The share of hits in a whole population of which strata were drawn from, each as densely as it was, with its 95% interval.
///
/// The share is the sum over strata of (size / all) x (hits / drawn); its variance that of stratified sampling with finite population
/// correction (Cochran, Sampling Techniques, 1977, section 5A.2). Strata in which all or none of a few members are hits still vary: half a
/// hit and half a miss are added to each for the variance alone (Jeffreys). The interval is Wilson's for as many independent draws as have
/// this variance (Dean and Pagano 2015, Journal of Survey Statistics and Methodology 3, 484): with one stratum Wilson's for
/// drawn / (1 - drawn / size) trials. A stratum without a drawn member may hold anything from no hit to hits alone: it has the share of
/// the others, and widens the interval by all it holds. Without any drawn member all are NaN. Throws Error(bad_input) where a stratum has
/// more drawn than members or more hits than drawn.
Interval stratified_share(std::span<const Stratum> strata);

}  // namespace phenolens
