// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/train_generator.h"

#include "base/elapsed.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/version.h"
#include "train/adversarial_loop.h"
#include "train/labelled_pictures.h"
#include "train/loss_curve.h"
#include "train/program_network.h"
#include "train/rate_schedule.h"
#include "train/trained_architecture.h"
#include "train/training_output.h"
#include "train/training_start.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <span>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

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

/// The contents of all files of the start.
std::string hashOfStart(const fs::path &file)
{
    std::string hashes;
    for (const fs::path &each : startFiles(file))
        hashes += (hashes.empty() ? "" : " ") + sha256OfFile(each);
    return hashes;
}

SettingsText settingsFor(const TrainRequest &request, const ImageStack &pictures,
                         const PictureLabels &labels)
{
    const std::uint64_t contents = mixHash(0, std::as_bytes(std::span(pictures.pixels)));
    SettingsText settings = {{"architecture", request.architecture},
                             {"size", std::to_string(pictures.side)},
                             {"channels", std::to_string(pictures.channels)},
                             {"width", std::to_string(request.width)},
                             {"latent", std::to_string(request.latent)},
                             {"upsampling", std::string(name(request.upsampling))},
                             {"images", std::to_string(pictures.count)},
                             {"contents of the images", std::to_string(contents)},
                             {"flip", request.flip ? "yes" : "no"},
                             {"threads", std::to_string(at::get_num_threads())}};
    if (labels.classes > 0) {
        const std::uint64_t hash = mixHash(0, std::as_bytes(std::span(labels.values)));
        settings.emplace_back("classes", std::to_string(labels.classes));
        settings.emplace_back("contents of the labels", std::to_string(hash));
    }
    if (!request.startFrom.empty())
        settings.emplace_back("start-from", hashOfStart(request.startFrom));
    const SettingsText loop = toText(request.loop);
    settings.insert(settings.end(), loop.begin(), loop.end());
    return settings;
}

class Training
{
public:
    Training(const TrainRequest &request, LabelledPictures data, c10::Device device)
        : m_request(request),
          m_pictures(std::move(data.pictures)),
          m_classes(data.labels.classes),
          m_architecture(architectureFor(request, m_pictures, m_classes)),
          m_settings(settingsFor(request, m_pictures, data.labels)),
          m_files(request.out),
          m_generator(makeNetwork(m_architecture.generator, request.loop.seed, 0, device)),
          m_average(makeNetwork(m_architecture.generator, request.loop.seed, 0, device)),
          m_discriminator(makeNetwork(m_architecture.discriminator, request.loop.seed, 1, device)),
          m_data(m_pictures,
                 {request.loop.seed, request.loop.batch, request.latent, request.flip,
                  std::move(data.labels)},
                 device),
          m_loop({*m_generator, *m_discriminator, *m_average}, m_data, request.loop),
          m_output(*m_average, m_data, m_files),
          m_curve(m_files.curve(), request.curveEvery)
    {
    }

    void run(const RunContext &context)
    {
        begin();
        trainSteps(context);
        saveCheckpoint();
        m_curve.finish(m_done);
        context.describe("Writing the networks");
        auto metadata = metadataOf("generator");
        metadata[kStatedAssumptionsKey] = toMetadata(m_architecture.stated);
        m_output.writeGenerator(m_request.half, metadata);
        writeStateDict(m_files.discriminator(), *m_discriminator, m_request.half,
                       metadataOf("discriminator"));
    }

    TrainReport report() const
    {
        TrainReport report;
        report.steps = m_done;
        report.resumedFrom = m_resumedFrom;
        report.pictures = m_pictures.count;
        report.channels = m_pictures.channels;
        report.classes = m_classes;
        report.generatorParameters = m_architecture.generator.elements();
        report.discriminatorParameters = m_architecture.discriminator.elements();
        report.losses = m_curve.last();
        for (const fs::path &file : m_files.results())
            if (fs::exists(file))
                report.files.push_back(file.string());
        report.files.push_back(m_files.checkpoint().string());
        report.skipped = m_pictures.skipped;
        return report;
    }

private:
    void begin()
    {
        if (fs::exists(m_files.checkpoint()))
            resume();
        else
            startAnew();
    }

