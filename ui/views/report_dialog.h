// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/report_controller.h"
#include "views/output_dialog.h"

class QListWidget;

namespace quantloupe {

/// A report on the present configuration: as a page or as tables, with what was measured of it.
class ReportDialog : public OutputDialog
{
    Q_OBJECT

public:
    ReportDialog(QuantDocument *document, ReportController *controller, QWidget *parent = nullptr);

protected:
    QString proposedName(const QString &stem) const override;
    QString objectionTo(const QString &path) const override;
    void writeTo(const QString &path) override;

private:
    void createWidgets();
    void createForms();
    void createLayout();
    void connectSignals();

    /// With the dot.
    QString ending() const;
    void showContents();

    QuantDocument *m_document;
    ReportController *m_controller;
    QListWidget *m_forms = nullptr;
    QLabel *m_contents = nullptr;
};

} // namespace quantloupe
