// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "metrics/swd_draw_files.h"
#include "model/archive/safetensors_writer.h"
#include "noise_stack.h"
#include "swd_runs.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstring>

using namespace quantloupe;
using namespace swd_runs;

namespace {

std::string refusal(const ImageStack &a, const ImageStack &b,
                    const SwdRequest &request = smallRequest())
{
    try {
        run(a, b, request);
    } catch (const Error &error) {
        return error.kind() == ErrorKind::BadInput ? error.what() : "";
    }
    return "";
}

bool isRefused(const ImageStack &a, const ImageStack &b, const std::string &part,
               const SwdRequest &request = smallRequest())
{
    const std::string sentence = refusal(a, b, request);
    return sentence.find(part) != std::string::npos && sentence.ends_with('.') &&
           sentence.find(". ") == std::string::npos;
}

StoredTensor coordinates(const std::string &name, const std::vector<std::int16_t> &values)
{
    StoredTensor tensor{name, DType::Int16, {static_cast<std::int64_t>(values.size())}, {}};
    tensor.bytes.resize(2 * values.size());
    std::memcpy(tensor.bytes.data(), values.data(), tensor.bytes.size());
    return tensor;
}

StoredTensor floats(const std::string &name, const std::vector<std::int64_t> &shape,
                    const std::vector<float> &values)
{
    StoredTensor tensor{name, DType::Float32, shape, {}};
    tensor.bytes.resize(4 * values.size());
    std::memcpy(tensor.bytes.data(), values.data(), tensor.bytes.size());
    return tensor;
}

std::vector<StoredTensor> centerTensors(const std::string &start)
{
    return {coordinates(start + "a.center_x", {3, 4}), coordinates(start + "a.center_y", {5, 6}),
            coordinates(start + "b.center_x", {7, 8}), coordinates(start + "b.center_y", {9, 3})};
}

} // namespace

/// What a sliced Wasserstein distance may be asked for, and under which name it answers.
class TestSwdRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndStandard();
    void refusals();
    void fixedDrawsFromFiles();

private:
    std::string written(const std::string &name, const std::vector<StoredTensor> &tensors) const
    {
        const std::string path = m_folder.filePath(QString::fromStdString(name)).toStdString();
        const std::vector<std::byte> bytes = encodeSafetensors(tensors, {});
        writeFileAtomically(
            path, std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size()));
        return path;
    }
    QTemporaryDir m_folder;
};

void TestSwdRequests::namesAndStandard()
{
    SwdRequest request;
    request.directions = 16;
    const auto resultOf = [&](int side, int channels) {
        return run(noise_stack::make({side, channels, 3, 0, 9}, 1),
                   noise_stack::make({side, channels, 3, 0, 9}, 2), request);
    };
    QCOMPARE(resultOf(16, 3).name, std::string("SWD"));
    QCOMPARE(resultOf(16, 1).name, std::string("SWD-grey"));
    QVERIFY(!resultOf(16, 3).standard);
    request.directions = 512;
    QVERIFY(resultOf(16, 3).standard);
    QVERIFY(!resultOf(16, 1).standard);
    QVERIFY(!resultOf(24, 3).standard);
    request.seed = 7;
    QCOMPARE(resultOf(16, 3).seed, std::uint64_t{7});
    QCOMPARE(resultOf(16, 3).n, std::size_t{3});
    request.patches = 64;
    QVERIFY(!resultOf(16, 3).standard);
}

void TestSwdRequests::refusals()
{
    const ImageStack set = noise_stack::make({16, 3, 3, 0, 9}, 1);
    QVERIFY(isRefused(set, noise_stack::make({16, 3, 4, 0, 9}, 1), "3 and 4"));
    QVERIFY(isRefused(set, noise_stack::make({16, 1, 3, 0, 9}, 1), "SWD-grey"));
    QVERIFY(isRefused(set, noise_stack::make({32, 3, 3, 0, 9}, 1), "32 x 32"));
    QVERIFY(isRefused(set, ImageStack(), "without pictures"));
    const ImageStack small = noise_stack::make({15, 3, 3, 0, 9}, 1);
    QVERIFY(isRefused(small, small, "too small"));
    ImageStack flat = set;
    std::ranges::fill(flat.pixels, std::uint8_t{77});
    QVERIFY(isRefused(set, flat, "same value"));
    SwdRequest request = smallRequest();
    request.directions = 0;
    QVERIFY(isRefused(set, set, "at least one", request));
    request = samePatches(set);
    request.fixedCenters[0].b.pop_back();
    QVERIFY(isRefused(set, set, "whole number", request));
    request = samePatches(set);
    request.fixedCenters[0].a[5].x = 13;
    QVERIFY(isRefused(set, set, "border", request));
    request = samePatches(set);
    request.fixedCenters.push_back(request.fixedCenters[0]);
    QVERIFY(isRefused(set, set, "2 levels", request));
    request = smallRequest();
    request.fixedDirections = {drawDirections({0, 0, 16, 1, 3, 1, 4})};
    QVERIFY(isRefused(set, set, "49 components", request));
}

void TestSwdRequests::fixedDrawsFromFiles()
{
    std::vector<StoredTensor> tensors = centerTensors("x.level0.");
    for (StoredTensor &tensor : centerTensors("x.level1."))
        tensors.push_back(tensor);
    // Two repeats of two directions with two components.
    tensors.push_back(floats("x.level0.directions", {2, 2, 2}, {1, 0, 0, 1, -1, 0.6F, 0, 0.8F}));
    const std::string path = written("draws.safetensors", tensors);
    const std::vector<SwdCenters> centers = readSwdCenters(path + ":x");
    QCOMPARE(centers.size(), std::size_t{2});
    QCOMPARE(int(centers[1].b[1].x), 8);
    QCOMPARE(int(centers[1].b[1].y), 3);
    const std::vector<SwdDirections> directions = readSwdDirections(path + ":x");
    QCOMPARE(directions.size(), std::size_t{1});
    QCOMPARE(directions[0].components, std::size_t{2});
    QCOMPARE(directions[0].values, (std::vector<float>{1, 0, 0, 1, -1, 0, 0.6F, 0.8F}));
    QVERIFY_THROWS_EXCEPTION(Error, readSwdCenters(path));
    QVERIFY_THROWS_EXCEPTION(Error, readSwdDirections(path + ":y"));
    tensors.back() = floats("x.level0.directions", {2, 1}, {3, 4});
    QVERIFY_THROWS_EXCEPTION(Error, readSwdDirections(written("long.safetensors", tensors) + ":x"));
    tensors.back() = coordinates("x.level0.directions", {1, 0});
    QVERIFY_THROWS_EXCEPTION(Error,
                             readSwdDirections(written("whole.safetensors", tensors) + ":x"));
}

QTEST_GUILESS_MAIN(TestSwdRequests)
#include "tst_swd_requests.moc"
