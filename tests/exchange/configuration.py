# SPDX-License-Identifier: GPL-3.0-or-later
"""A configuration as Quantloupe JSON with scales, as the checks of exports see it."""

import hashlib
import json
import math
import pathlib

UNIFORM = {"minmax", "mse", "pow2"}
CORRECTIONS = ["fold-bn", "equalize", "adaround", "reestimate-bn", "bias-correction"]


class Fault(Exception):
    pass


def require(condition, what):
    if not condition:
        raise Fault(what)


def once(pairs):
    keys = [key for key, _ in pairs]
    require(len(keys) == len(set(keys)), "a key twice")
    return dict(pairs)


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"), object_pairs_hook=once)


class Digits(str):
    """A number as it is written."""


def canonical(value):
    """Keys sorted at every level, no spaces, numbers as they are written."""
    if isinstance(value, dict):
        items = (f"{json.dumps(key, ensure_ascii=False)}:{canonical(value[key])}"
                 for key in sorted(value))
        return "{" + ",".join(items) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return str(value) if isinstance(value, Digits) else json.dumps(value, ensure_ascii=False)


def check_hash(text):
    value = json.loads(text, parse_float=Digits, parse_int=Digits)
    told = value.pop("sha256")
    value.pop("provenance", None)
    found = hashlib.sha256(canonical(value).encode()).hexdigest()
    require(found == told, "sha256 is not that of the content")


class Layer:
    def __init__(self, entry, everywhere):
        self.entry = entry
        self.name = entry["name"]
        self.kind = entry["kind"]
        self.shape = entry["weightShape"]
        self.weight = entry["weight"]
        self.activation = entry["activation"]
        self.onnx = entry["onnx"]
        self.range = self.activation.get("range")
        chosen = {**everywhere, **entry.get("corrections", {})}
        is_touched = not self.is_float or not self.is_float_input
        self.corrections = [name for name in CORRECTIONS if is_touched and chosen.get(name)]

    @property
    def is_float(self):
        return self.weight["method"] == "float"

    @property
    def is_float_input(self):
        return self.activation["bits"] == 32

    @property
    def is_uniform(self):
        return self.weight["method"] in UNIFORM

    @property
    def is_asymmetric(self):
        return "asym" in self.weight["spec"].split(":")

    @property
    def kernel(self):
        return math.prod(self.shape[2:])

    @property
    def scales(self):
        """How many there are."""
        if "codebook" in self.weight:
            return len(self.weight["codebook"]) // 2 ** self.weight["bits"]
        return len(self.weight["scale"])

    @property
    def groups(self):
        """Of a transposed convolution, whose weight folds them into its first axis."""
        axis = self.weight["axis"]
        if self.weight["granularity"] == "tensor" or axis < 0:
            return 1
        if self.weight["granularity"] == "channel":
            return self.scales // self.shape[axis]
        return 1

    @property
    def span(self):
        """Weights that share a scale, within a channel."""
        channel = math.prod(self.shape) // (self.shape[self.weight["axis"]] * self.groups)
        return min(self.weight.get("groupSize", channel), channel)

    @property
    def scale_shape(self):
        weight = self.weight
        if weight["granularity"] == "tensor" or weight["axis"] < 0:
            return "tensor"
        if self.groups > 1:
            return "other"
        if self.scales == self.shape[weight["axis"]]:
            return "axis"
        channel = math.prod(self.shape) // self.shape[weight["axis"]]
        is_block = weight["groupSize"] % self.kernel == 0 and channel % weight["groupSize"] == 0
        return "blocks" if is_block and len(self.shape) > 1 and weight["axis"] < 2 else "other"

    def scale_of(self, element):
        """Index of the scale of an element of the weight, in row-major order."""
        if self.weight["granularity"] == "tensor" or self.weight["axis"] < 0:
            return 0
        axis = self.weight["axis"]
        inner = math.prod(self.shape[axis + 1:])
        outer = math.prod(self.shape[:axis]) // self.groups
        row, place = divmod(element, inner)
        row, channel = divmod(row, self.shape[axis])
        group, row = divmod(row, outer)
        each = -(-outer * inner // self.span)
        return (group * self.shape[axis] + channel) * each + (row * inner + place) // self.span


def layers_of(configuration):
    everywhere = configuration.get("corrections", {})
    return [Layer(entry, everywhere) for entry in configuration["layers"]]
