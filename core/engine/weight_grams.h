// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/program.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace quantloupe {

/// What a layer's output depends on, as a quadratic form: with the weights of one output channel
/// as a vector w (ChannelLayout order), the sum of its squared outputs over all samples and
/// positions is the sum of w[columns]^T gram w[columns] over the parts.
struct GramPart
{
    /// Positions in the channel's weights, ascending.
    std::vector<std::int64_t> columns;
    /// float32, symmetric.
    at::Tensor gram;
};

/// The parts of one group of a layer's channels: one, or one for each phase of a transposed
/// convolution, whose output positions see every stride-th weight only.
using GramParts = std::vector<GramPart>;

/// Sums the forms of a layer step over micro-batches.
class WeightGrams
{
public:
    /// Empty where the layer is none of: convolution and transposed convolution in two dimensions
    /// with numbers for their geometry, linear, product of an input and a matrix; and where its
    /// operand is not the weight itself.
    static std::optional<WeightGrams> forLayer(const Program &program, const Step &step);

    /// `input` is the step's activation; the first `rows` of its leading axis count. False for one
    /// without an axis of samples.
    bool add(const at::Tensor &input, std::int64_t rows);

    /// One for each group.
    const std::vector<GramParts> &groups() const { return m_groups; }
    std::int64_t groupCount() const { return static_cast<std::int64_t>(m_groups.size()); }

private:
    struct Geometry
    {
        std::vector<std::int64_t> kernel;
        std::vector<std::int64_t> stride;
        std::vector<std::int64_t> padding;
        std::vector<std::int64_t> dilation;
        std::vector<std::int64_t> outputPadding;
        std::int64_t groups = 1;
    };

    void addLinear(const at::Tensor &input);
    void addConvolution(const at::Tensor &input);
    void addTransposed(const at::Tensor &input);
    /// `seen` is columns x positions of the whole batch.
    void addTo(std::size_t group, std::size_t part, const std::vector<std::int64_t> &columns,
               const at::Tensor &seen);

    LayerKind m_kind = LayerKind::Linear;
    Geometry m_geometry;
    std::vector<GramParts> m_groups;
};

} // namespace quantloupe
