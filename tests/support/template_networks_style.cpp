// SPDX-License-Identifier: GPL-3.0-or-later
#include "named_tensors.h"
#include "template_networks.h"

#include <cmath>

namespace test_networks {

namespace {

constexpr std::int64_t kLatent = 20;
constexpr std::int64_t kFeatures = 24;
constexpr int kMappingLayers = 3;
constexpr double kMappingRate = 0.01;
constexpr double kTruncation = 0.7;
const std::vector<std::int64_t> kWidths = {16, 16, 12, 8};

at::Tensor normalized(const at::Tensor &x)
{
    return x * (x.square().mean(at::IntArrayRef{1}, true) + 1e-8).rsqrt();
}

at::Tensor equalized(const Tensors &t, const std::string &prefix, double rate)
{
    const at::Tensor w = t[prefix + ".weight"];
    return w * (rate / std::sqrt(static_cast<double>(w.size(1))));
}

at::Tensor dense(const Tensors &t, const at::Tensor &x, const std::string &prefix)
{
    return at::addmm(t[prefix + ".bias"].unsqueeze(0), x, equalized(t, prefix, 1).t());
}

/// upfirdn2d with a gain of 4: zeros between the pixels where `up` is 2, borders, the filter.
at::Tensor resampled(at::Tensor x, const at::Tensor &filter, std::int64_t up,
                     at::IntArrayRef borders)
{
    const std::int64_t channels = x.size(1);
    const std::int64_t side = x.size(2);
    if (up == 2)
        x = at::constant_pad_nd(x.reshape({-1, channels, side, 1, side, 1}), {0, 1, 0, 0, 0, 1})
                .reshape({-1, channels, 2 * side, 2 * side});
    const at::Tensor taps = (filter * 4).flip({0, 1}).unsqueeze(0).unsqueeze(0);
    return at::conv2d(at::constant_pad_nd(x, borders), taps.repeat({channels, 1, 1, 1}),
                      at::Tensor(), 1, at::IntArrayRef({0, 0}), 1, channels);
}

at::Tensor transposedThenFiltered(const at::Tensor &x, const at::Tensor &kernel,
                                  const at::Tensor &filter, std::int64_t groups)
{
    return resampled(at::conv_transpose2d(x, kernel, at::Tensor(), 2, 0, 0, groups), filter, 1,
                     {1, 1, 1, 1});
}

/// Weight, style, filter of a layer that enlarges (else undefined), noise or nothing.
struct Layer
{
    at::Tensor weight;
    at::Tensor style;
    at::Tensor filter = {};
    at::Tensor noise = {};
    bool demodulates = true;
};

at::Tensor fused(const at::Tensor &x, const Layer &layer)
{
    const at::Tensor &kernel = layer.weight;
    const std::int64_t batch = x.size(0);
    at::Tensor w = kernel.unsqueeze(0) * layer.style.reshape({batch, 1, -1, 1, 1});
    if (layer.demodulates)
        w = w * (w.square().sum({2, 3, 4}) + 1e-8).rsqrt().reshape({batch, -1, 1, 1, 1});
    const at::Tensor all = x.reshape({1, -1, x.size(2), x.size(3)});
    at::Tensor y;
    if (layer.filter.defined()) {
        w = w.transpose(1, 2).reshape({-1, kernel.size(0), kernel.size(2), kernel.size(3)});
        y = transposedThenFiltered(all, w, layer.filter, batch);
    } else {
        w = w.reshape({-1, kernel.size(1), kernel.size(2), kernel.size(3)});
        y = at::conv2d(all, w, at::Tensor(), 1, kernel.size(2) / 2, 1, batch);
    }
    y = y.reshape({batch, -1, y.size(2), y.size(3)});
    return layer.noise.defined() ? y + layer.noise : y;
}

at::Tensor plain(const at::Tensor &x, const Layer &layer)
{
    const at::Tensor &kernel = layer.weight;
    const std::int64_t batch = x.size(0);
    at::Tensor y = x * layer.style.reshape({batch, -1, 1, 1});
    y = layer.filter.defined() ? transposedThenFiltered(y, kernel.transpose(0, 1), layer.filter, 1)
                               : at::conv2d(y, kernel, at::Tensor(), 1, kernel.size(2) / 2);
    if (!layer.demodulates)
        return y;
    const at::Tensor w = kernel.unsqueeze(0) * layer.style.reshape({batch, 1, -1, 1, 1});
    const at::Tensor d = (w.square().sum({2, 3, 4}) + 1e-8).rsqrt().reshape({batch, -1, 1, 1});
    return at::addcmul(layer.noise, y, d);
}

class Synthesis
{
public:
    Synthesis(const Tensors &tensors, Modulation modulation)
        : m_tensors(tensors), m_modulation(modulation)
    {
    }

    at::Tensor picture(const at::Tensor &w) const
    {
        at::Tensor x = m_tensors["synthesis.b4.const"].unsqueeze(0).repeat({w.size(0), 1, 1, 1});
        at::Tensor picture;
        for (const std::string block : {"b4", "b8", "b16", "b32"}) {
            const std::string prefix = "synthesis." + block;
            if (picture.defined())
                x = layer(x, w, prefix + ".conv0", true);
            x = layer(x, w, prefix + ".conv1", false);
            const at::Tensor added = colours(x, w, prefix + ".torgb");
            picture = picture.defined() ? resampled(picture, m_tensors[prefix + ".resample_filter"],
                                                    2, {2, 1, 2, 1}) +
                                              added
                                        : added;
        }
        return picture;
    }

private:
    at::Tensor convolved(const at::Tensor &x, const Layer &layer) const
    {
        return m_modulation == Modulation::Fused ? fused(x, layer) : plain(x, layer);
    }

