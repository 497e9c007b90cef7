// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_builder.h"

#include <array>

namespace quantloupe {

namespace {

struct Quantizer
{
    WeightMethod method;
    const char *title;
};

constexpr std::array kQuantizers = {
    Quantizer{WeightMethod::Em, "EM"},
    Quantizer{WeightMethod::Extremes, "min-max"},
    Quantizer{WeightMethod::Log, "log"},
    Quantizer{WeightMethod::Tanh, "tanh"},
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
                "w" + std::to_string(bits) + ":" + method + ":tensor,afloat";
            builder.add(quantizerRole(method, bits),
                        std::string(quantizer.title) + ", " + std::to_string(bits) +
                            (bits == 1 ? " bit" : " bits"),
                        [&](std::size_t) { return setting; });
        }
}

} // namespace quantloupe
