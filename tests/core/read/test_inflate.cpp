#include "support.hpp"

#include <cstring>

#include "parity/core_expected.hpp"
#include "read/inflate.hpp"

using namespace phenolens;

namespace {

/// What tests/parity/core_expected.py compressed.
std::vector<std::uint8_t> payload() {
    std::vector<std::uint8_t> bytes(1500 * 4);
    for (std::size_t i = 0; i < 1500; ++i) {
        const float count = static_cast<float>(1 + (i % 7 == 0) + (i % 31 == 0) + i / 64 % 3);
        std::memcpy(bytes.data() + 4 * i, &count, 4);
    }
    return bytes;
}

std::vector<std::vector<std::uint8_t>> streams() {
    std::vector<std::vector<std::uint8_t>> parts;
    auto at = expected::streams.begin();
    for (const std::uint32_t length : expected::stream_lengths) {
        parts.emplace_back(at, at + length);
        at += length;
    }
    return parts;
}

std::vector<std::uint8_t> doubled(const std::vector<std::uint8_t>& bytes) {
    std::vector<std::uint8_t> twice(2 * bytes.size());
    for (std::size_t i = 0; i < twice.size(); ++i) twice[i] = bytes[i % bytes.size()];
    return twice;
}

}  // namespace

TEST_CASE("inflate gives back what zlib compressed, by every kind of block") {
    const auto wanted = payload();
    for (const auto& stream : streams()) {
        std::vector<std::uint8_t> out(wanted.size());
        REQUIRE(inflate(stream, out));
        CHECK(out == wanted);
    }
}

TEST_CASE("inflate refuses another length, a stream that ends early and one with a flipped bit") {
    const auto wanted = payload();
    for (auto stream : streams()) {
        std::vector<std::uint8_t> shorter(wanted.size() - 1), longer(wanted.size() + 1), out(wanted.size());
        CHECK_FALSE(inflate(stream, shorter));
        CHECK_FALSE(inflate(stream, longer));
        for (std::size_t end = 0; end < stream.size(); end += 1 + stream.size() / 200)
            CHECK_FALSE(inflate(std::span(stream).first(end), out));
        for (std::size_t at = 2; at < stream.size(); at += 1 + stream.size() / 300) {
            stream[at] ^= 1 << at % 8;
            // A bit that no symbol depends on may flip; then the bytes are right still.
            if (inflate(stream, out)) CHECK(out == wanted);
            stream[at] ^= 1 << at % 8;
        }
    }
}

TEST_CASE("inflate lives through noise") {
    std::mt19937 random(5);
    std::vector<std::uint8_t> out(4096);
    for (int round = 0; round < 3000; ++round) {
        std::vector<std::uint8_t> stream(random() % 600);
        for (auto& byte : stream) byte = static_cast<std::uint8_t>(random());
        if (stream.size() > 2) {
            stream[0] = 0x78;
            stream[1] = 0x01;
            stream[2] = static_cast<std::uint8_t>((stream[2] & 0xf8) | (round % 2 ? 5 : 3));
        }
        CHECK_FALSE(inflate(stream, out));
    }
}

TEST_CASE("chunks are inflated one after another, shuffled ones put together") {
    const auto wanted = payload();
    const auto twice = doubled(wanted), both = doubled(expected::shuffled_stream);
    const auto length = static_cast<std::uint32_t>(expected::shuffled_stream.size());
    CHECK(inflate_chunks(both, std::vector<std::uint32_t>{length, length}, wanted.size(), 4) == twice);
    CHECK(inflate_chunks(both, std::vector<std::uint32_t>{length, length + 1}, wanted.size(), 4).empty());
    CHECK(inflate_chunks(both, std::vector<std::uint32_t>{length - 1, length}, wanted.size(), 4).empty());
}

TEST_CASE("unshuffle keeps bytes beyond the last whole element") {
    const std::vector<std::uint8_t> shuffled{1, 2, 3, 11, 12, 13, 99};
    std::vector<std::uint8_t> out(7);
    unshuffle(shuffled, 2, out);
    CHECK(out == std::vector<std::uint8_t>{1, 11, 2, 12, 3, 13, 99});
}
