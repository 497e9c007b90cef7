// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search_form.h"

#include "views/source_list.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace quantloupe {

namespace {

/// Of the field's number: kilobytes, millions of bit operations, or plain.
double unitOfField(const SearchGoal &goal)
{
    if (goal.bound || goal.cost == SearchCost::Bits)
        return 1;
    return goal.cost == SearchCost::Bytes ? 1e3 : 1e6;
}

QString suffixOf(const SearchGoal &goal)
{
    if (goal.bound)
        return unitOf(*goal.bound) == "dB" ? SearchForm::tr(" dB") : QString();
    return goal.cost == SearchCost::Bytes  ? SearchForm::tr(" kB")
           : goal.cost == SearchCost::Bits ? SearchForm::tr(" bits")
                                           : SearchForm::tr(" MBOPs");
}

int decimalsOf(const SearchGoal &goal)
{
    if (goal.bound)
        return 3;
    return goal.cost == SearchCost::Bits ? 2 : 1;
}

void choose(QComboBox *list, int data)
{
    const QSignalBlocker blocker(list);
    list->setCurrentIndex(list->findData(data));
    list->setToolTip(list->itemData(list->currentIndex(), Qt::ToolTipRole).toString());
}

void setValue(QSpinBox *field, int value)
{
    const QSignalBlocker blocker(field);
    field->setValue(value);
}

QList<SourceList::Entry> targets()
{
    QList<SourceList::Entry> all{{SearchForm::anyDevice(), {}}};
    for (const std::string_view target : builtinTargets()) {
        const QString name = QString::fromUtf8(target.data(), qsizetype(target.size()));
        all.append({name, name});
    }
    return all;
}

} // namespace

void SearchForm::read()
{
    SearchSettings settings = m_settings;
    settings.goal = searchGoals().at(m_goal->currentData().toInt());
    if (settings.goal.bound)
        settings.goal.cost = static_cast<SearchCost>(m_cost->currentData().toInt());
    settings.algorithm = static_cast<SearchAlgorithm>(m_algorithm->currentData().toInt());
    settings.bits.clear();
    for (int i = 0; i < m_bitBoxes.size(); ++i)
        if (m_bitBoxes[i]->isChecked())
            settings.bits.push_back(i == 0 ? kFloatBits : SearchSettings::kMostBits - i + 1);
    settings.methods.clear();
    for (int i = 0; i < m_methodBoxes.size(); ++i)
        if (m_methodBoxes[i]->isChecked())
            settings.methods.push_back(searchMethods()[std::size_t(i)]);
    settings.granularity = static_cast<Granularity>(m_granularity->currentData().toInt());
    settings.allowed = m_allowed->text().trimmed();
    // While it means nothing, the choice is kept.
    if (m_metric->isEnabled())
        settings.metric = static_cast<MetricKind>(m_metric->currentData().toInt());
    settings.measuresFront = m_front->isChecked();
    settings.sweepCount = std::size_t(m_sweepCount->value());
    settings.count = std::size_t(m_count->value());
    settings.seed = std::uint64_t(m_seed->value());
    settings.seconds = m_seconds->value();
    take(settings);
}

void SearchForm::readAmount()
{
    SearchSettings settings = m_settings;
    settings.amounts[limitOf(settings.goal)] = m_amount->value() * unitOfField(settings.goal);
    take(settings);
}

void SearchForm::take(const SearchSettings &settings)
{
    if (settings == m_settings)
        return;
    showSettings(settings);
    Q_EMIT edited(m_settings);
}

void SearchForm::setSettings(const SearchSettings &settings)
{
    if (!(settings == m_settings))
        showSettings(settings);
}

void SearchForm::showSettings(const SearchSettings &settings)
{
    m_settings = settings;
    showGoal();
    choose(m_algorithm, int(settings.algorithm));
    for (int i = 0; i < m_bitBoxes.size(); ++i) {
        const int bits = i == 0 ? kFloatBits : SearchSettings::kMostBits - i + 1;
        m_bitBoxes[i]->setChecked(std::ranges::count(settings.bits, bits) > 0);
    }
    for (int i = 0; i < m_methodBoxes.size(); ++i)
        m_methodBoxes[i]->setChecked(
            std::ranges::count(settings.methods, searchMethods()[std::size_t(i)]) > 0);
    choose(m_granularity, int(settings.granularity));
    // Not while it is being typed.
    if (m_allowed->text().trimmed() != settings.allowed)
        m_allowed->setText(settings.allowed);
    m_target->setEntries(targets(), settings.target);
    m_front->setChecked(settings.measuresFront);
    setValue(m_sweepCount, int(settings.sweepCount));
    setValue(m_count, int(settings.count));
    setValue(m_seed, int(settings.seed));
    setValue(m_seconds, settings.seconds);
}

void SearchForm::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_rows->setRowVisible(m_problem, !problem.isEmpty());
}

void SearchForm::showGoal()
{
    const SearchGoal &goal = m_settings.goal;
    const QList<SearchGoal> goals = searchGoals();
    const auto same = std::ranges::find_if(
        goals, [&](const SearchGoal &each) { return limitOf(each) == limitOf(goal); });
    choose(m_goal, int(same - goals.begin()));
    choose(m_cost, int(goal.cost));
    m_cost->setEnabled(goal.bound.has_value());
    choose(m_metric, int(goal.bound.value_or(m_settings.metric)));
    // A bound says by which metric points are measured.
    m_metric->setEnabled(!goal.bound);
    const QSignalBlocker blocker(m_amount);
    m_amount->setDecimals(decimalsOf(goal));
    m_amount->setSuffix(suffixOf(goal));
    m_amount->setValue(m_settings.amount() / unitOfField(goal));
}

} // namespace quantloupe
