// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_builder.h"

#include <array>

namespace quantloupe {

namespace {

struct Quantizer
{
    WeightMethod method;
    const char *title;
    /// Behind the method: one scale for the weight, and for min-max all 2^bits levels between its
    /// extremes.
    const char *flags;
};

constexpr std::array kQuantizers = {
    Quantizer{WeightMethod::Em, "EM", ":tensor"},
    Quantizer{WeightMethod::MinMax, "min-max", ":tensor:asym"},
    Quantizer{WeightMethod::Log, "log", ":tensor"},
    Quantizer{WeightMethod::Tanh, "tanh", ":tensor"},
};

} // namespace

void addQgan(RecipeBuilder &builder)
{
    for (const int bits : {1, 2, 3})
        for (const Quantizer &quantizer : kQuantizers) {
            if (!bitRange(quantizer.method).contains(bits))
                continue;
            const std::string method(name(quantizer.method));
            const std::string setting =
                "w" + std::to_string(bits) + ":" + method + quantizer.flags + ",afloat";
            builder.add(quantizerRole(method, bits),
                        std::string(quantizer.title) + ", " + std::to_string(bits) +
                            (bits == 1 ? " bit" : " bits"),
                        [&](std::size_t) { return setting; });
        }
}

} // namespace quantloupe
