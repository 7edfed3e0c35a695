#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace phenolens {

/// Inflates a zlib stream (RFC 1950 and 1951) into exactly `out.size()` bytes: what HDF5's deflate filter stores for a chunk.
/// False for a stream that is damaged, of another length, or whose checksum is wrong; `out` then holds nothing of use.
///
/// Decoding is most of the time it takes to read a file. The way of doing it is libdeflate's (Biggers, MIT licence):
/// 64 bits at a time, tables that give a whole symbol for eleven bits, copies of whole words.
bool inflate(std::span<const std::uint8_t> stream, std::span<std::uint8_t> out);

/// Undoes HDF5's shuffle filter: byte i of every element, one after another, back to whole elements of `size` bytes.
/// Bytes beyond the last whole element are copied as they are.
void unshuffle(std::span<const std::uint8_t> bytes, std::size_t size, std::span<std::uint8_t> out);

/// Inflates the chunks of a dataset one after another.
/// `lengths[i]` is the compressed length of chunk i in `streams`; every chunk holds `chunk_bytes`; with `shuffled` elements of that size
/// are put together again. Empty where any chunk is damaged.
std::vector<std::uint8_t> inflate_chunks(std::span<const std::uint8_t> streams, std::span<const std::uint32_t> lengths,
                                         std::size_t chunk_bytes, std::size_t shuffled);

}  // namespace phenolens
