// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

#include <optional>

namespace quantloupe {

/// Shows help pages (Markdown): headings can be linked to by HelpBook::anchorOf() their titles,
/// tables and distances follow the theme, words that were searched for are marked.
class HelpBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget *parent = nullptr);

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
    void dress();
    void dressHeadings();
    void dressTables();
    void markWords();

    QStringList m_words;
    /// Where the page stood when it was opened.
    int m_anchored = 0;
};

} // namespace quantloupe
