// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "jobs/job_outcome.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace quantloupe {

/// A core function on its way through a JobLane. Made, called back and destroyed in the GUI
/// thread; only run() is called by the lane's thread.
class AbstractJob
{
public:
    /// `name` is shown to the user; callbacks are made only while `receiver` lives.
    AbstractJob(QString name, QObject *receiver) : m_name(std::move(name)), m_receiver(receiver) {}
    virtual ~AbstractJob() = default;
    AbstractJob(const AbstractJob &) = delete;
    AbstractJob &operator=(const AbstractJob &) = delete;

    virtual void run(const RunContext &context) = 0;
    /// Hands over the partial items collected so far.
    virtual void drain() = 0;
    virtual void deliver(const JobOutcome &outcome) = 0;

    const QString &name() const { return m_name; }
    bool hasReceiver() const { return !m_receiver.isNull(); }
    const std::shared_ptr<ProgressState> &progress() const { return m_progress; }
    /// No user waits for it: it is left out of the lists of jobs.
    void setQuiet() { m_quiet = true; }
    bool isQuiet() const { return m_quiet; }
    /// Called by the lane's thread when the first partial item is there.
    void setFirstItemHook(std::function<void()> hook) { m_firstItem = std::move(hook); }

protected:
    /// In the lane's thread.
    void announceFirstItem()
    {
        if (auto hook = std::exchange(m_firstItem, {}))
            hook();
    }

private:
    QString m_name;
    QPointer<QObject> m_receiver;
    std::shared_ptr<ProgressState> m_progress = std::make_shared<ProgressState>();
    std::function<void()> m_firstItem;
    bool m_quiet = false;
};

/// A job with one result and any number of partial items. Callbacks that are not set are skipped.
template <typename Result, typename Item = std::monostate> class Job : public AbstractJob
{
public:
    using AbstractJob::AbstractJob;
    using Sink = std::function<void(Item)>;

    /// In the lane's thread; must not touch widgets. The sink may be called at any time in it.
    std::function<Result(const RunContext &, const Sink &)> work;
    /// In the GUI thread.
    std::function<void(std::vector<Item>)> arrived;
    std::function<void(Result)> done;
    std::function<void(const Error &)> failed;
    std::function<void()> cancelled;

    void run(const RunContext &context) override
    {
        m_result = work(context, [this](Item item) { collect(std::move(item)); });
    }

    void drain() override
    {
        std::vector<Item> items;
        {
            const std::lock_guard lock(m_mutex);
            items.swap(m_items);
        }
        if (!items.empty() && arrived)
            arrived(std::move(items));
    }

    void deliver(const JobOutcome &outcome) override
    {
        if (outcome.kind == JobOutcome::Kind::Done && done)
            done(std::move(*m_result));
        else if (outcome.kind == JobOutcome::Kind::Failed && failed)
            failed(*outcome.error);
        else if (outcome.kind == JobOutcome::Kind::Cancelled && cancelled)
            cancelled();
    }

private:
    void collect(Item item)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_items.push_back(std::move(item));
        }
        announceFirstItem();
    }

    std::mutex m_mutex;
    std::vector<Item> m_items;
    std::optional<Result> m_result;
};

} // namespace quantloupe
