// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quant_document.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;

namespace quantloupe {

class CorrectionField;
class ElidedLabel;
class RangeField;

/// Weight method, scales, activation range and corrections of the selected layers. Shows what they
/// share and nothing where they differ; a choice is one edit of all of them. Side by side where
/// there is room for the longest words, else one below the other.
class MethodBar : public QWidget
{
    Q_OBJECT

public:
    explicit MethodBar(QuantDocument *document, QWidget *parent = nullptr);
    void setRows(const QList<int> &rows);
    /// What the corrections of the present configuration bought.
    void setCorrectionReport(const CorrectionReport &report);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Arrangement { SideBySide, Stacked };
    struct Field
    {
        ElidedLabel *label = nullptr;
        QWidget *editor = nullptr;
    };

    void createWidgets();
    void createLayout();
    void connectSignals();
    void showShared();
    int widthSideBySide() const;
    void arrange(Arrangement arrangement);

    QuantDocument *m_document;
    QList<int> m_rows;
    QComboBox *m_method = nullptr;
    QComboBox *m_granularity = nullptr;
    RangeField *m_range = nullptr;
    CorrectionField *m_corrections = nullptr;
    QGridLayout *m_layout = nullptr;
    QList<Field> m_fields;
    std::optional<Arrangement> m_arrangement;
};

} // namespace quantloupe
