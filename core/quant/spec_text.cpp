// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "quant/quant_spec.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <ranges>
#include <vector>

namespace quantloupe {

namespace {

constexpr std::array kMappings = {MappingType::Symmetric, MappingType::Asymmetric};
constexpr std::array kRanges = {CodeRange::Narrow, CodeRange::Full};
constexpr std::string_view kWeightWords =
    "methods minmax mse extremes em kmeans log tanh ternary ternary-exact binary pow2, "
    "granularities tensor channel group16 group32 group64 group128, flags sym asym narrow full";
constexpr std::string_view kActivationWords =
    "estimators minmax average average=<c> meanmax percentile percentile=<p> mse entropy, flags "
    "sym asym";

using Words = std::vector<std::string_view>;

std::string quoted(std::string_view text)
{
    return "'" + std::string(text) + "'";
}

[[noreturn]] void refuse(const std::string &message)
{
    throw Error(ErrorKind::BadInput, message);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

Words split(std::string_view text, char separator)
{
    Words words;
    for (std::size_t end = text.find(separator); end != std::string_view::npos;
         end = text.find(separator)) {
        words.push_back(trimmed(text.substr(0, end)));
        text.remove_prefix(end + 1);
    }
    words.push_back(trimmed(text));
    return words;
}

template <typename Values> auto find(const Values &values, std::string_view word)
{
    const auto found =
        std::ranges::find_if(values, [&](auto value) { return name(value) == word; });
    using Value = std::ranges::range_value_t<Values>;
    return found == values.end() ? std::optional<Value>{} : std::optional<Value>(*found);
}

/// Sets `target` if `word` names one of `values`; a second word of the same kind is an error.
template <typename Values, typename Target>
bool take(std::string_view word, const Values &values, std::optional<Target> &target)
{
    const std::optional<Target> found = find(values, word);
    if (found && target && *target != *found)
        refuse(quoted(word) + " contradicts " + quoted(name(*target)) + "; give only one of them.");
    if (found)
        target = found;
    return found.has_value();
}

int parseBits(std::string_view word, std::string_view site)
{
    const std::string_view digits = word.substr(1);
    if (digits == "float")
        return kFloatBits;
    int bits = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (failure != std::errc{} || end != digits.data() + digits.size())
        refuse(quoted(word) + " is no bit-width of " + std::string(site) + "; write " +
               word.front() + "4, " + word.front() + "8 or " + word.front() + "float.");
    return bits;
}

struct WeightWords
{
    std::optional<WeightMethod> method;
    std::optional<MappingType> mapping;
    std::optional<Granularity> granularity;
    std::optional<CodeRange> range;
};

bool isGroup(std::string_view word)
{
    return word.starts_with("group") && word.size() > 5 &&
           std::ranges::all_of(word.substr(5), [](char c) { return c >= '0' && c <= '9'; });
}

void takeWeightWord(std::string_view word, WeightWords &words)
{
    if (take(word, weightMethods(), words.method) ||
        take(word, granularities(), words.granularity) || take(word, kMappings, words.mapping) ||
        take(word, kRanges, words.range))
        return;
    if (isGroup(word))
        refuse("The granularity " + quoted(word) +
               " does not exist; groups have 16, 32, 64 or 128 weights.");
    refuse(quoted(word) + " is no word of a weight setting; accepted are " +
           std::string(kWeightWords) + ".");
}

// What the method would ignore is refused here: a user who writes it expects an effect.
void refuseIdleFlags(const WeightSpec &spec, const WeightWords &words)
{
    if (words.range && !hasRange(spec.method))
        refuse(quoted(name(*words.range)) + " has no meaning for " +
               std::string(name(spec.method)) + " weights; leave it out.");
    if (words.mapping && !hasMapping(spec.method) && !isSymmetric(spec))
        refuse(quoted(name(*words.mapping)) + " has no meaning for " +
               std::string(name(spec.method)) + " weights, whose levels are fitted; leave it out.");
    if (words.range == CodeRange::Narrow && spec.mapping == MappingType::Asymmetric)
        refuse("An asymmetric mapping always uses all levels; leave 'narrow' out or use 'sym'.");
}

WeightSpec parseWeight(const Words &words)
{
    const int bits = parseBits(words.front(), "weights");
    if (bits == kFloatBits && words.size() > 1)
        refuse("A float weight has no settings; leave out " + quoted(words[1]) + ".");
    WeightWords given;
    for (std::size_t i = 1; i < words.size(); ++i)
        takeWeightWord(words[i], given);
    WeightSpec spec = weightSpecOfBits(bits);
    spec.method = given.method.value_or(spec.method);
    spec.mapping = given.mapping.value_or(spec.mapping);
    spec.granularity = given.granularity.value_or(spec.granularity);
    spec.range = given.range.value_or(spec.range);
    validate(spec);
    refuseIdleFlags(spec, given);
    return canonical(spec);
}

double parseParameter(std::string_view word, std::string_view what)
{
    const std::string_view number = word.substr(word.find('=') + 1);
    double value = 0;
    const auto [end, failure] =
        std::from_chars(number.data(), number.data() + number.size(), value);
    if (failure != std::errc{} || end != number.data() + number.size())
        refuse(quoted(word) + " is no " + std::string(what) + ".");
    return value;
}

struct ActivationWords
{
    std::optional<RangeEstimator> estimator;
    std::optional<MappingType> mapping;
    std::optional<std::string_view> parameter;
};

std::string_view bareWord(std::string_view word)
{
    return word.substr(0, word.find('='));
}

/// An estimator with the number it takes.
bool takeParameter(std::string_view word, ActivationWords &words, ActivationSpec &spec)
{
    const std::string_view bare = bareWord(word);
    if (bare == word || (bare != "percentile" && bare != "average"))
        return false;
    const bool isPercentile = bare == "percentile";
    double &number = isPercentile ? spec.percentile : spec.averaging;
    const double given = parseParameter(
        word, isPercentile
                  ? "percentile; write for example percentile=0.0001"
                  : "weight of a sample in a moving average; write for example average=0.01");
    // Of two estimators, those contradict each other already.
    if (words.parameter && bareWord(*words.parameter) == bare && number != given)
        refuse(quoted(word) + " contradicts " + quoted(*words.parameter) +
               "; give only one of them.");
    number = given;
    words.parameter = word;
    return true;
}

void takeActivationWord(std::string_view word, ActivationWords &words, ActivationSpec &spec)
{
    const std::string_view bare = takeParameter(word, words, spec) ? bareWord(word) : word;
    if (take(bare, rangeEstimators(), words.estimator) || take(bare, kMappings, words.mapping))
        return;
    refuse(quoted(word) + " is no word of an activation setting; accepted are " +
           std::string(kActivationWords) + ".");
}

ActivationSpec parseActivation(const Words &words)
{
    ActivationSpec spec;
    spec.bits = parseBits(words.front(), "activations");
    if (spec.isFloat() && words.size() > 1)
        refuse("A float activation has no settings; leave out " + quoted(words[1]) + ".");
    ActivationWords given;
    for (std::size_t i = 1; i < words.size(); ++i)
        takeActivationWord(words[i], given, spec);
    spec.estimator = given.estimator.value_or(spec.estimator);
    spec.mapping = given.mapping.value_or(spec.mapping);
    validate(spec);
    return canonical(spec);
}

void parsePart(std::string_view part, SpecEdit &edit)
{
    const Words words = split(part, ':');
    const char site = words.front().empty() ? ' ' : words.front().front();
    if (site != 'w' && site != 'a')
        refuse(quoted(part) + " is no setting; write w<bits> or wfloat for weights, a<bits> or "
                              "afloat for activations, for example w4:mse:channel,a8:percentile.");
    bool &isSet = site == 'w' ? edit.setsWeight : edit.setsActivation;
    if (isSet)
        refuse(quoted(part) + " sets the same site a second time; give each site once.");
    isSet = true;
    if (site == 'w')
        edit.spec.weight = parseWeight(words);
    else
        edit.spec.activation = parseActivation(words);
}

std::string shortest(double number)
{
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), result.ptr};
}

} // namespace

