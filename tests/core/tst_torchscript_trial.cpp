// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "opened_files.h"
#include "session/torchscript_trial.h"
#include "state_dict_files.h"

#include <array>
#include <chrono>
#include <thread>

using namespace quantloupe;
using namespace test_networks;

/// TorchScript files are programs: they are tried in a process of their own.
class TestTorchScriptTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli"); }
    void printingNetworkOpens();
    void networkThatExhaustsMemory();
    void networkThatNeverEnds();
    void cancellingEndsTheTrial();
    void damagedTorchScript_data();
    void damagedTorchScript();
    void assumptionsReachTheTrial();

private:
    NetworkFolder m_folder;
    std::string path(const char *name) const { return m_folder.path(name); }
};

void TestTorchScriptTrial::printingNetworkOpens()
{
    const std::string file = m_folder.script(
        "printing.pt", "    print(\"{\\\"ok\\\": false}\")\n    return torch.reshape("
                       "torch.matmul(x, torch.t(self.w)), [-1, 3, 16, 16])\n");
    QCOMPARE(refusal({file, {}, {}, {}, false}), QString());
}

void TestTorchScriptTrial::networkThatExhaustsMemory()
{
    const std::string file = m_folder.script(
        "greedy.pt", "    y = torch.zeros([1 << 20, 1 << 20])\n    return torch.reshape("
                     "torch.matmul(x, torch.t(self.w)), [-1, 3, 16, 16]) + torch.sum(y)\n");
    const QString message = refusal({file, {}, {}, {}, false});
    QVERIFY2(message.contains("greedy.pt"), qPrintable(message));
    QVERIFY2(!message.startsWith("internal"), qPrintable(message));
}

void TestTorchScriptTrial::networkThatNeverEnds()
{
    LoadOptions options;
    options.path =
        m_folder.script("endless.pt", "    i = 0\n    while i >= 0:\n        i = (i + 1) % 1000\n"
                                      "    return torch.reshape(torch.matmul(x, torch.t(self.w)),"
                                      " [-1, 3, 16, 16]) + float(i)\n");
    TrialLimits limits;
    limits.cpuSeconds = 3;
    limits.wallSeconds = 20;
    QString message;
    try {
        TrialLedger().requireHarmless(options, RunContext(), limits);
    } catch (const Error &error) {
        QCOMPARE(error.kind(), ErrorKind::BadInput);
        message = QString::fromUtf8(error.what());
    }
    QVERIFY2(message.contains("endless.pt") && message.contains("does not end"),
             qPrintable(message));
}

void TestTorchScriptTrial::cancellingEndsTheTrial()
{
    using Clock = std::chrono::steady_clock;
    OpenRequest request;
    request.path =
        m_folder.script("endless.pt", "    i = 0\n    while i >= 0:\n        i = (i + 1) % 1000\n"
                                      "    return x + float(i)\n");
    std::stop_source stop;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        stop.request_stop();
    });
    const auto start = Clock::now();
    bool cancelled = false;
    try {
        Session().open(request, RunContext(stop.get_token()));
    } catch (const Cancelled &) {
        cancelled = true;
    }
    QVERIFY(cancelled);
    // The file never ends; its limit is minutes.
    QVERIFY(Clock::now() - start < std::chrono::seconds(10));
}

void TestTorchScriptTrial::damagedTorchScript_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < 12; ++i)
        QTest::addRow("%d", i) << i;
}

/// Damage that the archive's checksums do not see: in the code, constants and tensors themselves.
void TestTorchScriptTrial::damagedTorchScript()
{
    QFETCH(int, index);
    const std::string file = path("damaged.pt");
    dcgan(Form::Traced).module.save(file);
    const std::vector<std::array<std::string, 3>> damage = {
        {"code/", "Tensor", "int"},
        {"code/", "return", "raise"},
        {"code/", "_convolution", "conv2d"},
        {"code/", "None, [2]", "None, [-2]"},
        {"code/", "None, [2]", "None, []"},
        {"code/", "[1], True", "[0], True"},
        {"code/", "torch.relu(_6)", "_99"},
        {"code/", "def", "deaf"},
        {"data.pkl", "weight", "weighT"},
        {"data.pkl", "ctorch", "corch\n"},
        {"constants.pkl", "\x80\x02", "\x80\x09"},
        {"version", "3", "9999999"}};
    const auto &[member, from, to] = damage.at(static_cast<std::size_t>(index));
    QVERIFY(replaceInArchive(file, member, from, to) > 0);
    const QString message = refusal({file, {}, {}, {}, false});
    QVERIFY2(message.contains("damaged.pt"), qPrintable(message));
    QVERIFY2(!message.contains('\n') && !message.startsWith("internal"), qPrintable(message));
}

void TestTorchScriptTrial::assumptionsReachTheTrial()
{
    // Ten features are no usual latent, and a reshape hides them.
    OpenRequest request;
    request.path =
        m_folder.script("shape.pt", "    x = torch.flatten(x, 1)\n    x = x[:, 0:5] + x[:, 5:10]\n"
                                    "    y = torch.matmul(torch.cat([x, x], 1), torch.t(self.w))\n"
                                    "    return torch.reshape(y, [-1, 3, 16, 16])\n");
    request.assumptions["input.shape"] = "5x2x1";
    const GeneratorPtr generator = Session().open(request, RunContext());
    QCOMPARE(info(*generator).inputs.at(0).shape, (Shape{5, 2, 1}));
    request.assumptions["input.shape"] = "five";
    const QString message = refusal(request);
    QVERIFY2(message.contains("input.shape") && message.contains("five"), qPrintable(message));
}

QTEST_APPLESS_MAIN(TestTorchScriptTrial)
#include "tst_torchscript_trial.moc"
