// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_lane.h"
#include "models/quant_document.h"
#include "store/run_store.h"

#include <QImage>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace quantloupe {

class FileWriter;

/// The runs that a store keeps, read and edited in the lane of files. A damaged store is left as it
/// is: what is intact of it goes into a new file beside it, which is opened instead.
class RunsController : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Opening, Open, Failed };

    RunsController(QuantDocument *document, FileWriter *files, QObject *parent = nullptr);

    void open(const QString &file);
    /// The same of a store that is made where there is none.
    void create(const QString &file);
    /// The list again, as other programs may have added to it.
    void refresh();
    /// Only runs with this in their command, generator, note or tags.
    void setFilter(const QString &text);

    State state() const { return m_state; }
    /// Null unless one is open.
    const std::shared_ptr<RunStore> &store() const { return m_store; }
    /// The one that is shown, or could not be.
    const QString &file() const { return m_file; }
    const QString &failure() const { return m_failure; }
    const QString &failureDetails() const { return m_failureDetails; }
    /// Newest first.
    const std::vector<RunSummary> &runs() const { return m_runs; }

    /// 0 for none.
    void choose(RunId run);
    RunId chosenRun() const { return m_wanted; }
    /// With its report; absent until it is read.
    const std::optional<StoredRun> &chosen() const { return m_chosen; }
    /// Null where it has none, and until it is read.
    const QImage &chosenPicture() const { return m_picture; }

    // Of the chosen run.
    void setNote(const QString &note);
    /// Between commas.
    void setTags(const QString &tags);
    void remove();
    /// Brings back the run that was removed last; 0 for none.
    void undoRemove();
    RunId removed() const { return m_removed; }
    /// One undo step of the document. Says so where the run is of another generator or asks for no
    /// configuration.
    void load();
    /// The same with the best configuration that a search found.
    void loadBest();
    /// The chosen run is a search with an answer.
    bool hasBest() const;

Q_SIGNALS:
    /// Of the state, the list, or which run can be brought back.
    void changed();
    void chosenChanged();
    /// Something that the user should know about the store.
    void told(const QString &sentence);
    /// A run could not be read, edited or loaded.
    void failed(const QString &sentence, const QString &details);

private:
    using Store = std::shared_ptr<RunStore>;
    struct Opened
    {
        Store store;
        QString file;
        /// What became of a damaged file; empty where it is intact.
        QString note;
        std::vector<RunSummary> runs;
    };

    static Opened openStore(const QString &file, RunStore::Missing missing,
                            const RunContext &context);
    void openWith(const QString &file, RunStore::Missing missing);
    /// What is new of the chosen run, without letting go of it.
    void rereadChosen();
    void read(RunId run);
    void take(Opened opened);
    void endOpening(const Error &error);
    void edit(const std::function<void(RunStore &)> &change, const std::function<void()> &then);
    void fail(const Error &error);
    /// Why the chosen run has nothing for the document's generator; empty where it may have.
    QString objection() const;
    void loadFrom(const std::function<QuantConfig()> &source, const QString &step);

    QuantDocument *m_document;
    FileWriter *m_files;
    State m_state = State::None;
    QString m_file;
    QString m_failure;
    QString m_failureDetails;
    Store m_store;
    RunFilter m_filter;
    std::vector<RunSummary> m_runs;
    RunId m_wanted = 0;
    std::optional<StoredRun> m_chosen;
    QImage m_picture;
    RunId m_removed = 0;
    /// Counts stores: answers of earlier ones are dropped.
    quint64 m_opened = 0;
};

} // namespace quantloupe
