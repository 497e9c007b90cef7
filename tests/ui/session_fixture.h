// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main_window_fixture.h"
#include "mainwindow/session_files.h"

#include <QDir>
#include <QRegularExpression>

namespace quantloupe::test {

/// Several starts of the program, one after the other, with a folder for sessions of their own.
class SessionFixture : public MainWindowFixture
{
protected:
    void prepareSessions()
    {
        prepareFolder();
        qputenv("XDG_DATA_HOME", m_folder.filePath("data").toUtf8());
    }

    void startWithoutSessions()
    {
        QDir(sessions()).removeRecursively();
        startWindow();
    }

    void endWindow()
    {
        QFile::setPermissions(sessions(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        destroyWindow();
    }

    static QString sessions() { return SessionFiles::defaultFolder(); }

    /// What sessions left, without locks.
    static QStringList fileNames()
    {
        QStringList names = QDir(sessions()).entryList(QDir::Files, QDir::Name);
        names.removeIf([](const QString &name) { return name.endsWith(".lock"); });
        return names;
    }
    static QByteArray sessionText()
    {
        QFile session(sessions() + '/' + openFiles().value(0));
        return session.open(QIODevice::ReadOnly) ? session.readAll() : QByteArray();
    }
    /// Whole ones; one that is being written, or was when its process died, is none yet.
    static QStringList openFiles()
    {
        return fileNames().filter(QRegularExpression("^open-.*\\.json$"));
    }

    void startWindow()
    {
        QSettings().clear();
        m_session = std::make_unique<Session>();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    /// Another start of the program after this one ended.
    void restart()
    {
        destroyWindow();
        startWindow();
        m_window->restoreSession(file("small.safetensors"), {});
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(settled());
    }
};

} // namespace quantloupe::test
