// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/input_batch.h"

#include "base/error.h"
#include "base/hash.h"
#include "data/latent_path.h"
#include "data/latent_set.h"
#include "engine/picture.h"
#include "image/image_fit.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <bit>
#include <span>

namespace quantloupe {

namespace {

void requireClass(std::int64_t label, std::int64_t classes, const GeneratorInfo &info)
{
    if (label < 0 || label >= classes)
        throw Error(ErrorKind::BadInput, "The label " + std::to_string(label) +
                                             " is not among the " + std::to_string(classes) +
                                             " classes of " + info.name + ".");
}

void requireGiven(std::uint64_t latent, std::size_t given)
{
    if (latent >= given)
        throw Error(ErrorKind::BadInput, "Latent " + std::to_string(latent) +
                                             " was asked for, but only " + std::to_string(given) +
                                             " are given.");
}

class BatchBuilder
{
public:
    BatchBuilder(const Generator &generator, const SamplingPlan &plan, const GivenInputs &given,
                 const BatchSamples &batch)
        : m_generator(generator), m_plan(plan), m_given(given), m_batch(batch)
    {
        const auto fixed = static_cast<std::size_t>(generator.inputs.fixedBatch);
        while (fixed > m_batch.samples.size())
            m_batch.samples.push_back(m_batch.samples.back());
        if (!m_batch.blends.empty())
            m_batch.blends.resize(m_batch.samples.size(), m_batch.blends.back());
    }

    ProgramInputs build()
    {
        ProgramInputs inputs;
        inputs.key = mixHash(0, name(m_batch.role));
        for (const SampleRef &sample : m_batch.samples) {
            inputs.key = mixHash(mixHash(inputs.key, sample.seed), sample.index);
            inputs.sampleKeys.push_back(
                mixHash(mixHash(sample.seed, name(m_batch.role)), sample.index));
        }
        inputs.key = mixHash(mixHash(inputs.key, planKey()), blendKey());
        for (std::size_t i = 0; i < m_generator.inputs.inputs.size(); ++i)
            inputs.values.push_back(
                valueFor(m_generator.inputs.inputs[i], m_generator.inputs.constants[i]));
        return inputs;
    }

private:
    std::int64_t count() const { return static_cast<std::int64_t>(m_batch.samples.size()); }

    std::uint64_t planKey() const
    {
        std::uint64_t key = mixHash(0, name(m_plan.distribution));
        key = mixHash(key, toText(m_plan.inputRange));
        key = mixHash(key, static_cast<std::uint64_t>(m_plan.label.value_or(-1)));
        key = mixHash(key, std::bit_cast<std::uint64_t>(m_plan.truncation));
        return mixHash(key, givenKey());
    }

    /// Given values by content: their addresses may be used again.
    std::uint64_t givenKey() const
    {
        std::uint64_t key = 0;
        for (const SampleRef &sample : m_batch.samples)
            key = givenKey(key, sample.index);
        for (const LatentBlend &blend : m_batch.blends)
            key = givenKey(key, blend.towards.index);
        return key;
    }

    std::uint64_t givenKey(std::uint64_t key, std::uint64_t index) const
    {
        if (m_given.latents && index < m_given.latents->size())
            key = mixHash(key, std::as_bytes(std::span((*m_given.latents)[index])));
        if (m_given.labels && index < m_given.labels->size())
            key = mixHash(key, static_cast<std::uint64_t>((*m_given.labels)[index]));
        if (m_given.images && index < m_given.images->size())
            key = mixHash(key, std::as_bytes(std::span((*m_given.images)[index].pixels)));
        return key;
    }

    std::uint64_t blendKey() const
    {
        std::uint64_t key = 0;
        for (const LatentBlend &blend : m_batch.blends) {
            key = mixHash(mixHash(key, blend.towards.seed), blend.towards.index);
            key = mixHash(key, std::bit_cast<std::uint64_t>(blend.share));
        }
        return key;
    }

    c10::IValue valueFor(const InputInfo &input, const c10::IValue &constant) const
    {
        switch (input.kind) {
        case InputKind::Latent:
            return latents(input);
        case InputKind::Image:
            return pictures(input);
        case InputKind::Label:
            return labels(input.classes);
        case InputKind::OneHotLabel: {
            at::Tensor rows = at::zeros({count(), input.classes}, at::kFloat);
            return rows.scatter_(1, labels(input.classes).unsqueeze(1), 1.0);
        }
        case InputKind::Truncation:
            return constant.isTensor() ? c10::IValue(at::full({}, m_plan.truncation, at::kFloat))
                                       : c10::IValue(m_plan.truncation);
        case InputKind::Constant:
            return constant.isTensor() ? c10::IValue(at::zeros({count(), 0}, at::kFloat))
                                       : constant;
        }
        return constant;
    }

    at::Tensor labels(std::int64_t classes) const
    {
        at::Tensor values = at::empty({count()}, at::kLong);
        for (std::int64_t i = 0; i < count(); ++i)
            values.data_ptr<std::int64_t>()[i] = label(static_cast<std::size_t>(i), classes);
        return values;
    }

