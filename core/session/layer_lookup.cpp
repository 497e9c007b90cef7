// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/layer_lookup.h"

#include "base/error.h"

namespace quantloupe {

std::size_t layerIndex(const GeneratorInfo &info, const std::string &name)
{
    for (std::size_t i = 0; i < info.layers.size(); ++i)
        if (info.layers[i].name == name)
            return i;
    throw Error(ErrorKind::BadInput, info.name + " has no layer '" + name +
                                         "'; `inspect` without --layer lists its layers.");
}

} // namespace quantloupe
