// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/metrics_form.h"

#include "metrics/picture_input.h"
#include "views/metric_boxes.h"
#include "views/network_input_form.h"
#include "views/reference_fit.h"
#include "views/source_list.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

namespace quantloupe {

namespace {

constexpr int kFewestSamples = 2;
constexpr int kMostSamples = 1000000;
constexpr int kSampleStep = 1024;
constexpr std::array<int, 4> kDepths{2048, 768, 192, 64};
constexpr const char *kAvatars = "builtin:avatars";

void choose(QComboBox *list, const QVariant &data)
{
    const QSignalBlocker blocker(list);
    list->setCurrentIndex(list->findData(data));
    list->setToolTip(list->currentText());
}

QComboBox *createList(const char *objectName, const QString &name, QWidget *parent)
{
    auto *list = new QComboBox(parent);
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    fitToForm(list);
    return list;
}

QList<SourceList::Entry> references()
{
    return {{MetricsForm::tr("float generator"), kFloatReference},
            {MetricsForm::tr("built-in avatars"), kAvatars}};
}

SourceList::Entry builtinExtractor()
{
    return {MetricsForm::tr("built in (avatarnet)"), kBuiltinExtractor};
}

QString networkFilter()
{
    return MetricsForm::tr("Networks (*.pth *.pt *.safetensors);;All files (*)");
}

} // namespace

MetricsForm::MetricsForm(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
    showSettings();
}

void MetricsForm::createWidgets()
{
    setObjectName("metricsForm");
    setHelpPage(this, "metrics#settings");
    m_metrics = new MetricBoxes(this);
    createReference();
    createFeatures();
    createPerceptual();
}

void MetricsForm::createReference()
{
    m_reference = new SourceList("metricsReference", tr("Reference"), this);
    m_reference->setQuestions(
        {{tr("Folder of pictures…"), tr("Reference pictures"), {}},
         {tr("File of pictures…"), tr("Reference pictures"),
          tr("Pictures (*.tar *.tgz *.gz *.bin *ubyte *.safetensors *.png *.jpg *.jpeg *.webp "
             "*.bmp);;All files (*)")}});
    for (const SourceList::Entry &entry : references())
        makeRoomFor(entry.title, m_reference);
    setHelpPage(m_reference, "metrics#reference");
    m_fit = new ReferenceFit(this);
    m_count = new QSpinBox(this);
    m_count->setObjectName("metricsCount");
    m_count->setAccessibleName(tr("Samples"));
    m_count->setToolTip(tr("Samples of the configuration that are measured; a FID to be quoted "
                           "takes 50,000"));
    m_count->setRange(kFewestSamples, kMostSamples);
    m_count->setSingleStep(kSampleStep);
    m_count->setGroupSeparatorShown(true);
    m_count->setKeyboardTracking(false);
    ignoreWheelUnlessFocused(m_count);
}

void MetricsForm::createFeatures()
{
    m_extractor = new SourceList("metricsExtractor", tr("Features"), this);
    m_extractor->setQuestions({{tr("Inception or network file…"),
                                tr("Inception or another feature network"), networkFilter()}});
    makeRoomFor(builtinExtractor().title, m_extractor);
    setHelpPage(m_extractor, "metrics#the-inception-file");
    m_depth = createList("metricsDepth", tr("Depth"), this);
    m_depth->setToolTip(tr("Features of the Inception that are compared"));
    for (const int depth : kDepths)
        m_depth->addItem(QString::number(depth), qulonglong(depth));
    m_pipeline = createList("metricsPipeline", tr("Pipeline"), this);
    m_pipeline->addItem(tr("as usual"), QString());
    for (const std::string &pipeline : inputResizeNames())
        m_pipeline->addItem(QString::fromStdString(pipeline), QString::fromStdString(pipeline));
    setHelpPage(m_pipeline, "metrics#pipelines");
    m_input = new NetworkInputForm(this);
    m_allowSmall = new QCheckBox(tr("FID of fewer than 2,048 pictures"), this);
    m_allowSmall->setObjectName("allowSmallFid");
    m_allowSmall->setToolTip(tr(
        "A FID of fewer than 2,048 samples or reference pictures is biased upwards and cannot be "
        "compared with others; KID has no such bias"));
}

void MetricsForm::createPerceptual()
{
    m_trunk = new SourceList("lpipsTrunk", tr("LPIPS trunk"), this);
    m_trunk->setQuestions({{tr("AlexNet or VGG-16 file…"), tr("Trunk of LPIPS: AlexNet or VGG-16"),
                            networkFilter()}});
    m_heads = new SourceList("lpipsHeads", tr("LPIPS heads"), this);
    m_heads->setQuestions(
        {{tr("File of linear heads…"), tr("Linear heads of LPIPS"), networkFilter()}});
    for (SourceList *list : {m_trunk, m_heads})
        setHelpPage(list, "metrics#the-files-of-lpips");
}

void MetricsForm::createLayout()
{
    m_rows = new QFormLayout;
    m_rows->setVerticalSpacing(kSpacingTight);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->addRow(tr("Reference"), m_reference);
    m_rows->addRow(tr("Fitted"), m_fit);
    m_rows->addRow(tr("Samples"), m_count);
    m_rows->addRow(tr("Features"), m_extractor);
    m_rows->addRow(tr("Depth"), m_depth);
    m_rows->addRow(tr("Pipeline"), m_pipeline);
    m_rows->addRow(tr("Input"), m_input);
    m_rows->addRow(tr("LPIPS trunk"), m_trunk);
    m_rows->addRow(tr("LPIPS heads"), m_heads);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addWidget(m_metrics);
    layout->addLayout(m_rows);
    layout->addWidget(m_allowSmall);
    layout->addStretch(1);
}

template <typename Edit> void MetricsForm::changeBy(const Edit &edit)
{
    MetricsSettings settings = m_settings;
    edit(settings);
    change(settings);
}

void MetricsForm::connectSignals()
{
    connect(m_metrics, &MetricBoxes::edited, this, [this] {
        changeBy([this](MetricsSettings &settings) { settings.metrics = m_metrics->metrics(); });
    });
    connect(m_reference, &SourceList::taken, this, &MetricsForm::takeReference);
    connect(m_fit, &ReferenceFit::edited, this, [this](const MetricsReference &reference) {
        changeBy([&](MetricsSettings &settings) { settings.reference = reference; });
    });
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        changeBy([=](MetricsSettings &settings) { settings.count = std::size_t(count); });
    });
    connectFeatures();
    connect(m_trunk, &SourceList::taken, this, [this](const QString &path) {
        changeBy(
            [&](MetricsSettings &settings) { settings.perceptual.trunk = path.toStdString(); });
    });
    connect(m_heads, &SourceList::taken, this, [this](const QString &path) {
        changeBy(
            [&](MetricsSettings &settings) { settings.perceptual.heads = path.toStdString(); });
    });
}

