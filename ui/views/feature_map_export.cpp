// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/feature_map_export.h"

#include "widgets/disabled_reason.h"
#include "widgets/feature_map_view.h"
#include "widgets/file_names.h"

#include <QFileDialog>

namespace quantloupe {

FeatureMapExport::FeatureMapExport(FeatureMapView *view) : QObject(view), m_view(view)
{
    createActions();
    connectSignals();
}

void FeatureMapExport::createActions()
{
    m_copy = new QAction(tr("&Copy feature maps"), this);
    m_copy->setObjectName("copyMaps");
    m_copy->setShortcut(QKeySequence::Copy);
    m_save = new QAction(tr("&Save feature maps…"), this);
    m_save->setObjectName("saveMaps");
    for (QAction *action : actions()) {
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setEnabled(false);
        sayWhyDisabled(action, tr("No feature maps are shown"));
    }
    m_view->addActions(actions());
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void FeatureMapExport::connectSignals()
{
    connect(m_copy, &QAction::triggered, this, [this] { Q_EMIT copied(sheet()); });
    connect(m_save, &QAction::triggered, this, &FeatureMapExport::chooseFile);
}

void FeatureMapExport::setLayer(const QString &layer, const QString &caption)
{
    m_layer = layer;
    m_caption = caption;
    for (QAction *action : actions())
        action->setEnabled(!m_view->rows().isEmpty());
}

void FeatureMapExport::setOrigin(const QString &sample, const ConfigFile &configuration)
{
    m_sample = sample;
    m_configuration = configuration;
}

void FeatureMapExport::chooseFile()
{
    auto *dialog = new QFileDialog(m_view, tr("Save feature maps"));
    dialog->setObjectName("mapsDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->setNameFilter(tr("Pictures (*.png)"));
    dialog->selectFile(plainFileName(m_layer) + QStringLiteral(".png"));
    // What is shown when the button is pressed may be another layer.
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, sheet = sheet()](const QString &path) { Q_EMIT saved(path, sheet); });
    dialog->open();
}

PictureSheet FeatureMapExport::sheet() const
{
    PictureSheet sheet;
    sheet.shown.columns = FeatureMapView::titles();
    sheet.shown.notes = {tr("%1, %2: %3").arg(m_layer, m_sample, m_caption)};
    for (const FeatureMapRow &row : m_view->rows()) {
        sheet.shown.rows.append(row.label);
        sheet.shown.pictures.emplace_back();
        for (const QImage &map : {row.reference, row.quantized, row.difference})
            sheet.shown.pictures.back().push_back([map] { return map; });
    }
    sheet.texts = {{"Title", tr("Feature maps of %1, %2").arg(m_layer, m_sample).toStdString()},
                   {"Description", m_caption.toStdString()},
                   {kConfigurationKeyword, toJson(m_configuration)}};
    return sheet;
}

} // namespace quantloupe
