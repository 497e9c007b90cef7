// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/archive_error.h"

#include <algorithm>
#include <cstdint>

namespace quantloupe {

namespace {

constexpr std::size_t kMaximumShown = 120;

std::string sentence(std::string_view file, std::string_view what)
{
    return std::string(file).append(" ").append(what);
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0u) == 0x80u;
}

// The length of the sequence that starts `text`; 0 if it is malformed.
std::size_t sequenceLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length == 0 || lead > 0xf4 || text.size() < length)
        return 0;
    if (!std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length),
                     isContinuation))
        return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    const bool bad = (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ||
                     (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f);
    return bad ? 0 : length;
}

} // namespace

void throwBadArchive(std::string_view file, std::string_view what)
{
    throw Error(ErrorKind::BadInput, sentence(file, what));
}

void throwUnsupportedArchive(std::string_view file, std::string_view what)
{
    throw Error(ErrorKind::Unsupported, sentence(file, what));
}

void throwCutShort(std::string_view file, std::string_view part)
{
    throwBadArchive(file, "ends in the middle of " + std::string(part) +
                              "; it was cut short or damaged, copy or download it again.");
}

std::string printable(std::string_view text)
{
    const bool cut = text.size() > kMaximumShown;
    std::string shown(text.substr(0, kMaximumShown));
    std::replace_if(
        shown.begin(), shown.end(), [](unsigned char c) { return c < 0x20 || c >= 0x7f; }, '?');
    return cut ? shown + "..." : shown;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace quantloupe
