// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/tensor_storage.h"

#include "base/error.h"

#include <ATen/ATen.h>

#include <cstring>

namespace quantloupe {

StoredTensor toStored(const NamedTensor &tensor, DType type)
{
    const at::Tensor values = tensor.tensor.detach()
                                  .to(at::kCPU, type == DType::Float16 ? at::kHalf : at::kFloat)
                                  .contiguous();
    StoredTensor stored{tensor.name, type, values.sizes().vec(), {}};
    stored.bytes.resize(values.nbytes());
    if (!stored.bytes.empty())
        std::memcpy(stored.bytes.data(), values.data_ptr(), stored.bytes.size());
    return stored;
}

void copyStored(const StoredTensor &stored, const NamedTensor &target, const std::string &file)
{
    if (stored.type != DType::Float32 || target.tensor.sizes() != at::IntArrayRef(stored.shape))
        throw Error(ErrorKind::BadInput, "The tensor " + stored.name + " of " + file +
                                             " does not fit this training; choose another "
                                             "--out to start again.");
    const at::NoGradGuard noGradients;
    const at::Tensor values = at::empty(stored.shape, at::kFloat);
    std::memcpy(values.data_ptr(), stored.bytes.data(), stored.bytes.size());
    target.tensor.copy_(values);
}

} // namespace quantloupe
