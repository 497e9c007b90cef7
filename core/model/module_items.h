// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/state_dict.h"
#include "model/generator_info.h"

#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

enum class ItemKind { Linear, Convolution, Norm };

/// How a module computes its weight from what is stored, before each use.
enum class WeightForm {
    Plain,
    /// W / (u . W v), u and v stored (torch.nn.utils.spectral_norm; Miyato et al. 2018, eq. 8).
    SpectralNorm,
    /// The same after one step of power iteration from u, rows always along the first axis, as
    /// modules that store a "weight_bar" do in each pass.
    IteratedSpectralNorm,
    /// g v / |v|, the norm over all axes but the first (Salimans and Kingma 2016).
    WeightNorm
};

/// The tensors of one module of a state dict, by their keys; an empty key means there is none.
struct ModuleItem
{
    std::string prefix;
    ItemKind kind = ItemKind::Norm;
    /// Of the weight, or of the running mean.
    Shape shape;
    /// The stored tensor behind the weight; the weight itself where the form is plain.
    std::string weight;
    WeightForm form = WeightForm::Plain;
    /// Spectral norm: left and right singular vector.
    std::string u;
    std::string v;
    /// Weight norm: g.
    std::string magnitude;
    std::string bias;
    std::string runningMean;
    std::string runningVar;

    std::int64_t features() const { return shape.empty() ? 0 : shape[0]; }
    std::int64_t kernel() const { return shape.size() == 4 ? shape[2] : 0; }
};

/// Groups keys by module in the order of the file. Throws Error{Unsupported} naming the first
/// tensor that is no part of a linear, convolution (square kernel) or normalization module, or a
/// weight that is computed from others in a way that gives it no value fixed by the file.
std::vector<ModuleItem> moduleItems(const StateDict &dict);

/// The same items ordered by the numbers in their names ("conv2" before "conv10").
std::vector<ModuleItem> inNaturalOrder(std::vector<ModuleItem> items);

} // namespace quantloupe
