#include "bind/base/convert.hpp"

#include <emscripten/bind.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <type_traits>
#include <utility>

#include "base/error.hpp"
#include "base/exact.hpp"
#include "base/text.hpp"

namespace phenolens::bind {
namespace {

using emscripten::typed_memory_view;
using emscripten::val;

/// The elements of a typed array of From, copied as bytes: BigInts then cost no more than other numbers.
template <typename From> std::vector<From> copy_elements(const val& array) {
    std::vector<From> elements(array["length"].as<std::size_t>());
    const val bytes = val::global("Uint8Array").new_(array["buffer"], array["byteOffset"], array["byteLength"]);
    val(typed_memory_view(elements.size() * sizeof(From), reinterpret_cast<std::uint8_t*>(elements.data()))).call<void>("set", bytes);
    return elements;
}

template <typename To, typename From> std::vector<To> copy_as(const val& array, const std::string& part) {
    auto elements = copy_elements<From>(array);
    if constexpr (std::is_same_v<To, From>)
        return elements;
    else
        return convert_numbers<To, From>(elements, part);
}

bool is_of_type(const val& value, const char* type) { return value.typeOf().as<std::string>() == type; }

/// `Float32Array` and the like; empty for what is no typed array. Asked of the object itself, so that subclasses such as Node's Buffer
/// answer too.
std::string array_type(const val& value) {
    if (!is_of_type(value, "object") || value.isNull()) return {};
    const val tag = value[val::global("Symbol")["toStringTag"]];
    return is_of_type(tag, "string") ? tag.as<std::string>() : std::string();
}

std::string listed_in_words(std::initializer_list<const char*> names) {
    std::string text;
    for (const char* name : names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

}  // namespace

template <typename To> std::vector<To> copy_numbers(const val& array, const std::string& part) {
    const std::string type = array_type(array);
    if (type == "Float32Array") return copy_as<To, float>(array, part);
    if (type == "Float64Array") return copy_as<To, double>(array, part);
    if (type == "Int8Array") return copy_as<To, std::int8_t>(array, part);
    if (type == "Uint8Array" || type == "Uint8ClampedArray") return copy_as<To, std::uint8_t>(array, part);
    if (type == "Int16Array") return copy_as<To, std::int16_t>(array, part);
    if (type == "Uint16Array") return copy_as<To, std::uint16_t>(array, part);
    if (type == "Int32Array") return copy_as<To, std::int32_t>(array, part);
    if (type == "Uint32Array") return copy_as<To, std::uint32_t>(array, part);
    if (type == "BigInt64Array") return copy_as<To, std::int64_t>(array, part);
    if (type == "BigUint64Array") return copy_as<To, std::uint64_t>(array, part);
    throw Error(ErrorCode::bad_input, "The " + part + " must be a typed array.");
}

template std::vector<double> copy_numbers<double>(const val&, const std::string&);
template std::vector<float> copy_numbers<float>(const val&, const std::string&);
template std::vector<std::uint8_t> copy_numbers<std::uint8_t>(const val&, const std::string&);
template std::vector<std::uint16_t> copy_numbers<std::uint16_t>(const val&, const std::string&);
template std::vector<std::int32_t> copy_numbers<std::int32_t>(const val&, const std::string&);
template std::vector<std::uint32_t> copy_numbers<std::uint32_t>(const val&, const std::string&);
template std::vector<std::int64_t> copy_numbers<std::int64_t>(const val&, const std::string&);

std::string copy_text(const val& value, const std::string& part) {
    if (!is_of_type(value, "string")) throw Error(ErrorCode::bad_input, "The " + part + " must be a string.");
    return value.as<std::string>();
}

Options::Options(val object, std::string function, std::initializer_list<const char*> known)
    : object_(std::move(object)), function_(std::move(function)) {
    if (!is_of_type(object_, "object") || object_.isNull()) throw Error(ErrorCode::bad_input, function_ + " takes one object of options.");
    const val keys = val::global("Object").call<val>("keys", object_);
    for (std::size_t i = 0; i < keys["length"].as<std::size_t>(); ++i) {
        const auto key = keys[i].as<std::string>();
        if (std::find(known.begin(), known.end(), key) == known.end())
            throw Error(ErrorCode::bad_input, function_ + " has no option '" + key + "'; it has " + listed_in_words(known) + ".");
    }
}

bool Options::has(const char* field) const { return !object_[field].isUndefined(); }

void Options::refuse(const char* field, const char* wanted) const {
    throw Error(ErrorCode::bad_input, function_ + "'s option '" + field + "' must be " + wanted + ".");
}

val Options::get(const char* field) const {
    val value = object_[field];
    if (value.isUndefined()) throw Error(ErrorCode::bad_input, function_ + " needs the option '" + field + "'.");
    return value;
}

double Options::number(const char* field) const {
    const val value = get(field);
    if (!is_of_type(value, "number")) refuse(field, "a number");
    return value.as<double>();
}

std::int64_t Options::whole(const char* field) const {
    const double value = number(field);
    if (!(value >= 0 && value <= 9007199254740992.0 && value == std::floor(value))) refuse(field, "a whole number from 0 up");
    return static_cast<std::int64_t>(value);
}

std::size_t Options::size(const char* field, std::int64_t most) const {
    const std::int64_t size = whole(field);
    if (size > most)
        throw Error(ErrorCode::bad_input, sentence(function_, "'s option '", field, "' is ", size, "; it may be at most ", most, "."));
    return static_cast<std::size_t>(size);
}

bool Options::flag(const char* field, bool otherwise) const {
    if (!has(field)) return otherwise;
    const val value = get(field);
    if (!is_of_type(value, "boolean")) refuse(field, "true or false");
    return value.as<bool>();
}

std::string Options::text(const char* field) const { return copy_text(get(field), function_ + "'s " + field); }

val Options::list(const char* field) const {
    const val value = get(field);
    if (!value.isArray()) refuse(field, "an array");
    return value;
}

std::vector<std::string> Options::texts(const char* field) const {
    const val values = list(field);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < values["length"].as<std::size_t>(); ++i) out.push_back(copy_text(values[i], function_ + "'s " + field));
    return out;
}

std::vector<double> Options::numbers(const char* field) const {
    const val values = list(field);
    std::vector<double> out;
    for (std::size_t i = 0; i < values["length"].as<std::size_t>(); ++i) {
        const val value = values[i];
        if (!is_of_type(value, "number")) refuse(field, "an array of numbers");
        out.push_back(value.as<double>());
    }
    return out;
}

template <typename Number> val owned(const std::vector<Number>& numbers) {
    const char* type = std::is_same_v<Number, double>          ? "Float64Array"
                       : std::is_same_v<Number, float>         ? "Float32Array"
                       : std::is_same_v<Number, std::uint8_t>  ? "Uint8Array"
                       : std::is_same_v<Number, std::uint16_t> ? "Uint16Array"
                       : std::is_same_v<Number, std::uint32_t> ? "Uint32Array"
                                                               : "Int32Array";
    return val::global(type).new_(typed_memory_view(numbers.size(), numbers.data()));
}

template val owned(const std::vector<double>&);
template val owned(const std::vector<float>&);
template val owned(const std::vector<std::uint8_t>&);
template val owned(const std::vector<std::uint16_t>&);
template val owned(const std::vector<std::int32_t>&);
template val owned(const std::vector<std::uint32_t>&);

val plain(const std::vector<double>& numbers) {
    return val::global("Array").call<val>("from", val(typed_memory_view(numbers.size(), numbers.data())));
}

}  // namespace phenolens::bind
