#include "support.hpp"

#include "integrate/batches.hpp"
#include "integrate/crossing.hpp"

using namespace phenolens;

namespace {

typedef std::vector<std::int32_t> Codes;

Relation relation_of(const Codes& first, const Codes& second) { return crossing_of(first, 4, second, 4).relation; }

}  // namespace

TEST_CASE("what two groupings are to each other", "[integrate]") {
    CHECK(relation_of({0, 0, 1, 1, 2}, {3, 3, 0, 0, 1}) == Relation::same);
    CHECK(relation_of({0, 1, 2, 3}, {0, 0, 1, 1}) == Relation::first_in_second);
    CHECK(relation_of({0, 0, 1, 1}, {0, 1, 2, 3}) == Relation::second_in_first);
    CHECK(relation_of({0, 0, 1, 1, 2, 3}, {0, 1, 0, 1, 2, 2}) == Relation::partly);
    CHECK(relation_of({0, 0, 1, 1}, {0, 1, 0, 1}) == Relation::crossed);
    CHECK(relation_of({0, 0, 1, 1, 2}, {0, 1, 1, 2, 2}) == Relation::crossed);
    // One batch alone is not the same as one condition alone.
    CHECK(relation_of({0, 0}, {1, 1}) == Relation::crossed);
    CHECK(relation_of({0, 1}, {1, 1}) == Relation::crossed);
    CHECK(crossing_of(Codes{0, 0, 1, 1, 2, 3}, 4, Codes{0, 1, 0, 1, 2, 2}, 3).parts == 2);
}

TEST_CASE("a type of one batch alone is found; cells without a group do not count", "[integrate]") {
    const auto cells = batches::cells();
    const auto found = crossing_of(cells.batch, batches::kBatches, cells.type, batches::kTypes);
    CHECK(found.only == Codes{-1, -1, -1, -1, -1, 0});
    CHECK(found.cells == batches::kCells);
    CHECK(found.parts == 1);
    CHECK(found.relation == Relation::crossed);
    const auto few = crossing_of(Codes{0, -1, 1}, 2, Codes{0, 0, -1}, 2);
    CHECK(few.table == std::vector<double>{1, 0, 0, 0});
    CHECK(few.only == Codes{0, -1});
    check_error(ErrorCode::internal, "different cells", [] { crossing_of(Codes{0}, 1, Codes{0, 0}, 1); });
    check_error(ErrorCode::internal, "beyond", [] { crossing_of(Codes{2}, 1, Codes{0}, 1); });
}
