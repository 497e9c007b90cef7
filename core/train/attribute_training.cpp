// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/attribute_training.h"

#include "base/elapsed.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/random_stream.h"
#include "base/version.h"
#include "metrics/features/attribute_network.h"
#include "model/archive/safetensors_writer.h"
#include "train/adam.h"
#include "train/attribute_classifier.h"
#include "train/attribute_data.h"
#include "train/attribute_heads.h"
#include "train/rate_schedule.h"
#include "train/tensor_storage.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace quantloupe {

namespace {

constexpr std::size_t kMostHeldOut = 5000;
constexpr int kEvaluationBatch = 100;
/// Steps whose pictures say how large features are.
constexpr std::int64_t kScaleSteps = 64;

std::int64_t answersInAll()
{
    std::int64_t sum = kClothesClasses;
    for (const AttributeHead &head : avatarHeads())
        sum += head.classes;
    return sum;
}

/// Logits of one question, from all answers.
class Answers
{
public:
    explicit Answers(at::Tensor all) : m_all(std::move(all)) {}
    at::Tensor of(std::size_t avatarHead) const
    {
        std::int64_t first = 0;
        for (std::size_t i = 0; i < avatarHead; ++i)
            first += avatarHeads()[i].classes;
        return m_all.narrow(1, first, avatarHeads()[avatarHead].classes);
    }
    at::Tensor ofClothes() const
    {
        return m_all.narrow(1, m_all.size(1) - kClothesClasses, kClothesClasses);
    }

private:
    at::Tensor m_all;
};

LoopSettings settingsFor(const AttributeTrainRequest &request)
{
    LoopSettings settings;
    settings.rate = request.rate;
    settings.beta1 = 0.9;
    settings.beta2 = 0.999;
    settings.decay = {request.steps / 2, request.steps};
    return settings;
}

double rightShare(const at::Tensor &logits, const at::Tensor &labels)
{
    return (logits.argmax(1) == labels).to(at::kDouble).mean().item<double>();
}

class AttributeTraining
{
public:
    explicit AttributeTraining(const AttributeTrainRequest &request)
        : m_request(request),
          m_settings(settingsFor(request)),
          m_clothes(request.clothes, request.labels),
          m_heldOut(std::min(m_clothes.size() / 10, kMostHeldOut)),
          m_network(answersInAll(), request.seed),
          m_adam(m_network, m_settings)
    {
        if (m_heldOut == 0)
            throw Error(ErrorKind::BadInput, request.clothes +
                                                 " holds fewer than 10 pictures; give those of "
                                                 "Fashion-MNIST.");
    }

    double step(std::int64_t step)
    {
        m_adam.setRate(rateAt(m_settings, step));
        const at::Tensor loss = lossOf(trainingFaces(step), m_clothes.at(trainingClothes(step)));
        m_adam.minimize(loss);
        return loss.item<double>();
    }

    /// Brings the features to E|x|^2 / d = 1. A network that answers with zeros stays as it is.
    void scaleFeatures(const RunContext &context)
    {
        const at::NoGradGuard noGradients;
        const std::int64_t steps = std::min(m_request.steps, kScaleSteps);
        double sum = 0;
        for (std::int64_t step = 0; step < steps; ++step) {
            context.checkCancelled();
            sum +=
                meanSquare(trainingFaces(step)) + meanSquare(m_clothes.at(trainingClothes(step)));
        }
        if (sum > 0)
            m_network.scaleFeatures(1 / std::sqrt(sum / static_cast<double>(2 * steps)));
    }

    std::vector<std::pair<std::string, double>> accuracies() const
    {
        const at::NoGradGuard noGradients;
        std::vector<std::pair<std::string, double>> shares;
        for (const AttributeHead &head : avatarHeads())
            shares.emplace_back(head.name, 0);
        for (int first = 0; first < m_request.heldOutFaces; first += kEvaluationBatch)
            addAvatarShares(first, shares);
        shares.emplace_back("kind of clothes", clothesShare());
        return shares;
    }

    void write() const
    {
        std::vector<StoredTensor> tensors;
        for (const NamedTensor &tensor : m_network.featureTensors())
            tensors.push_back(toStored(tensor, DType::Float16));
        writeFileAtomically(m_request.out,
                            encodeSafetensors(tensors, {{"tool", "quantloupe"},
                                                        {"version", kVersion},
                                                        {kNetworkKey, kAttributeKind},
                                                        {"steps", std::to_string(m_request.steps)},
                                                        {"seed", std::to_string(m_request.seed)}}));
    }

