// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"
#include "models/edit_command.h"
#include "models/layer_changes.h"
#include "models/layer_edit.h"
#include "models/opened_generator.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <vector>

namespace quantloupe {

/// What the user works on: a generator, the settings of its layers, how it is sampled. Settings and
/// sampling are changed by undoable commands only; the preview seed is no part of the document's
/// contents and not undone.
class QuantDocument : public QObject
{
    Q_OBJECT

public:
    explicit QuantDocument(QObject *parent = nullptr);
    ~QuantDocument() override;

    bool isEmpty() const { return !m_opened.generator && m_opened.info.layers.empty(); }
    const GeneratorPtr &generator() const { return m_opened.generator; }
    const GeneratorInfo &info() const { return m_opened.info; }
    /// As the file and the user say; what belongs to sampling follows plan().
    std::vector<Assumption> assumptions() const;
    const OpenRequest &openRequest() const { return m_opened.request; }
    const QuantConfig &config() const { return m_state.config; }
    const SamplingPlan &plan() const { return m_state.plan; }
    const CalibrationPlan &calibration() const { return m_state.calibration; }
    /// Activation ranges that the loaded file held, where they still hold; else null.
    std::shared_ptr<const CalibratedRanges> ranges() const;
    const LayerMarks &marks() const { return m_state.marks; }
    const DocumentState &state() const { return m_state; }
    quint64 seed() const { return m_seed; }
    /// What an image-to-image network is fed; empty for procedural pictures.
    const InputPictures &inputPictures() const { return m_inputPictures; }
    QUndoStack *undoStack() { return &m_undo; }
    bool isModified() const { return m_modified || !m_undo.isClean(); }

    /// A new generator: all float, nothing to undo.
    void open(OpenedGenerator opened);
    /// The same file read differently: settings of layers that exist alike in both are kept,
    /// sampling the user changed is kept, nothing to undo.
    void reopen(OpenedGenerator opened);
    /// An undoable step to what the file holds. The caller has checked mismatches().
    void load(const ConfigFile &file, const QString &fileName);
    /// An undoable step to edits that were never saved; the document is modified by it.
    void restoreEdits(const ConfigFile &file);
    /// With what is known of the configuration as it was loaded or saved, while it is that.
    ConfigFile toConfigFile() const;
    void setSaved();
    /// The present contents were written as this file.
    void setSaved(const ConfigFile &written);

    /// One undo step for all the layers and those tied to them; layers that refuse keep what they
    /// have.
    void edit(const QList<int> &rows, const LayerEdit &edit);
    /// Which layers edit() would leave as they are, and why.
    QList<EditRefusal> refusals(const QList<int> &rows, const LayerEdit &edit) const;
    /// Later edits of a bit-width start an undo step of their own.
    void finishGesture() { ++m_gesture; }
    /// Locked layers keep what they have, and so do ties that would get several settings.
    void setConfig(const QuantConfig &config, const QString &what,
                   SettingOrigin origin = SettingOrigin::Manual);
    /// The same with how samples are drawn and activations calibrated, in one step; marks stay.
    void setState(const DocumentState &state, const QString &what,
                  SettingOrigin origin = SettingOrigin::Manual);
    /// The same with locks and ties, which become those of `state` and refuse nothing.
    void replaceState(const DocumentState &state, const QString &what);
    /// Locks the layers, or unlocks them if all are locked.
    void toggleLock(const QList<int> &rows);
    /// The layers take the setting of `leader` and share one from now on. Refused as a whole where
    /// one of them refuses.
    void tie(const QList<int> &rows, int leader);
    void untie(const QList<int> &rows);
    /// What the layers want, one undo step; locks hold bits and methods only.
    void setCorrection(const QList<int> &rows, Correction correction, bool on);
    /// All layers follow.
    void setCorrectionEverywhere(Correction correction, bool on);
    void setPlan(const SamplingPlan &plan, const QString &what);
    void setCalibration(const CalibrationPlan &calibration, const QString &what);
    /// Ranges that were found for `asked`, to be saved with the configuration; those of another
    /// generator, plan, calibration or input than the present ones are left aside, and so are those
    /// that build on ranges of another file.
    void noteRanges(const CompareRequest &asked, const CalibratedRanges &found);
    void confirmAssumption(const QString &key);
    void setSeed(quint64 seed);
    /// Like the seed no part of the document's contents. `name` is that of their file or folder.
    void setInputPictures(InputPictures pictures, const QString &name = {});

Q_SIGNALS:
    /// Around a change to another generator: everything is different.
    void aboutToOpen();
    void opened();
    void configChanged();
    /// Locks or ties.
    void marksChanged();
    void planChanged();
    void seedChanged();
    void inputPicturesChanged();
    void assumptionsChanged();
    void modifiedChanged(bool modified);
    void editRefused(const QList<quantloupe::EditRefusal> &refusals);

private:
    QString mergeKeyFor(const QList<int> &rows, const LayerEdit &edit) const;
    std::vector<std::string> namesOf(const QList<int> &rows) const;
    void setMarks(const LayerMarks &marks, const QString &what);
    void setCorrections(CorrectionChoice corrections, const QString &what);
    void report(const QList<EditRefusal> &refusals);
    void take(const ConfigFile &file, const QString &what);
    void push(EditCommand::Change change);
    /// Gives the state it replaced.
    DocumentState apply(const DocumentState &state);
    void start(OpenedGenerator opened, DocumentState state);

    /// Of the file, as far as they hold for its own plan and calibration.
    KnownRanges loadedRanges(const ConfigFile &file) const;
    bool holds(const KnownRanges &known) const;

    OpenedGenerator m_opened;
    DocumentState m_state;
    quint64 m_seed = 0;
    InputPictures m_inputPictures;
    /// Of their file or folder.
    QString m_inputPicturesName;
    int m_gesture = 0;
    bool m_modified = false;
    QString m_originalFile;
    /// As it was loaded or saved last.
    std::optional<ConfigFile> m_file;
    QUndoStack m_undo;
};

} // namespace quantloupe
