// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/tensor_layout.h"

#include "model/archive/archive_error.h"
#include "model/archive/state_dict.h"

#include <utility>

namespace quantloupe {

namespace {

constexpr std::size_t kMaximumRank = 64;
constexpr std::size_t kMaximumStorageKeySize = 256;

[[noreturn]] void throwBadStorage(std::string_view file)
{
    throwBadArchive(file, "describes a tensor storage in a malformed way; it was damaged, copy or "
                          "download it again.");
}

class LayoutReader
{
public:
    LayoutReader(const PickleTree &tree, PickleId tensor, const TensorSource &source)
        : m_tree(tree), m_value(tree[tensor]), m_source(source)
    {
    }

    TensorLayout read() const
    {
        if (m_value.items.size() < 3)
            fail("lacks its shape");
        TensorLayout layout;
        layout.storage = readStorage(m_tree, m_value.items[0], m_source.file);
        layout.type = elementType(layout.storage);
        layout.offset = size(m_value.items[1]);
        layout.shape = sizes(m_value.items[2]);
        layout.strides = m_value.items.size() > 3 ? sizes(m_value.items[3]) : layout.shape;
        if (layout.strides.size() != layout.shape.size())
            fail("has a shape and strides of different length");
        checkSize(layout);
        checkReach(layout);
        return layout;
    }

private:
    [[noreturn]] void fail(std::string_view what) const
    {
        throwBadArchive(m_source.file, "holds a tensor '" + printable(m_source.tensor) + "' that " +
                                           std::string(what) +
                                           "; it was damaged, copy or download it again.");
    }

    DType elementType(const StorageReference &storage) const
    {
        std::optional<DType> type = storage.type;
        if (m_value.global.role == GlobalRole::RebuildTypedTensor) {
            if (m_value.items.size() < 7 || m_tree[m_value.items[6]].kind != PickleKind::Global ||
                m_tree[m_value.items[6]].global.role != GlobalRole::ElementType)
                fail("lacks its element type");
            type = m_tree[m_value.items[6]].global.type;
        }
        if (!type)
            throwUnsupportedArchive(m_source.file,
                                    "holds the tensor '" + printable(m_source.tensor) +
                                        "' of a complex, quantized or unsigned type; save the "
                                        "network with real floating-point weights.");
        return *type;
    }

    std::uint64_t size(PickleId id) const
    {
        if (m_tree[id].kind != PickleKind::Int || m_tree[id].integer < 0)
            fail("has a negative or malformed size");
        return static_cast<std::uint64_t>(m_tree[id].integer);
    }

    std::vector<std::int64_t> sizes(PickleId id) const
    {
        const PickleValue &tuple = m_tree[id];
        if ((tuple.kind != PickleKind::Tuple && tuple.kind != PickleKind::List) ||
            tuple.items.size() > kMaximumRank)
            fail("has a malformed shape");
        std::vector<std::int64_t> values;
        values.reserve(tuple.items.size());
        for (const PickleId item : tuple.items)
            values.push_back(static_cast<std::int64_t>(size(item)));
        return values;
    }

    void checkSize(TensorLayout &layout) const
    {
        const std::int64_t count = checkedElementCount(layout.shape);
        if (count < 0 ||
            __builtin_mul_overflow(static_cast<std::uint64_t>(count), bytesPerElement(layout.type),
                                   &layout.bytes) ||
            layout.bytes > kMaximumTensorBytes)
            fail("has an absurd shape");
    }

    void checkReach(TensorLayout &layout) const
    {
        const StorageReference &storage = layout.storage;
        const std::uint64_t unit = storage.isUntyped ? bytesPerElement(layout.type) : 1;
        std::uint64_t last = layout.offset;
        bool overflow = false;
        for (std::size_t axis = 0; axis < layout.shape.size(); ++axis) {
            std::uint64_t step = 0;
            overflow =
                overflow ||
                __builtin_mul_overflow(static_cast<std::uint64_t>(layout.shape[axis] - 1),
                                       static_cast<std::uint64_t>(layout.strides[axis]), &step) ||
                __builtin_add_overflow(last, step, &last);
            if (layout.shape[axis] == 0)
                return;
        }
        if (overflow || last >= storage.viewElements / unit)
            fail("reaches beyond its storage");
        layout.offset += storage.viewOffset / unit;
    }

    const PickleTree &m_tree;
    const PickleValue &m_value;
    const TensorSource &m_source;
};

void readView(const PickleTree &tree, const PickleValue &view, StorageReference &reference,
              std::string_view file)
{
    if (view.kind == PickleKind::None)
        return;
    if (view.kind != PickleKind::Tuple || view.items.size() != 3)
        throwBadStorage(file);
    const PickleValue &offset = tree[view.items[1]];
    const PickleValue &count = tree[view.items[2]];
    if (offset.kind != PickleKind::Int || count.kind != PickleKind::Int || offset.integer < 0 ||
        count.integer < 0)
        throwBadStorage(file);
    reference.viewOffset = static_cast<std::uint64_t>(offset.integer);
    reference.viewElements = static_cast<std::uint64_t>(count.integer);
    if (reference.viewOffset > reference.elements ||
        reference.viewElements > reference.elements - reference.viewOffset)
        throwBadStorage(file);
}

} // namespace

StorageReference readStorage(const PickleTree &tree, PickleId storage, std::string_view file)
{
    const PickleValue &value = tree[storage];
    if (value.kind != PickleKind::Storage)
        throwBadStorage(file);
    const PickleValue &type = tree[value.items[1]];
    const PickleValue &key = tree[value.items[2]];
    const PickleValue &location = tree[value.items[3]];
    const PickleValue &count = tree[value.items[4]];
    const bool isUntyped = type.global.role == GlobalRole::UntypedStorageType;
    if (type.kind != PickleKind::Global ||
        (!isUntyped && type.global.role != GlobalRole::StorageType) ||
        key.kind != PickleKind::Text || key.text.size() > kMaximumStorageKeySize ||
        location.kind != PickleKind::Text || count.kind != PickleKind::Int || count.integer < 0 ||
        static_cast<std::uint64_t>(count.integer) > kMaximumTensorBytes)
        throwBadStorage(file);
    StorageReference reference{
        .key = key.text, .location = location.text, .type = type.global.type};
    reference.isUntyped = isUntyped;
    reference.elements = static_cast<std::uint64_t>(count.integer);
    reference.viewElements = reference.elements;
    if (value.items.size() > 5)
        readView(tree, tree[value.items[5]], reference, file);
    return reference;
}

TensorLayout readTensorLayout(const PickleTree &tree, PickleId tensor, const TensorSource &source)
{
    return LayoutReader(tree, tensor, source).read();
}

} // namespace quantloupe
