// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "model/archive/safetensors.h"
#include "small_training.h"
#include "train/dcgan.h"
#include "train/even_kernel.h"
#include "train/train_generator.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <cstring>

using namespace quantloupe;

namespace fs = std::filesystem;

namespace {

/// The 4x4 kernel of nearest-neighbour upsampling followed by the 3x3 convolution `k`.
at::Tensor boxes(const at::Tensor &k)
{
    at::Tensor sum = at::zeros({k.size(0), k.size(1), 4, 4});
    for (int y = 0; y < 2; ++y)
        for (int x = 0; x < 2; ++x)
            sum.narrow(2, y, 3).narrow(3, x, 3).add_(k);
    return sum;
}

double largest(const at::Tensor &tensor)
{
    return tensor.abs().max().item<double>();
}

at::Tensor numbers(const Shape &shape)
{
    at::Tensor tensor = at::arange(c10::multiply_integers(shape), at::kFloat).mul(0.7).sin();
    return tensor.reshape(shape);
}

} // namespace

/// Transposed convolutions that draw no checkerboard.
class TestEvenKernel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void isUpsamplingAndConvolution();
    void evenOnesStay();
    void othersBecomeFlat();
    void trainedKernelsAreEven();
    void freeKernelsAreNot();
    void names();

private:
    at::Tensor trainedKernel(const char *folder, Upsampling upsampling)
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / folder;
        fs::create_directories(path);
        TrainRequest training = small_training::request(path);
        training.upsampling = upsampling;
        training.steps = 5;
        trainGenerator(training, RunContext());
        for (const StoredTensor &tensor : readSafetensors(training.out))
            if (tensor.name == "main.3.weight") {
                const std::vector<float> values = tensor.toFloat();
                return at::tensor(values).reshape(tensor.shape);
            }
        return {};
    }

    QTemporaryDir m_folder;
};

void TestEvenKernel::isUpsamplingAndConvolution()
{
    const at::Tensor input = numbers({2, 3, 5, 5});
    const at::Tensor k = numbers({3, 4, 3, 3});
    // conv_transpose2d slides the mirrored kernel.
    const at::Tensor upsampled = at::conv2d(at::upsample_nearest2d(input, {10, 10}),
                                            k.flip({2, 3}).transpose(0, 1), {}, 1, 1);
    const at::Tensor fused = at::conv_transpose2d(input, boxes(k), {}, 2, 1);
    QVERIFY(largest(upsampled - fused) < 1e-5);
}

void TestEvenKernel::evenOnesStay()
{
    const at::Tensor even = boxes(numbers({3, 4, 3, 3}));
    const at::Tensor kernel = even.clone();
    makeEven(kernel);
    QVERIFY(largest(kernel - even) < 1e-6);
}

void TestEvenKernel::othersBecomeFlat()
{
    const at::Tensor kernel = numbers({3, 4, 4, 4});
    const auto unevenness = [&] {
        const at::Tensor map = at::conv_transpose2d(at::ones({1, 3, 6, 6}), kernel, {}, 2, 1)
                                   .slice(2, 2, 10)
                                   .slice(3, 2, 10);
        return largest(map - map.select(2, 0).select(2, 0).reshape({1, 4, 1, 1}));
    };
    QVERIFY(unevenness() > 0.1);
    makeEven(kernel);
    QVERIFY(unevenness() < 1e-5);
}

void TestEvenKernel::trainedKernelsAreEven()
{
    const at::Tensor kernel = trainedKernel("nearest", Upsampling::Nearest);
    const at::Tensor even = kernel.clone();
    makeEven(even);
    QVERIFY(largest(kernel) > 0.01);
    QVERIFY(largest(kernel - even) < 1e-6);
}

void TestEvenKernel::freeKernelsAreNot()
{
    const at::Tensor kernel = trainedKernel("free", Upsampling::Free);
    const at::Tensor even = kernel.clone();
    makeEven(even);
    QVERIFY(largest(kernel - even) > 0.01);
}

void TestEvenKernel::names()
{
    QCOMPARE(parseUpsampling("nearest"), Upsampling::Nearest);
    QCOMPARE(parseUpsampling(name(Upsampling::Free)), Upsampling::Free);
    QVERIFY_EXCEPTION_THROWN(parseUpsampling("linear"), Error);
}

QTEST_GUILESS_MAIN(TestEvenKernel)
#include "tst_even_kernel.moc"
