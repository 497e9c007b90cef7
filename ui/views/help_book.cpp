// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/help_book.h"

#include <QFile>
#include <QLocale>

#include <algorithm>

namespace quantloupe {

namespace {

const QString kFolder = QStringLiteral(":/help/");
const QString kScheme = QStringLiteral("qrc");
const QString kSuffix = QStringLiteral(".md");

/// 0 for a line that is no heading.
int headingLevel(const QString &line)
{
    qsizetype level = 0;
    while (level < line.size() && line[level] == u'#')
        ++level;
    return level < line.size() && line[level] == u' ' ? static_cast<int>(level) : 0;
}

/// "Options of `swd`" gives "options-of-swd".
QString anchorOf(const QString &title)
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

/// With the anchors of their own titles; none where there is no such file.
QList<HelpSection> sectionsOf(const QString &page, const QString &path)
{
    QList<HelpSection> sections;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return sections;
    bool inCode = false;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        inCode ^= line.startsWith(QStringLiteral("```"));
        const int level = inCode ? 0 : headingLevel(line);
        if (level > 0) {
            const QString title = line.mid(level + 1);
            const QString anchor = level > 1 ? anchorOf(title) : QString();
            sections.append({page, anchor, title, {}});
        } else if (!sections.isEmpty()) {
            sections.last().text += line + u'\n';
        }
    }
    return sections;
}

QStringList englishAnchors(const QString &page)
{
    QStringList anchors;
    for (const HelpSection &section : sectionsOf(page, kFolder + page + kSuffix))
        anchors.append(section.anchor);
    return anchors;
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

HelpBook::HelpBook(const QString &language)
    : m_language(language.isEmpty() ? QLocale::languageToCode(QLocale().language()) : language)
{
    for (const QString &page : pages())
        addPage(page);
}

QStringList HelpBook::anchors(const QString &page) const
{
    QStringList anchors;
    for (const HelpSection &section : m_sections)
        if (section.page == page)
            anchors.append(section.anchor);
    return anchors;
}

QStringList HelpBook::pages()
{
    return {
        QStringLiteral("first-steps"), QStringLiteral("window"),   QStringLiteral("layers"),
        QStringLiteral("compare"),     QStringLiteral("metrics"),  QStringLiteral("inspector"),
        QStringLiteral("inputs"),      QStringLiteral("numbers"),  QStringLiteral("quantizers"),
        QStringLiteral("sensitivity"), QStringLiteral("search"),   QStringLiteral("papers"),
        QStringLiteral("runs"),        QStringLiteral("files"),    QStringLiteral("architectures"),
        QStringLiteral("keys"),        QStringLiteral("starting"), QStringLiteral("command-line")};
}

QUrl HelpBook::url(const QString &place) const
{
    QUrl url(kScheme + path(place.section(u'#', 0, 0)));
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

QString HelpBook::path(const QString &page) const
{
    const QString translated = kFolder + m_language + u'/' + page + kSuffix;
    return QFile::exists(translated) ? translated : kFolder + page + kSuffix;
}

void HelpBook::addPage(const QString &page)
{
    const QStringList anchors = englishAnchors(page);
    QList<HelpSection> sections = sectionsOf(page, path(page));
    for (qsizetype i = 0; i < std::min(anchors.size(), sections.size()); ++i)
        sections[i].anchor = anchors[i];
    m_sections += sections;
}

} // namespace quantloupe
