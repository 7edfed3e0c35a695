#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace phenolens {

/// Writes plain numbers one after another, as this machine holds them (all our targets are little-endian).
class ByteWriter {
public:
    template <typename Number> void put(Number number) {
        static_assert(std::is_arithmetic_v<Number>);
        append(&number, sizeof number);
    }

    void put_count(std::size_t count) { put(static_cast<std::uint64_t>(count)); }

    /// A count and then the numbers.
    template <typename Number> void put_all(std::span<const Number> numbers) {
        put_count(numbers.size());
        append(numbers.data(), numbers.size_bytes());
    }

    std::vector<std::uint8_t> take() { return std::move(bytes_); }

private:
    void append(const void* data, std::size_t size) {
        const std::size_t at = bytes_.size();
        bytes_.resize(at + size);
        if (size > 0) std::memcpy(bytes_.data() + at, data, size);
    }

    std::vector<std::uint8_t> bytes_;
};

/// Reads what ByteWriter wrote. Throws Error(internal) where bytes are missing or make no sense.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    template <typename Number> Number take() {
        static_assert(std::is_arithmetic_v<Number>);
        if (bytes_.size() < sizeof(Number)) fail();
        Number number;
        std::memcpy(&number, bytes_.data(), sizeof number);
        bytes_ = bytes_.subspan(sizeof number);
        return number;
    }

    std::size_t take_count() {
        const auto count = take<std::uint64_t>();
        if (count > (std::uint64_t{1} << 31)) fail();
        return static_cast<std::size_t>(count);
    }

    template <typename Number> std::vector<Number> take_all() {
        const std::size_t count = take_count();
        // Checked before allocating, so that a damaged count cannot ask for the whole memory.
        if (count > bytes_.size() / sizeof(Number)) fail();
        std::vector<Number> numbers(count);
        if (count > 0) std::memcpy(numbers.data(), bytes_.data(), count * sizeof(Number));
        bytes_ = bytes_.subspan(count * sizeof(Number));
        return numbers;
    }

    bool at_end() const { return bytes_.empty(); }

    [[noreturn]] void fail() const {
        throw Error(ErrorCode::internal, "The state of another lane cannot be read; it is damaged or of another version.");
    }

private:
    std::span<const std::uint8_t> bytes_;
};

}  // namespace phenolens
