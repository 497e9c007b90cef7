// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "opened_files.h"
#include "session/torchscript_trial.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

/// What the tests of measurements start from: a small generator of 3x16x16 pictures, a feature
/// network of ten features, and a cache folder of their own.
namespace metrics_fixture {

using namespace quantloupe;
using namespace test_networks;

class Fixture
{
public:
    Fixture()
    {
        setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString(m_folder.path("cache")));
        writeZipPickle(m_folder.path("network.pth"), sequentialNetworks().front().tensors);
        m_generator = m_session.open({m_folder.path("network.pth"), {}, {}, {}, false}, {});
        m_extractor.file =
            m_folder.script("deep.pt", "    y = torch.reshape(x, [x.size(0), -1])[:, :768]\n"
                                       "    return torch.tanh(torch.matmul(y, self.w))\n");
        m_extractor.scripted.side = 16;
    }
    Session &session() { return m_session; }
    const NetworkFolder &folder() const { return m_folder; }
    std::filesystem::path cache() const
    {
        return std::filesystem::path(m_folder.path("cache")) / "quantloupe";
    }
    const ExtractorRequest &extractor() const { return m_extractor; }

    /// Two parts of samples and two more; all layers at `bits`, or float for 0.
    MetricsRequest request(const std::string &metrics, int bits = 3) const
    {
        return requestOf(m_generator, metrics, bits);
    }
    MetricsRequest requestOf(const GeneratorPtr &generator, const std::string &metrics,
                             int bits = 3) const
    {
        MetricsRequest request;
        request.generator = generator;
        request.plan = samplingPlan(*generator);
        for (const LayerInfo &layer : info(*generator).layers) {
            LayerQuantSpec spec;
            if (bits > 0)
                spec.weight = weightSpecOfBits(bits);
            request.config.set(layer.name, spec);
        }
        request.metrics = parseMetrics(metrics);
        request.extractor = m_extractor;
        request.count = 130;
        request.execution.threads = 1;
        return request;
    }
    MetricsReport measure(const MetricsRequest &request, const MetricsSink &sink = {})
    {
        return m_session.measure(request, Lane::Compute, RunContext(), sink);
    }
    /// Float or quantized pictures of the evaluation stream.
    ImageStack pictures(const MetricsRequest &request, std::uint64_t first,
                        const QuantConfig &config)
    {
        SampleRequest samples;
        samples.generator = request.generator;
        samples.plan = request.plan;
        samples.config = config;
        samples.execution = request.execution;
        samples.source.role = StreamRole::Evaluation;
        for (std::uint64_t i = 0; i < request.count; ++i)
            samples.source.samples.push_back({request.seed, first + i});
        ImageStack stack;
        m_session.sample(samples, Lane::Io, RunContext(), [&](const std::vector<Sample> &some) {
            for (const Sample &sample : some) {
                stack.side = sample.image.width;
                stack.channels = sample.image.channels;
                ++stack.count;
                stack.pixels.insert(stack.pixels.end(), sample.image.pixels.begin(),
                                    sample.image.pixels.end());
            }
        });
        return stack;
    }
    /// A new folder with `count` pictures of a generator.
    std::string pictureFolder(const std::string &name, const ImageStack &stack) const
    {
        const std::filesystem::path path = m_folder.path(name);
        std::filesystem::create_directories(path);
        for (std::size_t i = 0; i < stack.count; ++i)
            writePng(path / (std::to_string(1000 + i) + ".png"), stack.image(i));
        return path.string();
    }

private:
    NetworkFolder m_folder;
    Session m_session;
    GeneratorPtr m_generator;
    ExtractorRequest m_extractor;
};

/// Why a request is refused.
inline QString whyRefused(Fixture &fixture, const MetricsRequest &request)
{
    try {
        fixture.measure(request);
    } catch (const Error &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace metrics_fixture
