// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace quantloupe {

class MainWindow;

/// Saves a picture of the window once nothing is opened or drawn any more, and quits the program:
/// exit code 0, or 1 with a sentence on standard error if the picture could not be written or a
/// file not be used.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    /// `part` is the object name of a widget to which the picture is limited; empty for no limit.
    Screenshot(MainWindow *window, const QString &path, const QString &part = {},
               QObject *parent = nullptr);
    /// Before the window opens a generator.
    void start();

private:
    void fail(const QString &sentence);
    void revealPart();
    void takeSoon();
    void take();

    MainWindow *m_window;
    QString m_path;
    QString m_part;
    int m_exitCode = 0;
};

} // namespace quantloupe
