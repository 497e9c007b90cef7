// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/train_generator.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/version.h"
#include "train/adversarial_loop.h"
#include "train/dcgan.h"
#include "train/loss_curve.h"
#include "train/program_network.h"
#include "train/sample_grid.h"
#include "train/training_files.h"
#include "train/weight_average.h"

#include <ATen/ATen.h>

#include <chrono>
#include <nlohmann/json.hpp>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

constexpr int kGridSamples = 64;
/// Batches that running statistics are taken from, for a grid and for the result.
constexpr int kGridBatches = 20;
constexpr int kResultBatches = 200;
constexpr double kPreparationShare = 0.02;

c10::Device deviceFor(const std::string &name)
{
    if (name == "cpu")
        return c10::Device(c10::kCPU);
    if (name == "cuda" && at::hasCUDA())
        return c10::Device(c10::kCUDA);
    throw Error(ErrorKind::BadInput, name == "cuda"
                                         ? "LibTorch finds no CUDA device here; use --device cpu."
                                         : "There is no device '" + name + "'; use cpu or cuda.");
}

ImageStack picturesFor(const TrainRequest &request, const RunContext &context)
{
    context.describe("Reading " + request.dataset);
    ImageStack stack = prepareImages(*openImageSet(request.dataset), request.preparation, context);
    if (stack.count < static_cast<std::size_t>(request.loop.batch))
        throw Error(ErrorKind::BadInput, request.dataset + " holds " + std::to_string(stack.count) +
                                             " readable pictures, fewer than one batch of " +
                                             std::to_string(request.loop.batch) +
                                             "; use a smaller --batch or more pictures.");
    return stack;
}

DcganShape shapeFor(const TrainRequest &request, const ImageStack &pictures)
{
    if (request.architecture != "dcgan")
        throw Error(ErrorKind::BadInput, "There is no architecture '" + request.architecture +
                                             "' to train; choose dcgan.");
    return {pictures.side, pictures.channels, request.latent, request.width};
}

SettingsText settingsFor(const TrainRequest &request, const ImageStack &pictures)
{
    const std::uint64_t contents = mixHash(0, std::as_bytes(std::span(pictures.pixels)));
    SettingsText settings = {{"architecture", request.architecture},
                             {"size", std::to_string(pictures.side)},
                             {"channels", std::to_string(pictures.channels)},
                             {"width", std::to_string(request.width)},
                             {"latent", std::to_string(request.latent)},
                             {"images", std::to_string(pictures.count)},
                             {"contents of the images", std::to_string(contents)},
                             {"flip", request.flip ? "yes" : "no"}};
    const SettingsText loop = toText(request.loop);
    settings.insert(settings.end(), loop.begin(), loop.end());
    return settings;
}

class Training
{
public:
    Training(const TrainRequest &request, ImageStack pictures, c10::Device device)
        : m_request(request),
          m_pictures(std::move(pictures)),
          m_device(device),
          m_shape(shapeFor(request, m_pictures)),
          m_settings(settingsFor(request, m_pictures)),
          m_files(request.out),
          m_generator(makeNetwork(dcganGenerator(m_shape), request.loop.seed, 0, device)),
          m_average(makeNetwork(dcganGenerator(m_shape), request.loop.seed, 0, device)),
          m_discriminator(makeNetwork(dcganDiscriminator(m_shape), request.loop.seed, 1, device)),
          m_data(m_pictures, {request.loop.seed, request.loop.batch, request.latent, request.flip},
                 device),
          m_loop({*m_generator, *m_discriminator, *m_average}, m_data, request.loop),
          m_curve(m_files.curve(), request.curveEvery)
    {
    }

    TrainReport run(const RunContext &context)
    {
        const auto start = std::chrono::steady_clock::now();
        begin();
        trainSteps(context.sub(kPreparationShare, 1));
        saveCheckpoint();
        context.describe("Writing the networks");
        exportNetworks();
        return report(start);
    }

private:
    void begin()
    {
        const bool exists = fs::exists(m_files.checkpoint());
        if (exists && !m_request.resume)
            throw Error(ErrorKind::BadInput,
                        m_files.checkpoint().string() +
                            " is there already; continue it with --resume, or delete it to start "
                            "again.");
        if (!exists) {
            m_curve.start();
            return;
        }
        const CheckpointFacts facts =
            readCheckpoint(m_files.checkpoint(), m_loop.state(), m_settings);
        m_done = m_resumedFrom = static_cast<std::int64_t>(numberOf(facts, "steps"));
        m_loop.resumeAt(m_done, numberOf(facts, "penalty"));
        m_curve.resumeAt(m_done, facts);
        if (m_done > m_request.steps)
            throw Error(ErrorKind::BadInput,
                        m_files.checkpoint().string() + " has " + std::to_string(m_done) +
                            " steps already; ask for at least as many with --steps.");
    }

