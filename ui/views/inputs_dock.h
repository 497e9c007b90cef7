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
    /// The file that is being opened; empty for none. Said while no generator is open.
    void setOpening(const QString &fileName);

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
    QString m_opening;
    QScrollArea *m_scroll = nullptr;
};

} // namespace quantloupe
