// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "base/embedded_files.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/random_stream.h"
#include "data/avatars.h"
#include "image_archives.h"
#include "metrics/feature_extractor.h"
#include "train/attribute_classifier.h"
#include "train/attribute_data.h"
#include "train/attribute_heads.h"
#include "train/attribute_training.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

using namespace quantloupe;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kClothes = 60;

/// Class i is a bright bar at its own height.
std::vector<Image> bars()
{
    std::vector<Image> images;
    for (std::size_t i = 0; i < kClothes; ++i) {
        Image image(28, 28, 1);
        for (int x = 0; x < 28; ++x)
            for (int y = 0; y < 2; ++y)
                *image.at(x, 4 + 2 * static_cast<int>(i % 10) + y) = 255;
        images.push_back(std::move(image));
    }
    return images;
}

std::string labels(std::size_t count, char top = 0)
{
    std::string bytes("\0\0\x08\x01\0\0\0", 7);
    bytes += static_cast<char>(count);
    for (std::size_t i = 0; i < count; ++i)
        bytes += static_cast<char>(i % 10);
    bytes.back() = static_cast<char>(bytes.back() + top);
    return bytes;
}

std::string refusal(const std::function<void()> &work)
{
    try {
        work();
    } catch (const Error &error) {
        return error.what();
    }
    return "";
}

} // namespace

/// The training of the built-in feature network.
class TestAttributeTraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksWhatIsSeen();
    void facesComeWithTheirAnswers();
    void lossFalls();
    void sameSeedSameFile();
    void featuresAreOfUnitSize();
    void scalingKeepsTheAnswers();
    void theFileExtractsFeatures();
    void theBuiltInOne();
    void labelsMustFit();
    void cancelledLeavesNothing();

private:
    fs::path path(const char *name) const { return fs::path(m_folder.path().toStdString()) / name; }
    AttributeTrainRequest request(const char *out) const
    {
        AttributeTrainRequest request;
        request.clothes = path("clothes").string();
        request.labels = path("labels").string();
        request.steps = 10;
        request.batch = 4;
        request.seed = 3;
        request.heldOutFaces = 40;
        request.out = path(out);
        return request;
    }

    QTemporaryDir m_folder;
};

void TestAttributeTraining::initTestCase()
{
    at::set_num_threads(1);
    writeFileAtomically(path("clothes"), image_archives::idx(bars()));
    writeFileAtomically(path("labels"), labels(kClothes));
}

void TestAttributeTraining::asksWhatIsSeen()
{
    AvatarAttributes attributes;
    attributes.hair = HairShape::Last;
    attributes.background = BackgroundColor::Rose;
    const std::vector<std::int64_t> answers = avatarLabels(attributes);
    QCOMPARE(answers.size(), avatarHeads().size());
    for (std::size_t i = 0; i < answers.size(); ++i)
        QVERIFY(answers[i] >= 0 && answers[i] < avatarHeads()[i].classes);
    QCOMPARE(avatarHeads().at(2).name, std::string("hair"));
    QCOMPARE(answers.at(2), avatarHeads().at(2).classes - 1);
    QCOMPARE(answers.back(), static_cast<std::int64_t>(BackgroundColor::Rose));
}

void TestAttributeTraining::facesComeWithTheirAnswers()
{
    const LabelledPictures faces = labelledAvatars(7, 2);
    QCOMPARE(faces.pictures.sizes().vec(), (std::vector<std::int64_t>{2, 3, 64, 64}));
    const at::Tensor same = labelledAvatars(8, 1).pictures;
    QVERIFY(same.equal(faces.pictures.narrow(0, 1, 1)));
    // The corner shows the background that the label names.
    const auto color = static_cast<BackgroundColor>(faces.labels[0].select(0, -1).item<int64_t>());
    for (int c = 0; c < 3; ++c)
        QVERIFY(std::abs((faces.pictures[0][c][0][0].item<float>() + 1) * 127.5F -
                         avatarBackground(color)[static_cast<std::size_t>(c)]) < 30);
}

void TestAttributeTraining::lossFalls()
{
    AttributeTrainRequest training = request("learns.safetensors");
    training.steps = 60;
    training.batch = 8;
    const AttributeTrainReport report = trainAttributes(training, RunContext());
    QVERIFY2(report.lastLoss < report.firstLoss * 0.9, std::to_string(report.lastLoss).c_str());
    QCOMPARE(report.accuracies.size(), avatarHeads().size() + 1);
    for (const auto &[question, share] : report.accuracies)
        QVERIFY2(share >= 0 && share <= 1, question.c_str());
}

void TestAttributeTraining::sameSeedSameFile()
{
    trainAttributes(request("one.safetensors"), RunContext());
    trainAttributes(request("two.safetensors"), RunContext());
    AttributeTrainRequest other = request("other.safetensors");
    other.steps = 11;
    trainAttributes(other, RunContext());
    QVERIFY(readTextFile(path("one.safetensors")) == readTextFile(path("two.safetensors")));
    QVERIFY(readTextFile(path("one.safetensors")) != readTextFile(path("other.safetensors")));
}

