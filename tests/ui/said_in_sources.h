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
        R"re(//[^\n]*|/\*.*?\*/|R"\((.*?)\)"|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)+)'|\w+|<<|&&|\|\||==|!=|<=|>=|->|::|\s+|.)re",
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

/// At the signs, and after what stands between braces.
inline std::vector<SourceItems> splitAt(SourceItems items, const QStringList &signs)
{
    std::vector<SourceItems> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool isSign =
            items[i].kind == SourceItem::Kind::Sign && signs.contains(items[i].text);
        if (!isSign && !items[i].isGroup(QStringLiteral("{")))
            continue;
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
    for (const SourceItems part :
         splitAt(items, {",", ";", "=", "<<", "==", "!=", "&&", "||", "return", "throw", "case"}))
        if (!part.empty())
            texts += textsOf(part);
}

/// What the errors made here say: the second argument of their constructors.
inline void addErrors(SourceItems items, QStringList &texts)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        addErrors(items[i].inner, texts);
        if (i == 0 || !items[i].isGroup("({") || items[i - 1].kind != SourceItem::Kind::Sign ||
            !items[i - 1].text.endsWith(QStringLiteral("Error")))
            continue;
        const std::vector<SourceItems> arguments = splitAt(items[i].inner, {","});
        if (arguments.size() > 1)
            texts += textsOf(arguments[1]);
    }
}

} // namespace quantloupe::test
