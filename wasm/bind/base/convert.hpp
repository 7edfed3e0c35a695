#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace phenolens::bind {

/// Any numeric typed array, copied; 64-bit integers included.
/// Throws Error(bad_input) for anything else, Error(bad_file) for a number that To cannot hold. To is one of double, float, uint8, uint16,
/// int32, uint32, int64.
template <typename To> std::vector<To> copy_numbers(const emscripten::val& array, const std::string& part);

/// Most things of one kind, where nothing smaller limits them: what 32 bits with a sign can number.
inline constexpr std::int64_t kMostThings = 2147483647;

/// Most classes of a head: what a score's class code can name.
inline constexpr std::int64_t kMostClasses = 65534;

/// The one object of options a function takes. Its fields are checked for type by name; unknown ones are refused.
class Options {
public:
    /// `function` is the name a message uses; `known` lists every field there may be.
    Options(emscripten::val object, std::string function, std::initializer_list<const char*> known);

    bool has(const char* field) const;
    double number(const char* field) const;
    /// A whole number from 0 up to 2^53.
    std::int64_t whole(const char* field) const;
    /// A number of things, from 0 up to `most`: the one way in for what sizes memory. Error(bad_input) naming both for more.
    std::size_t size(const char* field, std::int64_t most = kMostThings) const;
    bool flag(const char* field, bool otherwise) const;
    std::string text(const char* field) const;
    std::vector<std::string> texts(const char* field) const;
    std::vector<double> numbers(const char* field) const;
    emscripten::val list(const char* field) const;
    /// An object whose own options are to be checked by another Options.
    emscripten::val object(const char* field) const { return get(field); }

    template <typename To> std::vector<To> array(const char* field) const {
        return copy_numbers<To>(get(field), function_ + "'s " + field);
    }

private:
    emscripten::val get(const char* field) const;
    [[noreturn]] void refuse(const char* field, const char* wanted) const;

    emscripten::val object_;
    std::string function_;
};

/// Text from a JavaScript string; Error(bad_input) naming `part` for anything else.
std::string copy_text(const emscripten::val& value, const std::string& part);

/// A typed array of its own with a copy of the numbers, which outlives any growth of the heap. Number is one of double, float, uint8,
/// uint16, int32, uint32.
template <typename Number> emscripten::val owned(const std::vector<Number>& numbers);

/// A plain JavaScript array of numbers.
emscripten::val plain(const std::vector<double>& numbers);

}  // namespace phenolens::bind
