// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_stack.h"
#include "metrics/feature_set.h"
#include "model/archive/safetensors.h"
#include "shared_data.h"

#include <stdexcept>
#include <string>
#include <vector>

/// Tensors of a golden file.
class GoldenTensors
{
public:
    explicit GoldenTensors(const std::string &name)
        : m_tensors(quantloupe::readSafetensors(shared_data::find("golden/" + name)))
    {
    }

    const quantloupe::StoredTensor &tensor(const std::string &name) const
    {
        for (const quantloupe::StoredTensor &tensor : m_tensors)
            if (tensor.name == name)
                return tensor;
        throw std::runtime_error(name + " is missing");
    }

    /// N x 3 x side x side bytes, as pictures.
    quantloupe::ImageStack stack(const std::string &name) const
    {
        const quantloupe::StoredTensor &source = tensor(name);
        quantloupe::ImageStack stack;
        stack.count = static_cast<std::size_t>(source.shape[0]);
        stack.channels = static_cast<int>(source.shape[1]);
        stack.side = static_cast<int>(source.shape[2]);
        const auto plane = static_cast<std::size_t>(stack.side * stack.side);
        for (std::size_t picture = 0; picture < stack.count; ++picture)
            for (std::size_t p = 0; p < plane; ++p)
                for (std::size_t c = 0; c < 3; ++c)
                    stack.pixels.push_back(
                        static_cast<std::uint8_t>(source.bytes[(picture * 3 + c) * plane + p]));
        return stack;
    }

    /// N x D float32, as features.
    quantloupe::Features features(const std::string &name) const
    {
        const quantloupe::StoredTensor &source = tensor(name);
        return {static_cast<std::size_t>(source.shape[0]),
                static_cast<std::size_t>(source.shape[1]), source.toFloat()};
    }

private:
    std::vector<quantloupe::StoredTensor> m_tensors;
};
