// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search_form.h"

#include "models/layer_edit.h"
#include "models/search_words.h"
#include "models/sensitivity_settings.h"
#include "models/sensitivity_words.h"
#include "views/shared_choice.h"
#include "views/source_list.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

namespace {

// No wider than the forms of other tabs, which say how narrow the dock may be.
constexpr int kBitColumns = 3;
constexpr int kMethodColumns = 1;
constexpr double kMostAmount = 1e9;
constexpr double kLeastAmount = 0.001;

QString bitsName(int bits)
{
    return bits == kFloatBits ? SearchForm::tr("float") : QString::number(bits);
}

} // namespace

QString SearchForm::anyDevice()
{
    return tr("any device");
}

SearchForm::SearchForm(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
    showSettings(m_settings);
}

void SearchForm::createWidgets()
{
    setObjectName("searchForm");
    setHelpPage(this, "search#settings");
    createGoal();
    createChoices();
    createRules();
    createMeasuring();
    for (QComboBox *list : {m_cost, m_algorithm, m_granularity, m_metric})
        ignoreWheelUnlessFocused(list);
}

void SearchForm::createGoal()
{
    m_goal = new QComboBox(this);
    m_goal->setObjectName("searchGoal");
    m_goal->setAccessibleName(tr("Goal"));
    const QList<SearchGoal> goals = searchGoals();
    for (int i = 0; i < goals.size(); ++i) {
        m_goal->addItem(displayName(goals[i]), i);
        m_goal->setItemData(i, displayName(goals[i]), Qt::ToolTipRole);
    }
    fitToForm(m_goal);
    m_amount = new QDoubleSpinBox(this);
    m_amount->setObjectName("searchAmount");
    m_amount->setAccessibleName(tr("Limit"));
    m_amount->setRange(kLeastAmount, kMostAmount);
    m_amount->setGroupSeparatorShown(true);
    m_amount->setKeyboardTracking(false);
    // As wide as the other fields, not as its largest number.
    m_amount->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    ignoreWheelUnlessFocused(m_amount);
    m_cost = makeCombo(this, {SearchCost::Bytes, SearchCost::Bits, SearchCost::Bops});
    m_cost->setObjectName("searchBoundCost");
    m_cost->setAccessibleName(tr("Made small"));
    m_algorithm = makeCombo(this, {SearchAlgorithm::Knapsack, SearchAlgorithm::Greedy,
                                   SearchAlgorithm::Quadratic, SearchAlgorithm::Qgan});
    m_algorithm->setObjectName("searchAlgorithm");
    m_algorithm->setAccessibleName(tr("Strategy"));
    explainItems<SearchAlgorithm>(m_algorithm);
}

QWidget *SearchForm::createBoxes(const char *objectName, const QList<QCheckBox *> &boxes,
                                 int columns)
{
    auto *group = new QWidget(this);
    group->setObjectName(objectName);
    auto *grid = new QGridLayout(group);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpacing);
    grid->setVerticalSpacing(kSpacingTight);
    for (int i = 0; i < boxes.size(); ++i)
        grid->addWidget(boxes[i], i / columns, i % columns);
    return group;
}

void SearchForm::createChoices()
{
    QList<int> widths{kFloatBits};
    for (int bits = SearchSettings::kMostBits; bits > 0; --bits)
        widths.append(bits);
    for (const int bits : std::as_const(widths)) {
        auto *box = new QCheckBox(bitsName(bits));
        box->setObjectName(QStringLiteral("searchBits:%1").arg(bits));
        box->setAccessibleName(bitsPhrase(QuantSite::Weight, bits));
        box->setToolTip(box->accessibleName());
        m_bitBoxes.append(box);
    }
    m_bits = createBoxes("searchBitBoxes", m_bitBoxes, kBitColumns);
    for (const WeightMethod method : searchMethods()) {
        auto *box = new QCheckBox(displayName(method));
        const std::string_view id = name(method);
        box->setObjectName(QStringLiteral("searchMethod:%1")
                               .arg(QString::fromUtf8(id.data(), qsizetype(id.size()))));
        box->setToolTip(explanation(method));
        m_methodBoxes.append(box);
    }
    m_methods = createBoxes("searchMethods", m_methodBoxes, kMethodColumns);
}

