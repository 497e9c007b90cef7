// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/metric_boxes.h"

#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>
#include <array>

namespace quantloupe {

namespace {

constexpr int kColumns = 2;

/// Two in a row belong together.
constexpr std::array kKinds{MetricKind::Frechet,
                            MetricKind::Kernel,
                            MetricKind::SlicedWasserstein,
                            MetricKind::FeatureSlicedWasserstein,
                            MetricKind::Precision,
                            MetricKind::Recall,
                            MetricKind::Density,
                            MetricKind::Coverage,
                            MetricKind::Psnr,
                            MetricKind::Ssim,
                            MetricKind::Lpips,
                            MetricKind::OutputSqnr,
                            MetricKind::LayerSqnr};

QString titleOf(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Frechet:
        return MetricBoxes::tr("FID, FD");
    case MetricKind::Kernel:
        return MetricBoxes::tr("KID");
    case MetricKind::FeatureSlicedWasserstein:
        return MetricBoxes::tr("Feature SWD");
    case MetricKind::Precision:
        return MetricBoxes::tr("Precision");
    case MetricKind::Recall:
        return MetricBoxes::tr("Recall");
    case MetricKind::Density:
        return MetricBoxes::tr("Density");
    case MetricKind::Coverage:
        return MetricBoxes::tr("Coverage");
    case MetricKind::SlicedWasserstein:
        return MetricBoxes::tr("SWD");
    case MetricKind::Psnr:
        return MetricBoxes::tr("PSNR");
    case MetricKind::Ssim:
        return MetricBoxes::tr("SSIM");
    case MetricKind::Lpips:
        return MetricBoxes::tr("LPIPS");
    case MetricKind::OutputSqnr:
        return MetricBoxes::tr("SQNR");
    case MetricKind::LayerSqnr:
        return MetricBoxes::tr("SQNR by layer");
    }
    return {};
}

QString explanationOf(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Frechet:
        return MetricBoxes::tr("Fréchet distance of features to the reference; FID on the 2,048 "
                               "features of the Inception of 2015");
    case MetricKind::Kernel:
        return MetricBoxes::tr("Kernel distance of features to the reference, unbiased for few "
                               "samples");
    case MetricKind::FeatureSlicedWasserstein:
        return MetricBoxes::tr("Sliced Wasserstein distance of features to the reference: their "
                               "distributions along random directions");
    case MetricKind::Precision:
        return MetricBoxes::tr("Share of the pictures that lie among those of the reference, by "
                               "neighbours of features");
    case MetricKind::Recall:
        return MetricBoxes::tr("Share of the reference that lies among the pictures, by neighbours "
                               "of features");
    case MetricKind::Density:
        return MetricBoxes::tr("How densely the reference lies around the pictures: a precision "
                               "that outliers do not raise");
    case MetricKind::Coverage:
        return MetricBoxes::tr("Share of the reference that has a picture near it: a recall that "
                               "outliers do not raise");
    case MetricKind::SlicedWasserstein:
        return MetricBoxes::tr("Sliced Wasserstein distance of patches to the reference, by level "
                               "of a pyramid");
    case MetricKind::Psnr:
        return MetricBoxes::tr("Distance of each picture to the float one, dB");
    case MetricKind::Ssim:
        return MetricBoxes::tr("Structural similarity of each picture to the float one");
    case MetricKind::Lpips:
        return MetricBoxes::tr("Distance of each picture to the float one by activations of "
                               "AlexNet or VGG-16, whose weights are yours to give");
    case MetricKind::OutputSqnr:
        return MetricBoxes::tr("Energy of the float output over that of its error, dB");
    case MetricKind::LayerSqnr:
        return MetricBoxes::tr("The same of what each layer gives, dB");
    }
    return {};
}

} // namespace

MetricBoxes::MetricBoxes(QWidget *parent) : QWidget(parent)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void MetricBoxes::createWidgets()
{
    setObjectName("metricBoxes");
    for (const MetricKind kind : kKinds) {
        auto *box = new QCheckBox(titleOf(kind), this);
        const std::string_view id = quantloupe::name(kind);
        box->setObjectName(
            QStringLiteral("metric:%1").arg(QString::fromUtf8(id.data(), qsizetype(id.size()))));
        box->setToolTip(explanationOf(kind));
        setHelpPage(box, "metrics#metrics-of-pictures");
        m_boxes.insert(kind, box);
    }
}

void MetricBoxes::createLayout()
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kSpacing);
    layout->setVerticalSpacing(kSpacingTight);
    int place = 0;
    for (const MetricKind kind : kKinds) {
        layout->addWidget(m_boxes[kind], place / kColumns, place % kColumns);
        ++place;
    }
}

void MetricBoxes::connectSignals()
{
    for (QCheckBox *box : std::as_const(m_boxes))
        connect(box, &QCheckBox::clicked, this, &MetricBoxes::edited);
}

void MetricBoxes::setMetrics(const std::vector<MetricKind> &metrics)
{
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
        it.value()->setChecked(std::ranges::count(metrics, it.key()) > 0);
}

std::vector<MetricKind> MetricBoxes::metrics() const
{
    std::vector<MetricKind> ticked;
    for (const MetricKind kind : kKinds)
        if (m_boxes[kind]->isChecked())
            ticked.push_back(kind);
    return ticked;
}

} // namespace quantloupe
