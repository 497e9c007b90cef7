// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/trainable.h"
#include "train/training_settings.h"

#include <memory>

namespace quantloupe {

/// Adam over a network's parameters whose state can be stored by name.
class Adam
{
public:
    Adam(const Trainable &network, const LoopSettings &settings);
    ~Adam();
    Adam(const Adam &) = delete;
    Adam &operator=(const Adam &) = delete;

    /// One step against the gradient of `loss` by the parameters, and by nothing else.
    void minimize(const at::Tensor &loss);

    /// First and second moments ("<parameter>.first", "<parameter>.second"), zero before the first
    /// step. The tensors themselves, so that a checkpoint can be copied into them.
    std::vector<NamedTensor> state();
    /// Learning rate of the next steps; the settings' one before the first call.
    void setRate(double rate);
    /// Steps taken so far, which the bias correction needs.
    void setSteps(std::int64_t steps);

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace quantloupe
