#include "base/text.hpp"

#include <cmath>
#include <cstdio>
#include <cstring>

namespace phenolens {

std::string in_words(double number) {
    char buffer[48];
    if (!std::isfinite(number)) return std::isnan(number) ? "NaN" : (number > 0 ? "infinity" : "-infinity");
    if (number != std::floor(number) || std::abs(number) >= 1e15) {
        std::snprintf(buffer, sizeof buffer, "%.4g", number);
        return buffer;
    }
    std::snprintf(buffer, sizeof buffer, "%.0f", number);
    std::string text;
    for (const char* at = buffer; *at != '\0'; ++at) {
        text += *at;
        const std::size_t left = std::strlen(at) - 1;
        if (*at != '-' && left > 0 && left % 3 == 0) text += ',';
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& letter : result) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    return result;
}

}  // namespace phenolens