void SearchForm::createRules()
{
    m_granularity = makeCombo(this, {Granularity::PerChannel, Granularity::PerTensor,
                                     Granularity::PerGroup16, Granularity::PerGroup32,
                                     Granularity::PerGroup64, Granularity::PerGroup128});
    m_granularity->setObjectName("searchGranularity");
    m_granularity->setAccessibleName(tr("Scales"));
    m_allowed = new QLineEdit(this);
    m_allowed->setObjectName("searchAllowed");
    m_allowed->setAccessibleName(tr("Bits of some layers"));
    m_allowed->setPlaceholderText(QStringLiteral("3x3=4,8; *.0=8"));
    m_allowed->setToolTip(tr("Bit-widths of some layers instead of those above, each as "
                             "PATTERN=BITS with semicolons between them: 3x3=4,8; *.0=8"));
    m_allowed->setClearButtonEnabled(true);
    m_problem = new QLabel(this);
    m_problem->setObjectName("searchProblem");
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_target = new SourceList("searchTarget", tr("Target"), this);
    m_target->setQuestions({{tr("Target profile…"), tr("What a device supports"),
                             tr("Target profiles (*.json);;All files (*)")}});
    makeRoomFor(anyDevice(), m_target);
    setHelpPage(m_target, "search#targets");
}

void SearchForm::createMeasuring()
{
    m_metric = new QComboBox(this);
    m_metric->setObjectName("searchMetric");
    m_metric->setAccessibleName(tr("Metric"));
    for (const MetricKind metric : sensitivityMetrics())
        m_metric->addItem(sensitivityMetricName(metric), int(metric));
    m_front = new QCheckBox(tr("Measure the front"), this);
    m_front->setObjectName("searchMeasuresFront");
    m_front->setToolTip(tr("Every point of the front is measured by the metric, which takes a "
                           "measurement for each"));
    m_sweepCount =
        createCount("searchSweepCount", tr("Samples for a layer"), 1, SearchSettings::kMostSamples);
    m_sweepCount->setToolTip(tr("Samples on which each layer alone is measured at each setting"));
    m_count =
        createCount("searchCount", tr("Samples for a point"), 1, SearchSettings::kMostSamples);
    m_count->setToolTip(tr("Samples on which points are measured and the best is confirmed"));
    m_seed = createCount("searchSeed", tr("Seed"), 0, SearchSettings::kMostSeed);
    m_seed->setToolTip(tr("Of the latents and of restarts"));
    m_seconds = createCount("searchSeconds", tr("Time"), 0, SearchSettings::kMostSeconds);
    m_seconds->setSpecialValueText(tr("no limit"));
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setToolTip(tr("That the strategy, its front and points within a bound may take; the "
                             "best until then counts. Layers and the best are measured beyond "
                             "it."));
}

QSpinBox *SearchForm::createCount(const char *objectName, const QString &name, int least, int most)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setRange(least, most);
    field->setGroupSeparatorShown(true);
    field->setKeyboardTracking(false);
    ignoreWheelUnlessFocused(field);
    return field;
}

void SearchForm::createLayout()
{
    m_rows = new QFormLayout;
    m_rows->setVerticalSpacing(kSpacingTight);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->addRow(tr("Goal"), m_goal);
    m_rows->addRow(tr("Limit"), m_amount);
    m_rows->addRow(tr("Made small"), m_cost);
    m_rows->addRow(tr("Strategy"), m_algorithm);
    m_rows->addRow(tr("Bits"), m_bits);
    m_rows->addRow(tr("Methods"), m_methods);
    m_rows->addRow(tr("Scales"), m_granularity);
    m_rows->addRow(tr("Only"), m_allowed);
    m_rows->addRow(m_problem);
    m_rows->addRow(tr("Target"), m_target);
    m_rows->addRow(tr("Metric"), m_metric);
    m_rows->addRow(QString(), m_front);
    m_rows->addRow(tr("Per layer"), m_sweepCount);
    m_rows->addRow(tr("Per point"), m_count);
    m_rows->addRow(tr("Seed"), m_seed);
    m_rows->addRow(tr("Time"), m_seconds);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addLayout(m_rows);
    layout->addStretch(1);
}

void SearchForm::connectSignals()
{
    for (QCheckBox *box : m_bitBoxes + m_methodBoxes)
        connect(box, &QCheckBox::clicked, this, &SearchForm::read);
    connect(m_front, &QCheckBox::clicked, this, &SearchForm::read);
    for (QComboBox *list : {m_goal, m_cost, m_algorithm, m_granularity, m_metric})
        connect(list, &QComboBox::activated, this, &SearchForm::read);
    for (QSpinBox *field : {m_sweepCount, m_count, m_seed, m_seconds})
        connect(field, &QSpinBox::valueChanged, this, &SearchForm::read);
    connect(m_allowed, &QLineEdit::editingFinished, this, &SearchForm::read);
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, &SearchForm::readAmount);
    connect(m_target, &SourceList::taken, this, [this](const QString &source) {
        SearchSettings settings = m_settings;
        settings.target = source;
        take(settings);
    });
}

} // namespace quantloupe