    void trainSteps(const RunContext &context)
    {
        try {
            while (m_done < m_request.steps) {
                context.advance(static_cast<double>(m_done) / static_cast<double>(m_request.steps));
                trainStep(context);
            }
            context.checkCancelled();
        } catch (const Cancelled &) {
            saveCheckpoint();
            throw;
        }
    }

    void trainStep(const RunContext &context)
    {
        const StepLosses losses = m_loop.step(m_done);
        m_penalty = losses.penalty;
        m_curve.add(losses, ++m_done);
        context.describe("step " + std::to_string(m_done) + " of " +
                         std::to_string(m_request.steps) + ", losses " +
                         numberToText(std::round(losses.discriminator * 1000) / 1000) + " and " +
                         numberToText(std::round(losses.generator * 1000) / 1000));
        if (isDue(m_request.gridEvery))
            saveGrid();
        if (isDue(m_request.checkpointEvery))
            saveCheckpoint();
    }

    bool isDue(int every) const { return every > 0 && m_done % every == 0; }

    void saveCheckpoint()
    {
        CheckpointFacts facts = {{"steps", std::to_string(m_done)},
                                 {"penalty", numberToText(m_penalty)},
                                 {"version", kVersion}};
        m_curve.addTo(facts);
        writeCheckpoint(m_files.checkpoint(), m_loop.state(), m_settings, facts);
    }

    /// The average's running statistics have no part in later steps.
    void reestimate(int batches)
    {
        reestimateStatistics(*m_average, batches, [this](std::int64_t index) {
            return m_data.latents(StreamRole::Calibration, index, m_request.loop.batch);
        });
    }

    void saveGrid()
    {
        const at::NoGradGuard noGradients;
        reestimate(kGridBatches);
        const at::Tensor latents = m_data.latents(StreamRole::Preview, 0, kGridSamples);
        fs::create_directories(m_files.gridFolder());
        writePng(m_files.grid(m_done), gridOf(m_average->forward(latents, Pass{false})));
    }

    std::map<std::string, std::string> metadata(const std::string &network) const
    {
        nlohmann::ordered_json settings;
        for (const auto &[key, value] : m_settings)
            settings[key] = value;
        settings["dataset"] = m_request.dataset;
        settings["crop"] = name(m_request.preparation.crop);
        settings["filter"] = "OpenCV " + std::string(name(m_request.preparation.filter));
        return {{"tool", "quantloupe"},
                {"version", kVersion},
                {"network", network},
                {"steps", std::to_string(m_done)},
                {"training", settings.dump()}};
    }

    void exportNetworks()
    {
        reestimate(kResultBatches);
        auto facts = metadata("generator");
        facts["quantloupe.assumptions"] = nlohmann::json(dcganAssumptions(m_shape)).dump();
        writeStateDict(m_files.generator(), *m_average, m_request.half, facts);
        writeStateDict(m_files.discriminator(), *m_discriminator, m_request.half,
                       metadata("discriminator"));
    }

    TrainReport report(std::chrono::steady_clock::time_point start) const
    {
        TrainReport report;
        report.steps = m_done;
        report.resumedFrom = m_resumedFrom;
        report.pictures = m_pictures.count;
        report.channels = m_pictures.channels;
        report.generatorParameters = dcganGenerator(m_shape).elements();
        report.discriminatorParameters = dcganDiscriminator(m_shape).elements();
        report.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        report.losses = m_curve.last();
        report.files = {m_files.generator().string(), m_files.discriminator().string(),
                        m_files.checkpoint().string(), m_files.curve().string()};
        if (fs::exists(m_files.gridFolder()))
            report.files.push_back(m_files.gridFolder().string());
        report.skipped = m_pictures.skipped;
        return report;
    }

    const TrainRequest &m_request;
    ImageStack m_pictures;
    c10::Device m_device;
    DcganShape m_shape;
    SettingsText m_settings;
    TrainingFiles m_files;
    std::unique_ptr<Trainable> m_generator;
    std::unique_ptr<Trainable> m_average;
    std::unique_ptr<Trainable> m_discriminator;
    TrainingData m_data;
    AdversarialLoop m_loop;
    LossCurve m_curve;
    std::int64_t m_done = 0;
    std::int64_t m_resumedFrom = 0;
    double m_penalty = 0;
};

} // namespace

TrainReport trainGenerator(const TrainRequest &request, const RunContext &context)
{
    const c10::Device device = deviceFor(request.device);
    const TrainingFiles files(request.out);
    ImageStack pictures = picturesFor(request, context.sub(0, kPreparationShare));
    return Training(request, std::move(pictures), device).run(context);
}

} // namespace quantloupe
