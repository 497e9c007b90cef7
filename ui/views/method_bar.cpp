// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/method_bar.h"

#include "views/correction_field.h"
#include "views/range_field.h"
#include "views/shared_choice.h"
#include "widgets/elided_label.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QGridLayout>

#include <algorithm>

namespace quantloupe {

MethodBar::MethodBar(QuantDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document)
{
    createWidgets();
    createLayout();
    connectSignals();
    showShared();
}

void MethodBar::createWidgets()
{
    setObjectName("methodBar");
    m_method =
        makeCombo(this, {WeightMethod::Float, WeightMethod::MinMax, WeightMethod::Mse,
                         WeightMethod::Pow2, WeightMethod::Extremes, WeightMethod::Em,
                         WeightMethod::KMeans, WeightMethod::Log, WeightMethod::Tanh,
                         WeightMethod::Ternary, WeightMethod::TernaryExact, WeightMethod::Binary});
    explainItems<WeightMethod>(m_method);
    m_method->setObjectName("weightMethod");
    m_method->setAccessibleName(tr("Weight method of the selected layers"));
    m_method->setToolTip(tr("How weights of the selected layers are turned into codes"));

    m_granularity = makeCombo(this, {Granularity::PerTensor, Granularity::PerChannel,
                                     Granularity::PerGroup128, Granularity::PerGroup64,
                                     Granularity::PerGroup32, Granularity::PerGroup16});
    m_granularity->setObjectName("granularity");
    m_granularity->setAccessibleName(tr("Scales of the selected layers"));
    m_granularity->setToolTip(
        tr("What shares one scale: the whole weight, an output channel, or so "
           "many consecutive weights of a channel"));

    m_range = new RangeField(m_document, this);
    m_corrections = new CorrectionField(m_document, this);
}

void MethodBar::createLayout()
{
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(kSpacing);
    m_layout->setVerticalSpacing(kSpacingTight);
    m_fields = {{new ElidedLabel(tr("Weights"), this), m_method},
                {new ElidedLabel(tr("Scales"), this), m_granularity},
                {new ElidedLabel(tr("Activation range"), this), m_range},
                {new ElidedLabel(tr("Corrections"), this), m_corrections}};
    for (const auto &[label, editor] : std::as_const(m_fields)) {
        label->setFont(smallFont(font()));
        label->setBuddy(editor);
    }
    arrange(Arrangement::Stacked);
}

int MethodBar::widthSideBySide() const
{
    int needed = kSpacing * static_cast<int>(m_fields.size() - 1);
    for (const auto &[label, editor] : m_fields)
        needed += std::max(label->sizeHint().width(), editor->sizeHint().width());
    return needed;
}

void MethodBar::arrange(Arrangement arrangement)
{
    if (m_arrangement == arrangement)
        return;
    m_arrangement = arrangement;
    const bool isStacked = arrangement == Arrangement::Stacked;
    int position = 0;
    for (const auto &[label, editor] : std::as_const(m_fields)) {
        const int share = std::max(label->sizeHint().width(), editor->sizeHint().width());
        m_layout->setColumnStretch(position, isStacked ? position == 1 : share);
        m_layout->addWidget(label, isStacked ? position : 0, isStacked ? 0 : position);
        m_layout->addWidget(editor, isStacked ? position : 1, isStacked ? 1 : position);
        ++position;
    }
}

void MethodBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width() < widthSideBySide() ? Arrangement::Stacked : Arrangement::SideBySide);
}

void MethodBar::connectSignals()
{
    connect(m_document, &QuantDocument::configChanged, this, &MethodBar::showShared);
    connect(m_document, &QuantDocument::aboutToOpen, this, [this] { setRows({}); });
    connect(m_method, &QComboBox::activated, this, [this] {
        m_document->edit(m_rows,
                         methodEdit(static_cast<WeightMethod>(m_method->currentData().toInt())));
        showShared();
    });
    connect(m_granularity, &QComboBox::activated, this, [this] {
        m_document->edit(m_rows, granularityEdit(static_cast<Granularity>(
                                     m_granularity->currentData().toInt())));
        showShared();
    });
}

void MethodBar::setRows(const QList<int> &rows)
{
    m_rows = rows;
    m_range->setRows(rows);
    m_corrections->setRows(rows);
    showShared();
}

void MethodBar::setCorrectionReport(const CorrectionReport &report)
{
    m_corrections->setReport(report);
}

void MethodBar::showShared()
{
    Shared<WeightMethod> method;
    Shared<Granularity> granularity;
    for (const int row : std::as_const(m_rows)) {
        const LayerInfo &layer = m_document->info().layers.at(row);
        const LayerQuantSpec &spec = m_document->config().spec(layer.name);
        method.add(spec.weight.method);
        if (!spec.weight.isFloat())
            granularity.add(spec.weight.granularity);
    }
    display(m_method, method);
    display(m_granularity, granularity);
}

} // namespace quantloupe
