// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quant_document.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QComboBox;
class QDoubleSpinBox;

namespace quantloupe {

/// The observer that chooses the activation ranges of the selected layers, its parameter where it
/// has one, and the mapping. Shows what they share and nothing where they differ; a choice is one
/// edit of all of them. The mapping stands beside the observer where there is room for the longest
/// words, else below it.
class RangeField : public QWidget
{
    Q_OBJECT

public:
    explicit RangeField(QuantDocument *document, QWidget *parent = nullptr);
    /// With room for the number also where the observer takes none: what is around it stays where
    /// it is when another layer is chosen.
    QSize sizeHint() const override;
    void setRows(const QList<int> &rows);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void arrange();
    void showShared();
    void showParameter(std::optional<RangeEstimator> estimator, std::optional<double> value);

    QuantDocument *m_document;
    QList<int> m_rows;
    QComboBox *m_estimator = nullptr;
    QDoubleSpinBox *m_parameter = nullptr;
    QComboBox *m_mapping = nullptr;
    QBoxLayout *m_layout = nullptr;
};

} // namespace quantloupe