void TestAttributeTraining::featuresAreOfUnitSize()
{
    const AttributeTrainRequest training = request("unit.safetensors");
    trainAttributes(training, RunContext());
    // The pictures of all steps, as the seed draws them: faces stand far behind those of
    // references, and the last tenth of the clothes is held out.
    std::vector<Image> images;
    for (std::uint64_t step = 0; step < 10; ++step) {
        RandomStream random(training.seed, StreamRole::Training, step);
        for (std::uint64_t i = 0; i < 4; ++i) {
            images.push_back(avatar((1ULL << 40) + training.seed * (1ULL << 32) + 4 * step + i));
            images.push_back(bars().at(random.below(kClothes - kClothes / 10)));
        }
    }
    const Features features =
        openAttributeExtractor(training.out.string())->extract(images, 1, RunContext());
    double sum = 0;
    for (const float value : features.values)
        sum += static_cast<double>(value) * value;
    // Weights are rounded to the 11 significant bits of float16.
    QVERIFY(std::fabs(sum / static_cast<double>(features.values.size()) - 1) < 1.0 / (1 << 10));
}

void TestAttributeTraining::scalingKeepsTheAnswers()
{
    AttributeClassifier network(5, 1);
    const at::Tensor pictures = labelledAvatars(0, 2).pictures;
    const at::NoGradGuard noGradients;
    const at::Tensor features = network.features(pictures);
    const at::Tensor answers = network.forward(pictures, Pass{});
    network.scaleFeatures(0.25);
    // A power of two rounds nothing.
    QVERIFY(network.features(pictures).equal(0.25 * features));
    QVERIFY(network.forward(pictures, Pass{}).equal(answers));
}

void TestAttributeTraining::theFileExtractsFeatures()
{
    trainAttributes(request("extractor.safetensors"), RunContext());
    const auto extractor = openAttributeExtractor(path("extractor.safetensors").string());
    QCOMPARE(frechetName(extractor->identity()), std::string("FD-extractor"));
    const std::vector<Image> images = {avatar(1), avatar(2), bars().front()};
    const Features features = extractor->extract(images, 1, RunContext());
    QCOMPARE(features.count, std::size_t{3});
    QCOMPARE(features.dimension, std::size_t{128});
    QVERIFY(!std::ranges::equal(features.row(0), features.row(1)));
    QVERIFY(isAttributeFile(path("extractor.safetensors").string()));
    QVERIFY(!isAttributeFile(path("clothes").string()));
    QVERIFY(!isAttributeFile("builtin:avatars-64"));
    QVERIFY(refusal([&] { openAttributeExtractor(path("clothes").string()); }) != "");
}

void TestAttributeTraining::theBuiltInOne()
{
    QVERIFY(isAttributeFile(kBuiltinExtractor));
    const auto extractor = openAttributeExtractor(kBuiltinExtractor);
    QCOMPARE(frechetName(extractor->identity()), std::string("FD-avatarnet"));
    QVERIFY(embeddedFile(kBuiltinExtractor).size() < 2 << 20);
    // A face is nearer to the same face drawn two pixels aside than to any of thirty others.
    std::vector<Image> images;
    AvatarAttributes attributes = avatarAttributes(5);
    attributes.shiftX = -1;
    images.push_back(drawAvatar(attributes));
    attributes.shiftX = 1;
    images.push_back(drawAvatar(attributes));
    for (std::uint64_t i = 6; i < 36; ++i)
        images.push_back(avatar(i));
    const Features features = extractor->extract(images, 1, RunContext());
    const auto distanceTo = [&](std::size_t other) {
        double sum = 0;
        for (std::size_t d = 0; d < features.dimension; ++d)
            sum += std::pow(features.row(0)[d] - features.row(other)[d], 2);
        return sum;
    };
    for (std::size_t i = 2; i < images.size(); ++i)
        QVERIFY(distanceTo(1) < distanceTo(i) / 2);
}

void TestAttributeTraining::labelsMustFit()
{
    const auto refused = [&](const std::string &bytes) {
        writeFileAtomically(path("wrong"), bytes);
        return refusal([&] { LabelledClothes(path("clothes").string(), path("wrong").string()); });
    };
    QVERIFY(refused(labels(kClothes - 1)).find("59 pictures") != std::string::npos);
    QVERIFY(refused(labels(kClothes, 3)).find("above 9") != std::string::npos);
    QVERIFY(refused(labels(kClothes).substr(0, 30)).find("shorter") != std::string::npos);
    QVERIFY(refused("no labels").find("no IDX file of labels") != std::string::npos);
    QCOMPARE(refused(labels(kClothes)), std::string());
}

void TestAttributeTraining::cancelledLeavesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(
        trainAttributes(request("none.safetensors"), RunContext(stop.get_token())), Cancelled);
    QVERIFY(!fs::exists(path("none.safetensors")));
}

QTEST_GUILESS_MAIN(TestAttributeTraining)
#include "tst_attribute_training.moc"
