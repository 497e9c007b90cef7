// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <span>
#include <vector>

namespace quantloupe::test {

/// A piece of C++: a literal, a word or sign, or what stands between a pair of brackets.
struct SourceItem
{
    enum class Kind { Literal, Sign, Group };
    Kind kind;
    /// Of a literal its text, of a group the bracket that opens it.
    QString text;
    std::vector<SourceItem> inner;

    bool isLiteral() const { return kind == Kind::Literal; }
    bool isSign(const QString &sign) const { return kind == Kind::Sign && text == sign; }
    bool isGroup(const QString &brackets) const
    {
        return kind == Kind::Group && brackets.contains(text);
    }
};

using SourceItems = std::span<const SourceItem>;

inline QString withoutEscapes(QString literal)
{
    return literal.replace(QStringLiteral("\\\""), QStringLiteral("\""))
        .replace(QStringLiteral("\\n"), QStringLiteral("\n"));
}

inline std::vector<SourceItem> itemsOf(QString source)
{
    static const QRegularExpression directive("^[ \\t]*#[^\\n]*(?:\\\\\\n[^\\n]*)*",
                                              QRegularExpression::MultilineOption);
    static const QRegularExpression token(
        "//[^\\n]*|/\\*.*?\\*/|R\"\\((.*?)\\)\"|\"((?:[^\"\\\\]|\\\\.)*)\"|"
        "'((?:[^'\\\\]|\\\\.)+)'|\\w+|<<|&&|\\|\\||==|!=|<=|>=|->|::|\\s+|.",
        QRegularExpression::DotMatchesEverythingOption);
    std::vector<std::vector<SourceItem>> open(1);
    QStringList brackets;
    for (auto found = token.globalMatch(source.remove(directive)); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString text = match.captured();
        if (match.lastCapturedIndex() > 0)
            open.back().push_back({SourceItem::Kind::Literal,
                                   withoutEscapes(match.captured(match.lastCapturedIndex())),
                                   {}});
        else if (QStringLiteral("({[").contains(text)) {
            open.emplace_back();
            brackets.append(text);
        } else if (QStringLiteral(")}]").contains(text) && !brackets.isEmpty()) {
            std::vector<SourceItem> inner = std::move(open.back());
            open.pop_back();
            open.back().push_back({SourceItem::Kind::Group, brackets.takeLast(), std::move(inner)});
        } else if (!text.front().isSpace() && !text.startsWith(QStringLiteral("//")) &&
                   !text.startsWith(QStringLiteral("/*"))) {
            open.back().push_back({SourceItem::Kind::Sign, text, {}});
        }
    }
    return std::move(open.front());
}

/// At the signs; with "{" among them, after what stands between braces, too.
inline std::vector<SourceItems> splitAt(SourceItems items, const QStringList &signs)
{
    std::vector<SourceItems> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].isLiteral() || !signs.contains(items[i].text))
            continue;
        const bool isSign = items[i].kind == SourceItem::Kind::Sign;
        parts.push_back(items.subspan(begin, i - begin + (isSign ? 0 : 1)));
        begin = i + 1;
    }
    parts.push_back(items.subspan(begin));
    return parts;
}

inline QStringList textsOf(SourceItems items);

/// A summand: literals side by side, a string made of an expression, or a value.
inline QStringList textsOfTerm(SourceItems term)
{
    if (!term.empty() && std::ranges::all_of(term, &SourceItem::isLiteral)) {
        QString text;
        for (const SourceItem &item : term)
            text += item.text;
        static const QRegularExpression place("%[1-9]");
        return {text.replace(place, QStringLiteral("%"))};
    }
    QString type;
    for (const SourceItem &item : term)
        type += item.kind == SourceItem::Kind::Sign ? item.text : QString();
    const bool isString = type.isEmpty() || type == QStringLiteral("std::string") ||
                          type == QStringLiteral("std::string_view");
    const bool isMade = isString && !term.empty() && term.back().isGroup(QStringLiteral("({")) &&
                        (type.isEmpty() ? term.size() == 1 : true);
    return isMade ? textsOf(term.back().inner) : QStringList{QStringLiteral("%")};
}

/// The texts an expression can have, by its conditions, with % for values.
inline QStringList textsOf(SourceItems items)
{
    const auto question =
        std::ranges::find_if(items, [](const SourceItem &item) { return item.isSign("?"); });
    int depth = 0;
    for (auto at = question; at != items.end(); ++at) {
        depth += at->isSign("?") ? 1 : at->isSign(":") ? -1 : 0;
        if (depth == 0)
            return textsOf({question + 1, at}) + textsOf({at + 1, items.end()});
    }
    QStringList texts{QString()};
    for (const SourceItems term : splitAt(items, {QStringLiteral("+")})) {
        QStringList longer;
        for (const QString &text : std::as_const(texts))
            for (const QString &next : textsOfTerm(term))
                longer.append(text + next);
        texts = longer;
    }
    static const QRegularExpression values("%+");
    return texts.replaceInStrings(values, QStringLiteral("%"));
}

/// All texts that expressions of these items have.
inline void addTexts(SourceItems items, QStringList &texts)
{
    for (const SourceItem &item : items)
        addTexts(item.inner, texts);
    for (const SourceItems part : splitAt(
             items, {"{", ",", ";", "=", "<<", "==", "!=", "&&", "||", "return", "throw", "case"}))
        if (!part.empty())
            texts += textsOf(part);
}

/// A call that says one of its arguments, within a frame where @ stands for it.
struct SayingCall
{
    QString name;
    std::size_t argument;
    QString frame;
};

/// With the object it is called on for push_back(), which lists of anything have.
inline QString calledName(SourceItems before)
{
    const auto isName = [](const SourceItem &item) { return item.kind == SourceItem::Kind::Sign; };
    if (before.empty() || !isName(before.back()))
        return {};
    const QString name = before.back().text;
    if (name != QStringLiteral("push_back"))
        return name.endsWith(QStringLiteral("Error")) ? QStringLiteral("Error") : name;
    return before.size() > 2 ? before[before.size() - 3].text + u'.' + name : name;
}

/// What such calls say, whole.
inline void addSaid(SourceItems items, const QList<SayingCall> &calls, QStringList &texts)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        addSaid(items[i].inner, calls, texts);
        if (!items[i].isGroup("({"))
            continue;
        const QString name = calledName(items.first(i));
        for (const SayingCall &call : calls) {
            const std::vector<SourceItems> arguments = splitAt(items[i].inner, {","});
            if (call.name != name || arguments.size() <= call.argument)
                continue;
            for (const QString &text : textsOf(arguments[call.argument]))
                texts.append(QString(call.frame).replace(u'@', text));
        }
    }
}

} // namespace quantloupe::test
