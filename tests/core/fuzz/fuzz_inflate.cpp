// libFuzzer: no stream makes inflate read or write where it may not, and what it accepts has the right length and checksum.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "read/inflate.hpp"

namespace {

/// Adler-32 as RFC 1950 writes it.
std::uint32_t plain_adler(const std::vector<std::uint8_t>& bytes) {
    std::uint32_t a = 1, b = 0;
    for (const std::uint8_t byte : bytes) {
        a = (a + byte) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    // The first bytes say how much is to come out; the header is made right, so that more than its check is reached.
    std::vector<std::uint8_t> stream(data + 2, data + size);
    if (stream.size() >= 2) {
        stream[0] = 0x78;
        stream[1] = 0x01;
    }
    std::vector<std::uint8_t> out(data[0] | data[1] << 8);
    if (!phenolens::inflate(stream, out)) return 0;
    const std::size_t end = stream.size();
    bool has_sum = false;
    const std::uint32_t sum = plain_adler(out);
    for (std::size_t at = 2; at + 4 <= end && !has_sum; ++at) {
        has_sum = (std::uint32_t{stream[at]} << 24 | std::uint32_t{stream[at + 1]} << 16 | std::uint32_t{stream[at + 2]} << 8 |
                   stream[at + 3]) == sum;
    }
    if (!has_sum) {
        std::fprintf(stderr, "accepted %zu bytes whose checksum is nowhere in the stream\n", out.size());
        std::abort();
    }
    return 0;
}
