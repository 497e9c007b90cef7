// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace quantloupe {

/// The application whose event loop no exception leaves: what a handler lets through is told
/// instead, and the window goes on.
class Application : public QApplication
{
    Q_OBJECT

public:
    /// Numbers that libraries read and write keep their point: QApplication sets the user's locale,
    /// which the window's own texts follow by QLocale.
    Application(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

Q_SIGNALS:
    void failed(const QString &sentence, const QString &details);
};

} // namespace quantloupe
