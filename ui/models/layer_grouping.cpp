// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_grouping.h"

#include <algorithm>

namespace quantloupe {

namespace {

constexpr QChar kSeparator = u'.';

/// Layers [begin, end) by position.
struct Run
{
    int begin = 0;
    int end = 0;
    int size() const { return end - begin; }
};

class Grouper
{
public:
    explicit Grouper(const QStringList &names)
    {
        for (const QString &name : names)
            m_parts.append(name.split(kSeparator));
    }

    LayerGrouping grouped()
    {
        const Run all{0, static_cast<int>(m_parts.size())};
        addRuns(all, modulesOf(all, 0), 0, -1);
        return std::move(m_result);
    }

    LayerGrouping flat()
    {
        for (int i = 0; i < m_parts.size(); ++i)
            addLayer(i, 0, -1);
        return std::move(m_result);
    }

private:
    /// The module that a layer lies in at this depth; empty if it lies in none.
    QString moduleAt(int layer, int depth) const
    {
        return m_parts[layer].size() > depth + 1 ? m_parts[layer][depth] : QString();
    }

    Run runFrom(int begin, int end, int depth) const
    {
        const QString module = moduleAt(begin, depth);
        Run run{begin, begin + 1};
        while (!module.isEmpty() && run.end < end && moduleAt(run.end, depth) == module)
            ++run.end;
        return run;
    }

    /// The first depth from `depth` on at which the layers do not all lie in one module.
    int modulesOf(Run run, int depth) const
    {
        while (run.size() > 1 && runFrom(run.begin, run.end, depth).size() == run.size())
            ++depth;
        return depth;
    }

    /// `named` is the depth from which titles are written.
    void addRuns(Run all, int depth, int named, int parent)
    {
        for (int begin = all.begin; begin < all.end;) {
            const Run run = runFrom(begin, all.end, depth);
            if (run.size() > 1)
                addGroup(run, depth, named, parent);
            else
                addLayer(begin, named, parent);
            begin = run.end;
        }
    }

    void addGroup(Run run, int depth, int named, int parent)
    {
        const int inner = modulesOf(run, depth);
        const QStringList &parts = m_parts[run.begin];
        LayerNode node;
        node.title = parts.mid(named, inner - named).join(kSeparator);
        node.path = parts.mid(0, inner).join(kSeparator);
        addRuns(run, inner, inner, add(std::move(node), parent));
    }

    void addLayer(int layer, int named, int parent)
    {
        LayerNode node;
        node.title = m_parts[layer].mid(named).join(kSeparator);
        node.layer = layer;
        add(std::move(node), parent);
    }

    int add(LayerNode node, int parent)
    {
        const int index = static_cast<int>(m_result.nodes.size());
        QList<int> &siblings = parent < 0 ? m_result.top : m_result.nodes[parent].children;
        node.parent = parent;
        node.position = static_cast<int>(siblings.size());
        siblings.append(index);
        m_result.nodes.push_back(std::move(node));
        return index;
    }

    QList<QStringList> m_parts;
    LayerGrouping m_result;
};

int commonPrefix(const QString &a, const QString &b)
{
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<int>(differs.first - a.begin());
}

void noteDifferences(LayerGrouping &grouping, QList<int> siblings)
{
    const auto title = [&](int index) -> const QString & { return grouping.nodes[index].title; };
    // In this order the titles that begin most alike are neighbours.
    std::ranges::sort(siblings, [&](int a, int b) { return title(a) < title(b); });
    for (qsizetype i = 1; i < siblings.size(); ++i) {
        const int shared = commonPrefix(title(siblings[i - 1]), title(siblings[i]));
        for (const int index : {siblings[i - 1], siblings[i]})
            grouping.nodes[index].differsAt = std::max(grouping.nodes[index].differsAt, shared);
    }
}

LayerGrouping withDifferences(LayerGrouping grouping)
{
    noteDifferences(grouping, grouping.top);
    for (std::size_t i = 0; i < grouping.nodes.size(); ++i)
        noteDifferences(grouping, grouping.nodes[i].children);
    return grouping;
}

} // namespace

bool LayerGrouping::isFlat() const
{
    return std::ranges::none_of(nodes, &LayerNode::isGroup);
}

LayerGrouping groupByModule(const QStringList &names)
{
    return withDifferences(Grouper(names).grouped());
}

LayerGrouping withoutGroups(const QStringList &names)
{
    return withDifferences(Grouper(names).flat());
}

} // namespace quantloupe
