#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace phenolens {

/// A number as a sentence writes it: whole numbers with thousands separated by commas, others to four significant digits.
std::string in_words(double number);

inline std::string in_words(std::string_view text) { return std::string(text); }
inline std::string in_words(const char* text) { return text; }
template <std::integral Number> std::string in_words(Number number) { return in_words(static_cast<double>(number)); }

/// One sentence from words and numbers.
template <typename... Parts> std::string sentence(const Parts&... parts) {
    std::string text;
    ((text += in_words(parts)), ...);
    return text;
}

/// Cuts at every separator; "a\n\nb" has three parts, and so has "a\nb\n" for separator newline: the last one is empty.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Of ASCII alone, whatever the locale.
inline bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
inline bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }

/// ASCII upper case; gene names hold nothing else.
std::string upper(std::string_view text);

}  // namespace phenolens
