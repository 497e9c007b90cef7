// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/output_range.h"

#include "model/weight_search.h"

#include <ATen/ATen.h>

namespace quantloupe {

GuessedRange guessOutputRange(const PreparedGraph &prepared, const at::Tensor &output)
{
    const torch::jit::Value *value = prepared.graph->outputs().at(0);
    while (isShapeOnly(value->node()))
        value = value->node()->input(0);
    const std::string last = value->node()->kind().toUnqualString();
    if (last == "tanh")
        return {{-1, 1}, "The network ends with tanh."};
    if (last == "sigmoid")
        return {{0, 1}, "The network ends with a sigmoid."};
    const double low = output.min().item<double>();
    const double high = output.max().item<double>();
    if (high > 8)
        return {{0, 255}, "Values of a sample output lie between 0 and 255 rather than -1 and 1."};
    if (low < -0.2)
        return {{-1, 1}, "A sample output has negative values."};
    return {{0, 1}, "A sample output has no negative values and none far above 1."};
}

} // namespace quantloupe
