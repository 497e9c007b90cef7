// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/status_fields.h"

#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace quantloupe {

StatusFields::StatusFields(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
}

void StatusFields::createWidgets()
{
    setObjectName("statusFields");
    m_timing = makeField("lastEditTime", tr("Time from the last edit to its pictures"));
    m_timing->setToolTip(tr("From the last change to its first picture, and to all shown"));
    m_cache = makeField("cacheHits", tr("Reuse of earlier results"));
    m_cache->setToolTip(tr("Steps whose values were still known, of all steps of the network"));
    m_engine = makeField("engine", tr("Threads and kernels"));
    m_engine->setToolTip(tr("What the pictures are computed with"));
}

QLabel *StatusFields::makeField(const char *objectName, const QString &accessibleName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    label->setAccessibleName(accessibleName);
    label->setFont(numericFont(font()));
    return label;
}

void StatusFields::createLayout()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpacing, 0, kSpacing, 0);
    layout->setSpacing(kSpacingWide);
    for (QLabel *field : {m_timing, m_cache, m_engine})
        layout->addWidget(field);
}

void StatusFields::setTiming(const QString &text)
{
    m_timing->setText(text);
}

void StatusFields::setCache(int stepsRun, int stepsSkipped)
{
    const int all = stepsRun + stepsSkipped;
    m_cache->setText(all > 0 ? tr("cache %1 %").arg(100 * stepsSkipped / all) : QString());
    m_cache->setToolTip(
        tr("%1 steps computed, %2 taken from the cache").arg(stepsRun).arg(stepsSkipped));
}

void StatusFields::setEngine(int threads, const QString &kernels)
{
    const QString count = threads == 1 ? tr("1 thread") : tr("%1 threads").arg(threads);
    m_engine->setText(tr("%1, %2").arg(count, kernels));
}

void StatusFields::clear()
{
    for (QLabel *field : {m_timing, m_cache, m_engine})
        field->clear();
}

} // namespace quantloupe
