# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights of a packed export beside those of the float generator."""

import math
import struct

import safetensors_reader
from configuration import require


def float32(number):
    return struct.unpack("<f", struct.pack("<f", number))[0]


def codes_of(layer, tensors):
    """As the configuration counts them."""
    weight = layer.weight
    count = math.prod(layer.shape)
    data = tensors[layer.name + ".weight.codes"]
    require(len(data) == (count * weight["bits"] + 7) // 8, f"{layer.name}: size of the codes")
    numbers = safetensors_reader.codes(data, count, weight["bits"])
    rest = int.from_bytes(data, "little") >> (count * weight["bits"])
    require(rest == 0, f"{layer.name}: bits behind the last code")
    if "codebook" in weight:
        return numbers
    step = 2 if weight["method"] == "binary" else 1
    return [weight["quantMin"] + step * number for number in numbers]


def value_of(layer, code, scale):
    weight = layer.weight
    if "codebook" in weight:
        return weight["codebook"][scale * 2 ** weight["bits"] + code]
    return weight["scale"][scale] * (code - weight["zeroPoint"][scale])


class Weights:
    """`packed` and `floats` are safetensors files, the second of the same generator all float."""

    def __init__(self, packed, floats):
        self.header, self.tensors = safetensors_reader.read(packed)
        self.float_header, self.float_tensors = safetensors_reader.read(floats)
        self.known = {}

    def of(self, layer):
        """Float weights, their codes and the index of each one's scale."""
        if layer.name not in self.known:
            floats = safetensors_reader.floats(self.float_tensors[layer.name + ".weight"])
            scales = [layer.scale_of(element) for element in range(len(floats))]
            self.known[layer.name] = floats, codes_of(layer, self.tensors), scales
        return self.known[layer.name]

    def sqnr(self, layer):
        floats, codes, scales = self.of(layer)
        signal = sum(x * x for x in floats)
        error = sum((x - value_of(layer, code, scale)) ** 2
                    for x, code, scale in zip(floats, codes, scales, strict=True))
        return 10 * math.log10(signal / error) if error > 0 and signal > 0 else None

    def check_codes(self, layer):
        floats, codes, scales = self.of(layer)
        weight = layer.weight
        low, high = weight.get("quantMin", 0), weight.get("quantMax", 2 ** weight["bits"] - 1)
        require(low <= min(codes) and max(codes) <= high, f"{layer.name}: codes beyond their range")
        if layer.is_uniform:
            for x, code, scale in zip(floats, codes, scales, strict=True):
                step = weight["scale"][scale]
                error = x - value_of(layer, code, scale)
                is_clipped = (code == low and error < 0) or (code == high and error > 0)
                require(abs(error) <= step * 0.5001 or is_clipped, f"{layer.name}: no nearest code")
        self.check_order(layer)

    def check_order(self, layer):
        """The larger a weight, the larger its code."""
        floats, codes, scales = self.of(layer)
        last = {}
        for x, code, scale in sorted(zip(floats, codes, scales)):
            require(last.get(scale, code) <= code, f"{layer.name}: codes out of order")
            last[scale] = code


def expected_parts(layer):
    """By name: type and shape of the tensors of a layer."""
    weight = layer.weight
    parts = {}
    if not layer.is_float:
        name = layer.name + ".weight."
        size = (math.prod(layer.shape) * weight["bits"] + 7) // 8
        parts[name + "codes"] = ("U8", [size])
        if "codebook" in weight:
            kept = {"kmeans": 2 ** weight["bits"], "em": 2, "extremes": 2}.get(weight["method"], 1)
            parts[name + "levels"] = ("F32", [layer.scales, kept])
        else:
            parts[name + "scale"] = ("F32", [layer.scales])
            if layer.is_asymmetric:
                parts[name + "zero_point"] = ("U8", [layer.scales, (weight["bits"] + 7) // 8])
    if layer.range:
        parts[layer.name + ".input.scale"] = ("F32", [1])
        parts[layer.name + ".input.zero_point"] = ("U8", [(layer.activation["bits"] + 7) // 8])
    return parts


def numbers(data, bits):
    size = (bits + 7) // 8
    return [int.from_bytes(data[i : i + size], "little") for i in range(0, len(data), size)]


def check_levels(layer, kept):
    """Levels as the format says they follow from the numbers kept."""
    weight = layer.weight
    count = 2 ** weight["bits"]
    size = len(kept) // layer.scales
    for index in range(layer.scales):
        book = weight["codebook"][index * count : (index + 1) * count]
        own = kept[index * size : (index + 1) * size]
        if weight["method"] == "log":
            levels = [own[0] / 2**k for k in range(count // 2)]
            expected = [-level for level in levels] + levels[::-1]
        elif weight["method"] == "kmeans":
            expected = own
        else:
            first, last = (own[0], own[1]) if size == 2 else (-own[0], own[0])
            expected = [(first * (count - 1 - c) + last * c) / (count - 1) for c in range(count)]
        require(all(math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-12)
                    for a, b in zip(book, expected, strict=True)), f"{layer.name}: levels")


def check_parts(layer, tensors):
    weight = layer.weight
    name = layer.name + ".weight."
    if "codebook" in weight:
        check_levels(layer, safetensors_reader.floats(tensors[name + "levels"]))
    elif not layer.is_float:
        scales = safetensors_reader.floats(tensors[name + "scale"])
        require(scales == list(map(float32, weight["scale"])), f"{layer.name}: scales")
        if layer.is_asymmetric:
            zeros = numbers(tensors[name + "zero_point"], weight["bits"])
            require(zeros == weight["zeroPoint"], f"{layer.name}: zero points")
    if layer.range:
        codes = layer.range
        scale = safetensors_reader.floats(tensors[layer.name + ".input.scale"])
        require(scale == [float32(codes["scale"])], f"{layer.name}: scale of the input")
        zero = numbers(tensors[layer.name + ".input.zero_point"], layer.activation["bits"])
        require(zero == [codes["zeroPoint"] - codes["quantMin"]], f"{layer.name}: its zero point")
