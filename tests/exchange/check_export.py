#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exports again, with nothing of the program that wrote them.

check_export.py FORMAT FOLDER, where FOLDER holds FORMAT-bits.out (and FORMAT-bits.py), the report
of losses FORMAT.losses (the answer of `export --json`), the same configuration as
quantloupe-bits.out and safetensors-bits.out, and floats.out: the generator packed with no layer
quantized. Prints what was checked; exit status 1 names the first fault.
"""

import ast
import csv
import json
import math
import pathlib
import struct
import sys
import types

import export_rules
import json_schema
import packed_weights
import safetensors_reader
from configuration import Fault, check_hash, layers_of, load, require

HERE = pathlib.Path(__file__).resolve().parent
SCHEMAS = HERE / "schemas"
CONFIGURATION_SCHEMA = HERE.parent.parent / "resources" / "schema" / "configuration.schema.json"
TORCH_NAMES = {
    "torch.ao.quantization": {"QConfig", "QConfigMapping"},
    "torch.ao.quantization.observer": {"MinMaxObserver", "PerChannelMinMaxObserver",
                                       "PlaceholderObserver"},
}
FAULTS = (Fault, json_schema.Mismatch, KeyError, ValueError, TypeError, SyntaxError, IndexError,
          AttributeError, StopIteration, struct.error)


def validate(format_name, value):
    json_schema.validate(value, load(SCHEMAS / f"{format_name}.json"))


def compare(found, expected, where="$", tolerance=1e-6):
    """Equal, numbers up to how they are written."""
    if isinstance(expected, float):
        is_number = isinstance(found, (int, float)) and not isinstance(found, bool)
        require(is_number and math.isclose(found, expected, rel_tol=tolerance, abs_tol=1e-12),
                f"{where} is {found} instead of {expected}")
    elif isinstance(expected, dict):
        require(isinstance(found, dict) and set(found) == set(expected),
                f"{where} has other keys than {sorted(expected)}")
        for key in expected:
            compare(found[key], expected[key], f"{where}.{key}", tolerance)
    elif isinstance(expected, (list, tuple)):
        require(isinstance(found, (list, tuple)) and len(found) == len(expected),
                f"{where} has not {len(expected)} entries")
        for index, (one, other) in enumerate(zip(found, expected)):
            compare(one, other, f"{where}[{index}]", tolerance)
    else:
        require(type(found) is type(expected) and found == expected,
                f"{where} is {found} instead of {expected}")


class Export:
    """An export in its folder, and what it was made from."""

    def __init__(self, format_name, folder):
        self.format = format_name
        self.folder = pathlib.Path(folder)
        self.file = self.folder / f"{format_name}-bits.out"
        self.script = self.folder / f"{format_name}-bits.py"
        self.losses = load(self.folder / f"{format_name}.losses")["losses"]
        self.configuration = self.folder / "quantloupe-bits.out"
        self.layers = layers_of(load(self.configuration))
        self._weights = None

    @property
    def weights(self):
        if self._weights is None:
            self._weights = packed_weights.Weights(self.folder / "safetensors-bits.out",
                                                   self.folder / "floats.out")
        return self._weights


def check_json(rule):
    def check(export, losses):
        value = load(export.file)
        validate(export.format, value)
        compare(value, rule(export.layers, losses))
    return check


def run_script(path, modules):
    """What a script defines, with modules that are not there made up."""
    known = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(modules)
    try:
        scope = {"__file__": str(path)}
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), scope)
        return scope
    finally:
        for name, module in known.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


def check_onnxruntime(export, losses):
    check_json(export_rules.onnxruntime)(export, losses)
    kinds = {f"{sign}Int{bits}": ("type", f"{sign}Int{bits}")
             for sign in ("Q", "QU") for bits in (4, 8, 16)}
    names = ("onnxruntime", "onnxruntime.quantization")
    modules = {name: types.ModuleType(name) for name in names}
    modules[names[1]].QuantType = kinds
    options = run_script(export.script, modules)["quantization_options"]()
    expected = export_rules.onnxruntime(export.layers, [])
    for entries in expected["TensorQuantOverrides"].values():
        for entry in entries:
            entry["quant_type"] = kinds[entry["quant_type"]]
    compare(options, {
        "nodes_to_exclude": expected["nodes_to_exclude"],
        "extra_options": {"TensorQuantOverrides": expected["TensorQuantOverrides"]}})


def check_nncf(export, losses):
    check_json(export_rules.nncf)(export, losses)
    module = types.ModuleType("nncf")
    module.IgnoredScope = dict
    scope = run_script(export.script, {"nncf": module})["ignored_scope"]()
    compare(scope, export_rules.nncf(export.layers, []))


def check_model_explorer(export, losses):
    value = load(export.file)
    validate(export.format, value)
    expected = export_rules.model_explorer(export.layers, losses, export.weights.sqnr)
    compare(value, expected, tolerance=1e-4)


def check_csv(export, losses):
    with open(export.file, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    expected = export_rules.csv_rows(export.layers, export.weights.sqnr)
    require(len(rows) == len(expected), "one row a layer")
    for row, wanted in zip(rows, expected):
        validate("csv", row)
        for column, cell in row.items():
            if isinstance(wanted[column], float):
                compare(float(cell), wanted[column], column, tolerance=1e-4)
            else:
                compare(cell, str(wanted[column]), column)


def observer(call):
    """Name and options of NAME.with_args(...)."""
    require(call.func.attr == "with_args" and not call.args, "an observer with options")
    options = {}
    for keyword in call.keywords:
        text = ast.unparse(keyword.value)
        options[keyword.arg] = text if text.startswith("torch.") else ast.literal_eval(text)
    return call.func.value.id, options


def check_qconfig(export, losses):
    tree = ast.parse(export.file.read_text(encoding="utf-8"))
    expected = export_rules.qconfig_mapping(export.layers, losses)
    head = [ast.unparse(node) for node in tree.body if not isinstance(node, ast.Expr)]
    require(head[0] == "import torch" and head[-1] == "mapping = QConfigMapping()", "the head")
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    for node in imports:
        require({name.name for name in node.names} <= TORCH_NAMES.get(node.module, set()),
                f"{node.module} has no such names")
    imported = {name.name for node in imports for name in node.names}
    calls = [node.value for node in tree.body if isinstance(node, ast.Expr)]
    require(ast.unparse(calls[0]) == "mapping.set_global(None)", "nothing but the modules named")
    modules = {}
    for call in calls[1:]:
        require(ast.unparse(call.func) == "mapping.set_module_name", "set_module_name alone")
        name, config = call.args
        require(config.func.id == "QConfig" and name.value not in modules, "one QConfig each")
        modules[name.value] = {part.arg: observer(part.value) for part in config.keywords}
    used = {part[0] for parts in modules.values() for part in parts.values()}
    require(used | {"QConfig", "QConfigMapping"} <= imported, "what is used is imported")
    compare(modules, expected)


def check_configuration(text):
    value = json.loads(text)
    json_schema.validate(value, load(CONFIGURATION_SCHEMA))
    check_hash(text)
    return value


def check_quantloupe(export, losses):
    value = check_configuration(export.file.read_text(encoding="utf-8"))
    require(value["provenance"]["version"].startswith("quantloupe "), "the program")
    for layer in export.layers:
        require({"node", "weight", "input"} <= set(layer.onnx), "names are missing")
        require(set(layer.onnx.get("derived", [])) <= {"node", "weight", "input"},
                "what is derived is no name")
        if layer.is_uniform:
            scales = layer.weight["scale"], layer.weight["zeroPoint"]
            require(len(scales[0]) == len(scales[1]), f"{layer.name}: scales and zero points")
        if not layer.is_float:
            # They are those of the weights.
            export.weights.check_codes(layer)


def check_safetensors(export, losses):
    weights = export.weights
    validate("safetensors", weights.header)
    metadata = weights.header["__metadata__"]
    inside = check_configuration(metadata["configuration"])
    told = load(export.configuration)
    for layer, own in zip(inside["layers"], told["layers"], strict=True):
        for key in ("name", "kind", "weightShape", "activation"):
            compare(layer[key], own[key], key)
        compare({key: own["weight"][key] for key in layer["weight"]}, layer["weight"])
    expected = {}
    taken = set()
    for layer in export.layers:
        expected.update(packed_weights.expected_parts(layer))
        if not layer.is_float:
            taken.add(layer.name + ".weight")
            weights.check_codes(layer)
        packed_weights.check_parts(layer, weights.tensors)
        if not layer.is_float_input and not layer.range:
            losses.append((layer, export_rules.activation_text(layer), "no range"))
    for name, entry in weights.float_header.items():
        if name not in taken and name != "__metadata__":
            expected[name] = (entry["dtype"], entry["shape"])
            require(weights.tensors[name] == weights.float_tensors[name], f"{name} differs")
    found = {name: (entry["dtype"], entry["shape"]) for name, entry in weights.header.items()
             if name != "__metadata__"}
    compare(found, expected)


def is_said(part, written):
    return written == part if isinstance(part, export_rules.Whole) else part in written


def check_losses(told, expected):
    """Each thing that is lost is named once, and nothing else is."""
    rest = list(told)
    for layer, setting, word, *instead in expected:
        fits = [loss for loss in rest if loss["layer"] == layer.name
                and loss["what"].startswith(setting) and word in loss["what"]
                and all(is_said(part, loss["written"]) for part in instead)]
        require(fits, f"{layer.name}: no word of {setting}, {word}")
        require(all(loss["written"] for loss in fits), f"{layer.name}: nothing written instead")
        rest.remove(fits[0])
    require(not rest, f"{rest} is not lost")


CHECKS = {
    "quantloupe": check_quantloupe,
    "csv": check_csv,
    "aimet-0.6.1": check_json(export_rules.aimet_061),
    "aimet-1.0.0": check_json(export_rules.aimet_100),
    "aimet-2.0.0": check_json(export_rules.aimet_200),
    "onnxruntime": check_onnxruntime,
    "nncf": check_nncf,
    "torchao": check_json(export_rules.torchao),
    "qconfig-mapping": check_qconfig,
    "modelopt": check_json(export_rules.modelopt),
    "model-explorer": check_model_explorer,
    "safetensors": check_safetensors,
}


def fault_of(format_name, folder):
    """None for an export that is as it should be."""
    try:
        export = Export(format_name, folder)
        losses = []
        CHECKS[format_name](export, losses)
        if format_name not in ("quantloupe", "csv"):
            export_rules.lose_corrections(export.layers, losses)
        check_losses(export.losses, losses)
        return None
    except FAULTS as fault:
        return f"{type(fault).__name__}: {fault}"


def main(arguments):
    format_name, folder = arguments
    fault = fault_of(format_name, folder)
    if fault:
        print(f"{format_name}: {fault}")
        return 1
    count = len(load(pathlib.Path(folder) / "quantloupe-bits.out")["layers"])
    print(f"{format_name}: {count} layers as they should be")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