    std::int64_t parameters() const
    {
        std::int64_t sum = 0;
        for (const NamedTensor &tensor : m_network.featureTensors())
            sum += tensor.tensor.numel();
        return sum;
    }

private:
    at::Tensor lossOf(const LabelledPictures &faces, const LabelledPictures &clothes) const
    {
        const at::Tensor all =
            m_network.forward(at::cat({faces.pictures, clothes.pictures}), Pass{});
        const Answers ofFaces(all.narrow(0, 0, faces.pictures.size(0)));
        const Answers ofClothes(all.narrow(0, faces.pictures.size(0), clothes.pictures.size(0)));
        at::Tensor sum = at::cross_entropy_loss(ofClothes.ofClothes(), clothes.labels.select(1, 0));
        for (std::size_t i = 0; i < avatarHeads().size(); ++i)
            sum = sum + at::cross_entropy_loss(
                            ofFaces.of(i), faces.labels.select(1, static_cast<std::int64_t>(i)));
        return sum / static_cast<double>(avatarHeads().size() + 1);
    }

    double meanSquare(const LabelledPictures &labelled) const
    {
        return m_network.features(labelled.pictures).square().mean(at::kDouble).item<double>();
    }

    LabelledPictures trainingFaces(std::int64_t step) const
    {
        const auto first = static_cast<std::uint64_t>(step * m_request.batch);
        return labelledAvatars(m_request.seed * (1ULL << 32) + first, m_request.batch);
    }

    std::vector<std::size_t> trainingClothes(std::int64_t step) const
    {
        RandomStream random(m_request.seed, StreamRole::Training, static_cast<std::uint64_t>(step));
        std::vector<std::size_t> indices(static_cast<std::size_t>(m_request.batch));
        for (std::size_t &index : indices)
            index = random.below(m_clothes.size() - m_heldOut);
        return indices;
    }

    void addAvatarShares(int first, std::vector<std::pair<std::string, double>> &shares) const
    {
        // No training reaches them.
        constexpr std::uint64_t kHeldOutFaces = 1ULL << 62;
        const int count = std::min(kEvaluationBatch, m_request.heldOutFaces - first);
        const LabelledPictures faces =
            labelledAvatars(kHeldOutFaces + static_cast<std::uint64_t>(first), count);
        const Answers answers(m_network.forward(faces.pictures, Pass{}));
        for (std::size_t i = 0; i < avatarHeads().size(); ++i)
            shares[i].second +=
                rightShare(answers.of(i), faces.labels.select(1, static_cast<std::int64_t>(i))) *
                count / m_request.heldOutFaces;
    }

    double clothesShare() const
    {
        double right = 0;
        for (std::size_t first = m_clothes.size() - m_heldOut; first < m_clothes.size();
             first += kEvaluationBatch) {
            std::vector<std::size_t> indices;
            for (std::size_t i = first; i < std::min(first + kEvaluationBatch, m_clothes.size());
                 ++i)
                indices.push_back(i);
            const LabelledPictures clothes = m_clothes.at(indices);
            const Answers answers(m_network.forward(clothes.pictures, Pass{}));
            right += rightShare(answers.ofClothes(), clothes.labels.select(1, 0)) *
                     static_cast<double>(indices.size());
        }
        return right / static_cast<double>(m_heldOut);
    }

    const AttributeTrainRequest &m_request;
    LoopSettings m_settings;
    LabelledClothes m_clothes;
    std::size_t m_heldOut;
    AttributeClassifier m_network;
    Adam m_adam;
};

double meanOf(const std::vector<double> &losses, std::size_t first, std::size_t count)
{
    double sum = 0;
    for (std::size_t i = first; i < first + count; ++i)
        sum += losses[i];
    return sum / static_cast<double>(count);
}

} // namespace

AttributeTrainReport trainAttributes(const AttributeTrainRequest &request,
                                     const RunContext &context)
{
    const auto start = std::chrono::steady_clock::now();
    AttributeTraining training(request);
    std::vector<double> losses;
    for (std::int64_t step = 0; step < request.steps; ++step) {
        context.advance(static_cast<double>(step) / static_cast<double>(request.steps));
        losses.push_back(training.step(step));
        context.describe("step " + std::to_string(step + 1) + " of " +
                         std::to_string(request.steps) + ", loss " +
                         numberToText(std::round(losses.back() * 1000) / 1000));
    }
    training.scaleFeatures(context);
    const std::size_t tenth = std::max<std::size_t>(losses.size() / 10, 1);
    AttributeTrainReport report;
    report.steps = request.steps;
    report.parameters = training.parameters();
    report.firstLoss = meanOf(losses, 0, tenth);
    report.lastLoss = meanOf(losses, losses.size() - tenth, tenth);
    report.accuracies = training.accuracies();
    training.write();
    report.seconds = secondsSince(start);
    return report;
}

} // namespace quantloupe
