// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/file_io.h"
#include "base/random_stream.h"
#include "network_runs.h"
#include "opened_files.h"
#include "session/torchscript_trial.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

#include <limits>
#include <unistd.h>

using namespace quantloupe;
using namespace test_networks;

namespace {

std::string randomBytes(std::size_t count)
{
    RandomStream stream(3, StreamRole::Probe, 0);
    std::string bytes;
    while (bytes.size() < count)
        bytes += static_cast<char>(stream.below(256));
    return bytes;
}

} // namespace

/// Everything a user could open by mistake gets one sentence that names the file and the reason.
class TestLoading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli"); }
    void badFiles_data();
    void badFiles();
    void noPermission();
    void notANumberOpensWithAWarning();
    void torchScriptWithoutPicture();
    void unknownOperatorIsNamed();
    void networkOfSeveral();

private:
    NetworkFolder m_folder;
    std::string path(const char *name) const { return m_folder.path(name); }
};

void TestLoading::badFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const std::string &content, const char *word) {
        QTest::newRow(name) << QByteArray::fromStdString(content) << word;
    };
    row("empty", "", "");
    row("one byte", "\x80", "");
    row("text", "hello, this is no network\n", "");
    row("random", randomBytes(20000), "");
    row("random after a zip's start", "PK\x03\x04" + randomBytes(20000), "");
    row("picture", std::string("\x89PNG\r\n\x1a\n", 8) + randomBytes(300), "");
    const StateDictNetwork network = sequentialNetworks().front();
    for (const char *name : {"whole.safetensors", "whole.pth"}) {
        const auto file = path(name);
        std::string_view(name).ends_with("pth") ? writeZipPickle(file, network.tensors)
                                                : writeSafetensors(file, network.tensors);
        const std::string whole = readTextFile(file);
        row((std::string("truncated ") + name).c_str(), whole.substr(0, whole.size() / 2), "");
        row((std::string("without its last byte, ") + name).c_str(),
            whole.substr(0, whole.size() - 1), "");
    }
    dcgan(Form::Scripted).module.save(path("whole.pt"));
    const std::string whole = readTextFile(path("whole.pt"));
    row("truncated TorchScript", whole.substr(0, whole.size() / 2), "");
}

void TestLoading::badFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    OpenRequest request;
    request.path = path("bad.pth");
    writeFileAtomically(request.path, content.toStdString());
    const QString message = refusal(request);
    QVERIFY2(message.contains("bad.pth"), qPrintable(message));
    QVERIFY2(!message.contains('\n') && !message.startsWith("internal"), qPrintable(message));
    QVERIFY2(message.contains(word), qPrintable(message));
    QVERIFY2(message.toStdString().size() > request.path.size() + 10, qPrintable(message));
}

void TestLoading::noPermission()
{
    OpenRequest request;
    request.path = m_folder.path("");
    QVERIFY2(refusal(request).contains("directory") || refusal(request).contains("folder"),
             qPrintable(refusal(request)));
    request.path = path("missing.pth");
    QVERIFY2(refusal(request).contains("missing.pth"), qPrintable(refusal(request)));
    request.path = "";
    QVERIFY(!refusal(request).isEmpty());
    request.path = "/dev/zero";
    QVERIFY2(refusal(request).contains("/dev/zero"), qPrintable(refusal(request)));
    if (::geteuid() == 0)
        QSKIP("The superuser may read every file; run as another user to test permissions.");
    request.path = path("secret.pth");
    writeFileAtomically(request.path, "content");
    QFile::setPermissions(QString::fromStdString(request.path), QFile::WriteOwner);
    QVERIFY2(refusal(request).contains("ermission"), qPrintable(refusal(request)));
}

void TestLoading::notANumberOpensWithAWarning()
{
    StateDictNetwork network = sequentialNetworks().front();
    network.tensors.at(0).second = network.tensors.at(0).second.clone();
    network.tensors.at(0).second.view({-1})[3] = std::numeric_limits<float>::quiet_NaN();
    writeSafetensors(path("nan.safetensors"), network.tensors);
    TestNetwork torchScript = dcgan(Form::Scripted);
    tensorOf(torchScript.module, "main.2.weight").view({-1})[0] =
        std::numeric_limits<float>::infinity();
    torchScript.module.save(path("nan.pt"));
    const std::vector<std::pair<std::string, std::string>> cases = {
        {path("nan.safetensors"), "main.0.weight"}, {path("nan.pt"), "main.2.weight"}};
    for (const auto &[file, tensor] : cases) {
        const GeneratorPtr generator = Session().open({file, {}, {}, {}, false}, RunContext());
        int told = 0;
        for (const std::string &warning : info(*generator).warnings)
            told += warning.find(tensor) != std::string::npos &&
                    warning.find("not finite") != std::string::npos;
        QCOMPARE(told, 1);
    }
}

void TestLoading::torchScriptWithoutPicture()
{
    OpenRequest request;
    request.path =
        m_folder.script("classifier.pt", "    return torch.matmul(x, torch.t(self.w))[:, 0:10]\n");
    const QString message = refusal(request);
    QVERIFY2(message.contains("classifier.pt") && message.contains("no picture"),
             qPrintable(message));
}

void TestLoading::unknownOperatorIsNamed()
{
    OpenRequest request;
    request.path = m_folder.script("new.pt", "    return torch.tanh(torch.reshape(torch.matmul(x, "
                                             "torch.t(self.w)), [-1, 3, 16, 16]))\n");
    QVERIFY(refusal(request).isEmpty());
    QVERIFY(replaceInArchive(request.path, "code/", "torch.tanh", "torch.no_such_operator") > 0);
    const QString message = refusal(request);
    QVERIFY2(message.contains("new.pt") && message.contains("aten::no_such_operator"),
             qPrintable(message));
    QVERIFY2(!message.contains('\n'), qPrintable(message));
}

void TestLoading::networkOfSeveral()
{
    const StateDictNetwork network = sequentialNetworks().front();
    NamedTensors both;
    for (const char *prefix : {"netD.", "netG."})
        for (const auto &[name, tensor] : network.tensors)
            both.emplace_back(prefix + name, std::string_view(prefix) == "netG."
                                                 ? tensor
                                                 : at::ones(tensor.sizes()));
    OpenRequest request;
    request.path = path("both.pth");
    writeZipPickle(request.path, both);
    const GeneratorPtr generator = Session().open(request, RunContext());
    QVERIFY(info(*generator).networks.size() == 2);
    QCOMPARE(info(*generator).network, info(*generator).networks.front());
    QVERIFY(info(*generator).network.find('G') != std::string::npos);
    request.network = "netX";
    QVERIFY2(refusal(request).contains("netX"), qPrintable(refusal(request)));
}

QTEST_APPLESS_MAIN(TestLoading)
#include "tst_loading.moc"
