// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/generator.h"
#include "network_runs.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

using namespace quantloupe;
using namespace test_networks;

namespace {

/// "main.0: -", "main.3: main.2 Relu".
QStringList originsOf(const Generator &generator)
{
    QStringList origins;
    for (const LayerInfo &layer : generator.info.layers) {
        const TensorOrigin &origin = layer.inputOrigin;
        const std::string known = origin.module + " " + origin.onnxOperator;
        origins.append(
            QString::fromStdString(layer.name + ": " + (origin.module.empty() ? "-" : known)));
    }
    return origins;
}

} // namespace

/// What torch's exporter names the tensors after that layers read.
class TestInputOrigin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfASequenceTellItsModules();
    void blocksOfASequence();
    void modulesThatHoldTensorsAreRead();
    void functionsAreNoModules();

private:
    QStringList originsIn(const StateDictNetwork &network)
    {
        LoadOptions options;
        options.path = m_folder.filePath("network.safetensors").toStdString();
        writeSafetensors(options.path, network.tensors);
        return originsOf(*loadGenerator(options));
    }
    QStringList originsIn(const TestNetwork &network)
    {
        return originsOf(*saveAndLoad(network, m_folder.path().toStdString()));
    }

    QTemporaryDir m_folder;
};

void TestInputOrigin::numbersOfASequenceTellItsModules()
{
    // A batch norm is at 1 and at 4, so that 2 and 5 are left for the activation.
    QCOMPARE(originsIn(sequentialNetworks().front()),
             (QStringList{"main.0: -", "main.3: main.2 Relu", "main.6: main.5 Relu"}));
}

void TestInputOrigin::blocksOfASequence()
{
    QCOMPARE(
        originsIn(cycleGan()),
        (QStringList{"model.1: -", "model.4: model.3 Relu", "model.7: model.6 Relu",
                     "model.10.conv_block.1: -", "model.10.conv_block.5: model.10.conv_block.4 Pad",
                     "model.11.conv_block.1: -", "model.11.conv_block.5: model.11.conv_block.4 Pad",
                     "model.12: -", "model.15: model.14 Relu", "model.19: model.18 Pad"}));
}

/// A batch norm after a convolution becomes a part of it; one after a transposed one does not.
void TestInputOrigin::modulesThatHoldTensorsAreRead()
{
    QCOMPARE(originsIn(straight()), (QStringList{"first: -", "second: first ConvTranspose",
                                                 "third: -", "last: norm2 BatchNormalization"}));
}

void TestInputOrigin::functionsAreNoModules()
{
    QCOMPARE(originsIn(dcgan(Form::Scripted)),
             (QStringList{"main.0: -", "main.2: -", "main.4: -"}));
    QCOMPARE(originsIn(twoReaders()), (QStringList{"start: -", "left: -", "right: -"}));
}

QTEST_APPLESS_MAIN(TestInputOrigin)
#include "tst_input_origin.moc"
