// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quant_document.h"

#include <set>
#include <utility>

namespace quantloupe {

QuantDocument::QuantDocument(QObject *parent) : QObject(parent)
{
    connect(&m_undo, &QUndoStack::cleanChanged, this,
            [this] { Q_EMIT modifiedChanged(isModified()); });
}

QuantDocument::~QuantDocument()
{
    // The stack tells that it is empty when it goes, and half of the document is gone by then.
    m_undo.disconnect();
}

void QuantDocument::open(OpenedGenerator opened)
{
    m_originalFile.clear();
    m_file.reset();
    m_modified = false;
    DocumentState state;
    state.plan = opened.plan;
    state.calibration.count = usedCount(opened.info, state.calibration.count);
    start(std::move(opened), state);
}

void QuantDocument::reopen(OpenedGenerator opened)
{
    DocumentState state = m_state;
    state.config = keptConfig(m_state.config, m_opened.info, opened.info);
    state.marks = keptMarks(m_state.marks, m_opened.info, opened.info);
    state.plan = keptPlan(m_state.plan, m_opened.plan, opened.plan);
    m_modified = isModified() || !(state == m_state);
    start(std::move(opened), state);
}

void QuantDocument::start(OpenedGenerator opened, DocumentState state)
{
    Q_EMIT aboutToOpen();
    m_opened = std::move(opened);
    m_state = std::move(state);
    m_state.loaded = {};
    m_state.found = {};
    m_undo.clear();
    Q_EMIT this->opened();
    Q_EMIT modifiedChanged(isModified());
}

void QuantDocument::load(const ConfigFile &file, const QString &fileName)
{
    m_originalFile = QString::fromStdString(file.original);
    m_file = file;
    take(file, tr("Load %1").arg(fileName));
    setSaved();
}

void QuantDocument::restoreEdits(const ConfigFile &file)
{
    take(file, tr("Restore edits"));
}

void QuantDocument::take(const ConfigFile &file, const QString &what)
{
    DocumentState after{file.config,        file.plan, file.calibration, file.marks,
                        loadedRanges(file), {},        file.origins};
    // Of equal states there is no step.
    if (m_state == after)
        m_state.origins = file.origins;
    push({m_state, std::move(after), what, {}});
    for (const Assumption &assumption : file.assumptions)
        if (assumption.confirmed)
            confirmAssumption(QString::fromStdString(assumption.key));
}

std::vector<Assumption> QuantDocument::assumptions() const
{
    std::vector<Assumption> result = m_opened.info.assumptions;
    for (Assumption &assumption : result) {
        if (!isSamplingAssumption(assumption.key))
            continue;
        const std::string value = samplingValue(m_state.plan, assumption.key);
        if (value != samplingValue(m_opened.plan, assumption.key))
            assumption.confirmed = true;
        assumption.value = value;
    }
    return result;
}

ConfigFile QuantDocument::toConfigFile() const
{
    GeneratorInfo described = info();
    described.assumptions = assumptions();
    ConfigFile file = configFileFor(described, m_state.plan, m_state.calibration, m_state.config);
    file.marks = m_state.marks;
    file.origins = m_state.origins;
    file.original = m_originalFile.toStdString();
    if (m_file && m_file->generatorSha256 == file.generatorSha256 &&
        m_file->config == file.config && m_file->plan == file.plan &&
        m_file->calibration == file.calibration) {
        file.results = m_file->results;
        if (m_file->marks == file.marks)
            file.provenance = m_file->provenance;
    }
    for (const KnownRanges *known : {&m_state.loaded, &m_state.found})
        if (holds(*known)) {
            CalibratedRanges merged = *known->ranges;
            merged.layers.merge(file.ranges.layers);
            file.ranges = std::move(merged);
        }
    return file;
}

void QuantDocument::setSaved()
{
    m_modified = false;
    m_undo.setClean();
    Q_EMIT modifiedChanged(false);
}

void QuantDocument::setSaved(const ConfigFile &written)
{
    m_originalFile = QString::fromStdString(written.original);
    m_file = written;
    setSaved();
}

QString QuantDocument::mergeKeyFor(const QList<int> &rows, const LayerEdit &edit) const
{
    if (!edit.bitsOf)
        return {};
    QString key = QStringLiteral("%1:%2").arg(m_gesture).arg(static_cast<int>(*edit.bitsOf));
    for (const int row : rows)
        key += QStringLiteral(",%1").arg(row);
    return key;
}

namespace {

/// What the edit did: bits by the width they all ended at.
QString phraseFor(const LayerEdit &edit, const LayerChanges &changes)
{
    if (!edit.bitsOf)
        return edit.what;
    std::set<int> bits;
    for (const std::string &name : changes.done) {
        const LayerQuantSpec &spec = changes.config.spec(name);
        bits.insert(*edit.bitsOf == QuantSite::Weight ? spec.weight.bits : spec.activation.bits);
    }
    return bits.size() == 1 ? bitsPhrase(*edit.bitsOf, *bits.begin()) : edit.what;
}

} // namespace

void QuantDocument::edit(const QList<int> &rows, const LayerEdit &edit)
{
    const LayerChanges changes = changeLayers(info(), m_state, rows, edit.change);
    DocumentState after = m_state;
    after.config = changes.config;
    after.origins.note(m_state.config, after.config, edit.origin);
    const QString text =
        tr("%1 on %2").arg(phraseFor(edit, changes), layerCountText(changes.changed));
    push({m_state, std::move(after), text, mergeKeyFor(rows, edit)});
    report(changes.refusals);
}

QList<EditRefusal> QuantDocument::refusals(const QList<int> &rows, const LayerEdit &edit) const
{
    return changeLayers(info(), m_state, rows, edit.change).refusals;
}

void QuantDocument::setConfig(const QuantConfig &config, const QString &what, SettingOrigin origin)
{
    DocumentState state = m_state;
    state.config = config;
    setState(state, what, origin);
}

void QuantDocument::setState(const DocumentState &state, const QString &what, SettingOrigin origin)
{
    const QuantConfig &config = state.config;
    QList<int> rows;
    for (std::size_t i = 0; i < info().layers.size(); ++i)
        if (const std::string &name = info().layers[i].name;
            !(config.spec(name) == this->config().spec(name)))
            rows.append(static_cast<int>(i));
    const LayerChanges changes =
        changeLayers(info(), m_state, rows, [&](const LayerInfo &layer, const LayerQuantSpec &) {
            return config.spec(layer.name);
        });
    DocumentState after = state;
    after.config = changes.config;
    after.config.setCorrections(config.corrections());
    after.marks = m_state.marks;
    after.origins = m_state.origins;
    after.origins.note(m_state.config, after.config, origin);
    // A search chose all that it was free to change, also where it came to what was there.
    if (origin == SettingOrigin::Search)
        for (const LayerInfo &layer : info().layers)
            if (!marks().isLocked(layer.name) &&
                after.config.spec(layer.name) == config.spec(layer.name))
                after.origins.set(layer.name, origin);
    push({m_state, std::move(after), what, {}});
    report(changes.refusals);
}

void QuantDocument::replaceState(const DocumentState &state, const QString &what)
{
    push({m_state, state, what, {}});
}

void QuantDocument::setPlan(const SamplingPlan &plan, const QString &what)
{
    DocumentState after = m_state;
    after.plan = plan;
    push({m_state, std::move(after), what, {}});
}

void QuantDocument::confirmAssumption(const QString &key)
{
    for (Assumption &assumption : m_opened.info.assumptions) {
        if (assumption.key != key.toStdString() || assumption.confirmed)
            continue;
        assumption.confirmed = true;
        m_opened.request.assumptions[assumption.key] = assumption.value;
        m_modified = true;
        Q_EMIT assumptionsChanged();
        Q_EMIT modifiedChanged(true);
    }
}

void QuantDocument::setSeed(quint64 seed)
{
    if (seed == m_seed)
        return;
    m_seed = seed;
    Q_EMIT seedChanged();
}

void QuantDocument::setInputPictures(InputPictures pictures, const QString &name)
{
    m_inputPictures = std::move(pictures);
    m_inputPicturesName = name;
    Q_EMIT inputPicturesChanged();
}

void QuantDocument::push(EditCommand::Change change)
{
    if (change.before == change.after)
        return;
    m_undo.push(new EditCommand(std::move(change),
                                [this](const DocumentState &state) { return apply(state); }));
}

DocumentState QuantDocument::apply(const DocumentState &state)
{
    const bool configDiffers = !(m_state.config == state.config);
    const bool planDiffers =
        !(m_state.plan == state.plan) || !(m_state.calibration == state.calibration);
    const bool marksDiffer = !(m_state.marks == state.marks);
    const bool rangesDiffer = !(m_state.loaded == state.loaded);
    DocumentState before = std::exchange(m_state, state);
    if (configDiffers)
        Q_EMIT configChanged();
    if (marksDiffer)
        Q_EMIT marksChanged();
    // Other ranges are another calibration.
    if (planDiffers || rangesDiffer)
        Q_EMIT planChanged();
    return before;
}

} // namespace quantloupe
