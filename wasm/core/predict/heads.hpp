#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phenolens {

/// How logits become probabilities: one shared out among the classes, or each class's own, logistic(logit), as of one regression a class.
enum class Link { softmax, logistic };

/// The link of a manifest's word. Throws Error(model) for another word.
Link link_of(std::string_view name);

/// One question a model answers: `classes` consecutive logits from `first`, softened by `temperature`.
struct Head {
    std::size_t first = 0;
    std::size_t classes = 0;
    double temperature = 1;
    /// Of a linear head: above 0, a cell first goes to the cluster whose gate is highest, and its logits are that cluster's own.
    std::size_t clusters = 0;
    /// Its first column among a linear model's weights: the gates, then each cluster's classes; without clusters the classes.
    std::size_t column = 0;
    Link link = Link::softmax;

    std::size_t columns() const { return clusters == 0 ? classes : clusters * (1 + classes); }

    /// The column of a class, in one of its clusters.
    std::size_t column_of(std::size_t code, std::size_t cluster) const { return column + clusters + cluster * classes + code; }

    /// The cluster of a cell, from its sums over all of a model's columns.
    std::size_t cluster_of(std::span<const float> sums) const;
};

/// Lays heads one after another. `clusters`, where given, has an entry per head (0: none), and so has `links`.
/// Throws Error(model) for a head without classes or with 65535 and more, a temperature that is not above zero, or one cluster or more than
/// 1000.
std::vector<Head> make_heads(std::span<const double> classes, std::span<const double> temperatures, std::span<const double> clusters = {},
                             std::span<const std::string> links = {});

/// Logits of all heads together.
std::size_t classes_of(std::span<const Head> heads);

/// Columns of all heads together.
std::size_t columns_of(std::span<const Head> heads);

}  // namespace phenolens
