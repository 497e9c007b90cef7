// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/metrics_form.h"

#include "metrics/picture_input.h"
#include "views/network_input_form.h"
#include "views/reference_fit.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"
#include "widgets/wheel_guard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

namespace quantloupe {

namespace {

constexpr int kFewestSamples = 2;
constexpr int kMostSamples = 1000000;
constexpr int kSampleStep = 1024;
constexpr int kListCharacters = 12;
constexpr int kBoxColumns = 3;
constexpr std::array<int, 4> kDepths{2048, 768, 192, 64};
constexpr const char *kAvatars = "builtin:avatars";
/// Entries of the lists that ask for a file.
const QString kChooseFile = QStringLiteral(":file");
const QString kChooseFolder = QStringLiteral(":folder");

QString titleOf(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Frechet:
        return MetricsForm::tr("FID, FD");
    case MetricKind::Kernel:
        return MetricsForm::tr("KID");
    case MetricKind::SlicedWasserstein:
        return MetricsForm::tr("SWD");
    case MetricKind::Psnr:
        return MetricsForm::tr("PSNR");
    case MetricKind::Ssim:
        return MetricsForm::tr("SSIM");
    case MetricKind::OutputSqnr:
        return MetricsForm::tr("SQNR");
    case MetricKind::LayerSqnr:
        return MetricsForm::tr("SQNR by layer");
    }
    return {};
}

QString explanationOf(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Frechet:
        return MetricsForm::tr("Fréchet distance of features to the reference; FID on the 2,048 "
                               "features of the Inception of 2015");
    case MetricKind::Kernel:
        return MetricsForm::tr("Kernel distance of features to the reference, unbiased for few "
                               "samples");
    case MetricKind::SlicedWasserstein:
        return MetricsForm::tr("Sliced Wasserstein distance of patches to the reference, by level "
                               "of a pyramid");
    case MetricKind::Psnr:
        return MetricsForm::tr("Distance of each picture to the float one, dB");
    case MetricKind::Ssim:
        return MetricsForm::tr("Structural similarity of each picture to the float one");
    case MetricKind::OutputSqnr:
        return MetricsForm::tr("Energy of the float output over that of its error, dB");
    case MetricKind::LayerSqnr:
        return MetricsForm::tr("The same of what each layer gives, dB");
    }
    return {};
}

constexpr std::array kKinds{MetricKind::Frechet,  MetricKind::Kernel, MetricKind::SlicedWasserstein,
                            MetricKind::Psnr,     MetricKind::Ssim,   MetricKind::OutputSqnr,
                            MetricKind::LayerSqnr};

void showRow(QFormLayout *form, QWidget *field, bool isShown)
{
    form->labelForField(field)->setVisible(isShown);
    field->setVisible(isShown);
}

void choose(QComboBox *list, const QVariant &data)
{
    const QSignalBlocker blocker(list);
    list->setCurrentIndex(list->findData(data));
    list->setToolTip(list->currentText());
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
    createMetrics();
    createReference();
    createFeatures();
}

void MetricsForm::createMetrics()
{
    for (const MetricKind kind : kKinds) {
        auto *box = new QCheckBox(titleOf(kind), this);
        const std::string_view id = quantloupe::name(kind);
        box->setObjectName(
            QStringLiteral("metric:%1").arg(QString::fromUtf8(id.data(), qsizetype(id.size()))));
        box->setToolTip(explanationOf(kind));
        setHelpPage(box, "metrics#metrics-of-pictures");
        m_metrics.insert(kind, box);
    }
}

QComboBox *MetricsForm::createList(const char *objectName, const QString &name)
{
    auto *list = new QComboBox(this);
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(kListCharacters);
    ignoreWheelUnlessFocused(list);
    return list;
}

