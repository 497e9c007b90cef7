// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

#include <optional>

namespace quantloupe {

class HelpBook;

/// Shows pages of a help book (Markdown), whichever language a link to them names: headings can be
/// linked to by their anchors in the book, tables and distances follow the theme, words that were
/// searched for are marked.
class HelpBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    /// The book must live as long as pages are shown.
    explicit HelpBrowser(const HelpBook &book, QWidget *parent = nullptr);

    void setMarkedWords(const QStringList &words);

protected:
    void doSetSource(const QUrl &url, QTextDocument::ResourceType type) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showHeading(const QString &anchor);
    void leaveRoomBelow(qreal height);
    /// In the page; nothing where it has no such heading.
    std::optional<qreal> topOf(const QString &anchor) const;
    void dress(const QUrl &url);
    /// `anchors` in the order of the headings.
    void dressHeadings(QStringList anchors);
    void dressTables();
    void markWords();

    const HelpBook &m_book;
    QStringList m_words;
    /// Where the page stood when it was opened.
    int m_anchored = 0;
};

} // namespace quantloupe
