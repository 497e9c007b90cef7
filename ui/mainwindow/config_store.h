// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/named_configs.h"
#include "jobs/job_lane.h"
#include "models/quant_document.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace quantloupe {

class GeneratorOpener;

/// Saves and loads the document's configuration in the io lane. While no generator is open, the one
/// that a file names is opened first, where it can be found. A file made for other layers is
/// refused; one made for another reading of the same file opens that reading first.
class ConfigStore : public QObject
{
    Q_OBJECT

public:
    ConfigStore(QuantDocument *document, GeneratorOpener *opener, JobLane *lane,
                QObject *parent = nullptr);

    /// Where the configuration was saved or loaded last; empty for none.
    QString path() const { return m_path; }
    /// `then` is called once the file is written, and not if that fails.
    void save(const QString &path, const std::function<void()> &then = {});
    void load(const QString &path);
    /// As load(), but for a generator that was just opened: what the document starts with cannot
    /// be undone.
    void loadAtStart(const QString &path);
    /// Asked before a configuration that fits takes the place of unsaved changes; calls what it
    /// gets if that is right.
    using Guard = std::function<void(const std::function<void()> &proceed)>;
    void setGuard(Guard guard) { m_guard = std::move(guard); }
    /// What was measured of the document's present configuration, to be saved with it.
    void setMeasured(std::function<std::vector<ConfigResult>()> measured)
    {
        m_measured = std::move(measured);
    }
    bool isSaving() const { return m_saving > 0; }
    /// The document's configuration came from this file in an earlier session.
    void adoptPath(const QString &path) { setPath(path); }

Q_SIGNALS:
    void pathChanged(const QString &path);
    void saved(const QString &path);
    void loaded(const QString &path);
    /// A picture held these beside the configuration that was loaded.
    void foundBeside(const std::vector<quantloupe::NamedConfig> &configs);
    /// A picture tells how it was shown; after foundBeside().
    void foundView(const QJsonObject &view);
    /// Something about a configuration that was loaded.
    void noted(const QString &sentence);
    void failed(const QString &sentence, const QString &details);
    /// The file is for another generator; one sentence a difference.
    void refused(const QString &path, const QStringList &differences);

private:
    struct Loaded
    {
        QString path;
        ConfigFile file;
        std::vector<NamedConfig> beside;
        /// How a picture was shown; empty for any other file.
        QJsonObject view;
        /// Path of the generator it names; empty if that was not found or was opened for it.
        QString generator;
        /// The document starts with it.
        bool isStart = false;
    };

    void read(const QString &path, bool isStart);
    void take(Loaded loaded);
    void takeFor(const Loaded &loaded, const std::optional<OpenRequest> &reading);
    bool fits(const Loaded &loaded);
    void apply(const Loaded &loaded);
    void resume();
    /// The document's configuration with what is known of it.
    ConfigFile present() const;
    void setPath(const QString &path);
    /// `headline` says what failed.
    void fail(const QString &headline, const Error &error);

    QuantDocument *m_document;
    GeneratorOpener *m_opener;
    JobLane *m_lane;
    Guard m_guard = [](const std::function<void()> &proceed) { proceed(); };
    std::function<std::vector<ConfigResult>()> m_measured = [] {
        return std::vector<ConfigResult>();
    };
    QString m_path;
    int m_saving = 0;
    /// Waits for the generator or the reading it was made for.
    std::optional<Loaded> m_pending;
};

} // namespace quantloupe
