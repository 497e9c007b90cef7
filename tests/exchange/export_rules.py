# SPDX-License-Identifier: GPL-3.0-or-later
"""What each format says of a configuration, and what it cannot say, after the formats' own rules.

Every rule gives what the file must hold and adds to `losses` a (layer, setting, word) for whatever
is lost: the report must name the setting, with the word; a fourth entry is a word of what it says is
written instead, or Whole of it.
"""

from configuration import require

TYPE_BITS = (4, 8, 16)


class Whole(str):
    """All that a report says is written instead, not only a word of it."""


def weight_text(layer):
    return "weight " + layer.weight["spec"]


def activation_text(layer):
    return "activation " + layer.activation["spec"]


def lose_names(layer, losses):
    """Of the three names those that the configuration marks as derived, and no others."""
    derived = [layer.onnx[key] for key in ("node", "weight", "input")
               if key in layer.onnx.get("derived", [])]
    if not derived:
        return
    named = ", ".join(derived[:-1]) + (" and " if derived[:-1] else "") + derived[-1]
    losses.append((layer, "ONNX names", "no map", Whole(named + ", derived from the module's path")))


def lose_input(layer, losses):
    """A derived name is known where it is that of what a module makes."""
    name = layer.onnx["input"]
    if "input" in layer.onnx.get("derived", []) and not name.endswith("_output_0"):
        losses.append((layer, "ONNX name of the input", "cannot be derived", name + ", which "))


def is_sayable(layer, losses, least=1, most=16, blocks=False):
    """The weight's codes are multiples of scales that lie as the format can say."""
    reason = None
    if not layer.is_uniform:
        reason = "no scale says"
    elif layer.scale_shape == "other":
        reason = "scales of"
    elif layer.weight["bits"] < least:
        reason = f"fewer than {least} bits"
    elif layer.weight["bits"] > most:
        reason = f"more than {most} bits"
    elif layer.scale_shape == "blocks" and not blocks:
        reason = "scales of blocks"
    if reason:
        losses.append((layer, weight_text(layer), reason))
    return reason is None


def inputs(layers, losses, refusal=lambda layer: None):
    """For each tensor the layer whose range it has: the first reader that has one and that the
    format does not refuse, for which `refusal` gives a word. What the other readers lose names that
    layer, or float where there is none."""
    writers = {}
    refused = {}
    for layer in layers:
        if layer.is_float_input or layer.onnx["input"] in writers:
            continue
        reason = refusal(layer) if layer.range else "no range"
        if reason:
            refused[layer.name] = reason
        else:
            writers[layer.onnx["input"]] = layer
            lose_input(layer, losses)
    for layer in layers:
        writer = writers.get(layer.onnx["input"])
        instead = f"that of {writer.name}," if writer else "float"
        if layer.name in refused:
            losses.append((layer, activation_text(layer), refused[layer.name], instead))
        elif writer and layer.is_float_input:
            losses.append((layer, "float activation of ", layer.onnx["input"], instead))
        elif writer and writer.range != layer.range:
            losses.append((layer, activation_text(layer), layer.onnx["input"], instead))
    return list(writers.values())


def offset(codes, zero):
    return codes["quantMin"] - zero


def common_bits(bits):
    """The commonest, of several the widest."""
    return max(bits, key=lambda b: (bits.count(b), b)) if bits else 8


def quantizer_arguments(weights, readers):
    """Of the layers whose weights, and of those whose inputs, are written as integers."""
    return {
        "activation_bitwidth": common_bits([layer.activation["bits"] for layer in readers]),
        "dtype": "int",
        "is_symmetric": not any(layer.is_asymmetric for layer in weights),
        "param_bitwidth": common_bits([layer.weight["bits"] for layer in weights]),
        "per_channel_quantization": any(layer.weight["granularity"] != "tensor"
                                        for layer in weights),
        "quant_scheme": "post_training_tf_enhanced"
        if any(layer.weight["method"] == "mse" for layer in weights) else "post_training_tf",
    }


def entry_061(bits, symmetric, codes, scale, zero):
    steps = codes["quantMax"] - codes["quantMin"]
    low = offset(codes, zero)
    return {"bitwidth": bits, "dtype": "int", "is_symmetric": str(symmetric), "offset": low,
            "min": scale * low, "max": scale * (low + steps), "scale": scale}


def aimet_inputs(layers, losses):
    return inputs(layers, losses,
                  lambda layer: "fewer than 4 bits" if layer.activation["bits"] < 4 else None)


def aimet_weights(layers, losses, blocks):
    """Each layer, and whether its weight is integer."""
    for layer in layers:
        lose_names(layer, losses)
        if layer.is_float:
            losses.append((layer, "32-bit float weight", ""))
            yield layer, False
        else:
            yield layer, is_sayable(layer, losses, least=4, blocks=blocks)


