// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare_set.h"

#include <algorithm>

namespace quantloupe {

CompareSet::CompareSet(QuantDocument *document, QObject *parent)
    : QObject(parent), m_document(document)
{
    connect(document, &QuantDocument::aboutToOpen, this, [this] { m_before = m_document->info(); });
    connect(document, &QuantDocument::opened, this, [this] {
        if (m_document->info().sha256 == m_before.sha256)
            fitToReading();
        else
            startOver();
    });
}

void CompareSet::startOver()
{
    m_pins.clear();
    m_kept.clear();
    Q_EMIT pinsChanged();
    Q_EMIT keptChanged();
}

void CompareSet::fitToReading()
{
    for (KeptConfiguration &kept : m_kept)
        kept.config = keptConfig(kept.config, m_before, m_document->info());
    Q_EMIT keptChanged();
}

bool CompareSet::isPinned(const SampleRef &sample) const
{
    return std::ranges::find(m_pins, sample) != m_pins.end();
}

void CompareSet::togglePin(const SampleRef &sample)
{
    const auto found = std::ranges::find(m_pins, sample);
    if (found != m_pins.end())
        m_pins.erase(found);
    else if (m_pins.size() < kMostPins)
        m_pins.push_back(sample);
    else
        return;
    Q_EMIT pinsChanged();
}

void CompareSet::setPins(const std::vector<SampleRef> &pins)
{
    m_pins.clear();
    for (const SampleRef &pin : pins)
        if (m_pins.size() < kMostPins && !isPinned(pin))
            m_pins.push_back(pin);
    Q_EMIT pinsChanged();
}

const KeptConfiguration *CompareSet::kept(int id) const
{
    const auto found = std::ranges::find(m_kept, id, &KeptConfiguration::id);
    return found == m_kept.end() ? nullptr : &*found;
}

bool CompareSet::isTaken(const QString &name) const
{
    return std::ranges::find(m_kept, name, &KeptConfiguration::name) != m_kept.end();
}

QString CompareSet::freeName() const
{
    for (char16_t letter = u'A';; ++letter) {
        const QString name(1, QChar(letter));
        if (!isTaken(name))
            return name;
    }
}

const KeptConfiguration *CompareSet::keptAs(const QuantConfig &config) const
{
    const GeneratorInfo &info = m_document->info();
    const QuantConfig wanted = keptConfig(config, info, info);
    const auto found = std::ranges::find(m_kept, wanted, &KeptConfiguration::config);
    return found == m_kept.end() ? nullptr : &*found;
}

const KeptConfiguration *CompareSet::keptAsPresent() const
{
    return keptAs(m_document->config());
}

void CompareSet::keepPresent()
{
    keep(freeName(), m_document->config());
}

void CompareSet::keep(const QString &name, const QuantConfig &config)
{
    if (isFull())
        return;
    const GeneratorInfo &info = m_document->info();
    m_kept.append({++m_newest, name, keptConfig(config, info, info)});
    Q_EMIT keptChanged();
}

int CompareSet::keepMissing(const std::vector<NamedConfig> &configs)
{
    int withoutRoom = 0;
    for (const NamedConfig &named : configs) {
        if (keptAs(named.config))
            continue;
        if (isFull()) {
            ++withoutRoom;
            continue;
        }
        const QString name = QString::fromStdString(named.name).simplified();
        keep(name.isEmpty() || isTaken(name) ? freeName() : name, named.config);
    }
    return withoutRoom;
}

std::vector<NamedConfig> CompareSet::namedConfigs() const
{
    std::vector<NamedConfig> configs;
    for (const KeptConfiguration &kept : m_kept)
        configs.push_back({kept.name.toStdString(), kept.config});
    return configs;
}

void CompareSet::remove(int id)
{
    if (m_kept.removeIf([id](const KeptConfiguration &kept) { return kept.id == id; }) > 0)
        Q_EMIT keptChanged();
}

void CompareSet::rename(int id, const QString &name)
{
    const auto found = std::ranges::find(m_kept, id, &KeptConfiguration::id);
    const QString plain = name.simplified();
    if (found == m_kept.end() || plain.isEmpty() || plain == found->name)
        return;
    found->name = plain;
    Q_EMIT renamed();
}

void CompareSet::load(int id)
{
    if (const KeptConfiguration *wanted = kept(id))
        m_document->setConfig(wanted->config, tr("Load %1").arg(wanted->name));
}

} // namespace quantloupe
