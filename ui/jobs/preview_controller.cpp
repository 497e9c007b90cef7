// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/preview_controller.h"

#include "models/core_words.h"

#include <algorithm>
#include <thread>

namespace quantloupe {

namespace {

constexpr int kMicroBatch = 4;
constexpr int kShownLatents = 16;
constexpr int kAveragedLatents = 64;
/// Image-to-image networks are larger: fewer pictures.
constexpr int kShownPictures = 4;

} // namespace

int previewThreads()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

PreviewController::PreviewController(Session &session, QuantDocument *document, CompareSet *set,
                                     JobLane *lane, QObject *parent)
    : QObject(parent), m_session(session), m_document(document), m_set(set), m_lane(lane)
{
    m_coalesce.setSingleShot(true);
    connect(&m_coalesce, &QTimer::timeout, this, &PreviewController::run);
    connect(document, &QuantDocument::opened, this, &PreviewController::schedule);
    connect(document, &QuantDocument::configChanged, this, &PreviewController::schedule);
    connect(document, &QuantDocument::planChanged, this, &PreviewController::schedule);
    connect(document, &QuantDocument::seedChanged, this, &PreviewController::schedule);
    connect(document, &QuantDocument::inputPicturesChanged, this, &PreviewController::schedule);
    connect(set, &CompareSet::pinsChanged, this, &PreviewController::schedule);
    connect(lane, &JobLane::progressed, this, [this] {
        if (m_running && !m_lane->jobs().isEmpty())
            Q_EMIT progressed(m_lane->jobs().constLast().fraction);
    });
}

int PreviewController::shownCount() const
{
    const auto pins = static_cast<int>(m_set->pins().size());
    if (!m_document->info().isImageToImage())
        return std::max(kShownLatents, pins);
    const InputPictures &given = m_document->inputPictures();
    const int wish = std::max(kShownPictures, pins);
    return given ? std::min(wish, static_cast<int>(given->size())) : wish;
}

std::size_t PreviewController::averagedCount() const
{
    const int most = m_document->info().isImageToImage() ? shownCount() : kAveragedLatents;
    return static_cast<std::size_t>(most);
}

std::vector<SampleRef> PreviewController::samples() const
{
    const std::size_t wanted = averagedCount();
    const InputPictures &given = m_document->inputPictures();
    std::vector<SampleRef> result;
    const auto add = [&](const SampleRef &sample) {
        // Given pictures do not depend on the seed.
        const auto same = [&](const SampleRef &other) {
            return other.index == sample.index && (given || other.seed == sample.seed);
        };
        const bool exists = !given || sample.index < given->size();
        if (result.size() < wanted && exists && std::ranges::none_of(result, same))
            result.push_back(sample);
    };
    for (const SampleRef &pinned : m_set->pins())
        add(pinned);
    for (const SampleRef &sample : firstSamples(m_document->seed(), 2 * wanted))
        add(sample);
    return result;
}

void PreviewController::refresh()
{
    schedule();
}

void PreviewController::schedule()
{
    if (m_coalesce.isActive())
        return;
    m_sinceEdit.start();
    m_coalesce.start(0);
}

PreviewRequest PreviewController::request() const
{
    PreviewRequest result;
    CompareRequest &compare = result.compare;
    compare.generator = m_document->generator();
    compare.config = m_document->config();
    compare.plan = m_document->plan();
    compare.calibration = m_document->calibration();
    compare.ranges = m_document->ranges();
    compare.source.role = StreamRole::Preview;
    compare.source.samples = samples();
    compare.execution.microBatch = kMicroBatch;
    compare.execution.threads = previewThreads();
    if (m_document->info().isImageToImage()) {
        compare.execution.microBatch = 1;
        compare.source.images = m_document->inputPictures();
        result.stages = {1};
        if (shownCount() > 1)
            result.stages.push_back(shownCount());
    } else {
        result.stages = {kMicroBatch, shownCount(), kAveragedLatents};
    }
    return result;
}

void PreviewController::run()
{
    if (!m_document->generator())
        return;
    auto job = std::make_unique<Job<PreviewStage, PreviewUpdate>>(tr("Drawing pictures"), this);
    const PreviewRequest wanted = request();
    job->work = [&session = m_session, wanted](const RunContext &context, const PreviewSink &sink) {
        return runPreview(session, wanted, context, sink);
    };
    job->arrived = [this, asked = wanted.compare](std::vector<PreviewUpdate> updates) {
        take(std::move(updates), asked);
    };
    job->done = [this](const PreviewStage &) {
        end();
        Q_EMIT completed();
    };
    job->failed = [this](const Error &error) {
        end();
        Q_EMIT failed(coreText(error.what()), QString::fromStdString(error.context()));
    };
    job->cancelled = [this] {
        end();
        Q_EMIT cancelled();
    };
    m_keepsFloat = haveSameFloat(m_asked, wanted.compare);
    m_asked = wanted.compare;
    m_arrived = 0;
    m_timing = {};
    m_running = true;
    m_lane->start(std::move(job));
    Q_EMIT started();
}

void PreviewController::take(std::vector<PreviewUpdate> updates, const CompareRequest &asked)
{
    const PreviewStage *stage = nullptr;
    for (const PreviewUpdate &update : updates) {
        for (const SamplePair &pair : update.pairs)
            takePair(pair);
        if (update.stage)
            stage = &*update.stage;
    }
    // What a busy window missed is part of the last one.
    if (!stage)
        return;
    m_document->noteRanges(asked, stage->ranges);
    Q_EMIT stageReached(*stage);
}

void PreviewController::takePair(const SamplePair &pair)
{
    const int position = m_arrived++;
    if (position >= shownCount())
        return;
    Q_EMIT pairArrived(position, pair);
    if (position == 0)
        m_timing.firstPair = m_sinceEdit.elapsed();
    if (m_arrived == shownCount())
        m_timing.shownPairs = m_sinceEdit.elapsed();
    if (position == 0 || m_arrived == shownCount())
        Q_EMIT timed(m_timing);
}

void PreviewController::end()
{
    m_running = false;
    Q_EMIT finished();
}

} // namespace quantloupe
