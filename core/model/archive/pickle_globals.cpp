// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/pickle_globals.h"

#include <functional>
#include <map>
#include <string>

namespace quantloupe {

namespace {

using GlobalMap = std::map<std::string, KnownGlobal, std::less<>>;

// Values that training scripts leave beside the weights. None of them is ever called.
constexpr std::string_view kInertNames[] = {
    "__builtin__.bool",
    "__builtin__.bytearray",
    "__builtin__.complex",
    "__builtin__.dict",
    "__builtin__.float",
    "__builtin__.frozenset",
    "__builtin__.int",
    "__builtin__.list",
    "__builtin__.long",
    "__builtin__.object",
    "__builtin__.set",
    "__builtin__.slice",
    "__builtin__.str",
    "__builtin__.tuple",
    "__builtin__.unicode",
    "builtins.bool",
    "builtins.bytearray",
    "builtins.bytes",
    "builtins.complex",
    "builtins.dict",
    "builtins.float",
    "builtins.frozenset",
    "builtins.int",
    "builtins.list",
    "builtins.object",
    "builtins.range",
    "builtins.set",
    "builtins.slice",
    "builtins.str",
    "builtins.tuple",
    "_codecs.encode",
    "argparse.Namespace",
    "collections.deque",
    "copy_reg._reconstructor",
    "copyreg._reconstructor",
    "datetime.date",
    "datetime.datetime",
    "datetime.timedelta",
    "decimal.Decimal",
    "numpy._core.multiarray._reconstruct",
    "numpy._core.multiarray.scalar",
    "numpy.core.multiarray._reconstruct",
    "numpy.core.multiarray.scalar",
    "numpy.bool_",
    "numpy.dtype",
    "numpy.float32",
    "numpy.float64",
    "numpy.int32",
    "numpy.int64",
    "numpy.ndarray",
    "omegaconf.base.ContainerMetadata",
    "omegaconf.base.Metadata",
    "omegaconf.dictconfig.DictConfig",
    "omegaconf.listconfig.ListConfig",
    "omegaconf.nodes.AnyNode",
    "pathlib.Path",
    "pathlib.PosixPath",
    "pathlib.PurePosixPath",
    "pathlib.WindowsPath",
    "pytorch_lightning.callbacks.early_stopping.EarlyStopping",
    "pytorch_lightning.callbacks.model_checkpoint.ModelCheckpoint",
    "torch.Tensor",
    "torch.device",
    "torch.memory_format",
    "torch.nn.parameter.Parameter",
    "torch.serialization._get_layout",
    "torch.torch_version.TorchVersion",
    "types.SimpleNamespace",
    "typing.Any",
};

constexpr std::string_view kDictNames[] = {
    "collections.Counter",
    "collections.OrderedDict",
    "collections.defaultdict",
    "addict.addict.Dict",
    "easydict.EasyDict",
    "lightning.fabric.utilities.data.AttributeDict",
    "lightning_fabric.utilities.data.AttributeDict",
    "pytorch_lightning.utilities.parsing.AttributeDict",
};

struct ElementName
{
    std::string_view name;
    std::optional<DType> type;
};

constexpr ElementName kStorageNames[] = {
    {"DoubleStorage", DType::Float64},     {"FloatStorage", DType::Float32},
    {"HalfStorage", DType::Float16},       {"BFloat16Storage", DType::BFloat16},
    {"LongStorage", DType::Int64},         {"IntStorage", DType::Int32},
    {"ShortStorage", DType::Int16},        {"CharStorage", DType::Int8},
    {"ByteStorage", DType::UInt8},         {"BoolStorage", DType::Bool},
    {"ComplexFloatStorage", std::nullopt}, {"ComplexDoubleStorage", std::nullopt},
    {"QInt8Storage", std::nullopt},        {"QUInt8Storage", std::nullopt},
    {"QInt32Storage", std::nullopt},
};

constexpr ElementName kTypeNames[] = {
    {"float64", DType::Float64}, {"double", DType::Float64},    {"float32", DType::Float32},
    {"float", DType::Float32},   {"float16", DType::Float16},   {"half", DType::Float16},
    {"int64", DType::Int64},     {"bfloat16", DType::BFloat16}, {"long", DType::Int64},
    {"int32", DType::Int32},     {"int", DType::Int32},         {"int16", DType::Int16},
    {"short", DType::Int16},     {"int8", DType::Int8},         {"uint8", DType::UInt8},
    {"bool", DType::Bool},       {"complex64", std::nullopt},   {"complex128", std::nullopt},
    {"uint16", std::nullopt},    {"uint32", std::nullopt},      {"uint64", std::nullopt},
};

void addTorchNames(GlobalMap &map)
{
    for (const ElementName &entry : kStorageNames) {
        for (const char *module : {"torch.", "torch.cuda.", "torch.storage."})
            map[module + std::string(entry.name)] = {GlobalRole::StorageType, entry.type};
    }
    for (const ElementName &entry : kTypeNames)
        map["torch." + std::string(entry.name)] = {GlobalRole::ElementType, entry.type};
    map["torch.UntypedStorage"] = {GlobalRole::UntypedStorageType, DType::UInt8};
    map["torch.storage.UntypedStorage"] = {GlobalRole::UntypedStorageType, DType::UInt8};
    map["torch._utils._rebuild_tensor"] = {GlobalRole::RebuildTensor, {}};
    map["torch._utils._rebuild_tensor_v2"] = {GlobalRole::RebuildTensor, {}};
    map["torch._utils._rebuild_tensor_v3"] = {GlobalRole::RebuildTypedTensor, {}};
    map["torch._tensor._rebuild_from_type_v2"] = {GlobalRole::RebuildFromType, {}};
    map["torch._utils._rebuild_parameter"] = {GlobalRole::FirstArgument, {}};
    map["torch._utils._rebuild_parameter_with_state"] = {GlobalRole::FirstArgument, {}};
    map["torch.Size"] = {GlobalRole::FirstArgument, {}};
}

GlobalMap makeKnownGlobals()
{
    GlobalMap map;
    for (const std::string_view entry : kInertNames)
        map[std::string(entry)] = {GlobalRole::Inert, {}};
    for (const std::string_view entry : kDictNames)
        map[std::string(entry)] = {GlobalRole::MakeDict, {}};
    addTorchNames(map);
    return map;
}

} // namespace

std::optional<KnownGlobal> findKnownGlobal(std::string_view fullName)
{
    static const GlobalMap known = makeKnownGlobals();
    const auto found = known.find(fullName);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

} // namespace quantloupe
