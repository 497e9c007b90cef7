// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 is not a readable pickle: %2 at byte %3; it was damaged, copy or download it again."),
    // What is wrong with it.
    QT_TRANSLATE_NOOP("quantloupe", "a value added to something that is no container for it"),
    QT_TRANSLATE_NOOP("quantloupe", "a key without a value"),
    QT_TRANSLATE_NOOP("quantloupe", "unknown opcode %1"),
    QT_TRANSLATE_NOOP("quantloupe", "more values than a weight file needs"),
    QT_TRANSLATE_NOOP("quantloupe", "more values on the stack than a weight file needs"),
    QT_TRANSLATE_NOOP("quantloupe", "a value is missing"),
    QT_TRANSLATE_NOOP("quantloupe", "a mark is missing"),
    QT_TRANSLATE_NOOP("quantloupe", "an unknown protocol"),
    QT_TRANSLATE_NOOP("quantloupe", "nesting deeper than a weight file needs"),
    QT_TRANSLATE_NOOP("quantloupe", "a malformed memo index"),
    QT_TRANSLATE_NOOP("quantloupe", "more memo entries than a weight file needs"),
    QT_TRANSLATE_NOOP("quantloupe", "a missing memo entry"),
    QT_TRANSLATE_NOOP("quantloupe", "a global whose name is no text"),
    QT_TRANSLATE_NOOP("quantloupe", "a persistent id that is no storage"),
    QT_TRANSLATE_NOOP("quantloupe", "a call of something that is no global"),
    QT_TRANSLATE_NOOP("quantloupe", "a call whose arguments are no tuple"),
    QT_TRANSLATE_NOOP("quantloupe", "a call without its argument"),
    QT_TRANSLATE_NOOP("quantloupe", "a call of a global that cannot be called"),
    QT_TRANSLATE_NOOP("quantloupe", "a dictionary made from something that is no pair"),
    QT_TRANSLATE_NOOP("quantloupe", "a tensor subclass with malformed arguments"),
    QT_TRANSLATE_NOOP("quantloupe", "an object whose class is no global"),
    QT_TRANSLATE_NOOP("quantloupe", "an object of a class that has none"),
    QT_TRANSLATE_NOOP("quantloupe", "a state given to something that takes none"),
    QT_TRANSLATE_NOOP("quantloupe", "an object without a class"),
    QT_TRANSLATE_NOOP("quantloupe", "an extension that weight files do not use"),
    QT_TRANSLATE_NOOP("quantloupe", "a malformed integer"),
    // Pickles that are well-formed and not read.
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 lacks the data of storage '%2'; copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 was saved by torch.save with an unknown protocol; save it "
                                    "again with a current PyTorch."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 was saved on a big-endian machine; load it in PyTorch on "
                                    "this machine and save it again with torch.save."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 states an unknown byte order; copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 lists a storage that none of its tensors uses; it was "
                                    "damaged, copy or download it again."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 states two sizes of the storage '%2'; it was damaged, copy or download it again."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 holds live Python objects ('%2'), as NVIDIA's StyleGAN releases do; convert it once "
        "with packaging/export_torchscript.py and open the file that script writes."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 was written by Python's pickle module instead of torch.save ('%2'); save only the "
        "state dict with torch.save(model.state_dict(), ...) and open that file."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds a quantized, sparse or empty tensor ('%2'); save the "
                                    "dense floating-point model's state dict and open that file."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 holds live Python objects ('%2') instead of weights; save only the state "
                      "dict with torch.save(model.state_dict(), ...) and open that file."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 names the Python global '%2', which a weight file has no "
                                    "need for; if you trust its source, save only the state dict "
                                    "with torch.save(model.state_dict(), ...) and open that file."),
};

} // namespace

CoreSentences pickleSentences()
{
    return kSentences;
}

} // namespace quantloupe
