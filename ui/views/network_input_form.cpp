// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network_input_form.h"

#include "widgets/help_page.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace quantloupe {

namespace {

constexpr int kLargestSide = 1024;
constexpr int kListCharacters = 8;

} // namespace

NetworkInputForm::NetworkInputForm(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
    setInput({});
}

void NetworkInputForm::createWidgets()
{
    setObjectName("networkInput");
    setHelpPage(this, "metrics#pipelines");
    m_side = new QSpinBox(this);
    m_side->setObjectName("networkInputSide");
    m_side->setAccessibleName(tr("Side of the network's input"));
    m_side->setToolTip(tr("Side of the pictures that the network takes"));
    m_side->setRange(1, kLargestSide);
    m_side->setSuffix(tr(" px"));
    m_side->setKeyboardTracking(false);
    ignoreWheelUnlessFocused(m_side);
    m_values = new QComboBox(this);
    m_values->setObjectName("networkInputValues");
    m_values->setAccessibleName(tr("Values of the network's input"));
    m_values->setToolTip(tr("What black and white become, and the mean and deviation of each "
                            "channel; wrong values give wrong features without any error"));
    m_values->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_values->setMinimumContentsLength(kListCharacters);
    ignoreWheelUnlessFocused(m_values);
}

void NetworkInputForm::createLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addWidget(m_side);
    layout->addWidget(m_values, 1);
}

void NetworkInputForm::connectSignals()
{
    connect(m_side, &QSpinBox::valueChanged, this, &NetworkInputForm::enter);
    connect(m_values, &QComboBox::activated, this, &NetworkInputForm::enter);
}

void NetworkInputForm::setInput(const NetworkInput &input)
{
    m_input = input;
    const QSignalBlocker sideBlocker(m_side);
    const QSignalBlocker valuesBlocker(m_values);
    m_side->setValue(input.side);
    m_values->clear();
    for (const NetworkValues &known : knownNetworkValues())
        m_values->addItem(known.name);
    const int index = indexOfValues(input);
    if (index < 0)
        m_values->addItem(tr("as given"));
    m_values->setCurrentIndex(index < 0 ? m_values->count() - 1 : index);
}

void NetworkInputForm::enter()
{
    const QList<NetworkValues> known = knownNetworkValues();
    NetworkInput input = m_input;
    if (m_values->currentIndex() < known.size())
        input = known[m_values->currentIndex()].input;
    input.side = m_side->value();
    if (input == m_input)
        return;
    setInput(input);
    Q_EMIT edited(m_input);
}

} // namespace quantloupe