void MetricsForm::createReference()
{
    m_reference = createList("metricsReference", tr("Reference"));
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
    m_extractor = createList("metricsExtractor", tr("Features"));
    setHelpPage(m_extractor, "metrics#the-inception-file");
    m_depth = createList("metricsDepth", tr("Depth"));
    m_depth->setToolTip(tr("Features of the Inception that are compared"));
    for (const int depth : kDepths)
        m_depth->addItem(QString::number(depth), qulonglong(depth));
    m_pipeline = createList("metricsPipeline", tr("Pipeline"));
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

void MetricsForm::createLayout()
{
    auto *boxes = new QGridLayout;
    boxes->setHorizontalSpacing(kSpacing);
    boxes->setVerticalSpacing(kSpacingTight);
    int place = 0;
    for (const MetricKind kind : kKinds) {
        // The last one has a longer name.
        const int columns = kind == MetricKind::LayerSqnr ? kBoxColumns : 1;
        boxes->addWidget(m_metrics[kind], place / kBoxColumns, place % kBoxColumns, 1, columns);
        ++place;
    }
    m_form = new QFormLayout;
    QFormLayout *form = m_form;
    form->setVerticalSpacing(kSpacingTight);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Reference"), m_reference);
    form->addRow(tr("Fitted"), m_fit);
    form->addRow(tr("Samples"), m_count);
    form->addRow(tr("Features"), m_extractor);
    form->addRow(tr("Depth"), m_depth);
    form->addRow(tr("Pipeline"), m_pipeline);
    form->addRow(tr("Input"), m_input);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addLayout(boxes);
    layout->addLayout(form);
    layout->addWidget(m_allowSmall);
    layout->addStretch(1);
}

void MetricsForm::connectSignals()
{
    for (QCheckBox *box : std::as_const(m_metrics))
        connect(box, &QCheckBox::clicked, this, &MetricsForm::enterMetrics);
    connect(m_reference, &QComboBox::activated, this, &MetricsForm::enterReference);
    connect(m_extractor, &QComboBox::activated, this, &MetricsForm::enterExtractor);
    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        MetricsSettings settings = m_settings;
        settings.count = std::size_t(count);
        change(settings);
    });
    connect(m_depth, &QComboBox::activated, this, [this] {
        MetricsSettings settings = m_settings;
        settings.features.depth = m_depth->currentData().toULongLong();
        change(settings);
    });
    connect(m_pipeline, &QComboBox::activated, this, [this] {
        MetricsSettings settings = m_settings;
        settings.features.pipeline = m_pipeline->currentData().toString().toStdString();
        change(settings);
    });
    connect(m_fit, &ReferenceFit::edited, this, [this](const MetricsReference &reference) {
        MetricsSettings settings = m_settings;
        settings.reference = reference;
        change(settings);
    });
    connect(m_input, &NetworkInputForm::edited, this, [this](const NetworkInput &input) {
        MetricsSettings settings = m_settings;
        settings.features.input = input;
        change(settings);
    });
    connect(m_allowSmall, &QCheckBox::clicked, this, [this](bool allow) {
        MetricsSettings settings = m_settings;
        settings.allowSmallFid = allow;
        change(settings);
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
    for (auto it = m_metrics.cbegin(); it != m_metrics.cend(); ++it)
        it.value()->setChecked(std::ranges::count(m_settings.metrics, it.key()) > 0);
    showReference();
    showExtractor();
    const QSignalBlocker blocker(m_count);
    m_count->setValue(int(m_settings.count));
    m_allowSmall->setVisible(isSmallFid(m_settings));
    m_allowSmall->setChecked(m_settings.allowSmallFid);
}

void MetricsForm::showReference()
{
    const QString source = QString::fromStdString(m_settings.reference.source);
    m_reference->clear();
    m_reference->addItem(tr("float generator"), kFloatReference);
    m_reference->addItem(tr("built-in avatars"), kAvatars);
    if (m_reference->findData(source) < 0)
        m_reference->addItem(QFileInfo(source).fileName(), source);
    m_reference->addItem(tr("Folder of pictures…"), kChooseFolder);
    m_reference->addItem(tr("File of pictures…"), kChooseFile);
    choose(m_reference, source);
    m_fit->setReference(m_settings.reference);
    showRow(m_form, m_fit, m_settings.reference.source != kFloatReference);
}

void MetricsForm::showExtractor()
{
    m_extractor->clear();
    m_extractor->addItem(tr("built in (avatarnet)"), QString(kBuiltinExtractor));
    if (!m_settings.extractorFile.isEmpty())
        m_extractor->addItem(QFileInfo(m_settings.extractorFile).fileName(),
                             m_settings.extractorFile);
    m_extractor->addItem(tr("Inception or network file…"), kChooseFile);
    choose(m_extractor, QString::fromStdString(m_settings.features.extractor));
    choose(m_depth, qulonglong(m_settings.features.depth));
    choose(m_pipeline, QString::fromStdString(m_settings.features.pipeline));
    // The built-in network has one depth and one pipeline.
    for (QWidget *list : {m_depth, m_pipeline})
        list->setEnabled(!isBuiltinExtractor(m_settings.features));
    m_input->setInput(m_settings.features.input);
    showRow(m_form, m_input, takesNetworkInput(m_settings.features.extractor));
}

void MetricsForm::enterMetrics()
{
    MetricsSettings settings = m_settings;
    settings.metrics.clear();
    for (const MetricKind kind : kKinds)
        if (m_metrics[kind]->isChecked())
            settings.metrics.push_back(kind);
    change(settings);
}

void MetricsForm::enterReference()
{
    const QString source = m_reference->currentData().toString();
    if (source == kChooseFolder || source == kChooseFile) {
        choose(m_reference, QString::fromStdString(m_settings.reference.source));
        chooseReference(source == kChooseFolder);
    } else {
        takeReference(source);
    }
}

void MetricsForm::enterExtractor()
{
    const QString extractor = m_extractor->currentData().toString();
    if (extractor == kChooseFile) {
        choose(m_extractor, QString::fromStdString(m_settings.features.extractor));
        chooseExtractor();
        return;
    }
    MetricsSettings settings = m_settings;
    settings.features.extractor = extractor.toStdString();
    change(settings);
}

void MetricsForm::chooseReference(bool isFolder)
{
    auto *dialog = new QFileDialog(this, tr("Reference pictures"), {},
                                   tr("Pictures (*.tar *.tgz *.gz *.bin *ubyte *.safetensors *.png "
                                      "*.jpg *.jpeg *.webp *.bmp);;All files (*)"));
    dialog->setObjectName("referenceDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MetricsForm::takeReference);
    dialog->open();
}

void MetricsForm::chooseExtractor()
{
    auto *dialog = new QFileDialog(this, tr("Inception or another feature network"), {},
                                   tr("Networks (*.pth *.pt *.safetensors);;All files (*)"));
    dialog->setObjectName("extractorDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MetricsForm::takeExtractor);
    dialog->open();
}

void MetricsForm::takeExtractor(const QString &path)
{
    MetricsSettings settings = m_settings;
    settings.extractorFile = path;
    settings.features.extractor = path.toStdString();
    change(settings);
}

void MetricsForm::takeReference(const QString &path)
{
    MetricsSettings settings = m_settings;
    settings.reference.source = path.toStdString();
    change(settings);
}

} // namespace quantloupe
