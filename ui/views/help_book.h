// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace quantloupe {

/// A heading of a help page with the text up to the next heading.
struct HelpSection
{
    /// File name without suffix.
    QString page;
    /// Empty for the heading of the page itself.
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

/// The pages of resources/help, in reading order, as they are built into the program.
class HelpBook
{
public:
    HelpBook();

    const QList<HelpSection> &sections() const { return m_sections; }

    static QStringList pages();
    /// Where a place such as "layers#bits" is read from.
    static QUrl url(const QString &place);
    static QString place(const QUrl &url);
    /// "Options of `swd`" gives "options-of-swd".
    static QString anchorOf(const QString &title);

private:
    void addPage(const QString &page);

    QList<HelpSection> m_sections;
};

} // namespace quantloupe
