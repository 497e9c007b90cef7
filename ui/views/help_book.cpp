// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/help_book.h"

#include <QFile>

#include <algorithm>

namespace quantloupe {

namespace {

const QString kFolder = QStringLiteral(":/help/");
const QString kScheme = QStringLiteral("qrc:/help/");
const QString kSuffix = QStringLiteral(".md");

/// 0 for a line that is no heading.
int headingLevel(const QString &line)
{
    qsizetype level = 0;
    while (level < line.size() && line[level] == u'#')
        ++level;
    return level < line.size() && line[level] == u' ' ? static_cast<int>(level) : 0;
}

bool containsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

QString HelpSection::place() const
{
    return anchor.isEmpty() ? page : page + u'#' + anchor;
}

bool HelpSection::contains(const QStringList &words) const
{
    return containsAll(title + u'\n' + text, words);
}

bool HelpSection::isTitled(const QStringList &words) const
{
    return containsAll(title, words);
}

HelpBook::HelpBook()
{
    for (const QString &page : pages())
        addPage(page);
}

QStringList HelpBook::pages()
{
    return {QStringLiteral("first-steps"), QStringLiteral("window"),  QStringLiteral("layers"),
            QStringLiteral("compare"),     QStringLiteral("metrics"), QStringLiteral("inspector"),
            QStringLiteral("inputs"),      QStringLiteral("numbers"), QStringLiteral("quantizers"),
            QStringLiteral("files"),       QStringLiteral("keys"),    QStringLiteral("starting"),
            QStringLiteral("command-line")};
}

QUrl HelpBook::url(const QString &place)
{
    QUrl url(kScheme + place.section(u'#', 0, 0) + kSuffix);
    if (place.contains(u'#'))
        url.setFragment(place.section(u'#', 1));
    return url;
}

QString HelpBook::place(const QUrl &url)
{
    QString page = url.fileName();
    page.chop(kSuffix.size());
    return url.hasFragment() ? page + u'#' + url.fragment() : page;
}

QString HelpBook::anchorOf(const QString &title)
{
    QString anchor;
    for (const QChar character : title.toLower()) {
        if (character.isLetterOrNumber())
            anchor += character;
        else if (character.isSpace() || character == u'-')
            anchor += u'-';
    }
    return anchor;
}

void HelpBook::addPage(const QString &page)
{
    QFile file(kFolder + page + kSuffix);
    if (!file.open(QIODevice::ReadOnly))
        return;
    bool inCode = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        inCode ^= line.startsWith(QStringLiteral("```"));
        const int level = inCode ? 0 : headingLevel(line);
        if (level > 0) {
            const QString title = line.mid(level + 1);
            m_sections.append({page, level > 1 ? anchorOf(title) : QString(), title, {}});
        } else if (!m_sections.isEmpty()) {
            m_sections.last().text += line + u'\n';
        }
    }
}

} // namespace quantloupe