    std::int64_t label(std::size_t position, std::int64_t classes) const
    {
        const SampleRef &sample = m_batch.samples[position];
        if (!m_given.labels)
            return drawLabel(m_plan, sample.seed, m_batch.role, sample.index, classes);
        requireGiven(sample.index, m_given.labels->size());
        const std::int64_t given = (*m_given.labels)[sample.index];
        requireClass(given, classes, m_generator.info);
        return given;
    }

    std::vector<float> latent(const SampleRef &sample, std::size_t size) const
    {
        const std::uint64_t index = sample.index;
        if (!m_given.latents)
            return drawLatent(m_plan, sample.seed, m_batch.role, index, size);
        requireGiven(index, m_given.latents->size());
        const std::vector<float> &row = (*m_given.latents)[index];
        if (row.size() != size)
            throw Error(ErrorKind::BadInput,
                        "The given latents have " + std::to_string(row.size()) +
                            " values; the generator takes " + std::to_string(size) + ".");
        return row;
    }

    at::Tensor latents(const InputInfo &input) const
    {
        Shape shape = input.shape;
        shape.insert(shape.begin(), count());
        at::Tensor batch = at::empty(shape, at::kFloat);
        const std::size_t size = static_cast<std::size_t>(batch.numel() / count());
        float *out = batch.data_ptr<float>();
        for (std::size_t i = 0; i < m_batch.samples.size(); ++i) {
            const std::vector<float> row = blendedLatent(i, size);
            out = std::copy(row.begin(), row.end(), out);
        }
        return batch;
    }

    std::vector<float> blendedLatent(std::size_t position, std::size_t size) const
    {
        std::vector<float> own = latent(m_batch.samples[position], size);
        if (m_batch.blends.empty() || m_batch.blends[position].share == 0)
            return own;
        const LatentBlend &blend = m_batch.blends[position];
        return interpolate(own, latent(blend.towards, size), blend.share, m_plan.distribution);
    }

    Image picture(const SampleRef &sample, const InputInfo &input) const
    {
        const std::uint64_t index = sample.index;
        const auto height = static_cast<int>(input.shape.at(1));
        const auto width = static_cast<int>(input.shape.at(2));
        if (!m_given.images || m_given.images->empty())
            return drawPicture(sample.seed, m_batch.role, index, width, height,
                               static_cast<int>(input.shape[0]));
        if (index >= m_given.images->size())
            throw Error(ErrorKind::BadInput,
                        "Picture " + std::to_string(index) + " was asked for, but only " +
                            std::to_string(m_given.images->size()) + " are given.");
        return fitted((*m_given.images)[index], width, height);
    }

    at::Tensor pictures(const InputInfo &input) const
    {
        if (!m_batch.blends.empty())
            throw Error(ErrorKind::BadInput, m_generator.info.name +
                                                 " takes pictures; only latents can be "
                                                 "interpolated.");
        std::vector<at::Tensor> rows;
        for (const SampleRef &sample : m_batch.samples)
            rows.push_back(toTensor(picture(sample, input), input.shape, m_plan.inputRange));
        return at::cat(rows);
    }

    const Generator &m_generator;
    const SamplingPlan &m_plan;
    const GivenInputs &m_given;
    BatchSamples m_batch;
};

} // namespace

ProgramInputs inputBatch(const Generator &generator, const SamplingPlan &plan,
                         const GivenInputs &given, const BatchSamples &batch)
{
    return BatchBuilder(generator, plan, given, batch).build();
}

std::size_t microBatchFor(const Generator &generator, int wish)
{
    if (generator.inputs.fixedBatch > 0)
        return static_cast<std::size_t>(generator.inputs.fixedBatch);
    return static_cast<std::size_t>(std::max(1, wish));
}

std::vector<std::int64_t> labelsIn(const Generator &generator, const ProgramInputs &inputs)
{
    const std::vector<InputInfo> &kinds = generator.inputs.inputs;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const bool isOneHot = kinds[i].kind == InputKind::OneHotLabel;
        if (kinds[i].kind != InputKind::Label && !isOneHot)
            continue;
        const at::Tensor fed = inputs.values.at(i).toTensor();
        const at::Tensor labels = (isOneHot ? fed.argmax(1) : fed).contiguous();
        const auto *first = labels.data_ptr<std::int64_t>();
        return {first, first + labels.numel()};
    }
    return {};
}

std::size_t latentSize(const Generator &generator)
{
    for (const InputInfo &input : generator.info.inputs) {
        if (input.kind != InputKind::Latent)
            continue;
        std::size_t size = 1;
        for (const std::int64_t extent : input.shape)
            size *= static_cast<std::size_t>(extent);
        return size;
    }
    return 0;
}

void requirePlanFits(const Generator &generator, const SamplingPlan &plan)
{
    std::int64_t classes = 0;
    bool truncates = false;
    for (const InputInfo &input : generator.info.inputs) {
        classes = std::max(classes, input.classes);
        truncates |= input.kind == InputKind::Truncation;
    }
    if (plan.label && classes == 0)
        throw Error(ErrorKind::BadInput,
                    generator.info.name + " has no class label input; leave the label out.");
    if (plan.label)
        requireClass(*plan.label, classes, generator.info);
    if (plan.truncation != 1 && !truncates)
        throw Error(ErrorKind::BadInput,
                    generator.info.name + " has no truncation input; leave the truncation at 1.");
}

} // namespace quantloupe
