#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the weight files of tst_archives and tst_archive_fuzz, and archives.json, which holds the
values the tests expect. Needs PyTorch 1.13 (Debian: python3-torch); run it from any folder.

All values are multiples of 1/8 below 2 in size, so that every floating-point type holds them
exactly. The contents are the same in each run; PyTorch names the storages of legacy files by
address, so those files' bytes are not.
"""
import argparse
import json
import pickle
import random
import zipfile
from collections import OrderedDict, defaultdict
from pathlib import Path

import numpy
import torch

HERE = Path(__file__).resolve().parent
expected = {}


def values(*shape, dtype=torch.float32, start=0):
    count = int(numpy.prod(shape)) if shape else 1
    numbers = ((torch.arange(count) * 7 + start) % 31 - 15).to(torch.float64) / 8
    if dtype in (torch.uint8, torch.bool):
        numbers = (torch.arange(count) + start) % 2
    elif not dtype.is_floating_point:
        numbers = numbers * 8
    return numbers.to(dtype).reshape(shape)


class Generator(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(2, 3, 2)
        self.norm = torch.nn.BatchNorm2d(3)
        with torch.no_grad():
            for start, tensor in enumerate(self.state_dict().values()):
                tensor.copy_(values(*tensor.shape, dtype=tensor.dtype, start=start))

    def forward(self, x):
        return self.norm(self.conv(x))


def describe(tensors):
    names = {torch.float64: "float64", torch.float32: "float32", torch.float16: "float16",
             torch.bfloat16: "bfloat16", torch.int64: "int64", torch.int32: "int32",
             torch.int16: "int16", torch.int8: "int8", torch.uint8: "uint8", torch.bool: "bool"}
    return [{"name": key, "type": names[t.dtype], "shape": list(t.shape),
             "values": t.detach().double().reshape(-1).tolist()} for key, t in tensors.items()]


def expect(name, *networks, note=False):
    """networks: pairs of a name and a dictionary with the keys that are expected."""
    expected[name] = {"note": note, "networks": [
        {"name": network, "tensors": describe(tensors)} for network, tensors in networks]}


def save(name, contents, zipped=True, protocol=2):
    torch.save(contents, HERE / name, _use_new_zipfile_serialization=zipped,
               pickle_protocol=protocol)


def plain_files():
    weights = Generator().state_dict()
    save("zip.pth", weights)
    save("legacy.pth", weights, zipped=False)
    save("zip_protocol4.pth", weights, protocol=4)
    save("legacy_protocol4.pth", weights, zipped=False, protocol=4)
    with zipfile.ZipFile(HERE / "zip.pth") as source, \
            zipfile.ZipFile(HERE / "deflated.pth", "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.namelist():
            target.writestr(zipfile.ZipInfo(member), source.read(member), zipfile.ZIP_DEFLATED)
    for name in ("zip.pth", "legacy.pth", "zip_protocol4.pth", "legacy_protocol4.pth",
                 "deflated.pth"):
        expect(name, ("", weights))


def type_files():
    for dtype, name in ((torch.float16, "half.pth"), (torch.bfloat16, "bfloat16.pth")):
        weights = OrderedDict((k, v.to(dtype) if v.is_floating_point() else v)
                              for k, v in Generator().state_dict().items())
        save(name, weights)
        expect(name, ("", weights))
    weights = {str(d).split(".")[1]: values(2, 3, dtype=d) for d in (
        torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32,
        torch.int16, torch.int8, torch.uint8, torch.bool)}
    for name, zipped in (("types.pth", True), ("types_legacy.pth", False)):
        save(name, weights, zipped)
        expect(name, ("", weights))
    parameters = {"weight": torch.nn.Parameter(values(2, 2)), "bias": values(2), "count": 3}
    save("parameter.pth", parameters)
    expect("parameter.pth", ("", {k: parameters[k] for k in ("weight", "bias")}))


def training_files():
    model = Generator()
    optimizer = torch.optim.Adam(model.parameters())
    model(values(2, 2, 4, 4)).square().mean().backward()
    optimizer.step()
    model = Generator()
    checkpoint = {
        "epoch": 3, "best_fid": numpy.float64(12.5), "history": [[1.0, [2.0, (3, None)]]] * 3,
        "args": argparse.Namespace(lr=0.1, layers=[1, 2]), "seen": defaultdict(list, a=[1]),
        "mean": numpy.arange(3.0), "size": torch.Size([1, 2]), "device": torch.device("cuda:0"),
        "dtype": torch.float16, "tags": {"a"}, "big": 1 << 80, "bytes": b"abc",
        "state_dict": OrderedDict(("module." + k, v) for k, v in model.state_dict().items()),
        "optimizer": optimizer.state_dict()}
    for name, zipped in (("training.ckpt", True), ("training_legacy.ckpt", False)):
        save(name, checkpoint, zipped)
        expect(name, ("state_dict", model.state_dict()))
    nets = [OrderedDict([("w", values(2, 2, start=s)), ("b", values(2, start=s))])
            for s in range(3)]
    save("g_ema.pt", {"g": nets[0], "d": nets[1], "g_ema": nets[2], "args": None,
                      "g_optim": optimizer.state_dict(), "ada_aug_p": 0.5,
                      "latent_avg": values(2)})
    expect("g_ema.pt", ("g_ema", nets[2]), ("g", nets[0]), ("d", nets[1]))
    flat = OrderedDict()
    for prefix, net in zip(("discriminator.", "generator.module."), nets):
        flat.update((prefix + k, v) for k, v in net.items())
    flat["loss_scale"] = values(1)
    save("flat.ckpt", {"state_dict": flat, "global_step": 7})
    expect("flat.ckpt", ("state_dict.generator", nets[1]),
           ("state_dict", {"loss_scale": flat["loss_scale"]}),
           ("state_dict.discriminator", nets[0]))


def layout_files():
    base = values(4, 6)
    cube = values(2, 3, 4)
    weights = {"base": base, "transposed": base.t(), "rows": base[1:3], "columns": base[:, ::2],
               "permuted": cube.permute(2, 0, 1), "expanded": values(3, 1).expand(3, 4),
               "scalar": values(), "empty": torch.zeros(0, 3), "same": base,
               "channels_last": values(1, 2, 2, 3).contiguous(memory_format=torch.channels_last)}
    for name, zipped in (("views.pth", True), ("views_legacy.pth", False)):
        save(name, weights, zipped)
        expect(name, ("", weights))


def device_files():
    weights = Generator().state_dict()
    original = torch.serialization.location_tag
    torch.serialization.location_tag = lambda storage: "cuda:0"
    save("cuda.pth", weights)
    save("cuda_legacy.pth", weights, zipped=False)
    torch.serialization.location_tag = original
    for name in ("cuda.pth", "cuda_legacy.pth"):
        expect(name, ("", weights), note=True)


def refused_files():
    save("module.pth", torch.nn.Linear(2, 2))
    save("module_legacy.pth", torch.nn.Linear(2, 2), zipped=False)
    save("main_class.pth", Generator())
    with open(HERE / "plain.pkl", "wb") as file:
        pickle.dump(Generator().state_dict(), file, protocol=2)
    save("complex.pth", {"w": torch.zeros(2, dtype=torch.complex64)})
    torch.jit.script(Generator().eval()).save(str(HERE / "script.pt"))


torch.manual_seed(0)
random.seed(0)
plain_files()
type_files()
training_files()
layout_files()
device_files()
refused_files()
lines = ",\n".join(json.dumps(k) + ": " + json.dumps(v) for k, v in sorted(expected.items()))
(HERE / "archives.json").write_text("{\n" + lines + "\n}\n")