def aimet_061(layers, losses):
    readers = aimet_inputs(layers, losses)
    activations = {
        layer.onnx["input"]: [entry_061(layer.activation["bits"], layer.range["quantMin"] < 0,
                                        layer.range, layer.range["scale"],
                                        layer.range["zeroPoint"])]
        for layer in readers}
    weights = {}
    integers = []
    for layer, is_integer in aimet_weights(layers, losses, blocks=False):
        weight = layer.weight
        if is_integer:
            integers.append(layer)
        weights[layer.onnx["weight"]] = [
            entry_061(weight["bits"], not layer.is_asymmetric, weight, scale, zero)
            for scale, zero in zip(weight["scale"], weight["zeroPoint"], strict=True)
        ] if is_integer else [{"bitwidth": 16, "dtype": "float"}]
    return {"version": "0.6.1", "activation_encodings": activations, "param_encodings": weights,
            "excluded_layers": [], "quantizer_args": quantizer_arguments(integers, readers)}


def aimet_100(layers, losses):
    readers = aimet_inputs(layers, losses)
    activations = [
        {"name": layer.onnx["input"], "enc_type": "PER_TENSOR", "dtype": "INT",
         "bw": layer.activation["bits"], "is_sym": layer.range["quantMin"] < 0,
         "scale": [layer.range["scale"]],
         "offset": [offset(layer.range, layer.range["zeroPoint"])]}
        for layer in readers]
    weights = []
    integers = []
    kinds = {"tensor": "PER_TENSOR", "axis": "PER_CHANNEL", "blocks": "PER_BLOCK"}
    for layer, is_integer in aimet_weights(layers, losses, blocks=True):
        entry = {"name": layer.onnx["weight"], "enc_type": "PER_TENSOR", "dtype": "FLOAT", "bw": 16}
        if is_integer:
            integers.append(layer)
            weight = layer.weight
            entry.update({
                "enc_type": kinds[layer.scale_shape], "dtype": "INT", "bw": weight["bits"],
                "is_sym": not layer.is_asymmetric, "scale": weight["scale"],
                "offset": [offset(weight, zero) for zero in weight["zeroPoint"]]})
            if layer.scale_shape == "blocks":
                entry["block_size"] = weight["groupSize"] // layer.kernel
        weights.append(entry)
    return {"version": "1.0.0", "activation_encodings": activations, "param_encodings": weights,
            "excluded_layers": [], "quantizer_args": quantizer_arguments(integers, readers)}


def onnx_type(layer, setting, bits, codes, losses):
    """Width and sign of the least of ONNX's types that holds the codes."""
    width = next(each for each in TYPE_BITS if bits <= each)
    signed = codes["quantMin"] < 0
    low = -(1 << (width - 1)) if signed else 0
    if (codes["quantMin"], codes["quantMax"]) != (low, low + (1 << width) - 1):
        losses.append((layer, setting, f"codes {codes['quantMin']}..{codes['quantMax']}"))
    return signed, width


def weight_type(layer, losses):
    return onnx_type(layer, weight_text(layer), layer.weight["bits"], layer.weight, losses)


def input_type(layer, losses):
    return onnx_type(layer, activation_text(layer), layer.activation["bits"], layer.range, losses)


def aimet_200(layers, losses):
    def name(kind):
        return ("int" if kind[0] else "uint") + str(kind[1])

    encodings = []
    for layer in aimet_inputs(layers, losses):
        entry = {"name": layer.onnx["input"], "output_dtype": name(input_type(layer, losses)),
                 "y_scale": layer.range["scale"]}
        if layer.range["zeroPoint"]:
            entry["y_zero_point"] = layer.range["zeroPoint"]
        encodings.append(entry)
    for layer, is_integer in aimet_weights(layers, losses, blocks=False):
        if not is_integer:
            continue
        weight = layer.weight
        per_axis = layer.scale_shape == "axis"
        entry = {"name": layer.onnx["weight"], "output_dtype": name(weight_type(layer, losses)),
                 "y_scale": weight["scale"] if per_axis else weight["scale"][0]}
        if any(weight["zeroPoint"]):
            entry["y_zero_point"] = weight["zeroPoint"] if per_axis else weight["zeroPoint"][0]
        if per_axis:
            entry["axis"] = weight["axis"]
        encodings.append(entry)
    return {"version": "2.0.0", "encodings": encodings}