    void startAnew()
    {
        if (!m_request.startFrom.empty()) {
            readStart(m_request.startFrom, m_loop.networks(), m_architecture);
            m_loop.confineNetworks();
        }
        // From here on whatever else is written can be gone on from.
        saveCheckpoint();
        m_curve.start();
    }

    void resume()
    {
        const CheckpointFacts facts = readCheckpointFacts(m_files.checkpoint());
        m_done = m_resumedFrom = countOf(facts, "steps");
        readCheckpoint(m_files.checkpoint(), m_loop.state(), settingsSoFar());
        if (m_done > m_request.steps)
            throw Error(ErrorKind::BadInput, m_files.checkpoint().string() + " has " +
                                                 std::to_string(m_done) +
                                                 " steps already; ask for at least as many with "
                                                 "--steps.");
        m_penalty = numberOf(facts, "penalty");
        m_loop.resumeAt(m_done, m_penalty);
        m_curve.resumeAt(m_done, facts);
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
            m_output.writeGrid(m_done);
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
        writeCheckpoint(m_files.checkpoint(), m_loop.state(), settingsSoFar(), facts);
    }

    /// What the steps done so far depend on.
    SettingsText settingsSoFar() const
    {
        SettingsText settings = m_settings;
        const SettingsText schedule = followedSchedule(m_request.loop, m_done);
        settings.insert(settings.end(), schedule.begin(), schedule.end());
        return settings;
    }

    std::map<std::string, std::string> metadataOf(const std::string &network) const
    {
        nlohmann::ordered_json settings;
        for (const auto &[key, value] : settingsSoFar())
            settings[key] = value;
        // Where it lies on this machine is nobody else's business.
        settings["dataset"] = fs::path(m_request.dataset + "/").parent_path().filename().string();
        settings["crop"] = name(m_request.preparation.crop);
        settings["filter"] = "OpenCV " + std::string(name(m_request.preparation.filter));
        return {{"tool", "quantloupe"},
                {"version", kVersion},
                {"network", network},
                {"steps", std::to_string(m_done)},
                {"training", settings.dump()}};
    }

    const TrainRequest &m_request;
    ImageStack m_pictures;
    int m_classes = 0;
    TrainedArchitecture m_architecture;
    SettingsText m_settings;
    TrainingFiles m_files;
    std::unique_ptr<Trainable> m_generator;
    std::unique_ptr<Trainable> m_average;
    std::unique_ptr<Trainable> m_discriminator;
    TrainingData m_data;
    AdversarialLoop m_loop;
    TrainingOutput m_output;
    LossCurve m_curve;
    std::int64_t m_done = 0;
    std::int64_t m_resumedFrom = 0;
    double m_penalty = 0;
};

/// Before the pictures are read, which may take a minute.
void requireNoOtherTraining(const TrainRequest &request)
{
    const TrainingFiles files(request.out);
    const bool begun = fs::exists(files.checkpoint());
    if (begun && !request.resume)
        throw Error(ErrorKind::BadInput, files.checkpoint().string() +
                                             " is there already; go on with --resume, or choose "
                                             "another --out.");
    if (begun)
        return;
    for (const fs::path &file : files.results())
        if (fs::exists(file))
            throw Error(ErrorKind::BadInput, file.string() +
                                                 " is there already, without a checkpoint to go on "
                                                 "from; choose another --out, or move it away.");
}

} // namespace

TrainReport trainGenerator(const TrainRequest &request, const RunContext &context)
{
    const c10::Device device = deviceFor(request.device);
    requireNoOtherTraining(request);
    LabelledPictures data = readLabelledPictures(request, context.sub(0, kPreparationShare));
    Training training(request, std::move(data), device);
    const auto start = std::chrono::steady_clock::now();
    training.run(context.sub(kPreparationShare, 1));
    TrainReport report = training.report();
    report.seconds = secondsSince(start);
    return report;
}

} // namespace quantloupe
