#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damages exports in many ways and sees that the check refuses each.

damage_export.py FORMAT FOLDER, a folder as check_export.py takes it; works on a copy. Prints how
many damages were refused; exit status 1 names those that were not.
"""

import copy
import csv
import io
import json
import pathlib
import re
import shutil
import struct
import sys
import tempfile

import check_export


def places(value, path=()):
    """Every value below, objects and lists too."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, (dict, list)):
            yield from places(item, path + (key,))
        else:
            yield path + (key,)


def at(value, path):
    for key in path:
        value = value[key]
    return value


def other(value):
    """Another value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, float):
        return value * 1.01 + 1e-6
    if isinstance(value, str):
        return re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), value) \
            if re.search(r"\d", value) else value + "x"
    return 1


def json_damages(value):
    """Pairs of a name and a damaged copy: each value changed, each entry removed, neighbours
    swapped."""
    for path in places(value):
        where = "/".join(map(str, path))
        own = at(value, path)
        changed = copy.deepcopy(value)
        if not isinstance(own, (dict, list)):
            at(changed, path[:-1])[path[-1]] = other(own)
            yield f"{where} changed", changed
        removed = copy.deepcopy(value)
        del at(removed, path[:-1])[path[-1]]
        yield f"{where} removed", removed
        if isinstance(own, list) and len(own) > 1 and own[0] != own[1]:
            swapped = copy.deepcopy(value)
            entries = at(swapped, path)
            entries[0], entries[1] = entries[1], entries[0]
            yield f"{where} swapped", swapped


def text_of(value):
    return json.dumps(value, indent=1).encode()


def damaged_json(data):
    for name, value in json_damages(json.loads(data)):
        yield name, text_of(value)
    yield "cut short", data[: len(data) // 2]
    yield "empty", b""


def damaged_configuration(data):
    """What makes the file again is not part of what its hash is of."""
    for name, value in damaged_json(data):
        if not name.startswith("provenance"):
            yield name, value


def damaged_rows(data):
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))

    def text(changed):
        out = io.StringIO(newline="")
        csv.writer(out).writerows(changed)
        return out.getvalue().encode()

    for name, value in json_damages(rows):
        yield name, text(value)


def damaged_script(data):
    """Numbers, types, names and observers; whole statements."""
    text = data.decode()
    for found in re.finditer(r"\b-?\d+(\.\d+)?(e-?\d+)?\b|\btorch\.\w+|\"[^\"]+\"|\w+Observer\b"
                             r"|ch_axis|quant_min|scale|qscheme", text):
        if text.rfind("#", text.rfind("\n", 0, found.start()) + 1, found.start()) >= 0:
            continue
        if "import" in text[text.rfind("\n", 0, found.start()) + 1 : found.start()]:
            continue
        yield f"{found[0]} at {found.start()}", (text[: found.start()] + other(found[0])
                                                 + text[found.end():]).encode()
    statements = text.split("mapping.set_module_name(")
    for index in range(1, len(statements)):
        rest = statements[:index] + statements[index + 1:]
        yield f"module {index} removed", "mapping.set_module_name(".join(rest).encode()
    yield "cut short", data[: len(data) // 2]


def packed(header, body):
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + body


def damaged_tensors(data):
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    start = 8 + length
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = entry["data_offsets"]
        for place in {begin, (begin + end) // 2, end - 1}:
            flipped = bytearray(data)
            flipped[start + place] ^= 0x80 if name.endswith("codes") else 0x41
            yield f"{name}: byte {place - begin}", bytes(flipped)
        renamed = {("x" + key if key == name else key): value for key, value in header.items()}
        yield f"{name} renamed", packed(renamed, data[start:])
        cut = {key: copy.deepcopy(value) for key, value in header.items() if key != name}
        for key, value in cut.items():
            if key != "__metadata__" and value["data_offsets"][0] >= end:
                value["data_offsets"] = [each - (end - begin) for each in value["data_offsets"]]
        yield f"{name} removed", packed(cut, data[start : start + begin] + data[start + end:])
    told = header["__metadata__"]["configuration"]
    for name, value in damaged_configuration(told.encode()):
        changed = copy.deepcopy(header)
        changed["__metadata__"]["configuration"] = value.decode()
        yield f"configuration: {name}", packed(changed, data[start:])
    yield "cut short", data[:-1]
    yield "longer", data + b"\0"


DAMAGES = {"csv": damaged_rows, "qconfig-mapping": damaged_script, "safetensors": damaged_tensors,
           "quantloupe": damaged_configuration}
# The most that are tried: the weights are read again for each.
MOST = {"safetensors": 60, "quantloupe": 60}


def chosen(damages, most):
    """Evenly from all of them."""
    step = max(1, -(-len(damages) // most))
    return damages[::step]


def accepted_of(format_name, folder):
    """Damages that the check lets pass, and how many were tried."""
    file = folder / f"{format_name}-bits.out"
    good = file.read_bytes()
    damages = list(DAMAGES.get(format_name, damaged_json)(good))
    damages = [(name, data) for name, data in damages if data != good]
    accepted = []
    tried = chosen(damages, MOST.get(format_name, len(damages)))
    for name, data in tried:
        file.write_bytes(data)
        if check_export.fault_of(format_name, folder) is None:
            accepted.append(name)
    file.write_bytes(good)
    losses = folder / f"{format_name}.losses"
    answer = json.loads(losses.read_text(encoding="utf-8"))
    for index in range(len(answer["losses"])):
        rest = {"losses": answer["losses"][:index] + answer["losses"][index + 1:]}
        losses.write_bytes(text_of(rest))
        tried.append(index)
        if check_export.fault_of(format_name, folder) is None:
            accepted.append(f"loss {index} is not told")
    return accepted, len(tried)


def main(arguments):
    format_name, folder = arguments
    with tempfile.TemporaryDirectory() as place:
        own = pathlib.Path(place) / "exports"
        shutil.copytree(folder, own)
        fault = check_export.fault_of(format_name, own)
        if fault:
            print(f"{format_name}: undamaged it is refused, {fault}")
            return 1
        accepted, tried = accepted_of(format_name, own)
    for name in accepted:
        print(f"{format_name}: {name} was not noticed")
    if not accepted:
        print(f"{format_name}: {tried} damages refused")
    return 1 if accepted else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
