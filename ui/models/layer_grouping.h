// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace quantloupe {

/// A row of the layer tree: a group of layers, or a layer.
struct LayerNode
{
    /// Index of the parent in the list of nodes; -1 at the top.
    int parent = -1;
    /// Position among the parent's children.
    int position = 0;
    QList<int> children;
    /// What the parent's title does not say already.
    QString title;
    /// Module path of a group; empty for a layer.
    QString path;
    /// Index of a layer's name in what was grouped; -1 for a group.
    int layer = -1;
    /// Where the title first differs from the sibling's that begins most alike.
    int differsAt = 0;

    bool isGroup() const { return layer < 0; }
};

/// The nodes under their parents, parents first, and those at the top.
struct LayerGrouping
{
    std::vector<LayerNode> nodes;
    QList<int> top;

    bool isFlat() const;
};

/// Groups of at least two consecutive layers that share a module path ("a.b" of "a.b.conv"), one
/// group a path where paths nest without branching. Order is kept; a module that is left and
/// entered again makes two groups. A path that all layers share makes no group. `names` are in
/// execution order, parts separated by dots.
LayerGrouping groupByModule(const QStringList &names);
/// The same layers without groups.
LayerGrouping withoutGroups(const QStringList &names);

} // namespace quantloupe
