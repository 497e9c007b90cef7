// SPDX-License-Identifier: GPL-3.0-or-later
// NNCF's IgnoredScope: which nodes stay float, and nothing else.
#include "exchange/export_rules.h"

#include <nlohmann/json.hpp>

namespace quantloupe {

using Json = nlohmann::ordered_json;

namespace {

constexpr const char *kImports =
    R"(# The ignored scope of nncf.quantize from the JSON file beside this one.
import json
import pathlib

import nncf

)";

constexpr const char *kFunction =
    R"(

def ignored_scope(path=SETTINGS):
    return nncf.IgnoredScope(**json.loads(pathlib.Path(path).read_text(encoding="utf-8")))
)";

} // namespace

ExportResult exportNncf(const ExportSource &source, const std::filesystem::path &out)
{
    LossList losses;
    Json names = Json::array();
    for (const ExportLayer &layer : source.layers) {
        losses.addNames(layer);
        if (layer.spec.weight.isFloat())
            names.push_back(layer.onnx.node);
        else
            losses.add(layer, weightText(layer), "quantized, as NNCF's preset says");
        if (layer.spec.activation.isFloat() == layer.spec.weight.isFloat()) {
            if (!layer.spec.activation.isFloat())
                losses.add(layer, activationText(layer), "quantized, as NNCF's preset says");
        } else {
            losses.add(layer, activationText(layer),
                       layer.spec.weight.isFloat() ? "left float, as the weight"
                                                   : "quantized, as NNCF's preset says");
        }
    }
    const Json json = {{"names", names},
                       {"patterns", Json::array()},
                       {"types", Json::array()},
                       {"subgraphs", Json::array()},
                       {"validate", true}};
    return {{{out, json.dump(2) + "\n"},
             {scriptBeside(out), kImports + settingsBeside(out) + kFunction}},
            losses.take()};
}

} // namespace quantloupe
