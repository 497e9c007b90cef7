# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader of the safetensors format, after its published description."""

import json
import struct

SIZES = {"U8": 1, "F32": 4}


def read(path):
    """The header as it is, and the bytes of each tensor by name."""
    data = open(path, "rb").read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length].decode("utf-8"))
    body = data[8 + length :]
    tensors = {}
    position = 0
    entries = [(entry["data_offsets"], name) for name, entry in header.items() if name != "__metadata__"]
    for (begin, end), name in sorted(entries):
        count = 1
        for size in header[name]["shape"]:
            count *= size
        if begin != position or end - begin != count * SIZES[header[name]["dtype"]]:
            raise ValueError(f"{name} lies at {begin}..{end} instead of from {position} on")
        tensors[name] = body[begin:end]
        position = end
    if position != len(body):
        raise ValueError(f"{len(body) - position} bytes belong to no tensor")
    return header, tensors


def floats(data):
    return list(struct.unpack(f"<{len(data) // 4}f", data))


def codes(data, count, bits):
    """Numbers of so many bits from the lowest bit of the first byte on."""
    mask = (1 << bits) - 1
    numbers = []
    # Eight numbers are `bits` whole bytes.
    for begin in range(0, len(data), bits):
        piece = int.from_bytes(data[begin : begin + bits], "little")
        numbers += [(piece >> (bits * index)) & mask for index in range(8)]
    return numbers[:count]
