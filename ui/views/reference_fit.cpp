// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reference_fit.h"

#include "widgets/help_page.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace quantloupe {

namespace {

constexpr int kListCharacters = 8;

void prepare(QComboBox *list)
{
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(kListCharacters);
    ignoreWheelUnlessFocused(list);
}

} // namespace

ReferenceFit::ReferenceFit(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void ReferenceFit::createWidgets()
{
    setObjectName("referenceFit");
    setHelpPage(this, "metrics#reference");
    m_crop = new QComboBox(this);
    m_crop->setObjectName("referenceCrop");
    m_crop->setAccessibleName(tr("Crop of the reference"));
    m_crop->setToolTip(tr("Pictures that are no squares lose their borders, or their proportions"));
    m_crop->addItem(tr("centre square"), int(Crop::Center));
    m_crop->addItem(tr("squeezed whole"), int(Crop::None));
    m_filter = new QComboBox(this);
    m_filter->setObjectName("referenceFilter");
    m_filter->setAccessibleName(tr("Filter that resizes the reference"));
    m_filter->setToolTip(tr("OpenCV's filter; of pictures that shrink only “area” looks at every "
                            "pixel"));
    for (const std::string &filter : resizeFilterNames())
        m_filter->addItem(QString::fromStdString(filter), int(parseResizeFilter(filter)));
    prepare(m_crop);
    prepare(m_filter);
}

void ReferenceFit::createLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(m_crop);
    layout->addWidget(m_filter);
}

void ReferenceFit::connectSignals()
{
    connect(m_crop, &QComboBox::activated, this, &ReferenceFit::enter);
    connect(m_filter, &QComboBox::activated, this, &ReferenceFit::enter);
}

void ReferenceFit::setReference(const MetricsReference &reference)
{
    m_reference = reference;
    m_crop->setCurrentIndex(m_crop->findData(int(reference.crop)));
    m_filter->setCurrentIndex(m_filter->findData(int(reference.filter)));
}

void ReferenceFit::enter()
{
    MetricsReference reference = m_reference;
    reference.crop = Crop(m_crop->currentData().toInt());
    reference.filter = ResizeFilter(m_filter->currentData().toInt());
    if (reference == m_reference)
        return;
    setReference(reference);
    Q_EMIT edited(m_reference);
}

} // namespace quantloupe
