// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive_test.h"

#include <QtTest>

using namespace quantloupe;
using namespace archive_builder;

class TestArchiveGlobals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dangerousGlobals_data();
    void dangerousGlobals();
    void liveObjects_data();
    void liveObjects();
};

void TestArchiveGlobals::dangerousGlobals_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("name");
    const char *const globals[][2] = {{"os", "system"},
                                      {"posix", "system"},
                                      {"nt", "system"},
                                      {"os", "popen"},
                                      {"os", "execv"},
                                      {"subprocess", "Popen"},
                                      {"subprocess", "call"},
                                      {"builtins", "eval"},
                                      {"builtins", "exec"},
                                      {"builtins", "__import__"},
                                      {"builtins", "getattr"},
                                      {"builtins", "open"},
                                      {"builtins", "compile"},
                                      {"__builtin__", "eval"},
                                      {"__builtin__", "getattr"},
                                      {"__builtin__", "apply"},
                                      {"runpy", "_run_code"},
                                      {"pty", "spawn"},
                                      {"shutil", "rmtree"},
                                      {"socket", "socket"},
                                      {"webbrowser", "open"},
                                      {"importlib", "import_module"},
                                      {"ctypes", "CDLL"},
                                      {"operator", "attrgetter"},
                                      {"operator", "methodcaller"},
                                      {"functools", "partial"},
                                      {"torch.hub", "load"},
                                      {"torch", "load"},
                                      {"torch.serialization", "load"},
                                      {"pickle", "loads"},
                                      {"_pickle", "loads"},
                                      {"code", "interact"},
                                      {"timeit", "timeit"},
                                      {"bdb", "Bdb"},
                                      {"pip", "main"},
                                      {"sys", "modules"},
                                      {"numpy", "load"},
                                      {"numpy.testing._private.utils", "runstring"},
                                      {"torch._utils", "_import_dotted_name"},
                                      {"types", "FunctionType"},
                                      {"types", "CodeType"},
                                      {"marshal", "loads"},
                                      {"multiprocessing", "Process"},
                                      {"collections", "namedtuple"},
                                      {"copyreg", "__newobj__"},
                                      {"torch", "_C._nn"}};
    for (const auto &[module, name] : globals)
        QTest::newRow(qPrintable(QString("%1.%2").arg(module, name))) << module << name;
}

void TestArchiveGlobals::dangerousGlobals()
{
    QFETCH(QString, module);
    QFETCH(QString, name);
    const std::string m = module.toStdString();
    const std::string n = name.toStdString();
    const std::string marker = QDir::tempPath().toStdString() + "/quantloupe-must-not-exist";
    const std::string call = "(" + text("touch " + marker) + "tR";
    const std::string tail = ".";
    const std::vector<std::string> pickles{
        "\x80\x02" + global(m, n) + call + tail,
        "\x80\x04" + stackGlobal(m, n) + call + tail,
        "\x80\x02}" + text("w") + global(m, n) + call + "s" + tail,
        "\x80\x02(" + text("touch " + marker) + "i" + m + "\n" + n + "\n" + tail,
        "\x80\x02(" + global(m, n) + text("touch " + marker) + "o" + tail,
        "\x80\x02" + global(m, n) + tail,
        global(m, n) + "(S'touch " + marker + "'\ntR" + tail};
    for (const std::string &pickle : pickles) {
        for (const std::string &file :
             {pickle, torchZip(pickle, {kFour}), torchZip(pickle, {kFour}, true),
              legacyFile(pickle, {{"0", 4, kFour}})}) {
            const Refusal refusal = refusalOf(file);
            QVERIFY(refusal.isRefused);
            QCOMPARE(refusal.kind, ErrorKind::BadInput);
            QVERIFY2(contains(refusal.message, "names the Python global '" + m + "." + n + "'"),
                     refusal.message.c_str());
            QVERIFY(contains(refusal.message, "torch.save(model.state_dict(), ...)"));
            QVERIFY(!std::filesystem::exists(marker));
        }
    }
}

void TestArchiveGlobals::liveObjects_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("part");
    QTest::newRow("stylegan3") << "torch_utils.persistence"
                               << "_reconstruct_persistent_obj"
                               << "packaging/export_torchscript.py";
    QTest::newRow("stylegan") << "dnnlib.tflib.network"
                              << "Network"
                              << "packaging/export_torchscript.py";
    QTest::newRow("main") << "__main__"
                          << "Generator"
                          << "state_dict()";
    QTest::newRow("module") << "torch.nn.modules.conv"
                            << "Conv2d"
                            << "state_dict()";
    QTest::newRow("quantized") << "torch._utils"
                               << "_rebuild_qtensor"
                               << "quantized";
}

void TestArchiveGlobals::liveObjects()
{
    QFETCH(QString, module);
    QFETCH(QString, name);
    QFETCH(QString, part);
    const std::string pickle = "\x80\x03" + global(module.toStdString(), name.toStdString()) + ".";
    for (const std::string &file : {pickle, torchZip(pickle, {}), legacyFile(pickle, {})}) {
        const Refusal refusal = refusalOf(file);
        QCOMPARE(refusal.kind, ErrorKind::Unsupported);
        QVERIFY2(contains(refusal.message, part.toStdString()), refusal.message.c_str());
        QVERIFY(contains(refusal.message, (module + "." + name).toStdString()));
    }
}

QTEST_GUILESS_MAIN(TestArchiveGlobals)
#include "tst_archive_globals.moc"
