# SPDX-License-Identifier: GPL-3.0-or-later
"""Sliced Wasserstein distance as its published code computes it, in numpy, with given draws.

swd_reference.py FILE ROUNDS: FILE is a safetensors file with pictures a and b (uint8, N x 3 x S x S)
and level<i>.{a,b}.center_{x,y} (int16) and level<i>.directions (float32, directions x 147). Prints
milliseconds of each round and the distance of each level as JSON.
"""
import json
import struct
import sys
import time

import numpy as np

TYPES = {"U8": np.uint8, "I16": np.int16, "F32": np.float32}


def read(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    header.pop("__metadata__", None)
    return {
        name: np.frombuffer(
            data, TYPES[entry["dtype"]], np.prod(entry["shape"], dtype=int), entry["data_offsets"][0]
        ).reshape(entry["shape"])
        for name, entry in header.items()
    }


def blurred(pictures):
    kernel = np.array([1, 4, 6, 4, 1], np.float32) / 16
    for axis in (2, 3):
        width = [(0, 0)] * 4
        width[axis] = (2, 2)
        padded = np.pad(pictures, width, mode="reflect")
        size = pictures.shape[axis]
        pictures = sum(
            weight * padded.take(range(at, at + size), axis) for at, weight in enumerate(kernel)
        )
    return pictures


def halved(pictures):
    return blurred(pictures)[:, :, ::2, ::2]


def doubled(pictures):
    n, channels, height, width = pictures.shape
    sparse = np.zeros((n, channels, 2 * height, 2 * width), np.float32)
    sparse[:, :, ::2, ::2] = pictures
    return 4 * blurred(sparse)


def pyramid(pictures, levels):
    bands = [pictures.astype(np.float32)]
    for _ in range(1, levels):
        bands.append(halved(bands[-1]))
        bands[-2] = bands[-2] - doubled(bands[-1])
    return bands


def patches(band, x, y):
    share = len(x) // len(band)
    picture = np.repeat(np.arange(len(band)), share)[:, None, None, None]
    channel = np.arange(3)[None, :, None, None]
    offset = np.arange(-3, 4)
    rows = y[:, None, None, None] + offset[None, None, :, None]
    columns = x[:, None, None, None] + offset[None, None, None, :]
    return band[picture, channel, rows, columns]


def descriptors(patch):
    patch = patch - patch.mean(axis=(0, 2, 3), keepdims=True)
    patch = patch / patch.std(axis=(0, 2, 3), keepdims=True)
    return patch.reshape(len(patch), -1)


def distance(a, b, directions):
    results = []
    for part in np.split(directions, 4):
        one = np.sort(a @ part.T, axis=0)
        other = np.sort(b @ part.T, axis=0)
        results.append(np.abs(one - other).mean())
    return 1000 * float(np.mean(results))


def run(tensors):
    levels = sum(name.endswith(".directions") for name in tensors)
    bands = {name: pyramid(tensors[name], levels) for name in "ab"}
    values = []
    for level in range(levels):
        prefix = f"level{level}."
        a, b = (
            descriptors(
                patches(
                    bands[name][level],
                    tensors[f"{prefix}{name}.center_x"].astype(int),
                    tensors[f"{prefix}{name}.center_y"].astype(int),
                )
            )
            for name in "ab"
        )
        values.append(distance(a, b, tensors[prefix + "directions"]))
    return values


def main():
    tensors = read(sys.argv[1])
    times = []
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        values = run(tensors)
        times.append(1000 * (time.perf_counter() - start))
    print(json.dumps({"milliseconds": times, "values": values}))


main()
