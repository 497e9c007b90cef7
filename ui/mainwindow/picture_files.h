// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "mainwindow/session_state.h"
#include "models/compare_set.h"
#include "widgets/shown_pictures.h"

#include <QImage>
#include <QList>
#include <QObject>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

class CompareView;
class FileWriter;

/// The keyword of the PNG text chunk that holds how pictures were shown: an object of the parts
/// that PictureFiles was given.
inline constexpr const char *kViewKeyword = "quantloupe-view";

/// Pictures that leave the window with their configurations in them, and come back as those.
/// Composes, encodes, reads and writes in the io lane.
class PictureFiles : public QObject
{
    Q_OBJECT

public:
    PictureFiles(QuantDocument *document, CompareSet *set, CompareView *view, FileWriter *writer,
                 JobLane *lane);

    /// Something that pictures depend on besides the configurations.
    void addPart(SessionPart part) { m_parts.append(std::move(part)); }
    /// What a picture says of its parts.
    void restoreView(const QJsonObject &view) const;
    /// What is shown, to the clipboard.
    void copy();
    /// What is shown, to a PNG, by the writer of files.
    void save(const QString &path);
    /// The same for other pictures.
    void copySheet(const PictureSheet &sheet);
    void saveSheet(const QString &path, const PictureSheet &sheet);
    /// A picture that will be written is being encoded.
    bool isSaving() const { return m_saving > 0; }
    /// Looks what a picture, or a report's page, is good for; one of the signals below answers.
    void inspect(const QString &path);

Q_SIGNALS:
    void copied();
    void failed(const QString &sentence, const QString &details);
    /// The file holds a configuration for a generator that is found at `generator`; that is
    /// empty where the open one will do.
    void configurationFound(const QString &path, const QString &generator);
    /// The picture holds none.
    void plainPictureFound(const QString &path);

private:
    struct Encoded
    {
        QImage image;
        QByteArray png;
    };
    PictureSheet shownSheet() const;
    std::unique_ptr<Job<Encoded>> encoding(const QString &name, const PictureSheet &sheet);
    std::vector<int> shownConfigurations() const;
    std::map<std::string, std::string> texts() const;
    std::map<std::string, std::string> configurationTexts() const;
    QString generatorOf(const QString &picture, const ConfigFile &file) const;
    /// `headline` says what failed.
    void fail(const QString &headline, const Error &error);

    QuantDocument *m_document;
    CompareSet *m_set;
    CompareView *m_view;
    FileWriter *m_writer;
    JobLane *m_lane;
    QList<SessionPart> m_parts;
    int m_saving = 0;
};

} // namespace quantloupe
