// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/kept_preview.h"

#include "models/core_words.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Apart from the configuration.
bool sameQuestion(const CompareRequest &a, const CompareRequest &b)
{
    return a.generator == b.generator && a.plan == b.plan && a.calibration == b.calibration &&
           a.source.samples == b.source.samples && a.source.images == b.source.images;
}

} // namespace

KeptPreview::KeptPreview(Session &session, CompareSet *set, PreviewController *preview,
                         JobLane *lane, QObject *parent)
    : QObject(parent), m_session(session), m_set(set), m_preview(preview), m_lane(lane)
{
    // The lane has dropped our job by then.
    connect(preview, &PreviewController::started, this, [this] { m_running = false; });
    connect(preview, &PreviewController::completed, this, &KeptPreview::resume);
    connect(set, &CompareSet::keptChanged, this, &KeptPreview::resume);
}

const KeptPictures *KeptPreview::pictures(int id) const
{
    const auto found = m_drawn.find(id);
    return found == m_drawn.end() ? nullptr : &found->second.pictures;
}

void KeptPreview::dropOutdated(const CompareRequest &present)
{
    if (!sameQuestion(m_question, present))
        m_drawn.clear();
    m_question = present;
    std::erase_if(m_drawn, [this](const auto &entry) {
        const KeptConfiguration *kept = m_set->kept(entry.first);
        return !kept || !(kept->config == entry.second.config);
    });
}

std::vector<KeptPreview::Part> KeptPreview::missingParts(const CompareRequest &present) const
{
    std::vector<Part> parts;
    for (const KeptConfiguration &kept : m_set->kept()) {
        const auto drawn = m_drawn.find(kept.id);
        const std::size_t done = drawn == m_drawn.end() ? 0 : drawn->second.numbers.size();
        if (done == present.source.samples.size())
            continue;
        Part part{kept.id, present};
        part.request.config = kept.config;
        auto &samples = part.request.source.samples;
        samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(done));
        parts.push_back(std::move(part));
    }
    return parts;
}

void KeptPreview::resume()
{
    if (m_preview->isPending())
        return;
    const CompareRequest present = m_preview->request().compare;
    dropOutdated(present);
    std::vector<Part> parts = missingParts(present);
    if (!present.generator || parts.empty()) {
        // Another job of the lane may have taken the place of one that had nothing left to say.
        if (m_running)
            end();
        return;
    }
    auto job = std::make_unique<Job<bool, Arrival>>(tr("Drawing kept configurations"), this);
    job->work = [&session = m_session, parts = std::move(parts)](const RunContext &context,
                                                                 const auto &sink) {
        for (const Part &part : parts)
            session.compare(part.request, Lane::Preview, context,
                            [&](std::vector<SamplePair> pairs) {
                                sink({part.id, std::move(pairs)});
                            });
        return true;
    };
    job->arrived = [this](const std::vector<Arrival> &arrivals) {
        for (const Arrival &arrival : arrivals)
            take(arrival);
    };
    job->done = [this](bool) { end(); };
    job->failed = [this](const Error &error) {
        end();
        Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
    };
    job->cancelled = [this] {
        end();
        Q_EMIT cancelled();
    };
    m_running = true;
    m_lane->start(std::move(job));
    Q_EMIT started();
}

void KeptPreview::take(const Arrival &arrival)
{
    const KeptConfiguration *kept = m_set->kept(arrival.id);
    if (!kept)
        return;
    Drawn &drawn = m_drawn[arrival.id];
    drawn.config = kept->config;
    for (const SamplePair &pair : arrival.pairs) {
        const int position = static_cast<int>(drawn.numbers.size());
        drawn.numbers.push_back(numbersOf(pair));
        if (position >= m_preview->shownCount())
            continue;
        drawn.pictures.pairs.push_back(pair);
        Q_EMIT pairArrived(arrival.id, position, pair);
    }
    drawn.pictures.mean = meanQuality(drawn.numbers);
    drawn.pictures.samples = static_cast<int>(drawn.numbers.size());
    Q_EMIT averaged(arrival.id);
}

void KeptPreview::end()
{
    m_running = false;
    Q_EMIT finished();
}

} // namespace quantloupe
