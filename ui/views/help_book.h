// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace quantloupe {

/// A heading of a help page with the text up to the next heading.
struct HelpSection
{
    /// File name without suffix.
    QString page;
    /// Empty for the heading of the page itself; else that of the English heading in the same
    /// place, so that links are the same in every language.
    QString anchor;
    QString title;
    /// Markdown.
    QString text;

    /// "page" or "page#anchor".
    QString place() const;
    /// All of these words occur in title or text, in any case.
    bool contains(const QStringList &words) const;
    /// All of them occur in the title.
    bool isTitled(const QStringList &words) const;
};

/// The pages of resources/help, in reading order, as they are built into the program: those of a
/// folder named after the language, in English where it lacks one.
class HelpBook
{
public:
    /// The code of a language, such as "de"; without it the language numbers are written in.
    explicit HelpBook(const QString &language = {});

    const QList<HelpSection> &sections() const { return m_sections; }
    /// Of the headings of a page from its first on.
    QStringList anchors(const QString &page) const;
    /// Where a place such as "layers#bits" is read from.
    QUrl url(const QString &place) const;

    static QStringList pages();
    /// What url() was made of, in whichever language.
    static QString place(const QUrl &url);

private:
    /// Of a page's file among resources.
    QString path(const QString &page) const;
    void addPage(const QString &page);

    QString m_language;
    QList<HelpSection> m_sections;
};

} // namespace quantloupe
