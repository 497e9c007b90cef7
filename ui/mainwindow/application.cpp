// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/application.h"

#include "base/error.h"
#include "models/core_words.h"

#include <clocale>

namespace quantloupe {

Application::Application(int &argc, char **argv) : QApplication(argc, argv)
{
    std::setlocale(LC_NUMERIC, "C");
}

bool Application::notify(QObject *receiver, QEvent *event)
{
    try {
        try {
            return QApplication::notify(receiver, event);
        } catch (...) {
            const Error error = translateCurrentException("answering to an action");
            // Not from within what failed: the receiver may be half-way through a change.
            QMetaObject::invokeMethod(
                this,
                [this, sentence = coreText(error.what()),
                 details = QString::fromStdString(error.context())] {
                    Q_EMIT failed(sentence, details);
                },
                Qt::QueuedConnection);
        }
    } catch (const Cancelled &) {
        // Wanted: there is nothing to tell.
        return false;
    }
    return false;
}

} // namespace quantloupe
