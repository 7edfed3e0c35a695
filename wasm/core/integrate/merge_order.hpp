#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <numeric>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "integrate/leading_search.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#include <mnncorrect/mnncorrect.hpp>
#pragma GCC diagnostic pop

namespace phenolens {

/// mnncorrect's merges, step by step. The library merges a batch in one call, whose parts are within reach of a class derived from its own:
/// the neighbours that it will look for are looked for ahead, some at a time, by its own functions, and it finds them in the memory.
class MergeOrder : mnncorrect::internal::AutomaticOrder<int, float, knncolle::Matrix<int, float>> {
    typedef mnncorrect::internal::AutomaticOrder<int, float, knncolle::Matrix<int, float>> Base;
    typedef mnncorrect::internal::BatchInfo<int, float> Batch;

public:
    MergeOrder(std::size_t dims, const std::vector<int>& cells, const std::vector<const float*>& batches, float* corrected,
               const LeadingSearch& search, int neighbors, SearchMemory& memory, double comparisons)
        : Base(dims, cells, batches, corrected, search, neighbors, mnncorrect::Options<int, float>().num_steps,
               mnncorrect::MergePolicy::RSS, 1),
          memory_(memory), comparisons_(comparisons) {}

    /// One unit of work; true where a batch was merged.
    bool step() {
        switch (phase_) {
        case Phase::begin: begin(); return false;
        case Phase::pairs:
            if (!look(my_batch_nns.neighbors)) find_pairs();
            return false;
        case Phase::around:
            if (!look(my_correct_workspace.neighbors)) go_on();
            return false;
        case Phase::nearest:
            if (!look_for_nearest()) phase_ = Phase::move;
            return false;
        case Phase::move: move(); return true;
        }
        return true;
    }

    /// How much of a merge is done, 0 to 1.
    double share() const {
        const double part = queries_.empty() ? 1 : static_cast<double>(query_) / static_cast<double>(queries_.size());
        switch (phase_) {
        case Phase::begin: return 0;
        case Phase::pairs: return 0.5 * part;
        case Phase::around: return 0.5 + 0.3 * static_cast<double>(walk_) / static_cast<double>(my_batches.size() + 1);
        case Phase::nearest: return 0.8;
        case Phase::move: return 0.9;
        }
        return 1;
    }

private:
    /// Cells whose neighbours among a batch's are to be found.
    struct Queries {
        std::vector<int> cells;
        const Batch* among;
        /// Neighbours found before are kept where they are nearer.
        bool adds;
    };

    enum class Phase { begin, pairs, around, nearest, move };

    /// The cells of a batch, those that were merged into it last.
    static std::vector<int> cells_of(const Batch& batch) {
        std::vector<int> cells(static_cast<std::size_t>(batch.num_obs));
        std::iota(cells.begin(), cells.end(), batch.offset);
        for (const auto& extra : batch.extras) cells.insert(cells.end(), extra.ids.begin(), extra.ids.end());
        return cells;
    }

    /// Queries that are looked for in a step, among so many points.
    std::size_t at_once(double points) const { return static_cast<std::size_t>(std::max(1.0, comparisons_ / std::max(1.0, points))); }

    void begin() {
        target_.emplace(std::move(my_batches.back()));
        my_batches.pop_back();
        mnncorrect::internal::fill_batch_ids(*target_, my_target_ids);
        my_batch_nns.neighbors.resize(static_cast<std::size_t>(my_num_total));
        for (std::size_t b = 0; b < my_batches.size(); ++b) {
            queries_.push_back({cells_of(my_batches[b]), &*target_, false});
            queries_.push_back({cells_of(*target_), &my_batches[b], b > 0});
        }
        phase_ = Phase::pairs;
    }

    /// Looks for some of the neighbours that are asked for; false where all are found.
    bool look(mnncorrect::internal::NeighborSet<int, float>& found) {
        if (query_ == queries_.size()) {
            queries_.clear();
            query_ = 0;
            return false;
        }
        const Queries& asked = queries_[query_];
        double points = asked.among->num_obs;
        for (const auto& extra : asked.among->extras) points += static_cast<double>(extra.ids.size());
        const std::size_t count = std::min(at_once(points), asked.cells.size() - done_);
        mnncorrect::internal::find_batch_neighbors(
            my_num_dim, static_cast<int>(count), [&](int i) { return asked.cells[done_ + static_cast<std::size_t>(i)]; }, my_corrected,
            *asked.among, my_num_neighbors, asked.adds, my_num_threads, found);
        done_ += count;
        if (done_ == asked.cells.size()) {
            done_ = 0;
            ++query_;
        }
        return true;
    }