void MetricsForm::connectFeatures()
{
    connect(m_extractor, &SourceList::taken, this, &MetricsForm::takeExtractor);
    connect(m_depth, &QComboBox::activated, this, [this] {
        changeBy([this](MetricsSettings &settings) {
            settings.features.depth = m_depth->currentData().toULongLong();
        });
    });
    connect(m_pipeline, &QComboBox::activated, this, [this] {
        changeBy([this](MetricsSettings &settings) {
            settings.features.pipeline = m_pipeline->currentData().toString().toStdString();
        });
    });
    connect(m_input, &NetworkInputForm::edited, this, [this](const NetworkInput &input) {
        changeBy([&](MetricsSettings &settings) { settings.features.input = input; });
    });
    connect(m_allowSmall, &QCheckBox::clicked, this, [this](bool allow) {
        changeBy([=](MetricsSettings &settings) { settings.allowSmallFid = allow; });
    });
}

void MetricsForm::change(const MetricsSettings &settings)
{
    if (settings == m_settings)
        return;
    setSettings(settings);
    Q_EMIT edited(m_settings);
}

void MetricsForm::setSettings(const MetricsSettings &settings)
{
    m_settings = settings;
    showSettings();
}

void MetricsForm::showSettings()
{
    m_metrics->setMetrics(m_settings.metrics);
    showReference();
    showExtractor();
    showPerceptual();
    const QSignalBlocker blocker(m_count);
    m_count->setValue(int(m_settings.count));
    m_allowSmall->setVisible(isSmallFid(m_settings));
    m_allowSmall->setChecked(m_settings.allowSmallFid);
}

void MetricsForm::showReference()
{
    m_reference->setEntries(references(), QString::fromStdString(m_settings.reference.source));
    m_fit->setReference(m_settings.reference);
    m_rows->setRowVisible(m_fit, m_settings.reference.source != kFloatReference);
}

void MetricsForm::showExtractor()
{
    QList<SourceList::Entry> entries{builtinExtractor()};
    if (!m_settings.extractorFile.isEmpty())
        entries.append({QFileInfo(m_settings.extractorFile).fileName(), m_settings.extractorFile});
    m_extractor->setEntries(entries, QString::fromStdString(m_settings.features.extractor));
    choose(m_depth, qulonglong(m_settings.features.depth));
    choose(m_pipeline, QString::fromStdString(m_settings.features.pipeline));
    const bool isScripted = takesNetworkInput(m_settings.features.extractor);
    const bool isBuiltin = isBuiltinExtractor(m_settings.features);
    // Only an Inception has several depths; the built-in network has one pipeline, too.
    m_depth->setEnabled(!isBuiltin && !isScripted);
    m_pipeline->setEnabled(!isBuiltin);
    m_input->setInput(m_settings.features.input);
    m_rows->setRowVisible(m_input, isScripted);
}

void MetricsForm::showPerceptual()
{
    const PerceptualFiles &files = m_settings.perceptual;
    m_trunk->setEntries(files.trunk.empty()
                            ? QList<SourceList::Entry>{{tr("no file yet"), QString()}}
                            : QList<SourceList::Entry>(),
                        QString::fromStdString(files.trunk));
    m_heads->setEntries({{tr("in the trunk's file"), QString()}},
                        QString::fromStdString(files.heads));
    const bool isMeasured = std::ranges::count(m_settings.metrics, MetricKind::Lpips) > 0;
    for (SourceList *list : {m_trunk, m_heads})
        m_rows->setRowVisible(list, isMeasured);
}

void MetricsForm::takeExtractor(const QString &path)
{
    changeBy([&](MetricsSettings &settings) {
        if (path != QString(kBuiltinExtractor))
            settings.extractorFile = path;
        settings.features.extractor = path.toStdString();
    });
}

void MetricsForm::takeReference(const QString &path)
{
    changeBy([&](MetricsSettings &settings) { settings.reference.source = path.toStdString(); });
}

} // namespace quantloupe
