// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sample_ref.h"
#include "exchange/named_configs.h"
#include "models/quant_document.h"

#include <QList>
#include <QObject>
#include <QString>

#include <vector>

namespace quantloupe {

/// A configuration that stays beside the one that is edited.
struct KeptConfiguration
{
    /// Never used again.
    int id = 0;
    QString name;
    QuantConfig config;
};

/// What is compared besides the present configuration and the latents of the seed: pinned latents
/// and kept configurations. No part of the document's contents. Another generator starts without;
/// another reading of the same file keeps the settings of layers that agree.
class CompareSet : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostKept = 3;
    static constexpr int kMostPins = 16;

    explicit CompareSet(QuantDocument *document, QObject *parent = nullptr);

    /// In the order they were pinned.
    const std::vector<SampleRef> &pins() const { return m_pins; }
    bool isPinned(const SampleRef &sample) const;
    /// Pins what is not pinned and the other way round; nothing beyond kMostPins.
    void togglePin(const SampleRef &sample);
    /// The first kMostPins of them, each once.
    void setPins(const std::vector<SampleRef> &pins);

    const QList<KeptConfiguration> &kept() const { return m_kept; }
    /// Null if there is none with this id.
    const KeptConfiguration *kept(int id) const;
    bool isFull() const { return m_kept.size() >= kMostKept; }
    /// The document's present configuration, named by the first free letter; nothing if full.
    void keepPresent();
    /// The one that is the document's present configuration; null if it is not kept.
    const KeptConfiguration *keptAsPresent() const;
    /// Settings of layers the generator does not have are left out; nothing if full.
    void keep(const QString &name, const QuantConfig &config);
    /// The same for each that is not kept already, under another name where its own is taken.
    /// Returns how many had no room.
    int keepMissing(const std::vector<NamedConfig> &configs);
    /// All, for a file.
    std::vector<NamedConfig> namedConfigs() const;
    void remove(int id);
    /// An empty name changes nothing.
    void rename(int id, const QString &name);
    /// An undoable step of the document.
    void load(int id);

Q_SIGNALS:
    void pinsChanged();
    /// One more, one less, or other settings.
    void keptChanged();
    void renamed();

private:
    void startOver();
    void fitToReading();
    const KeptConfiguration *keptAs(const QuantConfig &config) const;
    bool isTaken(const QString &name) const;
    QString freeName() const;

    QuantDocument *m_document;
    std::vector<SampleRef> m_pins;
    QList<KeptConfiguration> m_kept;
    int m_newest = 0;
    /// Of the generator that is left, while another one is taken.
    GeneratorInfo m_before;
};

} // namespace quantloupe