    at::Tensor layer(const at::Tensor &x, const at::Tensor &w, const std::string &prefix,
                     bool enlarges) const
    {
        const Tensors &t = m_tensors;
        Layer layer{t[prefix + ".weight"], dense(t, w, prefix + ".affine")};
        layer.noise = t[prefix + ".noise_const"] * t[prefix + ".noise_strength"];
        if (enlarges)
            layer.filter = t[prefix + ".resample_filter"];
        const at::Tensor y = convolved(x, layer) + t[prefix + ".bias"].reshape({1, -1, 1, 1});
        return (at::leaky_relu(y, 0.2) * std::sqrt(2.0)).clamp(-256, 256);
    }

    at::Tensor colours(const at::Tensor &x, const at::Tensor &w, const std::string &prefix) const
    {
        const Tensors &t = m_tensors;
        Layer layer{t[prefix + ".weight"], dense(t, w, prefix + ".affine")};
        layer.style = layer.style * (1 / std::sqrt(static_cast<double>(x.size(1))));
        layer.demodulates = false;
        return (convolved(x, layer) + t[prefix + ".bias"].reshape({1, -1, 1, 1})).clamp(-256, 256);
    }

    const Tensors &m_tensors;
    Modulation m_modulation;
};

at::Tensor mapped(const Tensors &t, const Values &values, bool hasClasses)
{
    at::Tensor x = normalized(values.at(0).toTensor());
    if (hasClasses)
        x = at::cat({x, normalized(dense(t, values.at(1).toTensor(), "mapping.embed"))}, 1);
    for (int i = 0; i < kMappingLayers; ++i) {
        const std::string prefix = "mapping.fc" + std::to_string(i);
        x = x.matmul(equalized(t, prefix, kMappingRate).t()) + t[prefix + ".bias"] * kMappingRate;
        x = at::leaky_relu(x, 0.2) * std::sqrt(2.0);
    }
    return at::lerp(t["mapping.w_avg"], x, values.back().toDouble());
}

/// Adds tensors and notes the layers among them.
class StyleTensors
{
public:
    void dense(const std::string &prefix, std::int64_t outputs, std::int64_t inputs, double rate)
    {
        add(prefix, {outputs, inputs}, 1 / rate);
    }

    void layer(const std::string &prefix, std::int64_t outputs, std::int64_t inputs,
               std::int64_t side)
    {
        dense(prefix + ".affine", inputs, kFeatures, 1);
        add(prefix, {outputs, inputs, 3, 3}, 1);
        filter(prefix);
        tensors.set(prefix + ".noise_const", numbers({side, side}, seed()));
        tensors.set(prefix + ".noise_strength", at::full({}, 0.3));
    }

    void colours(const std::string &prefix, std::int64_t inputs)
    {
        dense(prefix + ".affine", inputs, kFeatures, 1);
        add(prefix, {3, inputs, 1, 1}, 1);
    }

    void filter(const std::string &prefix)
    {
        const at::Tensor row = at::tensor({1., 3., 3., 1.}, at::kFloat) / 8;
        tensors.set(prefix + ".resample_filter", at::outer(row, row));
    }

    Tensors tensors;
    std::vector<std::string> layers;

private:
    std::uint64_t seed() const { return tensors.list().size(); }

    void add(const std::string &prefix, at::IntArrayRef shape, double scale)
    {
        tensors.set(prefix + ".weight", numbers(shape, seed(), scale));
        tensors.set(prefix + ".bias", numbers({shape[0]}, seed(), 0.3 * scale) + 0.2);
        layers.push_back(prefix);
    }
};

StyleTensors styleTensors(std::int64_t classes)
{
    StyleTensors t;
    t.tensors.set("synthesis.b4.const", numbers({kWidths[0], 4, 4}, 1));
    for (std::size_t i = 0; i < kWidths.size(); ++i) {
        const std::int64_t side = 4 << i;
        const std::string prefix = "synthesis.b" + std::to_string(side);
        t.filter(prefix);
        if (i > 0)
            t.layer(prefix + ".conv0", kWidths[i], kWidths[i - 1], side);
        t.layer(prefix + ".conv1", kWidths[i], kWidths[i], side);
        t.colours(prefix + ".torgb", kWidths[i]);
    }
    if (classes > 0)
        t.dense("mapping.embed", kFeatures, classes, 1);
    for (int i = 0; i < kMappingLayers; ++i)
        t.dense("mapping.fc" + std::to_string(i), kFeatures,
                i > 0         ? kFeatures
                : classes > 0 ? kLatent + kFeatures
                              : kLatent,
                kMappingRate);
    t.tensors.set("mapping.w_avg", numbers({kFeatures}, 5, 0.2));
    return t;
}

} // namespace

TemplateNetwork styleGan2(std::int64_t classes, Modulation modulation)
{
    const StyleTensors t = styleTensors(classes);
    const Tensors tensors = t.tensors;
    const bool hasClasses = classes > 0;
    const auto inputs = [classes](std::int64_t batch) {
        Values values = {numbers({batch, kLatent}, 11)};
        if (classes > 0)
            values.emplace_back(
                at::one_hot(at::arange(batch) * 3 % classes, classes).to(at::kFloat));
        values.emplace_back(kTruncation);
        return values;
    };
    return {hasClasses ? "StyleGAN2-ADA with classes" : "StyleGAN2-ADA",
            tensors.list(),
            [tensors, hasClasses, modulation](const Values &values) {
                return Synthesis(tensors, modulation).picture(mapped(tensors, values, hasClasses));
            },
            inputs,
            "StyleGAN2-ADA",
            {3, 32, 32},
            t.layers};
}

} // namespace test_networks
