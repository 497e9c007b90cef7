// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/export_controller.h"
#include "views/output_dialog.h"

class QComboBox;
class QListWidget;

namespace quantloupe {

class ExportLossModel;
class NumbersView;

/// The formats of other programs, what each of them cannot say of the present configuration, and
/// where to write it. Follows the edits of the document.
class ExportDialog : public OutputDialog
{
    Q_OBJECT

public:
    ExportDialog(QuantDocument *document, ExportController *controller, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    QString proposedName(const QString &stem) const override;
    void writeTo(const QString &path) override;

private:
    void createWidgets();
    void createFormats();
    void createValues();
    void createLosses();
    void createLayout();
    void connectSignals();

    void followFormat(int row);
    void showValues();
    void showLosses();
    QString knownSummary() const;

    QuantDocument *m_document;
    ExportController *m_controller;
    QListWidget *m_formats = nullptr;
    /// What Model Explorer shows, with its label.
    QWidget *m_valuesRow = nullptr;
    QComboBox *m_values = nullptr;
    QLabel *m_summary = nullptr;
    ExportLossModel *m_model = nullptr;
    NumbersView *m_losses = nullptr;
};

} // namespace quantloupe
