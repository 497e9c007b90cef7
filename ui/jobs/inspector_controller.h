// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"
#include "jobs/job_lane.h"
#include "jobs/preview_controller.h"
#include "models/quant_document.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace quantloupe {

/// What feature maps were drawn of.
struct MapsOrigin
{
    SampleRef sample;
    /// Also says which generator.
    ConfigFile config;
};

/// Keeps the inspection of one layer up to date, in a lane of its own, the newest wins. Pictures
/// go first: after a change of the document it starts when the preview has its first averages.
/// Does nothing while nobody looks.
class InspectorController : public QObject
{
    Q_OBJECT

public:
    InspectorController(Session &session, QuantDocument *document, PreviewController *preview,
                        JobLane *lane, QObject *parent = nullptr);

    /// Empty for none.
    void setLayer(const QString &layer);
    const QString &layer() const { return m_layer; }
    /// Absent for all channels; so it is again after another layer was set.
    void setChannel(std::optional<int> channel);
    /// Position of the preview's sample whose feature maps are shown.
    void setSample(int position);
    void setMapOrder(MapOrder order);
    /// While inactive, changes are only remembered.
    void setActive(bool active);
    /// Inspects the present state again, for example after it failed.
    void refresh();
    void cancel();
    /// A run is under way or due.
    bool isPending() const;
    /// Of the inspection that arrived last.
    const MapsOrigin &mapsOrigin() const { return m_mapsOrigin; }

Q_SIGNALS:
    void layerChanged();
    /// What arrived last is no longer true.
    void outdated();
    void arrived(const quantloupe::LayerInspection &inspection);
    void failed(const QString &sentence, const QString &details);
    void cancelled();
    /// The newest run is over, however it ended.
    void finished();

private:
    void schedule(InspectParts parts);
    void startWhenPossible();
    void run();
    void end();
    InspectRequest request() const;
    MapsOrigin originOf(const InspectRequest &request) const;
    CompareRequest compareRequest() const;

    Session &m_session;
    QuantDocument *m_document;
    PreviewController *m_preview;
    JobLane *m_lane;
    QTimer m_coalesce;
    QString m_layer;
    std::optional<int> m_channel;
    int m_sample = 0;
    MapOrder m_mapOrder = MapOrder::LargestError;
    MapsOrigin m_mapsOrigin;
    /// What is due; absent for nothing.
    std::optional<InspectParts> m_due;
    InspectParts m_runningParts = InspectParts::Weight;
    bool m_active = false;
    bool m_running = false;
};

} // namespace quantloupe
