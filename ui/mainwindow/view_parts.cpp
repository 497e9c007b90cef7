// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/view_parts.h"

#include "mainwindow/compare_set_parts.h"
#include "views/compare_page.h"
#include "widgets/compare_footer.h"
#include "widgets/compare_view.h"

#include <QJsonArray>

#include <algorithm>

namespace quantloupe {

namespace {

QJsonValue saveZoom(const CompareView &view)
{
    const PictureZoom &zoom = view.wantedZoom();
    if (!zoom.scale)
        return QJsonObject();
    return QJsonObject{{QStringLiteral("scale"), *zoom.scale},
                       {QStringLiteral("x"), zoom.centre.x()},
                       {QStringLiteral("y"), zoom.centre.y()}};
}

void restoreZoom(CompareView &view, const QJsonObject &json)
{
    PictureZoom zoom;
    const double scale = json[u"scale"].toDouble();
    if (scale > 0) {
        zoom.scale = std::min(scale, PictureRegion::kLargestScale);
        zoom.centre = {std::clamp(json[u"x"].toDouble(), 0.0, 1.0),
                       std::clamp(json[u"y"].toDouble(), 0.0, 1.0)};
    }
    view.setWantedZoom(zoom);
}

QJsonValue saveDifference(const CompareView &view)
{
    return QJsonObject{{QStringLiteral("kind"), int(view.differenceKind())},
                       {QStringLiteral("gain"), view.gain()}};
}

void restoreDifference(CompareView &view, const QJsonObject &json)
{
    const bool isLargest = json[u"kind"].toInt() == int(DifferenceKind::MaximumAbsolute);
    const double gain = json[u"gain"].toDouble(view.gain());
    view.setDifference(isLargest ? DifferenceKind::MaximumAbsolute
                                 : DifferenceKind::SignedLuminance,
                       std::clamp(gain, CompareFooter::kSmallestGain, CompareFooter::kLargestGain));
}

QJsonValue savePath(const ComparePage &page)
{
    const std::optional<PathPlace> &place = page.pathPlace();
    if (!place)
        return {};
    return QJsonObject{{QStringLiteral("latents"), samplesToJson(place->path)},
                       {QStringLiteral("position"), place->position}};
}

void restorePath(ComparePage &page, const QJsonObject &json)
{
    const PathPlace place{samplesFromJson(json[u"latents"].toArray()),
                          json[u"position"].toDouble()};
    page.showPath(place);
}

} // namespace

SessionPart zoomPart(CompareView *view)
{
    return {QStringLiteral("zoom"), [view] { return saveZoom(*view); },
            [view](const QJsonValue &zoom) { restoreZoom(*view, zoom.toObject()); }};
}

SessionPart samplePart(ComparePage *page)
{
    return {QStringLiteral("sample"),
            [page] {
                const std::optional<SampleRef> sample = page->currentSample();
                return sample ? QJsonValue(samplesToJson({*sample})) : QJsonValue();
            },
            [page](const QJsonValue &value) {
                const std::vector<SampleRef> samples = samplesFromJson(value.toArray());
                if (!samples.empty())
                    page->chooseSample(samples.front());
            }};
}

SessionPart pathPart(ComparePage *page)
{
    return {QStringLiteral("path"), [page] { return savePath(*page); },
            [page](const QJsonValue &path) { restorePath(*page, path.toObject()); }};
}

SessionPart differencePart(CompareView *view)
{
    return {
        QStringLiteral("difference"), [view] { return saveDifference(*view); },
        [view](const QJsonValue &difference) { restoreDifference(*view, difference.toObject()); }};
}

} // namespace quantloupe
