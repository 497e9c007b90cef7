// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace quantloupe {

/// A list of sources, the last entries of which ask for a file or folder instead.
class SourceList : public QComboBox
{
    Q_OBJECT

public:
    struct Entry
    {
        QString title;
        /// A path or a name; may be empty.
        QString source;
    };
    struct Question
    {
        /// Of the entry and of the dialog.
        QString title;
        QString dialogTitle;
        /// Of files as QFileDialog takes it; empty to ask for a folder.
        QString filter;
    };

    /// `objectName` with "Dialog" behind it is that of its dialogs.
    SourceList(const char *objectName, const QString &accessibleName, QWidget *parent);

    void setQuestions(const QList<Question> &questions) { m_questions = questions; }
    /// Shows `chosen`, which gets an entry by its file name if it has none.
    void setEntries(const QList<Entry> &entries, const QString &chosen);
    void choose(const QString &source);

Q_SIGNALS:
    /// The user took an entry or gave a path.
    void taken(const QString &source);

private:
    void take(int index);
    void ask(const Question &question);

    QList<Question> m_questions;
    qsizetype m_sources = 0;
    QString m_chosen;
};

/// So that this text is not cut in a list of a form.
void makeRoomFor(const QString &text, QComboBox *list);
/// For lists of a form: short, and not changed by a wheel that scrolls the form.
void fitToForm(QComboBox *list);

} // namespace quantloupe
