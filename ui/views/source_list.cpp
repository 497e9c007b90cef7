// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source_list.h"

#include "widgets/wheel_guard.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kListCharacters = 12;

} // namespace

SourceList::SourceList(const char *objectName, const QString &accessibleName, QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    fitToForm(this);
    connect(this, &QComboBox::activated, this, &SourceList::take);
}

void SourceList::setEntries(const QList<Entry> &entries, const QString &chosen)
{
    const QSignalBlocker blocker(this);
    clear();
    for (const Entry &entry : entries)
        addItem(entry.title, entry.source);
    if (findData(chosen) < 0)
        addItem(QFileInfo(chosen).fileName(), chosen);
    m_sources = count();
    for (const Question &question : m_questions)
        addItem(question.title);
    choose(chosen);
}

void SourceList::choose(const QString &source)
{
    const QSignalBlocker blocker(this);
    m_chosen = source;
    setCurrentIndex(findData(source));
    setToolTip(currentText());
}

void SourceList::take(int index)
{
    if (index < m_sources) {
        choose(itemData(index).toString());
        Q_EMIT taken(m_chosen);
        return;
    }
    choose(m_chosen);
    ask(m_questions.at(index - m_sources));
}

void SourceList::ask(const Question &question)
{
    auto *dialog = new QFileDialog(this, question.dialogTitle, {}, question.filter);
    dialog->setObjectName(objectName() + QStringLiteral("Dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(question.filter.isEmpty() ? QFileDialog::Directory
                                                  : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SourceList::taken);
    dialog->open();
}

void makeRoomFor(const QString &text, QComboBox *list)
{
    const QFontMetrics metrics = list->fontMetrics();
    // The room is counted in letters as wide as this one.
    const int letters = metrics.horizontalAdvance(text) / metrics.horizontalAdvance(u'X') + 1;
    list->setMinimumContentsLength(std::max(list->minimumContentsLength(), letters));
}

void fitToForm(QComboBox *list)
{
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(kListCharacters);
    ignoreWheelUnlessFocused(list);
}

} // namespace quantloupe
