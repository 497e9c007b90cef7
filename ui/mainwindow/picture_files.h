// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "models/compare_set.h"

#include <QImage>
#include <QObject>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace quantloupe {

class CompareView;
class FileWriter;

/// Pictures that leave the window with their configurations in them, and come back as those.
/// Composes, encodes, reads and writes in the io lane.
class PictureFiles : public QObject
{
    Q_OBJECT

public:
    PictureFiles(QuantDocument *document, CompareSet *set, CompareView *view, FileWriter *writer,
                 JobLane *lane);

    /// What is shown, to the clipboard.
    void copy();
    /// What is shown, to a PNG, by the writer of files.
    void save(const QString &path);
    /// A picture that will be written is being encoded.
    bool isSaving() const { return m_saving > 0; }
    /// Looks what a picture is good for; one of the signals below answers.
    void inspect(const QString &path);

Q_SIGNALS:
    void copied();
    void failed(const QString &sentence, const QString &details);
    /// The picture holds a configuration for a generator that is found at `generator`; that is
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
    std::unique_ptr<Job<Encoded>> encoding(const QString &name);
    std::vector<int> shownConfigurations() const;
    std::map<std::string, std::string> configurationTexts() const;
    QString generatorOf(const QString &picture, const ConfigFile &file) const;
    /// `headline` says what failed.
    void fail(const QString &headline, const Error &error);

    QuantDocument *m_document;
    CompareSet *m_set;
    CompareView *m_view;
    FileWriter *m_writer;
    JobLane *m_lane;
    int m_saving = 0;
};

} // namespace quantloupe
