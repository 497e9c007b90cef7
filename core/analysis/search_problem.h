// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quant_spec.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// One setting that the layers of a group can have.
struct SearchOption
{
    /// As WeightSpec::bits.
    int bits = kFloatBits;
    WeightMethod method = WeightMethod::Float;
    /// Bytes, sum of bits over the weights, or bit operations; 0 or more.
    std::int64_t cost = 0;
    /// What it adds to the output's error if all else is float; finite.
    double error = 0;
};

/// Layers that have one setting together.
struct SearchGroup
{
    std::vector<std::string> layers;
    std::vector<SearchOption> options;
    /// The option that stays.
    std::optional<std::size_t> locked;

    bool isAllowed(std::size_t option) const { return !locked || *locked == option; }
};

/// An option of a group.
struct OptionRef
{
    std::size_t group = 0;
    std::size_t option = 0;
};

/// What two options of different groups add to the error beyond their own, by pair; 0 unless set.
class CrossTerms
{
public:
    /// `value` counts once, whichever of the two is named first.
    void set(const std::vector<SearchGroup> &groups, OptionRef a, OptionRef b, double value);
    double at(OptionRef a, OptionRef b) const;
    bool isEmpty() const { return m_values.empty(); }
    void clear() { m_values.clear(); }

private:
    std::size_t indexOf(OptionRef option) const { return m_first[option.group] + option.option; }

    /// Index of each group's first option among all options, and their number.
    std::vector<std::size_t> m_first;
    std::size_t m_count = 0;
    std::vector<double> m_values;
};

struct SearchProblem
{
    std::vector<SearchGroup> groups;
    CrossTerms cross;
};

/// An option for each group.
struct SearchSolution
{
    std::vector<std::size_t> choice;
    std::int64_t cost = 0;
    double error = 0;
    bool operator==(const SearchSolution &) const = default;
};

/// Less error, or as much for less.
bool isBetter(const SearchSolution &a, const SearchSolution &b);

/// Throws Error{BadInput} that names a group without an allowed option, and Error{Internal} for
/// costs below 0 and errors that are no numbers.
void validate(const SearchProblem &problem);

/// Cost and error of a choice, cross terms included.
SearchSolution solutionOf(const SearchProblem &problem, std::vector<std::size_t> choice);

/// Of each group the allowed option of least cost, and of those the one of least error.
SearchSolution cheapestSolution(const SearchProblem &problem);
/// Of each group the allowed option of least error, and of those the one of least cost.
SearchSolution leastErrorSolution(const SearchProblem &problem);

} // namespace quantloupe