SpecEdit parseSpec(std::string_view text)
{
    SpecEdit edit;
    for (const std::string_view part : split(text, ','))
        parsePart(part, edit);
    return edit;
}

std::string toText(const WeightSpec &given)
{
    const WeightSpec spec = canonical(given);
    if (spec.isFloat())
        return "wfloat";
    std::string text = "w" + std::to_string(spec.bits);
    const auto add = [&](auto value, auto usual) {
        if (value != usual)
            text += ":" + std::string(name(value));
    };
    add(spec.method, spec.bits == 1 ? WeightMethod::Binary : WeightMethod::Mse);
    add(spec.granularity, Granularity::PerChannel);
    add(spec.mapping, MappingType::Symmetric);
    add(spec.range, CodeRange::Narrow);
    return text;
}

std::string toText(const ActivationSpec &given)
{
    const ActivationSpec spec = canonical(given);
    const ActivationSpec usual;
    if (spec.isFloat())
        return "afloat";
    std::string text = "a" + std::to_string(spec.bits);
    if (spec.percentile != usual.percentile)
        text += ":percentile=" + shortest(spec.percentile);
    else if (spec.averaging != usual.averaging)
        text += ":average=" + shortest(spec.averaging);
    else if (spec.estimator != usual.estimator)
        text += ":" + std::string(name(spec.estimator));
    if (spec.mapping != usual.mapping)
        text += ":" + std::string(name(spec.mapping));
    return text;
}

} // namespace quantloupe
