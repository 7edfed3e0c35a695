#include "read/inflate.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace phenolens {
namespace {

// An entry of a table says what a code stands for:
//   bits 0-7    bits of the code and of what follows it
//   bits 8-11   bits of the code alone (or, of a pointer, bits that index the second table)
//   bits 16-30  a literal, a length's or distance's base, or where a second table starts
constexpr std::uint32_t kLiteral = 0x8000'0000;
constexpr std::uint32_t kPointer = 0x4000;
constexpr std::uint32_t kEnd = 0x2000;
constexpr std::uint32_t kInvalid = 0x1000;

constexpr unsigned kLengthBits = 11;
constexpr unsigned kDistanceBits = 8;
constexpr unsigned kMaxCode = 15;
constexpr std::size_t kLengthTable = 2342;  // enough for 288 symbols, 11 bits, codes of up to 15 (zlib's examples/enough.c)
constexpr std::size_t kDistanceTable = 402;  // the same for 32 symbols and 8 bits

constexpr std::array<std::uint16_t, 29> kLengthBase{3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                                    31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr std::array<std::uint8_t, 29> kLengthExtra{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr std::array<std::uint16_t, 30> kDistanceBase{1,    2,    3,    4,    5,    7,    9,    13,    17,    25,
                                                      33,   49,   65,   97,   129,  193,  257,  385,   513,   769,
                                                      1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr std::array<std::uint8_t, 30> kDistanceExtra{0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                                      6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};

std::uint32_t length_entry(unsigned symbol) {
    if (symbol < 256) return kLiteral | symbol << 16;
    if (symbol == 256) return kEnd;
    if (symbol - 257 >= kLengthBase.size()) return kInvalid;
    return std::uint32_t{kLengthBase[symbol - 257]} << 16 | kLengthExtra[symbol - 257];
}

std::uint32_t distance_entry(unsigned symbol) {
    if (symbol >= kDistanceBase.size()) return kInvalid;
    return std::uint32_t{kDistanceBase[symbol]} << 16 | kDistanceExtra[symbol];
}

std::uint32_t code_length_entry(unsigned symbol) { return symbol << 16; }

/// The table of a canonical code, indexed by the next `bits` bits of the stream; longer codes go on in second tables behind it.
/// False for lengths that make no code. As in zlib, a code that leaves words unused must have one word, of one bit.
template <typename EntryOf>
bool build_table(std::span<std::uint32_t> table, unsigned bits, std::span<const std::uint8_t> lengths, EntryOf entry_of) {
    std::array<std::uint16_t, kMaxCode + 1> count{};
    for (const std::uint8_t length : lengths) ++count[length];
    std::array<std::uint16_t, kMaxCode + 2> offset{};
    std::int32_t left = 1;
    unsigned longest = 0;
    for (unsigned length = 1; length <= kMaxCode; ++length) {
        left = 2 * left - count[length];
        if (left < 0) return false;
        if (count[length] > 0) longest = length;
        offset[length + 1] = static_cast<std::uint16_t>(offset[length] + count[length]);
    }
    const std::size_t used = offset[kMaxCode + 1];
    if (left > 0 && used > 0 && (used > 1 || longest > 1)) return false;
    std::array<std::uint16_t, 320> sorted;
    for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
        if (lengths[symbol] > 0) sorted[offset[lengths[symbol]]++] = static_cast<std::uint16_t>(symbol);
    }
    const std::size_t primary = std::size_t{1} << bits;
    if (left > 0) std::fill_n(table.begin(), primary, kInvalid | 1);

    std::size_t next_table = primary;
    std::uint32_t second = ~0u;  // the first bits of the second table being filled
    std::size_t second_start = 0;
    unsigned second_bits = 0;
    std::uint32_t code = 0;  // reversed: its first bit is the lowest
    for (std::size_t i = 0; i < used; ++i) {
        const unsigned symbol = sorted[i];
        const unsigned length = lengths[symbol];
        std::uint32_t entry = entry_of(symbol);
        if (length <= bits) {
            entry += length | length << 8;
            for (std::size_t at = code; at < primary; at += std::size_t{1} << length) table[at] = entry;
        } else {
            const std::uint32_t prefix = code & (primary - 1);
            if (prefix != second) {
                // As many bits as fill it: codes that start alike are neighbours in the canonical order.
                second = prefix;
                second_bits = length - bits;
                std::int32_t free = (std::int32_t{1} << second_bits) - (count[length]);
                for (std::size_t done = i; done > 0 && lengths[sorted[done - 1]] == length; --done) ++free;
                while (free > 0 && bits + second_bits < longest) {
                    ++second_bits;
                    free = 2 * free - count[bits + second_bits];
                }
                second_start = next_table;
                next_table += std::size_t{1} << second_bits;
                if (next_table > table.size()) return false;
                table[prefix] = static_cast<std::uint32_t>(second_start << 16) | kPointer | second_bits << 8 | bits;
            }
            // What the pointer has taken is not taken again.
            const unsigned rest = length - bits;
            entry += rest | rest << 8;
            for (std::size_t at = code >> bits; at < std::size_t{1} << second_bits; at += std::size_t{1} << rest)
                table[second_start + at] = entry;
        }
        // The next code in canonical order, with its bits reversed.
        if (i + 1 < used) {
            std::uint32_t bit = 1u << (length - 1);
            while (code & bit) bit >>= 1;
            code = bit ? (code & (bit - 1)) | bit : 0;
        }
    }
    return true;
}

std::uint64_t load64(const std::uint8_t* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

std::uint32_t load32(const std::uint8_t* at) {
    std::uint32_t word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

void store32(std::uint8_t* at, std::uint32_t word) { std::memcpy(at, &word, sizeof word); }

void store64(std::uint8_t* at, std::uint64_t word) { std::memcpy(at, &word, sizeof word); }

/// Copies `length` bytes from `distance` back; may write up to 15 bytes more.
inline void copy_match_fast(std::uint8_t* out, std::size_t distance, std::size_t length) {
    const std::uint8_t* from = out - distance;
    std::uint8_t* const end = out + length;
    if (distance >= 8) {
        do {
            store64(out, load64(from));
            out += 8;
            from += 8;
        } while (out < end);
        return;
    }
    if (distance >= 4 && length <= 16) {
        // Sparse matrices are arrays of four-byte numbers: most of their matches are these.
        do {
            store32(out, load32(from));
            out += 4;
            from += 4;
        } while (out < end);
        return;
    }
    std::uint8_t pattern[8];
    for (std::size_t i = 0, at = 0; i < 8; ++i) {
        pattern[i] = from[at];
        if (++at == distance) at = 0;
    }
    const std::uint64_t word = load64(pattern);
    const std::size_t step = 8 - 8 % distance;
    do {
        store64(out, word);
        out += step;
    } while (out < end);
}

class Inflater {
public:
    Inflater(std::span<const std::uint8_t> in, std::span<std::uint8_t> out)
        : in_(in.data()), in_end_(in.data() + in.size()), begin_(out.data()), out_(out.data()), out_end_(out.data() + out.size()) {}

    /// All blocks; the output must be full at the end.
    bool run() {
        for (bool is_last = false; !is_last;) {
            refill();
            is_last = take(1) != 0;
            const std::uint32_t kind = take(2);
            if (kind == 0 ? !stored() : kind == 1 ? !fixed() : kind == 2 ? !dynamic() : true) return false;
        }
        return out_ == out_end_ && bits_ >= 0;
    }

    /// Where the stream goes on after the last block, at a whole byte.
    const std::uint8_t* rest() const { return in_ - (bits_ >> 3); }

private:
    // `bits_` may fall below zero: more was taken than there was, which is seen at the block's end.
    void refill() {
        if (in_end_ - in_ >= 8) {
            word_ |= load64(in_) << bits_;
            in_ += (63 - bits_) >> 3;
            bits_ |= 56;
            return;
        }
        while (bits_ <= 56 && in_ < in_end_) {
            word_ |= std::uint64_t{*in_++} << bits_;
            bits_ += 8;
        }
    }

    std::uint32_t peek(unsigned count) const { return static_cast<std::uint32_t>(word_ & ((std::uint64_t{1} << count) - 1)); }

    void drop(unsigned count) {
        word_ >>= count;
        bits_ -= static_cast<int>(count);
    }

    std::uint32_t take(unsigned count) {
        const std::uint32_t value = peek(count);
        drop(count);
        return value;
    }

    bool stored() {
        drop(static_cast<unsigned>(bits_) & 7);
        in_ -= bits_ >> 3;
        word_ = 0;
        bits_ = 0;
        if (in_end_ - in_ < 4) return false;
        const unsigned length = in_[0] | in_[1] << 8;
        if ((length ^ (in_[2] | in_[3] << 8)) != 0xffff) return false;
        in_ += 4;
        if (in_end_ - in_ < static_cast<std::ptrdiff_t>(length) || out_end_ - out_ < static_cast<std::ptrdiff_t>(length)) return false;
        if (length > 0) std::memcpy(out_, in_, length);
        in_ += length;
        out_ += length;
        return true;
    }

    bool fixed() {
        std::array<std::uint8_t, 288> lengths;
        std::fill(lengths.begin(), lengths.begin() + 144, 8);
        std::fill(lengths.begin() + 144, lengths.begin() + 256, 9);
        std::fill(lengths.begin() + 256, lengths.begin() + 280, 7);
        std::fill(lengths.begin() + 280, lengths.end(), 8);
        std::array<std::uint8_t, 32> distances;
        distances.fill(5);
        return build_table(length_table_, kLengthBits, lengths, length_entry) &&
               build_table(distance_table_, kDistanceBits, distances, distance_entry) && codes();
    }

    bool dynamic() {
        constexpr std::array<std::uint8_t, 19> order{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
        const unsigned literals = take(5) + 257;
        const unsigned distances = take(5) + 1;
        const unsigned given = take(4) + 4;
        if (literals > 286 || distances > 30) return false;
        std::array<std::uint8_t, 19> short_lengths{};
        refill();
        for (unsigned i = 0; i < given; ++i) {
            if (i == 16) refill();
            short_lengths[order[i]] = static_cast<std::uint8_t>(take(3));
        }
        std::array<std::uint32_t, 128> table;
        table.fill(kInvalid | 1);
        if (!build_table(table, 7, short_lengths, code_length_entry)) return false;
        std::array<std::uint8_t, 286 + 30 + 138> lengths{};
        for (unsigned i = 0; i < literals + distances;) {
            refill();
            const std::uint32_t entry = table[peek(7)];
            if (entry & kInvalid) return false;
            drop(entry & 0xff);
            if (bits_ < 0) return false;
            const std::uint32_t symbol = entry >> 16;
            if (symbol < 16) {
                lengths[i++] = static_cast<std::uint8_t>(symbol);
                continue;
            }
            if (symbol == 16 && i == 0) return false;
            const std::uint8_t repeated = symbol == 16 ? lengths[i - 1] : std::uint8_t{0};
            const unsigned times = symbol == 16 ? 3 + take(2) : symbol == 17 ? 3 + take(3) : 11 + take(7);
            std::fill_n(lengths.begin() + i, times, repeated);
            i += times;
            if (i > literals + distances) return false;
        }
        if (lengths[256] == 0) return false;
        const std::span<const std::uint8_t> all(lengths);
        // A block of literals alone has no distance code; any distance in it is then wrong.
        std::fill_n(distance_table_.begin(), std::size_t{1} << kDistanceBits, kInvalid | 1);
        return build_table(length_table_, kLengthBits, all.first(literals), length_entry) &&
               build_table(distance_table_, kDistanceBits, all.subspan(literals, distances), distance_entry) && codes();
    }

    /// The entry of the next code, whose bits are taken.
    template <unsigned Bits> std::uint32_t next_entry(const std::uint32_t* table) {
        std::uint32_t entry = table[peek(Bits)];
        if (entry & kPointer) [[unlikely]] {
            if (entry & kLiteral) return entry;
            drop(Bits);
            entry = table[(entry >> 16) + peek(entry >> 8 & 0xf)];
        }
        return entry;
    }

    /// A block's codes. The first loop may read and write a little beyond what it needs, the second may not.
    bool codes() {
        constexpr std::ptrdiff_t most_in = 32, most_out = 258 + 16 + 3;
        if (in_end_ - in_ >= most_in && out_end_ - out_ >= most_out) {
            const int ended = fast_codes(in_end_ - most_in, out_end_ - most_out);
            if (ended >= 0) return ended == 1;
        }
        for (;;) {
            refill();
            std::uint32_t entry = next_entry<kLengthBits>(length_table_.data());
            if (entry & kLiteral) {
                drop(entry & 0xff);
                if (bits_ < 0 || out_ == out_end_) return false;
                *out_++ = static_cast<std::uint8_t>(entry >> 16);
                continue;
            }
            if (entry & kInvalid) return false;
            if (entry & kEnd) {
                drop(entry & 0xff);
                return bits_ >= 0;
            }
            const std::size_t length = value_of(entry);
            refill();
            entry = next_entry<kDistanceBits>(distance_table_.data());
            if (entry & kInvalid) return false;
            const std::size_t distance = value_of(entry);
            if (bits_ < 0 || distance > static_cast<std::size_t>(out_ - begin_) || length > static_cast<std::size_t>(out_end_ - out_))
                return false;
            for (std::size_t i = 0; i < length; ++i, ++out_) *out_ = *(out_ - distance);
        }
    }

    /// Codes while there is room on both sides: 1 at the block's end, 0 for damage, -1 where the room ends.
    /// What changes is held in locals, so that it stays in registers; the next code is looked up before a match is copied.
    int fast_codes(const std::uint8_t* in_limit, const std::uint8_t* out_limit) {
        const std::uint8_t* in = in_;
        std::uint8_t* out = out_;
        std::uint64_t word = word_;
        unsigned bits = static_cast<unsigned>(bits_);
        const std::uint32_t* const lengths = length_table_.data();
        const std::uint32_t* const distances = distance_table_.data();
        const auto refill = [&] {
            word |= load64(in) << (bits & 63);
            in += (63 - bits) >> 3;
            bits |= 56;
        };
        const auto take = [&](std::uint32_t entry) {
            word >>= entry & 0x3f;
            bits -= entry & 0x3f;
        };
        const auto leave = [&](int result) {
            in_ = in;
            out_ = out;
            // A refill takes whole words: what lies above the bits that count is read again.
            word_ = word & ((std::uint64_t{1} << bits) - 1);
            bits_ = static_cast<int>(bits);
            return result;
        };
        constexpr std::uint64_t length_mask = (1u << kLengthBits) - 1, distance_mask = (1u << kDistanceBits) - 1;
        const auto value = [](std::uint32_t entry, std::uint64_t saved) {
            return (entry >> 16) + static_cast<std::size_t>((saved & ((std::uint64_t{1} << (entry & 0x3f)) - 1)) >> (entry >> 8 & 0xf));
        };

        refill();
        std::uint32_t entry = lengths[word & length_mask];
        while (in <= in_limit && out <= out_limit) {
            // Up to three literals of eleven bits or less, then whatever comes.
            if (entry & kLiteral) {
                take(entry);
                *out++ = static_cast<std::uint8_t>(entry >> 16);
                entry = lengths[word & length_mask];
                if (entry & kLiteral) {
                    take(entry);
                    *out++ = static_cast<std::uint8_t>(entry >> 16);
                    entry = lengths[word & length_mask];
                    if (entry & kLiteral) {
                        take(entry);
                        *out++ = static_cast<std::uint8_t>(entry >> 16);
                        refill();
                        entry = lengths[word & length_mask];
                        continue;
                    }
                }
            }
            if (entry & (kPointer | kEnd | kInvalid)) [[unlikely]] {
                if (entry & kPointer) {
                    word >>= kLengthBits;
                    bits -= kLengthBits;
                    entry = lengths[(entry >> 16) + (word & ((1u << (entry >> 8 & 0xf)) - 1))];
                    if (entry & kLiteral) {
                        take(entry);
                        *out++ = static_cast<std::uint8_t>(entry >> 16);
                        refill();
                        entry = lengths[word & length_mask];
                        continue;
                    }
                }
                if (entry & kInvalid) return 0;
                if (entry & kEnd) {
                    take(entry);
                    return leave(1);
                }
            }
            const std::size_t length = value(entry, word);
            take(entry);
            // Two literals, a length and a distance are at most 22 + 20 + 28 bits: more than one refill holds.
            refill();
            entry = distances[word & distance_mask];
            if (entry & kPointer) [[unlikely]] {
                word >>= kDistanceBits;
                bits -= kDistanceBits;
                entry = distances[(entry >> 16) + (word & ((1u << (entry >> 8 & 0xf)) - 1))];
            }
            if (entry & kInvalid) [[unlikely]]
                return 0;
            const std::size_t distance = value(entry, word);
            take(entry);
            if (distance > static_cast<std::size_t>(out - begin_)) [[unlikely]]
                return 0;
            refill();
            entry = lengths[word & length_mask];
            copy_match_fast(out, distance, length);
            out += length;
        }
        return leave(-1);
    }

    /// Takes a length or distance: its base and the extra bits behind the code.
    std::size_t value_of(std::uint32_t entry) {
        const unsigned code = entry >> 8 & 0xf;
        const unsigned all = entry & 0xff;
        const std::uint64_t extra = (word_ & ((std::uint64_t{1} << all) - 1)) >> code;
        drop(all);
        return (entry >> 16) + static_cast<std::size_t>(extra);
    }

    const std::uint8_t* in_;
    const std::uint8_t* in_end_;
    std::uint8_t* begin_;
    std::uint8_t* out_;
    std::uint8_t* out_end_;
    std::uint64_t word_ = 0;
    int bits_ = 0;
    std::array<std::uint32_t, kLengthTable> length_table_;
    std::array<std::uint32_t, kDistanceTable> distance_table_;
};

constexpr std::size_t kAdlerRun = 32;

/// Sum of 32 bytes, and the sum in which the first counts 32 times and the last once.
struct RunSums {
    std::uint32_t plain, weighted;
};

#ifdef __wasm_simd128__
RunSums run_sums(const std::uint8_t* bytes) {
    const v128_t first = wasm_v128_load(bytes), second = wasm_v128_load(bytes + 16);
    const auto dot = [](v128_t low, v128_t high, v128_t weights_low, v128_t weights_high) {
        return wasm_i32x4_add(wasm_i32x4_dot_i16x8(low, weights_low), wasm_i32x4_dot_i16x8(high, weights_high));
    };
    const v128_t first_low = wasm_u16x8_extend_low_u8x16(first), first_high = wasm_u16x8_extend_high_u8x16(first);
    const v128_t second_low = wasm_u16x8_extend_low_u8x16(second), second_high = wasm_u16x8_extend_high_u8x16(second);
    const v128_t one = wasm_i16x8_splat(1);
    const v128_t plain = wasm_i32x4_add(dot(first_low, first_high, one, one), dot(second_low, second_high, one, one));
    const v128_t weighted = wasm_i32x4_add(
        dot(first_low, first_high, wasm_i16x8_const(32, 31, 30, 29, 28, 27, 26, 25), wasm_i16x8_const(24, 23, 22, 21, 20, 19, 18, 17)),
        dot(second_low, second_high, wasm_i16x8_const(16, 15, 14, 13, 12, 11, 10, 9), wasm_i16x8_const(8, 7, 6, 5, 4, 3, 2, 1)));
    const auto total = [](v128_t four) {
        return static_cast<std::uint32_t>(wasm_i32x4_extract_lane(four, 0) + wasm_i32x4_extract_lane(four, 1) +
                                          wasm_i32x4_extract_lane(four, 2) + wasm_i32x4_extract_lane(four, 3));
    };
    return {total(plain), total(weighted)};
}
#else
RunSums run_sums(const std::uint8_t* bytes) {
    RunSums sums{0, 0};
    for (std::size_t i = 0; i < kAdlerRun; ++i) {
        sums.plain += bytes[i];
        sums.weighted += static_cast<std::uint32_t>(kAdlerRun - i) * bytes[i];
    }
    return sums;
}
#endif

/// Adler-32 (RFC 1950).
std::uint32_t adler32(std::span<const std::uint8_t> bytes) {
    constexpr std::uint32_t modulus = 65521;
    constexpr std::size_t most = 5536;  // 5,552 bytes are known to fit into 32 bits
    std::uint32_t a = 1, b = 0;
    while (!bytes.empty()) {
        auto part = bytes.first(std::min(bytes.size(), most));
        bytes = bytes.subspan(part.size());
        for (; part.size() >= kAdlerRun; part = part.subspan(kAdlerRun)) {
            const RunSums sums = run_sums(part.data());
            b += static_cast<std::uint32_t>(kAdlerRun) * a + sums.weighted;
            a += sums.plain;
        }
        for (const std::uint8_t byte : part) b += a += byte;
        a %= modulus;
        b %= modulus;
    }
    return b << 16 | a;
}

}  // namespace

bool inflate(std::span<const std::uint8_t> stream, std::span<std::uint8_t> out) {
    if (stream.size() < 6) return false;
    const unsigned method = stream[0], flags = stream[1];
    if ((method & 15) != 8 || (method << 8 | flags) % 31 != 0 || (flags & 32) != 0) return false;
    Inflater inflater(stream.subspan(2), out);
    if (!inflater.run()) return false;
    const std::uint8_t* sum = inflater.rest();
    if (stream.data() + stream.size() - sum < 4) return false;
    return adler32(out) == (std::uint32_t{sum[0]} << 24 | std::uint32_t{sum[1]} << 16 | std::uint32_t{sum[2]} << 8 | sum[3]);
}

void unshuffle(std::span<const std::uint8_t> bytes, std::size_t size, std::span<std::uint8_t> out) {
    const std::size_t elements = bytes.size() / size;
    for (std::size_t byte = 0; byte < size; ++byte) {
        const std::uint8_t* from = bytes.data() + byte * elements;
        for (std::size_t i = 0; i < elements; ++i) out[i * size + byte] = from[i];
    }
    std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(elements * size), bytes.end(),
              out.begin() + static_cast<std::ptrdiff_t>(elements * size));
}

std::vector<std::uint8_t> inflate_chunks(std::span<const std::uint8_t> streams, std::span<const std::uint32_t> lengths,
                                         std::size_t chunk_bytes, std::size_t shuffled) {
    std::vector<std::uint8_t> out(lengths.size() * chunk_bytes);
    std::vector<std::uint8_t> scratch(shuffled > 1 ? chunk_bytes : 0);
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (lengths[i] > streams.size()) return {};
        const std::span<std::uint8_t> chunk(out.data() + i * chunk_bytes, chunk_bytes);
        if (!inflate(streams.first(lengths[i]), shuffled > 1 ? std::span(scratch) : chunk)) return {};
        if (shuffled > 1) unshuffle(scratch, shuffled, chunk);
        streams = streams.subspan(lengths[i]);
    }
    return out;
}

}  // namespace phenolens
