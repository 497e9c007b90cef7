// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/help_browser.h"

#include "views/help_book.h"
#include "widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>

#include <algorithm>

namespace quantloupe {

namespace {

QString anchorOfHeading(const QTextBlock &block)
{
    return block.begin().fragment().charFormat().anchorNames().value(0);
}

} // namespace

HelpBrowser::HelpBrowser(const HelpBook &book, QWidget *parent) : QTextBrowser(parent), m_book(book)
{
    document()->setDocumentMargin(kSpacingWide);
    setOpenExternalLinks(true);
    // Going back reads a page, too.
    connect(this, &QTextBrowser::sourceChanged, this, &HelpBrowser::dress);
}

void HelpBrowser::doSetSource(const QUrl &url, QTextDocument::ResourceType type)
{
    QTextBrowser::doSetSource(m_book.url(HelpBook::place(url)), type);
    // The headings had no anchors when the page was read.
    showHeading(url.fragment());
}

/// On top, also where the page would end before; the page's beginning for an empty name.
void HelpBrowser::showHeading(const QString &anchor)
{
    leaveRoomBelow(0);
    if (const std::optional<qreal> top = topOf(anchor)) {
        const qreal end = document()->documentLayout()->documentSize().height();
        leaveRoomBelow(std::max(0.0, *top + viewport()->height() - end));
        scrollToAnchor(anchor);
    }
    m_anchored = verticalScrollBar()->value();
}

void HelpBrowser::leaveRoomBelow(qreal height)
{
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    format.setBottomMargin(document()->documentMargin() + height);
    document()->rootFrame()->setFrameFormat(format);
}

std::optional<qreal> HelpBrowser::topOf(const QString &anchor) const
{
    if (anchor.isEmpty())
        return {};
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        if (block.blockFormat().headingLevel() > 0 && anchorOfHeading(block) == anchor)
            return document()->documentLayout()->blockBoundingRect(block).top();
    return {};
}

void HelpBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || source().isEmpty())
        return;
    // Links keep the colour they were read with.
    const int top = verticalScrollBar()->value();
    reload();
    verticalScrollBar()->setValue(top);
}

/// Another width breaks lines elsewhere: the heading that was asked for stays on top until the
/// reader scrolls away from it. A window that opens gets its width only after its page.
void HelpBrowser::resizeEvent(QResizeEvent *event)
{
    const bool isAtHeading = verticalScrollBar()->value() == m_anchored;
    QTextBrowser::resizeEvent(event);
    if (!isAtHeading || source().fragment().isEmpty())
        return;
    showHeading(source().fragment());
}

void HelpBrowser::dress(const QUrl &url)
{
    dressHeadings(m_book.anchors(HelpBook::place(url).section(u'#', 0, 0)));
    dressTables();
    markWords();
}

void HelpBrowser::dressHeadings(QStringList anchors)
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat distances;
        const int level = block.blockFormat().headingLevel();
        const bool isText = !cursor.currentTable() && !block.text().isEmpty();
        distances.setTopMargin(level > 1 ? kSpacingWide : 0);
        distances.setBottomMargin(isText ? kSpacing : 0);
        cursor.mergeBlockFormat(distances);
        if (level == 0 || anchors.isEmpty())
            continue;
        QTextCharFormat anchor;
        anchor.setAnchor(true);
        anchor.setAnchorNames({anchors.takeFirst()});
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.mergeCharFormat(anchor);
    }
}

void HelpBrowser::dressTables()
{
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(themeColors(palette()).divider);
        format.setCellPadding(kSpacingTight);
        format.setTopMargin(kSpacingTight);
        format.setBottomMargin(kSpacing);
        table->setFormat(format);
    }
}

void HelpBrowser::setMarkedWords(const QStringList &words)
{
    m_words = words;
    markWords();
}

void HelpBrowser::markWords()
{
    QList<ExtraSelection> marks;
    for (const QString &word : std::as_const(m_words))
        for (QTextCursor found = document()->find(word); !found.isNull();
             found = document()->find(word, found)) {
            ExtraSelection mark;
            mark.cursor = found;
            mark.format.setBackground(themeColors(palette()).warningGround);
            mark.format.setForeground(palette().text());
            marks.append(mark);
        }
    setExtraSelections(marks);
}

} // namespace quantloupe
