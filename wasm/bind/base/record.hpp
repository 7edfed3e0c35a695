#pragma once

#include <emscripten/val.h>

#include <initializer_list>
#include <utility>

namespace phenolens::bind {

/// An object of numbers by name.
inline emscripten::val record(std::initializer_list<std::pair<const char*, double>> fields) {
    auto out = emscripten::val::object();
    for (const auto& [name, value] : fields) out.set(name, value);
    return out;
}

/// An array of what `make` makes of each item.
template <typename Items, typename Make> emscripten::val listed(const Items& items, const Make& make) {
    auto list = emscripten::val::array();
    for (const auto& item : items) list.call<void>("push", make(item));
    return list;
}

}  // namespace phenolens::bind
