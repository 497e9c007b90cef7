// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // Of files of weights in any form.
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 ends in the middle of %2; it was cut short or damaged, copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "its pickle"),
    QT_TRANSLATE_NOOP("quantloupe", "its tensor data"),
    QT_TRANSLATE_NOOP("quantloupe", "its safetensors header"),
    QT_TRANSLATE_NOOP("quantloupe", "its zip directory"),
    QT_TRANSLATE_NOOP("quantloupe", "its member '%1'"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is larger than 16 GiB, the most that is opened."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is empty; copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is neither a TorchScript, PyTorch nor safetensors file."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is a tar archive, as PyTorch before 0.2 wrote; load it in "
                                    "PyTorch and save it again with torch.save."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is a Python pickle without PyTorch's weights; save the "
                                    "network with torch.save(model.state_dict(), ...)."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is a TorchScript program, not a file of weights alone; "
                                    "open it as a TorchScript generator."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds no tensors."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds no network: no dictionary of named tensors was "
                                    "found; save one with torch.save(model.state_dict(), ...)."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds more than 1000 networks, the most that is opened."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 holds tensors of more than 8 GiB, the most that is opened."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 describes tensors that are far larger than its data (at "
                                    "'%2'); it was cut short or damaged."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 names a tensor with more than 1024 bytes; it was damaged, copy or download it again."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 names a tensor '%2' that is no text; it was damaged, copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The tensors were saved from %1; they are opened in main memory."),
    // Of tensors.
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 holds a tensor '%2' that %3; it was damaged, copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "lacks its shape"),
    QT_TRANSLATE_NOOP("quantloupe", "lacks its element type"),
    QT_TRANSLATE_NOOP("quantloupe", "is malformed"),
    QT_TRANSLATE_NOOP("quantloupe", "has a shape and strides of different length"),
    QT_TRANSLATE_NOOP("quantloupe", "has a negative or malformed size"),
    QT_TRANSLATE_NOOP("quantloupe", "has a malformed shape"),
    QT_TRANSLATE_NOOP("quantloupe", "has an absurd shape"),
    QT_TRANSLATE_NOOP("quantloupe", "reaches beyond its storage"),
    QT_TRANSLATE_NOOP("quantloupe", "has a malformed data range"),
    QT_TRANSLATE_NOOP("quantloupe", "has a data range that does not fit its shape"),
    QT_TRANSLATE_NOOP("quantloupe", "has no proper %1"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds the tensor '%2' of a complex, quantized or unsigned "
                                    "type; save the network with real floating-point weights."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds tensors of a complex or quantized type; save the "
                                    "network with real floating-point weights."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 holds the tensor '%2' of the type '%3'; save it as F32, F16 or BF16."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 lacks data of the tensor '%2'; it was cut short, copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 describes a tensor storage in a malformed way; it was "
                                    "damaged, copy or download it again."),
    // Of safetensors.
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 is a packed generator, exported to be deployed; open the generator it was "
        "made from, and take this file as its configuration."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 has overlapping or unused data at its tensor '%2'; it was "
                                    "damaged, copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 has unused data at its end; it was damaged, copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 declares a safetensors header of more than 100 MB."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 has a safetensors header that is nested or long beyond need."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 has a safetensors header that is no JSON object; it was "
                                    "damaged, copy or download it again."),
    // Of zip files.
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 packs its member '%2' in a way other than deflate; save it again with torch.save."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 declares an impossible size of its member '%2'; it was "
                                    "damaged, copy or download it again."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 would expand to more than %2 MiB, which is not plausible for its size; it is refused."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 holds two members named '%2'; save it again with torch.save."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 has a damaged header of its member '%2'; copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 has a damaged member '%2' (it does not unpack to its "
                                    "declared size); copy or download it again."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 declares more zip members than it has room for; copy or download it again."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 has no zip directory at its end; it was cut short, copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 has a damaged zip64 directory; copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 has a damaged zip directory; copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is an encrypted zip file; save it without a password."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is a zip file, but not one of PyTorch; if it holds a "
                                    "model, unpack it and open that file."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 holds a pickle of more than 256 MiB, which no weight file needs."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The checksums of %1 of its parts do not match, so the file may be damaged."),
};

} // namespace

CoreSentences archiveSentences()
{
    return kSentences;
}

} // namespace quantloupe
