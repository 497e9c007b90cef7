// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reading.h"

#include <optional>

namespace quantloupe {

// Networks of published code that are known by the names of their tensors, of any width. Each
// returns nothing for a file of another network, and throws Error{Unsupported} that names the
// tensor where one of these networks almost fits.

/// Self-attention GAN with residual blocks and conditional batch norm (Zhang et al. 2019), as
/// voletiv/self-attention-GAN-pytorch names its tensors.
std::optional<Architecture> saganReading(const StateDict &dict);

/// DiStyleGAN (ThanosM97/gsoc2022-openvino, the student of Masouris et al. 2023).
std::optional<Architecture> diStyleGanReading(const StateDict &dict);

/// StyleGAN2-ADA (Karras et al. 2020) as NVlabs/stylegan2-ada-pytorch names its tensors, of the
/// "skip" form, any resolution, with and without classes. Modulation scales activations instead of
/// weights, so that the weights are static.
std::optional<Architecture> styleGan2Reading(const StateDict &dict,
                                             const AssumptionChoices &choices);

} // namespace quantloupe
