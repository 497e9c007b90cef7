// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/method_bar.h"

#include "widgets/elided_label.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QGridLayout>

#include <algorithm>
#include <optional>

namespace quantloupe {

namespace {

constexpr int kFewestCharacters = 8;

template <typename Value> QComboBox *makeCombo(QWidget *parent, std::initializer_list<Value> values)
{
    auto *combo = new QComboBox(parent);
    for (const Value value : values)
        combo->addItem(displayName(value), static_cast<int>(value));
    // Asks for room for its longest item, but never forces it on the panel.
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMinimumWidth(kFewestCharacters * combo->fontMetrics().averageCharWidth());
    combo->setPlaceholderText(QStringLiteral("–"));
    return combo;
}

/// What all have in common; nothing for no values or different ones.
class Shared
{
public:
    void add(int value)
    {
        m_mixed |= m_value && *m_value != value;
        m_value = value;
    }
    int indexIn(const QComboBox *combo) const
    {
        return m_value && !m_mixed ? combo->findData(*m_value) : -1;
    }
    bool isEmpty() const { return !m_value; }

private:
    std::optional<int> m_value;
    bool m_mixed = false;
};

void display(QComboBox *combo, const Shared &shared)
{
    combo->setEnabled(!shared.isEmpty());
    combo->setCurrentIndex(shared.indexIn(combo));
}

} // namespace

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
    m_method = makeCombo(this, {WeightMethod::Float, WeightMethod::MinMax, WeightMethod::Mse,
                                WeightMethod::Pow2, WeightMethod::Em, WeightMethod::KMeans,
                                WeightMethod::Log, WeightMethod::Tanh, WeightMethod::Ternary,
                                WeightMethod::TernaryExact, WeightMethod::Binary});
    for (int i = 0; i < m_method->count(); ++i)
        m_method->setItemData(i,
                              explanation(static_cast<WeightMethod>(m_method->itemData(i).toInt())),
                              Qt::ToolTipRole);
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

    m_estimator =
        makeCombo(this, {RangeEstimator::MinMax, RangeEstimator::Percentile, RangeEstimator::Mse});
    m_estimator->setObjectName("estimator");
    m_estimator->setAccessibleName(tr("Activation range of the selected layers"));
    m_estimator->setToolTip(tr("How calibration chooses the range of quantized activations"));
}

void MethodBar::createLayout()
{
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(kSpacing);
    m_layout->setVerticalSpacing(kSpacingTight);
    m_fields = {{new ElidedLabel(tr("Weights"), this), m_method},
                {new ElidedLabel(tr("Scales"), this), m_granularity},
                {new ElidedLabel(tr("Activation range"), this), m_estimator}};
    for (const auto &[label, combo] : std::as_const(m_fields)) {
        label->setFont(smallFont(font()));
        label->setBuddy(combo);
    }
    arrange(Arrangement::Stacked);
}

int MethodBar::widthSideBySide() const
{
    int needed = kSpacing * static_cast<int>(m_fields.size() - 1);
    for (const auto &[label, combo] : m_fields)
        needed += std::max(label->sizeHint().width(), combo->sizeHint().width());
    return needed;
}

void MethodBar::arrange(Arrangement arrangement)
{
    if (m_arrangement == arrangement)
        return;
    m_arrangement = arrangement;
    const bool isStacked = arrangement == Arrangement::Stacked;
    int position = 0;
    for (const auto &[label, combo] : std::as_const(m_fields)) {
        const int share = std::max(label->sizeHint().width(), combo->sizeHint().width());
        m_layout->setColumnStretch(position, isStacked ? position == 1 : share);
        m_layout->addWidget(label, isStacked ? position : 0, isStacked ? 0 : position);
        m_layout->addWidget(combo, isStacked ? position : 1, isStacked ? 1 : position);
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
    connect(m_estimator, &QComboBox::activated, this, [this] {
        m_document->edit(
            m_rows, estimatorEdit(static_cast<RangeEstimator>(m_estimator->currentData().toInt())));
        showShared();
    });
}

void MethodBar::setRows(const QList<int> &rows)
{
    m_rows = rows;
    showShared();
}

void MethodBar::showShared()
{
    Shared method;
    Shared granularity;
    Shared estimator;
    for (const int row : std::as_const(m_rows)) {
        const LayerInfo &layer = m_document->info().layers.at(row);
        const LayerQuantSpec &spec = m_document->config().spec(layer.name);
        method.add(static_cast<int>(spec.weight.method));
        if (!spec.weight.isFloat())
            granularity.add(static_cast<int>(spec.weight.granularity));
        if (!spec.activation.isFloat())
            estimator.add(static_cast<int>(spec.activation.estimator));
    }
    display(m_method, method);
    display(m_granularity, granularity);
    display(m_estimator, estimator);
}

} // namespace quantloupe