    void find_pairs() {
        mnncorrect::internal::find_closest_mnn(my_target_ids, my_batch_nns.neighbors, my_mnn_workspace, my_mnns);
        pairs_of_.assign(my_batches.size() + 1, {});
        std::unordered_set<int> seen;
        for (const int cell : my_mnns.ref_mnns)
            if (seen.insert(cell).second) pairs_of_[my_batch_assignment[static_cast<std::size_t>(cell)]].push_back(cell);
        pairs_of_.back() = my_mnns.target_mnns;
        my_correct_workspace.neighbors.resize(static_cast<std::size_t>(my_num_total));
        memory_.is_keeping = true;
        walk_ = 0;
        set_out();
        phase_ = Phase::around;
    }

    const Batch* walked() const { return walk_ < my_batches.size() ? &my_batches[walk_] : &*target_; }

    /// From the cells of a batch that are in pairs to their neighbours in it, and on to the neighbours of these.
    void set_out() {
        depth_ = 0;
        visited_ = {pairs_of_[walk_].begin(), pairs_of_[walk_].end()};
        queries_.push_back({pairs_of_[walk_], walked(), false});
        reached_ = pairs_of_[walk_];
    }

    void go_on() {
        std::vector<int> next;
        if (depth_++ < my_num_steps)
            for (const int cell : reached_)
                for (const auto& near : my_correct_workspace.neighbors[static_cast<std::size_t>(cell)])
                    if (visited_.insert(near.first).second) next.push_back(near.first);
        if (!next.empty()) {
            reached_ = next;
            queries_.push_back({std::move(next), walked(), false});
            return;
        }
        if (++walk_ < pairs_of_.size()) return set_out();
        ends_number_ = memory_.next_number;
        ends_ = mnncorrect::internal::build_mnn_only_index(my_num_dim, my_corrected, my_mnns.target_mnns, my_builder, ends_buffer_);
        done_ = 0;
        phase_ = Phase::nearest;
    }

    /// Looks for the cell in a pair that is nearest to some of the target's cells; false where all are found.
    bool look_for_nearest() {
        const std::size_t end = std::min(my_target_ids.size(), done_ + at_once(static_cast<double>(my_mnns.target_mnns.size())));
        const auto searcher = ends_->initialize();
        std::vector<int> nearest;
        for (; done_ < end; ++done_)
            searcher->search(my_corrected + static_cast<std::size_t>(my_target_ids[done_]) * my_num_dim, 1, &nearest, nullptr);
        return done_ < my_target_ids.size();
    }

    void move() {
        memory_.is_keeping = false;
        // The library builds the same points once more: what was found of them is known by their number.
        memory_.next_number = ends_number_;
        auto moved = mnncorrect::internal::correct_target(
            my_num_dim, my_num_total, my_batches, *target_, my_target_ids, my_batch_assignment, my_mnns, my_builder, my_num_neighbors,
            static_cast<int>(my_num_steps), my_num_threads, my_corrected, my_correct_workspace);
        memory_.forget();
        if (my_batches.size() > 1)
            mnncorrect::internal::redistribute_corrected_observations(my_num_dim, std::move(moved), my_corrected, my_builder,
                                                                      my_num_threads, my_build_workspace, my_batches, my_batch_assignment);
        target_.reset();
        ends_.reset();
        done_ = 0;
        phase_ = Phase::begin;
    }

    SearchMemory& memory_;
    double comparisons_;
    Phase phase_ = Phase::begin;
    std::optional<Batch> target_;
    std::vector<Queries> queries_;
    /// The queries looked for now, and how many of their cells are done.
    std::size_t query_ = 0, done_ = 0;
    /// Cells in pairs, of each batch and, last, of the target; which of these is walked, how deep, and what is reached.
    std::vector<std::vector<int>> pairs_of_;
    std::size_t walk_ = 0;
    int depth_ = 0;
    std::unordered_set<int> visited_;
    std::vector<int> reached_;
    std::unique_ptr<knncolle::Prebuilt<int, float, float>> ends_;
    std::vector<float> ends_buffer_;
    int ends_number_ = 0;
};

}  // namespace phenolens
