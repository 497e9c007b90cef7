// SPDX-License-Identifier: GPL-3.0-or-later
// Features of the 2015 Inception: the numbers of pytorch-fid's own graph, and what must not change
// them.
#include <QtTest>

#include "base/error.h"
#include "eager_inception.h"
#include "golden_tensors.h"
#include "metrics/feature_extractor.h"
#include "noise_stack.h"

#include "state_dict_files.h"

#include <ATen/ATen.h>

#include <cmath>
#include <cstring>
#include <stop_token>

using namespace quantloupe;
using namespace test_networks;

namespace {

constexpr float kFeatureError = 1e-4F;

std::string weights()
{
    return shared_data::find("models/inception_v3_fid_partial.pth").string();
}

ImageStack part(const ImageStack &set, std::size_t first, std::size_t count)
{
    ImageStack result = set;
    const auto begin = set.pixels.begin() + static_cast<std::ptrdiff_t>(first * set.bytesOfOne());
    result.count = count;
    result.pixels.assign(begin, begin + static_cast<std::ptrdiff_t>(count * set.bytesOfOne()));
    return result;
}

QString refusal(const InceptionRequest &request)
{
    try {
        openInception(request);
    } catch (const Error &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestInception : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyDepth_data();
    void everyDepth();
    void lackingTensors();
    void goldenFeatures_data();
    void goldenFeatures();
    void sameBitsInAnyCompany();
    void otherWeightsHaveTheirOwnName();
    void missingKernelRefusesItsDepth();
    void wrongFiles();
    void cancelled();

private:
    /// A whole file of made-up weights.
    std::string madeUp() const { return m_folder.filePath("inception.pth").toStdString(); }

    QTemporaryDir m_folder;
    EagerInception m_eager;
};

void TestInception::initTestCase()
{
    const at::NoGradGuard noGradients;
    m_eager.forward(at::zeros({1, 3, 299, 299}), 2048);
    writeZipPickle(madeUp(), m_eager.tensors());
}

void TestInception::everyDepth_data()
{
    QTest::addColumn<int>("depth");
    for (const int depth : {64, 192, 768, 2048})
        QTest::addRow("%d", depth) << depth;
}

void TestInception::everyDepth()
{
    QFETCH(int, depth);
    const at::NoGradGuard noGradients;
    const auto extractor = openInception({madeUp(), static_cast<std::size_t>(depth)});
    const ImageStack pictures = noise_stack::make({50, 3, 2, 0, 30}, 1);
    const Features features = extractor->extract(pictures, 1, RunContext());
    const at::Tensor batch = at::empty({2, 299, 299, 3});
    for (std::size_t i = 0; i < 2; ++i)
        prepareInput(pictures.image(i), extractor->preparation(),
                     batch.data_ptr<float>() + i * 299 * 299 * 3);
    const at::Tensor expected =
        m_eager.forward(batch.permute({0, 3, 1, 2}).contiguous(), depth).contiguous();
    QCOMPARE(features.dimension, static_cast<std::size_t>(depth));
    QCOMPARE(features.values.size(), static_cast<std::size_t>(expected.numel()));
    float worst = 0;
    for (std::size_t i = 0; i < features.values.size(); ++i)
        worst = std::max(worst, std::fabs(features.values[i] - expected.data_ptr<float>()[i]));
    QVERIFY2(worst < kFeatureError, qPrintable(QString::number(worst)));
    QVERIFY(expected.max().item<float>() > 0.1F);
}

void TestInception::lackingTensors()
{
    const std::string key = "Mixed_6b.branch7x7_2.bn.running_var";
    NamedTensors tensors = m_eager.tensors();
    const auto found = std::find_if(tensors.begin(), tensors.end(),
                                    [&](const auto &named) { return named.first == key; });
    found->second = at::zeros({5});
    const std::string file = m_folder.filePath("lacking.safetensors").toStdString();
    writeSafetensors(file, tensors);
    QVERIFY(refusal({file, 192}).isEmpty());
    QVERIFY(refusal({file, 768}).contains(QString::fromStdString(key) + " in another shape"));
    tensors.erase(found);
    writeSafetensors(file, tensors);
    QVERIFY(refusal({file, 192}).isEmpty());
    QVERIFY(refusal({file, 768}).contains("lacks the tensor " + QString::fromStdString(key)));
    QVERIFY(refusal({file, 2048}).contains(QString::fromStdString(key)));
}

void TestInception::goldenFeatures_data()
{
    QTest::addColumn<int>("depth");
    for (const int depth : {64, 192, 768})
        QTest::addRow("%d", depth) << depth;
}

void TestInception::goldenFeatures()
{
    QFETCH(int, depth);
    if (weights().empty())
        QSKIP(shared_data::kMissing);
    constexpr std::size_t kPictures = 24;
    const GoldenTensors images("images32.safetensors");
    const GoldenTensors goldens("fid_features.safetensors");
    const auto extractor = openInception({weights(), static_cast<std::size_t>(depth)});
    for (const char *set : {"real", "fake"}) {
        const Features features =
            extractor->extract(part(images.stack(set), 0, kPictures), 0, RunContext());
        const Features expected = goldens.features(set + ("_" + std::to_string(depth)));
        QCOMPARE(features.count, kPictures);
        QCOMPARE(features.dimension, expected.dimension);
        float worst = 0;
        for (std::size_t i = 0; i < features.values.size(); ++i)
            worst = std::max(worst, std::fabs(features.values[i] - expected.values[i]));
        QVERIFY2(worst < kFeatureError, qPrintable(QString::number(worst)));
    }
    QCOMPARE(extractor->identity().extractor, std::string(kInceptionName));
    QCOMPARE(extractor->identity().sha256.size(), std::size_t{64});
}

void TestInception::sameBitsInAnyCompany()
{
    const ImageStack all = noise_stack::make({40, 3, 11, 0, 30}, 1);
    const auto extractor = openInception({madeUp(), 2048});
    const Features together = extractor->extract(all, 1, RunContext());
    QCOMPARE(extractor->extract(all, 2, RunContext()).values, together.values);
    std::vector<float> parts;
    for (const auto &[first, count] : {std::pair(0, 1), std::pair(1, 6), std::pair(7, 4)}) {
        const Features some = extractor->extract(part(all, first, count), 2, RunContext());
        parts.insert(parts.end(), some.values.begin(), some.values.end());
    }
    QCOMPARE(parts, together.values);
    const std::vector<Image> two = {all.image(3), all.image(0)};
    const Features swapped = extractor->extract(two, 1, RunContext());
    for (std::size_t i = 0; i < together.dimension; ++i) {
        QCOMPARE(swapped.row(0)[i], together.row(3)[i]);
        QCOMPARE(swapped.row(1)[i], together.row(0)[i]);
    }
}

/// The graph alone makes no FID.
void TestInception::otherWeightsHaveTheirOwnName()
{
    for (const std::size_t depth : {64, 2048}) {
        const FeatureIdentity identity = openInception({madeUp(), depth})->identity();
        QCOMPARE(identity.extractor, std::string("Inception-inception"));
        QCOMPARE(frechetName(identity), "FD-Inception-inception-" + std::to_string(depth));
    }
}

void TestInception::missingKernelRefusesItsDepth()
{
    if (weights().empty())
        QSKIP(shared_data::kMissing);
    const QString message = refusal({weights(), 2048});
    QVERIFY2(message.contains("Mixed_7b.branch3x3dbl_2.conv.weight"), qPrintable(message));
    QVERIFY2(message.contains("2048"), qPrintable(message));
}

void TestInception::wrongFiles()
{
    QVERIFY(refusal({madeUp(), 100}).contains("64, 192, 768 or 2048"));
    QVERIFY(refusal({"no-such-file.pth", 64}).contains("no-such-file.pth"));
    const std::string other = m_folder.filePath("other.pth").toStdString();
    writeZipPickle(other, {{"conv1.weight", at::zeros({8, 3, 3, 3})}});
    QString message = refusal({other, 64});
    QVERIFY2(message.contains("other.pth holds no tensor of the Inception"), qPrintable(message));
    // One of a greater depth alone.
    writeZipPickle(other, {{"Mixed_5b.branch1x1.conv.weight", at::zeros({64, 192, 1, 1})}});
    message = refusal({other, 64});
    QVERIFY2(message.contains("Conv2d_1a_3x3.conv.weight"), qPrintable(message));
}

void TestInception::cancelled()
{
    const ImageStack all = noise_stack::make({40, 3, 8, 0, 30}, 1);
    const auto extractor = openInception({madeUp(), 64});
    std::stop_source stop;
    stop.request_stop();
    bool wasCancelled = false;
    try {
        extractor->extract(all, 2, RunContext(stop.get_token()));
    } catch (const Cancelled &) {
        wasCancelled = true;
    }
    QVERIFY(wasCancelled);
}

QTEST_GUILESS_MAIN(TestInception)
#include "tst_inception.moc"
