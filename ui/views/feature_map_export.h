// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"
#include "widgets/shown_pictures.h"

#include <QAction>
#include <QObject>

namespace quantloupe {

class FeatureMapView;

/// The ways feature maps leave the window: actions of the view, by key and by its menu.
class FeatureMapExport : public QObject
{
    Q_OBJECT

public:
    explicit FeatureMapExport(FeatureMapView *view);
    /// What the maps that are shown now are of: "sample 2 of seed 0".
    void setOrigin(const QString &sample, const ConfigFile &configuration);
    void setLayer(const QString &layer, const QString &caption);
    QList<QAction *> actions() const { return {m_copy, m_save}; }

Q_SIGNALS:
    void copied(const quantloupe::PictureSheet &sheet);
    void saved(const QString &path, const quantloupe::PictureSheet &sheet);

private:
    void createActions();
    void connectSignals();
    void chooseFile();
    PictureSheet sheet() const;

    FeatureMapView *m_view;
    QAction *m_copy = nullptr;
    QAction *m_save = nullptr;
    QString m_layer;
    QString m_sample;
    ConfigFile m_configuration;
    QString m_caption;
};

} // namespace quantloupe
