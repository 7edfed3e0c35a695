#include "stats/standing.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/order.hpp"
#include "base/text.hpp"

namespace phenolens {

Standing standing(std::span<const float> values) {
    const auto entries = ascending(values);
    Standing out{std::vector<std::int32_t>(values.size()), std::vector<std::uint32_t>(values.size() / 32 + 1)};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        out.places[place_of(entries[i])] = static_cast<std::int32_t>(i);
        if (i == 0 || key_of(entries[i]) != key_of(entries[i - 1])) out.starts[i / 32] |= 1u << (i % 32);
    }
    return out;
}

void check_standing(const Standing& standing, std::size_t size) {
    const bool fits = standing.places.size() == size && standing.starts.size() == size / 32 + 1 &&
                      std::all_of(standing.places.begin(), standing.places.end(),
                                  [&](std::int32_t place) { return place >= 0 && static_cast<std::size_t>(place) < size; });
    if (!fits) throw Error(ErrorCode::bad_input, sentence("A standing of ", standing.places.size(), " values does not fit ", size, "."));
}

}  // namespace phenolens