def onnxruntime(layers, losses):
    def name(kind):
        return ("QInt" if kind[0] else "QUInt") + str(kind[1])

    overrides = {}
    excluded = []
    for layer in layers:
        lose_names(layer, losses)
        if layer.is_float or not is_sayable(layer, losses):
            excluded.append(layer)
            continue
        kind = name(weight_type(layer, losses))
        entries = [{"quant_type": kind, "scale": scale, "zero_point": zero}
                   for scale, zero in zip(layer.weight["scale"], layer.weight["zeroPoint"])]
        if layer.scale_shape == "axis":
            require(len(entries) == layer.shape[layer.weight["axis"]], "one scale a channel")
            entries[0]["axis"] = layer.weight["axis"]
        overrides[layer.onnx["weight"]] = entries
    for layer in inputs(layers, losses, lambda layer:
                        "before a float weight" if layer in excluded else None):
        overrides[layer.onnx["input"]] = [
            {"quant_type": name(input_type(layer, losses)), "scale": layer.range["scale"],
             "zero_point": layer.range["zeroPoint"]}]
    for layer in layers:
        if layer.is_float_input and layer not in excluded \
                and layer.onnx["input"] not in overrides:
            losses.append((layer, "float activation before", "", "quantize_static"))
    return {"TensorQuantOverrides": overrides,
            "nodes_to_exclude": [layer.onnx["node"] for layer in excluded]}


def nncf(layers, losses):
    for layer in layers:
        lose_names(layer, losses)
        if not layer.is_float:
            losses.append((layer, weight_text(layer), ""))
        if not layer.is_float_input or not layer.is_float:
            losses.append((layer, activation_text(layer), ""))
    return {"names": [layer.onnx["node"] for layer in layers if layer.is_float], "patterns": [],
            "types": [], "subgraphs": [], "validate": True}


def typed(kind, data, version=None):
    return {"_type": kind, **({} if version is None else {"_version": version}), "_data": data}


def torchao(layers, losses):
    modules = {layer.name: None for layer in layers}
    for layer in layers:
        weight = layer.weight
        is_linear = layer.kind == "linear"
        is_known = is_linear or (layer.kind == "convolution" and len(layer.shape) == 4)
        if not layer.is_float_input:
            losses.append((layer, activation_text(layer), ""))
        if layer.is_float:
            continue
        if not is_known or weight["axis"] != 0:
            losses.append((layer, weight_text(layer), f"of a {layer.kind}"))
            continue
        if not is_sayable(layer, losses, most=8, blocks=True):
            continue
        if layer.scale_shape == "blocks" and not is_linear:
            losses.append((layer, weight_text(layer), "groups of a convolution"))
            continue
        granularity = typed("PerAxis", {"axis": 0}, 1)
        if layer.scale_shape == "blocks":
            granularity = typed("PerGroup", {"group_size": weight["groupSize"]}, 1)
        modules[layer.name] = typed("IntxWeightOnlyConfig", {
            "weight_dtype": typed("torch.dtype", f"int{weight['bits']}"),
            "granularity": granularity,
            "mapping_type": typed("MappingType",
                                  "ASYMMETRIC" if layer.is_asymmetric else "SYMMETRIC"),
            "scale_dtype": None,
            "intx_packing_format": typed("IntxPackingFormat", "UNPACKED_TO_INT8"),
            "intx_choose_qparams_algorithm": typed("IntxChooseQParamsAlgorithm", "AFFINE")}, 2)
        if layer.scale_shape == "tensor":
            losses.append((layer, weight_text(layer), "one scale for the tensor"))
        if weight["method"] != "minmax":
            losses.append((layer, weight_text(layer), "searched"))
        if not layer.is_asymmetric:
            losses.append((layer, weight_text(layer), "codes"))
    return typed("FqnToConfig", {"fqn_to_config": modules}, 1)


FLOAT_OBSERVER = ("PlaceholderObserver", {"dtype": "torch.float"})


def qconfig_weight(layer, losses):
    if layer.is_float:
        return FLOAT_OBSERVER
    if layer.kind == "matrix product":
        losses.append((layer, weight_text(layer), "no module"))
        return FLOAT_OBSERVER
    if not is_sayable(layer, losses, most=8):
        return FLOAT_OBSERVER
    weight = layer.weight
    per_axis = layer.scale_shape == "axis"
    full = weight["quantMin"] == -weight["quantMax"] - 1
    if weight["method"] != "minmax":
        losses.append((layer, weight_text(layer), "searched"))
    elif not layer.is_asymmetric and full:
        losses.append((layer, weight_text(layer), "full range"))
    # Weights are signed there.
    shift = 1 << (weight["bits"] - 1) if layer.is_asymmetric else 0
    options = {"dtype": "torch.qint8", "quant_min": weight["quantMin"] - shift,
               "quant_max": weight["quantMax"] - shift,
               "qscheme": "torch." + ("per_channel_" if per_axis else "per_tensor_")
               + ("affine" if layer.is_asymmetric else "symmetric")}
    if per_axis:
        options["ch_axis"] = weight["axis"]
    return ("PerChannelMinMaxObserver" if per_axis else "MinMaxObserver", options)


