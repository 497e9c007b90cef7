// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main_window_fixture.h"
#include "mainwindow/session_store.h"

#include <QDir>
#include <QProcess>

#include <cstdio>

namespace quantloupe::test {

/// The bits of the first layer after a number of edits: 2, 3, ... 8, 2, ...
inline int lastBitsOf(int edits)
{
    return 2 + (edits - 1) % 7;
}

/// A window in a process of its own: this test again, with other arguments, or another program.
class WindowProcess
{
public:
    explicit WindowProcess(const QStringList &arguments,
                           const QString &program = QCoreApplication::applicationFilePath())
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_CONFIG_HOME", QFileInfo(QSettings().fileName()).path() + "/..");
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
    }
    ~WindowProcess() { kill(); }

    /// True once it has written a line that begins so.
    bool waitFor(const QByteArray &beginning)
    {
        return QTest::qWaitFor([&] { return readUntil(beginning); }, 60000);
    }
    /// SIGKILL, and no trace of the process after it.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    bool readUntil(const QByteArray &beginning)
    {
        while (m_process.canReadLine())
            if (m_process.readLine().startsWith(beginning))
                return true;
        return false;
    }

    QProcess m_process;
};

/// A session on disk has a layer with these bits.
inline bool isKept(int bits)
{
    const QDir folder(SessionFiles::defaultFolder());
    for (const QString &name : folder.entryList({"open-*.json"})) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly) &&
            file.readAll().contains("w" + QByteArray::number(bits) + "\\\""))
            return true;
    }
    return false;
}

/// The process's side: `--edits FILE [COUNT [ARCHITECTURE]]` opens the file, keeps the session, and
/// edits the first layer by keys; endlessly, or COUNT times and then says "resting" once the
/// session is written.
inline int runEditingWindow(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName("Quantloupe");
    QApplication::setApplicationName("tests");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    applyTheme(application, ThemeKind::Light);
    Session session;
    MainWindow window(session);
    window.show();
    window.keepSession();
    window.opener()->open(openRequestFor(QString::fromLocal8Bit(argv[2]),
                                         QString::fromLocal8Bit(argc > 4 ? argv[4] : "")));
    if (!QTest::qWaitFor([&] { return !window.document()->isEmpty(); }, 60000))
        return 1;
    const int count = argc > 3 ? QByteArray(argv[3]).toInt() : 1 << 30;
    auto *layers = window.findChild<LayersView *>("layersView");
    const std::string first = window.document()->info().layers.front().name;
    for (int edit = 1; edit <= count; ++edit) {
        QTest::keyClick(layers, static_cast<char>('0' + lastBitsOf(edit)));
        const auto applied = [&] {
            return window.document()->config().spec(first).weight.bits == lastBitsOf(edit);
        };
        if (!QTest::qWaitFor(applied, 60000))
            return 1;
        // Timers and answers of jobs are served between edits, as between those of a user.
        QCoreApplication::processEvents();
        std::printf("edit %d\n", edit);
        std::fflush(stdout);
    }
    if (!QTest::qWaitFor([count] { return isKept(lastBitsOf(count)); }, 60000))
        return 1;
    std::printf("resting\n");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace quantloupe::test
