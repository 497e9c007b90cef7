// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/archive_error.h"
#include "model/archive/pickle_globals.h"

#include <algorithm>
#include <iterator>

namespace quantloupe {

namespace {

constexpr std::string_view kSaveStateDict =
    "save only the state dict with torch.save(model.state_dict(), ...) and open that file.";

// Modules of NVIDIA's StyleGAN and progressive GAN releases.
constexpr std::string_view kNvidiaPrefixes[] = {"torch_utils.", "dnnlib.", "training.networks",
                                                "tfutil.", "legacy."};
constexpr std::string_view kLivePrefixes[] = {"__main__.", "torch.nn.", "torch.fx.", "torch.jit.",
                                              "torchvision.models."};
constexpr std::string_view kQuantizedNames[] = {
    "torch._utils._rebuild_qtensor", "torch._utils._rebuild_sparse_tensor",
    "torch._utils._rebuild_sparse_csr_tensor", "torch._utils._rebuild_meta_tensor_no_storage"};

bool startsWithAny(std::string_view text, const auto &prefixes)
{
    return std::any_of(std::begin(prefixes), std::end(prefixes),
                       [text](std::string_view prefix) { return text.starts_with(prefix); });
}

bool isOneOf(std::string_view text, const auto &names)
{
    return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

} // namespace

void refuseGlobal(std::string_view file, std::string_view fullName)
{
    const std::string shown = "'" + printable(fullName) + "'";
    if (startsWithAny(fullName, kNvidiaPrefixes))
        throwUnsupportedArchive(
            file, "holds live Python objects (" + shown +
                      "), as NVIDIA's StyleGAN releases do; convert it once with "
                      "packaging/export_torchscript.py and open the file that script writes.");
    if (fullName == "torch.storage._load_from_bytes")
        throwUnsupportedArchive(file,
                                "was written by Python's pickle module instead of torch.save (" +
                                    shown + "); " + std::string(kSaveStateDict));
    if (isOneOf(fullName, kQuantizedNames))
        throwUnsupportedArchive(
            file, "holds a quantized, sparse or empty tensor (" + shown +
                      "); save the dense floating-point model's state dict and open that file.");
    if (startsWithAny(fullName, kLivePrefixes))
        throwUnsupportedArchive(file, "holds live Python objects (" + shown +
                                          ") instead of weights; " + std::string(kSaveStateDict));
    throwBadArchive(file, "names the Python global " + shown +
                              ", which a weight file has no need for; if you trust its source, " +
                              std::string(kSaveStateDict));
}

} // namespace quantloupe