def qconfig_activation(layer, losses):
    """torch puts this observer on a module's output too, whose range and sign a configuration does
    not know: no range of the input may be fixed there, nor codes from 0 on be symmetric."""
    if layer.is_float_input:
        return FLOAT_OBSERVER
    if not layer.range or layer.activation["bits"] > 8:
        losses.append((layer, activation_text(layer),
                       "more than 8 bits" if layer.range else "no range"))
        return FLOAT_OBSERVER
    losses.append((layer, activation_text(layer), "range of its input", "torch's own calibration"))
    signed = layer.range["quantMin"] < 0
    return ("MinMaxObserver", {
        "dtype": "torch.qint8" if signed else "torch.quint8",
        "quant_min": layer.range["quantMin"], "quant_max": layer.range["quantMax"],
        "qscheme": "torch.per_tensor_symmetric" if signed else "torch.per_tensor_affine"})


def qconfig_mapping(layers, losses):
    """By module, observers of activation and weight, each with its options."""
    modules = {}
    for layer in layers:
        observers = {"activation": qconfig_activation(layer, losses),
                     "weight": qconfig_weight(layer, losses)}
        if set(observers[part][0] for part in observers) != {FLOAT_OBSERVER[0]}:
            modules[layer.name] = observers
    return modules


def modelopt(layers, losses):
    entries = [{"quantizer_name": "*", "enable": False}]
    for layer in layers:
        is_module = layer.kind != "matrix product"
        weight = layer.weight
        if not layer.is_float and not is_module:
            losses.append((layer, weight_text(layer), "no module"))
        elif not layer.is_float and is_sayable(layer, losses):
            if layer.is_asymmetric:
                losses.append((layer, weight_text(layer), "asymmetric"))
            elif weight["quantMin"] == -weight["quantMax"] - 1:
                losses.append((layer, weight_text(layer), "full range"))
            if weight["method"] != "minmax":
                losses.append((layer, weight_text(layer), "searched"))
            axis = weight["axis"] if layer.scale_shape == "axis" else None
            entries.append({"quantizer_name": layer.name + ".weight_quantizer",
                            "cfg": {"num_bits": weight["bits"], "axis": axis}})
        if layer.is_float_input:
            continue
        losses.append((layer, activation_text(layer), "its range" if is_module else "no module"))
        if is_module:
            entries.append({"quantizer_name": layer.name + ".input_quantizer",
                            "cfg": {"num_bits": layer.activation["bits"], "axis": None}})
    return {"quantize": {"algorithm": "max", "quant_cfg": entries}}


def model_explorer(layers, losses, sqnr):
    """`sqnr` gives that of a layer's weight in dB, None for none."""
    results = {}
    for layer in layers:
        lose_names(layer, losses)
        losses.append((layer, weight_text(layer), ""))
        if not layer.is_float_input:
            losses.append((layer, activation_text(layer), ""))
        if not layer.is_float and sqnr(layer) is not None:
            results[layer.onnx["node"]] = {"value": sqnr(layer)}
    return {"main": {"name": "Weight SQNR, dB (not sensitivity)", "results": results,
                     "gradient": [{"stop": 0, "bgColor": "red"}, {"stop": 1, "bgColor": "white"}]}}


def csv_rows(layers, sqnr):
    rows = []
    for layer in layers:
        weight, codes = layer.weight, layer.range
        value = None if layer.is_float else sqnr(layer)
        scale = codes["scale"] if codes else None
        rows.append({
            "layer": layer.name, "kind": layer.kind,
            "weight_shape": "x".join(map(str, layer.shape)), "output_axis": weight["axis"],
            "weight": weight["spec"], "weight_method": weight["method"],
            "weight_bits": weight["bits"],
            "weight_granularity": "" if layer.is_float else weight["granularity"],
            "scales": "" if layer.is_float else layer.scales,
            "weight_sqnr_db": "" if value is None else value,
            "activation": layer.activation["spec"], "activation_bits": layer.activation["bits"],
            "activation_scale": scale if codes else "",
            "activation_zero_point": codes["zeroPoint"] if codes else "",
            "activation_low": scale * (codes["quantMin"] - codes["zeroPoint"]) if codes else "",
            "activation_high": scale * (codes["quantMax"] - codes["zeroPoint"]) if codes else "",
            "corrections": " ".join(layer.corrections),
            "locked": "yes" if layer.entry.get("locked") else "no",
            "tie": layer.entry.get("tie", "")})
    return rows


def lose_corrections(layers, losses):
    for layer in layers:
        losses += [(layer, "correction " + name, "") for name in layer.corrections]
