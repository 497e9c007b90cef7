// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/jacobian_build.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/random_stream.h"
#include "engine/picture.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

std::size_t bytesOfProbe(const Program &program)
{
    std::size_t bytes = 0;
    for (const WeightSite &site : program.layers)
        bytes += site.weight.nbytes();
    return bytes;
}

int affordableProbes(const Generator &generator, const SketchPlan &plan)
{
    const std::size_t each = std::max<std::size_t>(1, bytesOfProbe(generator.program));
    const auto most = static_cast<int>(std::min<std::size_t>(plan.bytes / each, 1 << 20));
    const int probes = std::min(plan.probes, most);
    if (probes < kLeastProbes)
        throw Error(ErrorKind::BadInput,
                    "A sketch of " + generator.info.name + " takes " +
                        std::to_string(each * kLeastProbes) +
                        " bytes at least; give it more memory, or measure without one.");
    return probes;
}

/// Which probes look at which batches: as many groups of batches as there are batches or probes.
struct Division
{
    std::size_t batches = 0;
    std::size_t probes = 0;

    std::size_t groups() const { return std::min(batches, probes); }
    std::size_t groupOf(std::size_t batch) const { return batch * groups() / batches; }
    std::size_t firstProbe(std::size_t group) const { return group * probes / groups(); }
};

class Build
{
public:
    Build(const Generator &generator, const SamplingPlan &plan, const SketchPlan &sketch,
          std::size_t batches)
        : m_generator(generator),
          m_plan(plan),
          m_seed(sketch.seed),
          m_parts(std::make_unique<JacobianSketch::Parts>())
    {
        m_parts->probes = affordableProbes(generator, sketch);
        m_division = {batches, static_cast<std::size_t>(m_parts->probes)};
        for (const WeightSite &site : generator.program.layers) {
            m_parts->rows.push_back(
                at::zeros({m_parts->probes, site.weight.numel()}, site.weight.options()));
            LayerOverlay layer;
            layer.weight = site.weight.detach().clone().requires_grad_(true);
            m_weights.push_back(layer.weight);
            m_overlay.push_back(std::move(layer));
        }
    }

    void add(std::size_t index, const BatchSamples &batch, const RunContext &context)
    {
        const at::AutoGradMode gradients(true);
        const ProgramInputs inputs = inputBatch(m_generator, m_plan, {}, batch);
        const at::Tensor output = pictureTensor(
            Executor(m_generator.program).run(inputs, m_overlay, context), m_generator.info.output);
        if (!output.requires_grad())
            throw Error(ErrorKind::Unsupported,
                        "The output of " + m_generator.info.name +
                            " has no gradient by its weights, so that nothing can be predicted; "
                            "measure without a sketch.");
        const std::size_t count = batch.samples.size();
        m_parts->samples += count;
        const at::Tensor values = output.detach().narrow(0, 0, static_cast<std::int64_t>(count));
        m_parts->signalEnergy += values.to(at::kDouble).square().sum().item<double>();
        const std::size_t group = m_division.groupOf(index);
        const std::size_t first = m_division.firstProbe(group);
        const std::size_t end = m_division.firstProbe(group + 1);
        const double share = 1 / std::sqrt(static_cast<double>(end - first));
        for (std::size_t p = first; p < end; ++p) {
            context.checkCancelled();
            const int probe = static_cast<int>(p);
            const at::Tensor signs = probeSigns(output.sizes(), count, m_seed, probe, index);
            addGradients(output, signs * share, probe, p + 1 < end);
        }
    }

    JacobianSketchPtr finish()
    {
        return std::make_shared<const JacobianSketch>(std::move(m_parts));
    }

private:
    void addGradients(const at::Tensor &output, const at::Tensor &signs, int probe, bool isKept)
    {
        const auto gradients =
            torch::autograd::grad({output}, m_weights, {signs}, /*retain_graph=*/isKept,
                                  /*create_graph=*/false, /*allow_unused=*/true);
        for (std::size_t layer = 0; layer < gradients.size(); ++layer)
            if (gradients[layer].defined())
                m_parts->rows[layer][probe].add_(gradients[layer].reshape({-1}));
    }

    const Generator &m_generator;
    const SamplingPlan &m_plan;
    std::uint64_t m_seed;
    std::unique_ptr<JacobianSketch::Parts> m_parts;
    Division m_division;
    Overlay m_overlay;
    std::vector<at::Tensor> m_weights;
};

} // namespace

at::Tensor probeSigns(at::IntArrayRef shape, std::size_t count, std::uint64_t seed, int probe,
                      std::size_t batch)
{
    at::Tensor signs = at::zeros(shape, at::kFloat);
    RandomStream random(seed, StreamRole::Probe, mixHash(static_cast<std::uint64_t>(probe), batch));
    const auto used = static_cast<std::int64_t>(count) * (signs.numel() / signs.size(0));
    float *value = signs.data_ptr<float>();
    std::uint64_t bits = 0;
    for (std::int64_t i = 0; i < used; ++i, bits >>= 1) {
        if (i % 64 == 0)
            bits = random.next();
        value[i] = (bits & 1) != 0 ? 1.0F : -1.0F;
    }
    return signs;
}

JacobianSketchPtr sketchJacobian(const Generator &generator, const SamplingPlan &plan,
                                 std::span<const BatchSamples> batches, const SketchPlan &sketch,
                                 const RunContext &context)
{
    Build build(generator, plan, sketch, batches.size());
    for (std::size_t b = 0; b < batches.size(); ++b) {
        context.advance(static_cast<double>(b) / static_cast<double>(batches.size()));
        build.add(b, batches[b], context);
    }
    context.advance(1);
    return build.finish();
}

} // namespace quantloupe
