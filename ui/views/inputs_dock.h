// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quant_document.h"

#include <QDockWidget>

class QScrollArea;

namespace quantloupe {

/// "Inputs and assumptions" of the opened generator.
class InputsDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit InputsDock(QuantDocument *document, QWidget *parent = nullptr);
    /// The panel as the document says, for example after a reading that was asked for failed.
    void rebuild();
    /// A file is on its way; said while no generator is open.
    void setOpening(bool isOpening);

Q_SIGNALS:
    void reopenRequested(const quantloupe::OpenRequest &request);
    void architectureFileRequested();
    void refused(const QString &sentence);

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void showWithoutContent();

    QuantDocument *m_document;
    bool m_isOpening = false;
    QScrollArea *m_scroll = nullptr;
};

} // namespace quantloupe
