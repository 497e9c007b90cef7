// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/refusal_words.h"

#include "models/core_words.h"
#include "models/layer_edit.h"
#include "models/translate.h"
#include "quant/spec_error.h"

namespace quantloupe {

namespace {

QString bitsText(BitRange range)
{
    if (range.least == range.most)
        return range.least == 1 ? tr("1 bit") : tr("%1 bits").arg(range.least);
    return tr("%1 to %2 bits").arg(range.least).arg(range.most);
}

QString faultText(const SpecError &error)
{
    switch (error.fault()) {
    case SpecFault::FloatBits:
        return tr("A float weight has 32 bits, not %1; choose a method first.").arg(error.bits());
    case SpecFault::MethodBits:
        return tr("The method %1 takes %2, not %3; choose another for that.")
            .arg(displayName(error.method()), bitsText(bitRange(error.method())))
            .arg(error.bits());
    case SpecFault::WeightBits:
        return tr("Weights take 1 to 16 bits or float, not %1.").arg(error.bits());
    case SpecFault::Mapping:
        return tr("The method %1 has a mapping of its own; leave it symmetric, or choose another.")
            .arg(displayName(error.method()));
    case SpecFault::ActivationBits:
        return tr("Activations take 2 to 16 bits or float, not %1.").arg(error.bits());
    case SpecFault::Averaging:
        return tr("The weight of a sample in a moving average must be above 0 and at most 1, for "
                  "example 0.01.");
    case SpecFault::Percentile:
        break;
    }
    return tr("The percentile must be at least 0 and below 0.5; it is the share cut off at each "
              "end, for example 0.0001.");
}

} // namespace

QString refusalText(const Error &error)
{
    const auto *known = dynamic_cast<const SpecError *>(&error);
    return known ? faultText(*known) : coreText(error.what());
}

} // namespace quantloupe
