// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_edit.h"

#include "base/error.h"
#include "models/translate.h"

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kMostBits = 16;
constexpr int kDefaultBits = 8;

[[noreturn]] void refuse(const QString &reason)
{
    throw Error(ErrorKind::BadInput, reason.toStdString());
}

void requireActivationSite(const LayerInfo &layer)
{
    if (const QString reason = activationObstacle(layer); !reason.isEmpty())
        refuse(reason);
}

LayerQuantSpec withSiteBits(const LayerInfo &layer, LayerQuantSpec spec, QuantSite site, int bits)
{
    if (site == QuantSite::Weight) {
        spec.weight = withBits(spec.weight, bits);
    } else {
        if (bits != kFloatBits)
            requireActivationSite(layer);
        spec.activation = withBits(spec.activation, bits);
    }
    return spec;
}

int steppedBits(int bits, int delta, int least)
{
    const int position = bits == kFloatBits ? kMostBits + 1 : bits;
    const int next = std::clamp(position + delta, least, kMostBits + 1);
    return next > kMostBits ? kFloatBits : next;
}

int bitsFor(WeightMethod method, const WeightSpec &present)
{
    const BitRange range = bitRange(method);
    return std::clamp(present.isFloat() ? kDefaultBits : present.bits, range.least, range.most);
}

} // namespace

LayerEdit bitsEdit(QuantSite site, int bits)
{
    return {bitsPhrase(site, bits),
            [=](const LayerInfo &layer, const LayerQuantSpec &spec) {
                return withSiteBits(layer, spec, site, bits);
            },
            site};
}

LayerEdit stepEdit(QuantSite site, int delta)
{
    const QString what = delta > 0 ? tr("More bits") : tr("Fewer bits");
    return {what,
            [=](const LayerInfo &layer, const LayerQuantSpec &spec) {
                if (site == QuantSite::Activation)
                    requireActivationSite(layer);
                const bool isWeight = site == QuantSite::Weight;
                const int bits = isWeight ? spec.weight.bits : spec.activation.bits;
                return withSiteBits(layer, spec, site, steppedBits(bits, delta, isWeight ? 1 : 2));
            },
            site};
}

LayerEdit methodEdit(WeightMethod method)
{
    return {tr("Method %1").arg(displayName(method)),
            [=](const LayerInfo &, LayerQuantSpec spec) {
                const int bits = bitsFor(method, spec.weight);
                spec.weight.method = method;
                spec.weight.bits = bits;
                if (!hasMapping(method))
                    spec.weight.mapping = MappingType::Symmetric;
                return spec;
            },
            {}};
}

LayerEdit granularityEdit(Granularity granularity)
{
    return {tr("Scales %1").arg(displayName(granularity)),
            [=](const LayerInfo &layer, LayerQuantSpec spec) {
                if (spec.weight.isFloat())
                    refuse(tr("The weight is float and has no scales; give it bits first."));
                if (granularity != Granularity::PerTensor && !channelObstacle(layer).isEmpty())
                    refuse(channelObstacle(layer));
                spec.weight.granularity = granularity;
                return spec;
            },
            {}};
}

LayerEdit estimatorEdit(RangeEstimator estimator)
{
    return {tr("Activation range by %1").arg(displayName(estimator)),
            [=](const LayerInfo &layer, LayerQuantSpec spec) {
                requireActivationSite(layer);
                if (spec.activation.isFloat())
                    refuse(tr("The activation is float and has no range; give it bits first."));
                spec.activation.estimator = estimator;
                return spec;
            },
            {}};
}

} // namespace quantloupe
