// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/range_field.h"

#include "models/range_edit.h"
#include "views/shared_choice.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalBlocker>

#include <cmath>

namespace quantloupe {

namespace {

constexpr int kDecimals = 4;
constexpr int kFewestCharacters = 10;
constexpr double kSmallestPercent = 1e-4;

/// The share that a percentage of kDecimals decimals stands for, with no more digits than it has.
double shareOf(double percent)
{
    return std::round(percent / kSmallestPercent) / (100 / kSmallestPercent);
}

} // namespace

RangeField::RangeField(QuantDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document)
{
    createWidgets();
    createLayout();
    connectSignals();
    showShared();
}

void RangeField::createWidgets()
{
    setObjectName("rangeField");
    m_estimator = makeCombo(this, {RangeEstimator::MinMax, RangeEstimator::MovingAverage,
                                   RangeEstimator::MeanExtremes, RangeEstimator::Percentile,
                                   RangeEstimator::Mse, RangeEstimator::Entropy});
    explainItems<RangeEstimator>(m_estimator);
    m_estimator->setObjectName("estimator");
    m_estimator->setAccessibleName(tr("Activation range of the selected layers"));
    m_estimator->setToolTip(tr("How calibration chooses the range of quantized activations"));

    m_parameter = new QDoubleSpinBox(this);
    m_parameter->setObjectName("estimatorParameter");
    m_parameter->setDecimals(kDecimals);
    m_parameter->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_parameter->setSuffix(tr(" %", "percent"));
    m_parameter->setKeyboardTracking(false);
    m_parameter->setMinimumWidth(kFewestCharacters * fontMetrics().averageCharWidth());
    ignoreWheelUnlessFocused(m_parameter);

    m_mapping = makeCombo(this, {MappingType::Asymmetric, MappingType::Symmetric});
    explainItems<MappingType>(m_mapping);
    m_mapping->setObjectName("activationMapping");
    m_mapping->setAccessibleName(tr("Activation mapping of the selected layers"));
    m_mapping->setToolTip(tr("Whether ranges lie evenly around zero; without negative values, as "
                             "after a ReLU, they begin at zero either way"));
}

void RangeField::createLayout()
{
    auto *observer = new QHBoxLayout;
    observer->setSpacing(kSpacingTight);
    observer->addWidget(m_estimator, 1);
    observer->addWidget(m_parameter);
    m_layout = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpacingTight);
    m_layout->addLayout(observer, 1);
    m_layout->addWidget(m_mapping, 1);
    setFocusProxy(m_estimator);
    arrange();
}

QSize RangeField::sizeHint() const
{
    const int width =
        m_estimator->sizeHint().width() + kSpacingTight + m_parameter->sizeHint().width();
    return QWidget::sizeHint().expandedTo({width, 0});
}

void RangeField::arrange()
{
    const int needed = m_estimator->sizeHint().width() + m_parameter->sizeHint().width() +
                       m_mapping->sizeHint().width() + 2 * kSpacingTight;
    m_layout->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void RangeField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RangeField::connectSignals()
{
    connect(m_document, &QuantDocument::configChanged, this, &RangeField::showShared);
    const auto edit = [this](const LayerEdit &change) {
        m_document->edit(m_rows, change);
        showShared();
    };
    connect(m_estimator, &QComboBox::activated, this, [this, edit] {
        edit(estimatorEdit(static_cast<RangeEstimator>(m_estimator->currentData().toInt())));
    });
    connect(m_mapping, &QComboBox::activated, this, [this, edit] {
        edit(activationMappingEdit(static_cast<MappingType>(m_mapping->currentData().toInt())));
    });
    connect(m_parameter, &QDoubleSpinBox::valueChanged, this,
            [edit](double percent) { edit(estimatorParameterEdit(shareOf(percent))); });
}

void RangeField::setRows(const QList<int> &rows)
{
    m_rows = rows;
    showShared();
}

void RangeField::showShared()
{
    Shared<RangeEstimator> estimator;
    Shared<MappingType> mapping;
    Shared<double> parameter;
    for (const int row : std::as_const(m_rows)) {
        const LayerInfo &layer = m_document->info().layers.at(row);
        const ActivationSpec &spec = m_document->config().spec(layer.name).activation;
        if (spec.isFloat())
            continue;
        estimator.add(spec.estimator);
        mapping.add(spec.mapping);
        parameter.add(estimatorParameter(spec).value_or(0));
    }
    display(m_estimator, estimator);
    display(m_mapping, mapping);
    showParameter(estimator.value(), parameter.value());
}

void RangeField::showParameter(std::optional<RangeEstimator> estimator, std::optional<double> value)
{
    const bool isAverage = estimator == RangeEstimator::MovingAverage;
    m_parameter->setVisible(isAverage || estimator == RangeEstimator::Percentile);
    const QString meaning = isAverage ? tr("Weight of each further sample in the moving average")
                                      : tr("Share of the values cut off at each end");
    m_parameter->setAccessibleName(meaning);
    m_parameter->setToolTip(meaning);
    const QSignalBlocker quiet(m_parameter);
    // The first stands for layers that differ, and is no value of a percentile or an average.
    const double least = isAverage ? kSmallestPercent : 0;
    const double most = isAverage ? 100 : 50 - kSmallestPercent;
    m_parameter->setRange(value ? least : least - kSmallestPercent, most);
    m_parameter->setSpecialValueText(value ? QString() : QStringLiteral("–"));
    m_parameter->setValue(value ? *value * 100 : m_parameter->minimum());
}

} // namespace quantloupe
