// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sample_list.h"

#include "base/error.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace quantloupe {

namespace {

/// A range with more is a typing error.
constexpr std::uint64_t kMostSamples = 10000000;

template <typename Number> std::optional<Number> numberIn(std::string_view text)
{
    Number number{};
    const char *end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (result.ec != std::errc() || result.ptr != end)
        return {};
    return number;
}

[[noreturn]] void refuse(std::string_view part)
{
    throw Error(ErrorKind::BadInput,
                "Samples are written SEED:INDEX, SEED:FIRST-LAST, or "
                "SEED:INDEX~SEED:INDEX@SHARE with a share of 0 to 1, with commas between them, "
                "not '" +
                    std::string(part) + "'.");
}

template <typename Number> Number required(std::string_view text, std::string_view part)
{
    const std::optional<Number> number = numberIn<Number>(text);
    if (!number)
        refuse(part);
    return *number;
}

/// What stands before and behind the first `sign`; nothing behind where there is none.
std::pair<std::string_view, std::optional<std::string_view>> splitAt(std::string_view text,
                                                                     char sign)
{
    const std::size_t place = text.find(sign);
    if (place == std::string_view::npos)
        return {text, {}};
    return {text.substr(0, place), text.substr(place + 1)};
}

SampleRef sampleIn(std::string_view text, std::string_view part)
{
    const auto [seed, index] = splitAt(text, ':');
    if (!index)
        refuse(part);
    return {required<std::uint64_t>(seed, part), required<std::uint64_t>(*index, part)};
}

void appendRange(std::string_view part, SampleList &list)
{
    const auto [first, last] = splitAt(part, '-');
    const SampleRef begin = sampleIn(first, part);
    const std::uint64_t end = last ? required<std::uint64_t>(*last, part) : begin.index;
    if (end < begin.index || end - begin.index >= kMostSamples - list.samples.size())
        refuse(part);
    for (std::uint64_t index = begin.index; index <= end; ++index) {
        list.samples.push_back({begin.seed, index});
        list.blends.push_back({list.samples.back(), 0});
    }
}

void appendBlend(std::string_view from, std::string_view to, std::string_view part,
                 SampleList &list)
{
    const auto [towards, share] = splitAt(to, '@');
    if (!share)
        refuse(part);
    LatentBlend blend{sampleIn(towards, part), required<double>(*share, part)};
    if (!(blend.share >= 0 && blend.share <= 1))
        refuse(part);
    list.samples.push_back(sampleIn(from, part));
    list.blends.push_back(blend);
}

std::string textOf(const SampleRef &sample)
{
    return std::to_string(sample.seed) + ":" + std::to_string(sample.index);
}

std::string textOf(const SampleRef &sample, const LatentBlend &blend)
{
    std::array<char, 32> share{};
    const auto result = std::to_chars(share.data(), share.data() + share.size(), blend.share);
    return textOf(sample) + "~" + textOf(blend.towards) + "@" +
           std::string(share.data(), result.ptr);
}

bool isBlended(const SampleList &list, std::size_t position)
{
    return !list.blends.empty() && list.blends[position].share != 0;
}

/// Behind the last sample that goes on from the one at `first`.
std::size_t endOfRange(const SampleList &list, std::size_t first)
{
    const SampleRef begin = list.samples[first];
    std::size_t end = first + 1;
    while (end < list.samples.size() && !isBlended(list, end) &&
           list.samples[end] == SampleRef{begin.seed, begin.index + (end - first)})
        ++end;
    return end;
}

} // namespace

std::string toText(const SampleList &list)
{
    std::string text;
    for (std::size_t i = 0; i < list.samples.size();) {
        text += text.empty() ? "" : ",";
        if (isBlended(list, i)) {
            text += textOf(list.samples[i], list.blends[i]);
            ++i;
            continue;
        }
        const std::size_t end = endOfRange(list, i);
        text += textOf(list.samples[i]);
        if (end > i + 1)
            text += "-" + std::to_string(list.samples[end - 1].index);
        i = end;
    }
    return text;
}

SampleList parseSampleList(std::string_view text)
{
    SampleList list;
    bool hasBlend = false;
    for (std::optional<std::string_view> rest = text; rest;) {
        const auto [part, others] = splitAt(*rest, ',');
        const auto [from, to] = splitAt(part, '~');
        if (to)
            appendBlend(from, *to, part, list);
        else
            appendRange(part, list);
        hasBlend = hasBlend || to;
        rest = others;
    }
    if (!hasBlend)
        list.blends.clear();
    return list;
}

} // namespace quantloupe
