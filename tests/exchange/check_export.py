#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an exported file again, with nothing of the program that wrote it.

check_export.py FORMAT FILE CONFIGURATION, the last one the same configuration as Quantloupe JSON
with scales (format quantloupe). Prints what was checked; exit status 1 names the first fault.
"""

import ast
import csv
import json
import math
import pathlib
import struct
import sys

import json_schema
import safetensors_reader

HERE = pathlib.Path(__file__).resolve().parent
SCHEMAS = HERE / "schemas"
CONFIGURATION_SCHEMA = HERE.parent.parent / "resources" / "schema" / "configuration.schema.json"
UNIFORM = {"minmax", "mse", "pow2"}
TYPE_RANGES = {
    "QInt4": (-8, 7), "QUInt4": (0, 15), "QInt8": (-128, 127), "QUInt8": (0, 255),
    "QInt16": (-32768, 32767), "QUInt16": (0, 65535),
}


class Fault(Exception):
    pass


def require(condition, what):
    if not condition:
        raise Fault(what)


def close(a, b):
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-12)


def load(path):
    def once(pairs):
        keys = [key for key, _ in pairs]
        require(len(keys) == len(set(keys)), f"{path} has a key twice")
        return dict(pairs)

    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"), object_pairs_hook=once)


def validate(format_name, value):
    json_schema.validate(value, load(SCHEMAS / f"{format_name}.json"))


def is_integer(layer):
    return layer["weight"]["method"] in UNIFORM


def per_axis(layer):
    return layer["weight"]["granularity"] == "channel" and layer["weight"]["axis"] >= 0


def weight_offsets(layer):
    weight = layer["weight"]
    return [weight["quantMin"] - zero for zero in weight["zeroPoint"]]


def check_quantloupe(path, layers):
    value = load(path)
    json_schema.validate(value, load(CONFIGURATION_SCHEMA))
    for layer in value["layers"]:
        weight = layer["weight"]
        require(set(layer["onnx"]) >= {"node", "weight", "input"}, "names are missing")
        if is_integer(layer):
            require(len(weight["scale"]) == len(weight["zeroPoint"]), "scales and zero points")
            if per_axis(layer) and layer["kind"] != "transposed convolution":
                channels = layer["weightShape"][weight["axis"]]
                require(len(weight["scale"]) == channels, f"{layer['name']}: one scale a channel")
        if "codebook" in weight:
            require(len(weight["codebook"]) % 2 ** weight["bits"] == 0, "levels of a codebook")


def check_aimet_061(path, layers):
    value = load(path)
    validate("aimet-0.6.1", value)
    for layer in layers:
        entries = value["param_encodings"][layer["onnx"]["weight"]]
        if entries[0]["dtype"] == "float":
            require(not is_integer(layer) or layer["weight"]["bits"] < 4
                    or layer["weight"]["granularity"].startswith("group"),
                    f"{layer['name']} is float without need")
            continue
        weight = layer["weight"]
        require([entry["offset"] for entry in entries] == weight_offsets(layer), "offsets")
        for entry, scale in zip(entries, weight["scale"], strict=True):
            require(entry["bitwidth"] == weight["bits"], "bits")
            require(close(entry["scale"], scale), "scale")
            check_ends(entry)
    for entries in value["activation_encodings"].values():
        check_ends(entries[0])


def check_ends(entry):
    """min and max follow from scale, offset and bits; a narrow range has one step fewer."""
    steps = 2 ** entry["bitwidth"] - 1
    require(close(entry["min"], entry["scale"] * entry["offset"]), "min is not scale * offset")
    ends = [entry["scale"] * (count + entry["offset"]) for count in (steps, steps - 1)]
    require(any(close(entry["max"], end) for end in ends), "max does not follow")


def check_aimet_100(path, layers):
    value = load(path)
    validate("aimet-1.0.0", value)
    encodings = {entry["name"]: entry for entry in value["param_encodings"]}
    require(len(encodings) == len(value["param_encodings"]) == len(layers), "one entry a layer")
    for layer in layers:
        entry = encodings[layer["onnx"]["weight"]]
        if entry["dtype"] == "FLOAT":
            continue
        require(entry["offset"] == weight_offsets(layer), f"{layer['name']}: offsets")
        require(all(map(close, entry["scale"], layer["weight"]["scale"])), "scales")
        kinds = {"PER_TENSOR": "tensor", "PER_CHANNEL": "channel", "PER_BLOCK": "group"}
        granularity = layer["weight"]["granularity"]
        require(granularity.startswith(kinds[entry["enc_type"]]), f"{layer['name']}: enc_type")
        require(("block_size" in entry) == (entry["enc_type"] == "PER_BLOCK"), "block_size")
        if entry["enc_type"] == "PER_BLOCK":
            kernel = math.prod(layer["weightShape"][2:])
            require(entry["block_size"] * kernel == layer["weight"]["groupSize"], "block size")


def check_aimet_200(path, layers):
    value = load(path)
    validate("aimet-2.0.0", value)
    encodings = {entry["name"]: entry for entry in value["encodings"]}
    require(len(encodings) == len(value["encodings"]), "a tensor twice")
    for layer in layers:
        entry = encodings.get(layer["onnx"]["weight"])
        if entry is None:
            continue
        weight = layer["weight"]
        scales = entry["y_scale"] if isinstance(entry["y_scale"], list) else [entry["y_scale"]]
        require(all(map(close, scales, weight["scale"])), "scales")
        require(len(scales) == len(weight["scale"]), f"{layer['name']}: number of scales")
        require(("axis" in entry) == isinstance(entry["y_scale"], list), "axis")
        if "axis" in entry:
            require(len(scales) == layer["weightShape"][entry["axis"]], "axis of other size")
        width = int(entry["output_dtype"].removeprefix("u").removeprefix("int"))
        require(width >= weight["bits"], "the type holds the codes")
        require(entry["output_dtype"].startswith("u") == (weight["quantMin"] == 0), "signed")
        zeros = entry.get("y_zero_point", 0)
        zeros = zeros if isinstance(zeros, list) else [zeros] * len(scales)
        require(zeros == weight["zeroPoint"], "zero points")


def check_onnxruntime(path, layers):
    value = load(path)
    validate("onnxruntime", value)
    overrides = value["TensorQuantOverrides"]
    by_weight = {layer["onnx"]["weight"]: layer for layer in layers}
    for tensor, entries in overrides.items():
        for entry in entries:
            low, high = TYPE_RANGES[entry["quant_type"]]
            require(low <= entry["zero_point"] <= high, f"{tensor}: zero point")
        require(all("axis" not in entry for entry in entries[1:]), "axis only in the first")
        layer = by_weight.get(tensor)
        if layer is None:
            require(len(entries) == 1 and "axis" not in entries[0], "an activation has one scale")
            continue
        channels = layer["weightShape"][entries[0]["axis"]] if "axis" in entries[0] else 1
        require(len(entries) == channels, f"{tensor}: {len(entries)} entries for {channels}")
        require(all(close(entry["scale"], scale)
                    for entry, scale in zip(entries, layer["weight"]["scale"], strict=True)),
                "scales")
    for layer in layers:
        excluded = layer["onnx"]["node"] in value["nodes_to_exclude"]
        require(excluded != (layer["onnx"]["weight"] in overrides), f"{layer['name']}: both or none")
    ast.parse(pathlib.Path(path).with_suffix(".py").read_text(encoding="utf-8"))


def check_nncf(path, layers):
    value = load(path)
    validate("nncf", value)
    floats = {layer["onnx"]["node"] for layer in layers if layer["weight"]["method"] == "float"}
    require(set(value["names"]) == floats, "the ignored nodes are the float layers")
    ast.parse(pathlib.Path(path).with_suffix(".py").read_text(encoding="utf-8"))


def check_torchao(path, layers):
    value = load(path)
    validate("torchao", value)
    modules = value["_data"]["fqn_to_config"]
    require(set(modules) == {layer["name"] for layer in layers}, "every module is there")
    for layer in layers:
        module = modules[layer["name"]]
        if module is None:
            continue
        kinds = {"linear": 2, "convolution": 4}
        require(kinds.get(layer["kind"]) == len(layer["weightShape"]), f"{layer['name']}: kind")
        require(layer["weight"]["axis"] == 0, "output axis 0")
        require(module["_data"]["weight_dtype"]["_data"] == f"int{layer['weight']['bits']}", "bits")


def keywords(call):
    return {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}


def check_qconfig(path, layers):
    tree = ast.parse(pathlib.Path(path).read_text(encoding="utf-8"))
    calls = [node.value for node in tree.body
             if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    require(ast.unparse(calls[0]) == "mapping.set_global(None)", "nothing but the modules named")
    by_name = {layer["name"]: layer for layer in layers}
    seen = set()
    for call in calls[1:]:
        require(ast.unparse(call.func) == "mapping.set_module_name", "set_module_name alone")
        layer = by_name[call.args[0].value]
        seen.add(layer["name"])
        parts = {keyword.arg: keyword.value for keyword in call.args[1].keywords}
        require(set(parts) == {"activation", "weight"}, "a QConfig has two parts")
        options = keywords(parts["weight"])
        if options["dtype"] == "torch.float":
            continue
        low, high = int(options["quant_min"]), int(options["quant_max"])
        require(-128 <= low < high <= 127, "codes of qint8")
        require(high - low <= 2 ** layer["weight"]["bits"] - 1, "codes of the bits")
        if "ch_axis" in options:
            require(int(options["ch_axis"]) == layer["weight"]["axis"], "channel axis")
        require(("ch_axis" in options) == per_axis(layer), f"{layer['name']}: granularity")
    quantized = {layer["name"] for layer in layers
                 if is_integer(layer) and layer["weight"]["bits"] <= 8
                 and not layer["weight"]["granularity"].startswith("group")
                 and layer["kind"] != "matrix product"}
    require(quantized <= seen, f"{quantized - seen} are missing")


def check_modelopt(path, layers):
    value = load(path)
    validate("modelopt", value)
    entries = value["quantize"]["quant_cfg"]
    require(entries[0]["quantizer_name"] == "*", "everything is off first")
    names = [entry["quantizer_name"] for entry in entries]
    require(len(names) == len(set(names)), "a quantizer twice")
    by_name = {layer["name"]: layer for layer in layers}
    for entry in entries[1:]:
        module, kind = entry["quantizer_name"].rsplit(".", 1)
        layer = by_name[module]
        if kind == "input_quantizer":
            require(entry["cfg"]["num_bits"] == layer["activation"]["bits"], "activation bits")
            continue
        require(entry["cfg"]["num_bits"] == layer["weight"]["bits"], "weight bits")
        axis = layer["weight"]["axis"] if per_axis(layer) else None
        require(entry["cfg"]["axis"] == axis, f"{module}: axis")


def check_model_explorer(path, layers):
    value = load(path)
    validate("model-explorer", value)
    nodes = {layer["onnx"]["node"] for layer in layers if layer["weight"]["method"] != "float"}
    require(set(value["main"]["results"]) <= nodes, "a node of no quantized layer")
    stops = [entry["stop"] for entry in value["main"]["gradient"]]
    require(stops == sorted(stops), "stops in order")


def check_csv(path, layers):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    require([row["layer"] for row in rows] == [layer["name"] for layer in layers], "the layers")
    for row, layer in zip(rows, layers):
        validate("csv", row)
        require(row["weight"] == layer["weight"]["spec"], "weight")
        require(row["activation"] == layer["activation"]["spec"], "activation")
        require(int(row["weight_bits"]) == layer["weight"]["bits"], "bits")


def check_safetensors(path, layers):
    header, tensors = safetensors_reader.read(path)
    validate("safetensors", header)
    metadata = header["__metadata__"]
    inside = json.loads(metadata["configuration"])
    json_schema.validate(inside, load(CONFIGURATION_SCHEMA))
    for layer in layers:
        weight = layer["weight"]
        name = layer["name"] + ".weight."
        if weight["method"] == "float":
            require(name + "codes" not in tensors, f"{layer['name']} is float")
            continue
        count = math.prod(layer["weightShape"])
        data = tensors[name + "codes"]
        require(len(data) == (count * weight["bits"] + 7) // 8, f"{layer['name']}: codes")
        numbers = safetensors_reader.codes(data, count, weight["bits"])
        if "codebook" in weight:
            check_codebook(layer, safetensors_reader.floats(tensors[name + "levels"]))
            continue
        scales = safetensors_reader.floats(tensors[name + "scale"])
        require(scales == [struct.unpack("<f", struct.pack("<f", s))[0] for s in weight["scale"]],
                f"{layer['name']}: scales")
        if is_integer(layer):
            require(max(numbers) <= weight["quantMax"] - weight["quantMin"], "codes in range")
            zeros = tensors.get(name + "zero_point")
            if zeros is not None:
                size = (weight["bits"] + 7) // 8
                found = [int.from_bytes(zeros[i : i + size], "little")
                         for i in range(0, len(zeros), size)]
                require(found == weight["zeroPoint"], "zero points")


def check_codebook(layer, kept):
    """Levels as the format says they follow from the numbers kept."""
    weight = layer["weight"]
    count = 2 ** weight["bits"]
    size = {"kmeans": count, "extremes": 2, "em": 2, "tanh": 1, "log": 1}[weight["method"]]
    books = [weight["codebook"][i : i + count] for i in range(0, len(weight["codebook"]), count)]
    require(len(kept) == size * len(books), f"{layer['name']}: numbers of the codebook")
    for index, book in enumerate(books):
        own = kept[index * size : (index + 1) * size]
        if weight["method"] == "log":
            levels = [own[0] / 2**k for k in range(count // 2)]
            expected = [-level for level in levels] + levels[::-1]
        elif weight["method"] == "kmeans":
            expected = own
        else:
            first, last = (own[0], own[1]) if size == 2 else (-own[0], own[0])
            expected = [(first * (count - 1 - c) + last * c) / (count - 1) for c in range(count)]
        require(all(map(close, book, expected)), f"{layer['name']}: levels")


CHECKS = {
    "quantloupe": check_quantloupe,
    "csv": check_csv,
    "aimet-0.6.1": check_aimet_061,
    "aimet-1.0.0": check_aimet_100,
    "aimet-2.0.0": check_aimet_200,
    "onnxruntime": check_onnxruntime,
    "nncf": check_nncf,
    "torchao": check_torchao,
    "qconfig-mapping": check_qconfig,
    "modelopt": check_modelopt,
    "model-explorer": check_model_explorer,
    "safetensors": check_safetensors,
}


def main(arguments):
    format_name, path, configuration = arguments
    layers = load(configuration)["layers"]
    try:
        CHECKS[format_name](path, layers)
    except (Fault, json_schema.Mismatch, KeyError, ValueError) as fault:
        print(f"{format_name}: {type(fault).__name__}: {fault}")
        return 1
    print(f"{format_name}: {len(layers)} layers as they should be")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
