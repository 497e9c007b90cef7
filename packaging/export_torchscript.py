#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a PyTorch generator as a TorchScript file that Quantloupe opens.

A network of your own, class and weights:
  export_torchscript.py --module model.py:Generator --args '{"nz": 100}' \\
      --weights checkpoint.pt --key g_ema --example-shape 2x100 --trace --out g.pt

A .pkl of StyleGAN2-ADA, with a checkout of NVIDIA's own repository:
  export_torchscript.py --stylegan2-ada network.pkl --repository stylegan2-ada-pytorch --out g.pt

Needs PyTorch (1.8 or later). The Python file, and the .pkl of StyleGAN2-ADA, are programs that
run here with your rights: export only what you trust.
"""

import argparse
import contextlib
import importlib.util
import inspect
import io
import json
import os
import pickle
import sys

import torch

TOLERANCE = 1e-5


class ExportError(Exception):
    """A sentence for the user."""


def parse_shape(text):
    """'2x100' or '2:int64' -> (sizes, dtype)."""
    sizes, _, kind = text.partition(":")
    try:
        if kind not in ("", "int64"):
            raise ValueError
        return [int(size) for size in sizes.split("x")], torch.int64 if kind else torch.float32
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is no shape; write for example 2x100, 2x3x64x64 or 2:int64") from None


def example(shape, dtype, batch=None):
    sizes = [batch or shape[0], *shape[1:]] if shape else []
    return torch.randn(sizes) if dtype == torch.float32 else torch.zeros(sizes, dtype=dtype)


# A network of the user's own ---------------------------------------------------------------------


def load_class(text):
    path, colon, name = text.rpartition(":")
    if not colon:
        raise ExportError(f"--module takes FILE.py:CLASS, not '{text}'.")
    if not os.path.isfile(path):
        raise ExportError(f"There is no file {path}.")
    # Its imports of neighbouring files work as when it is run itself.
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    spec = importlib.util.spec_from_file_location("exported_network", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    if not hasattr(module, name):
        raise ExportError(f"{path} defines no {name}.")
    return getattr(module, name)


def construct(network_class, arguments):
    values = json.loads(arguments)
    if isinstance(values, dict):
        return network_class(**values)
    return network_class(*(values if isinstance(values, list) else [values]))


def load_checkpoint(path, trusted):
    options = {"map_location": "cpu"}
    if "weights_only" in inspect.signature(torch.load).parameters:
        options["weights_only"] = not trusted
    elif not trusted:
        raise ExportError("This PyTorch cannot read tensors alone, so reading a checkpoint may run "
                          "code from it; add --trust-weights if you trust the file.")
    try:
        return torch.load(path, **options)
    except pickle.UnpicklingError:
        raise ExportError(f"{path} is no checkpoint, or one that holds more than tensors; reading "
                          "such a file may run code from it: add --trust-weights if you trust it."
                          ) from None


def state_dict_of(checkpoint, key):
    for part in key.split(".") if key else []:
        if not isinstance(checkpoint, dict) or part not in checkpoint:
            held = ", ".join(map(str, checkpoint)) if isinstance(checkpoint, dict) else "no names"
            raise ExportError(f"The checkpoint has no '{part}'; it holds {held}.")
        checkpoint = checkpoint[part]
    if isinstance(checkpoint, torch.nn.Module):
        checkpoint = checkpoint.state_dict()
    if not isinstance(checkpoint, dict) or not any(map(torch.is_tensor, checkpoint.values())):
        held = f" It holds {', '.join(map(str, checkpoint))}." if isinstance(checkpoint, dict) else ""
        raise ExportError(f"There are no tensors at this place of the checkpoint; name it with --key.{held}")
    prefix = "module."
    if all(name.startswith(prefix) for name in checkpoint):
        checkpoint = {name[len(prefix):]: value for name, value in checkpoint.items()}
    return checkpoint


def own_network(options):
    network = construct(load_class(options.module), options.args)
    state = state_dict_of(load_checkpoint(options.weights, options.trust_weights), options.key)
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise ExportError(f"The weights do not fit {options.module}: {error}") from None
    return network.float().eval().requires_grad_(False)


def export_own(options):
    network = own_network(options)
    shapes = options.example_shape
    if options.script:
        return network, torch.jit.script(network), shapes
    with torch.no_grad():
        traced = torch.jit.trace(network, tuple(example(*s) for s in shapes), check_trace=False)
    return network, traced, shapes


# StyleGAN2-ADA -----------------------------------------------------------------------------------


class StyleGenerator(torch.nn.Module):
    """Mapping and synthesis with everything fixed that a file cannot choose."""

    def __init__(self, generator, noise_mode, truncation):
        super().__init__()
        self.mapping = generator.mapping
        self.synthesis = generator.synthesis
        self.noise_mode = noise_mode
        self.fixed_truncation = truncation

    def picture(self, z, c=None, truncation=None):
        ws = self.mapping(z, c)
        if truncation is None and self.fixed_truncation != 1:
            truncation = torch.tensor(self.fixed_truncation)
        if truncation is not None:
            ws = torch.lerp(self.mapping.w_avg, ws, truncation)
        # Fused modulation makes the batch size part of a convolution's group count.
        return self.synthesis(ws, noise_mode=self.noise_mode, fused_modconv=False, force_fp32=True)


# One class for each signature: a trace keeps the names of forward's arguments, and Quantloupe
# shows the inputs by them.
class OfLatent(StyleGenerator):
    def forward(self, z):
        return self.picture(z)


class OfLatentTruncation(StyleGenerator):
    def forward(self, z, truncation):
        return self.picture(z, None, truncation)


class OfLatentLabel(StyleGenerator):
    def forward(self, z, c):
        return self.picture(z, c)


class OfLatentLabelTruncation(StyleGenerator):
    def forward(self, z, c, truncation):
        return self.picture(z, c, truncation)


WRAPPERS = {(False, False): OfLatent, (False, True): OfLatentTruncation,
            (True, False): OfLatentLabel, (True, True): OfLatentLabelTruncation}


def prepare_stylegan2_ada(repository):
    """Makes NVIDIA's modules traceable on the CPU. The source pickled with a network imports them
    from the repository, so that what is replaced here is what it calls."""
    if not os.path.isfile(os.path.join(repository, "torch_utils", "persistence.py")):
        raise ExportError(f"{repository} is no checkout of stylegan2-ada-pytorch.")
    sys.path.insert(0, os.path.abspath(repository))
    from torch_utils import misc
    from torch_utils.ops import bias_act, fma, upfirdn2d
    # An autograd function cannot be traced; this is what it computes.
    fma.fma = lambda a, b, c: torch.addcmul(c, a, b)
    # CUDA kernels would become part of the trace.
    bias_act._init = upfirdn2d._init = lambda: False
    # Checks of shapes would be traced with the sizes of the example.
    misc.assert_shape = lambda tensor, shape: None
    torch.autograd.profiler.record_function = contextlib.nullcontext


def load_stylegan2_ada(path):
    options = {"map_location": "cpu"}
    if "weights_only" in inspect.signature(torch.load).parameters:
        options["weights_only"] = False
    torch.storage._load_from_bytes = lambda data: torch.load(io.BytesIO(data), **options)
    try:
        from legacy import load_network_pkl as load
    except ImportError:
        load = pickle.load  # without their converter, which needs more packages
    with open(path, "rb") as file:
        try:
            networks = load(file)
        except ModuleNotFoundError as error:
            if "tflib" in str(error):
                raise ExportError(f"{path} was written by TensorFlow; NVIDIA's converter for it "
                                  "needs the Python package click.") from None
            raise
        except (pickle.UnpicklingError, EOFError) as error:
            raise ExportError(f"{path} is no pickle of StyleGAN2-ADA ({first_line(error)}).") from None
    if not isinstance(networks, dict) or "G_ema" not in networks:
        raise ExportError(f"{path} holds no G_ema.")
    network = networks["G_ema"].cpu().eval().requires_grad_(False)
    if not hasattr(network, "mapping") or not hasattr(network.synthesis, "block_resolutions"):
        raise ExportError(f"The G_ema of {path} is no generator of StyleGAN2-ADA.")
    for tensor in [*network.parameters(), *network.buffers()]:
        tensor.data = tensor.data.float().contiguous()
    return network


def parse_truncation(text):
    try:
        return text if text == "input" else float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is neither a number nor input") from None


def check_truncation(network, truncation):
    if truncation != 1 and not hasattr(network.mapping, "w_avg"):
        raise ExportError("This network keeps no average of w, so it cannot be truncated; "
                          "give --truncation 1.")


def export_stylegan2_ada(options):
    prepare_stylegan2_ada(options.repository)
    original = load_stylegan2_ada(options.stylegan2_ada)
    check_truncation(original, options.truncation)
    as_input = options.truncation == "input"
    wrapper = WRAPPERS[original.c_dim > 0, as_input]
    network = wrapper(original, options.noise_mode,
                      1 if as_input else options.truncation).eval()
    shapes = [([2, original.z_dim], torch.float32)]
    if original.c_dim > 0:
        shapes.append(([2, original.c_dim], torch.float32))
    if as_input:
        shapes.append(([], torch.float32))
    with torch.no_grad():
        traced = torch.jit.trace(network, tuple(example(*s) for s in shapes), check_trace=False)
    report_rewrites(original, network, shapes, options)
    return network, traced, shapes


def report_rewrites(original, network, shapes, options):
    truncation, as_input = options.truncation, options.truncation == "input"
    inputs = [example(*shape) for shape in shapes]
    label = inputs[1] if original.c_dim > 0 else None
    psi = 0.5 if as_input else truncation
    if as_input:
        inputs[-1] = torch.tensor(psi)
    difference, _ = compare(
        lambda *_: original(inputs[0], label, truncation_psi=psi, noise_mode=options.noise_mode,
                            force_fp32=True), network, inputs)
    print(f"non-fused against fused modulation: maximum absolute difference {difference:.3g}")


# Both --------------------------------------------------------------------------------------------


def first_line(error):
    return str(error).strip().split("\n")[0]


def compare(one, other, inputs):
    """Largest absolute difference and largest absolute value, with the same random draws."""
    outputs = []
    for network in (one, other):
        torch.manual_seed(1)
        with torch.no_grad():
            output = network(*inputs)
        outputs.append(output[0] if isinstance(output, (tuple, list)) else output)
    if outputs[0].shape != outputs[1].shape:
        return float("inf"), 0.0
    return float((outputs[0] - outputs[1]).abs().max()), float(outputs[0].abs().max())


def verify(path, network, shapes):
    """Runs the saved file beside the network on inputs it was not traced with."""
    saved = torch.jit.load(path, map_location="cpu").eval()
    traced_batch = shapes[0][0][0]
    for batch in (traced_batch, traced_batch + 1):
        inputs = [example(*shape, batch=batch) for shape in shapes]
        try:
            difference, largest = compare(network, saved, inputs)
        except RuntimeError as error:
            if batch == traced_batch:
                raise
            print(f"batch {batch}: refused by the file ({first_line(error)}); "
                  f"it is bound to batch {traced_batch}")
            return True
        print(f"batch {batch}: maximum absolute difference {difference:.3g} "
              f"(outputs up to {largest:.3g})")
        if not difference <= TOLERANCE * max(1.0, largest):
            return False
    return True


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--module", metavar="FILE.py:CLASS", help="class of your network")
    source.add_argument("--stylegan2-ada", metavar="FILE.pkl", help="pickle of StyleGAN2-ADA")
    parser.add_argument("--out", required=True, help="TorchScript file to write")
    own = parser.add_argument_group("with --module")
    own.add_argument("--args", default="[]", metavar="JSON",
                     help="constructor arguments: an array, or an object of keywords")
    own.add_argument("--weights", metavar="FILE", help="checkpoint or state dict")
    own.add_argument("--key", default="", metavar="NAME",
                     help="where the state dict lies in the checkpoint, for example g_ema or a.b")
    own.add_argument("--trust-weights", action="store_true",
                     help="read a checkpoint that holds more than tensors")
    own.add_argument("--example-shape", type=parse_shape, action="append", metavar="SHAPE",
                     help="2x100, batch first; once for each input; 2:int64 for class numbers")
    how = own.add_mutually_exclusive_group()
    how.add_argument("--script", action="store_true", help="compile: keeps if and for")
    how.add_argument("--trace", action="store_true", help="record one run on the example shapes")
    style = parser.add_argument_group("with --stylegan2-ada")
    style.add_argument("--repository", metavar="FOLDER", help="checkout of stylegan2-ada-pytorch")
    style.add_argument("--noise-mode", choices=["const", "random", "none"], default="const")
    style.add_argument("--truncation", type=parse_truncation, default="input", metavar="PSI",
                       help="a number, or input (default) to set it in Quantloupe")
    options = parser.parse_args()
    if options.module and not (options.weights and options.example_shape and
                               (options.script or options.trace)):
        parser.error("--module needs --weights, --example-shape and one of --script and --trace")
    if options.stylegan2_ada and not options.repository:
        parser.error("--stylegan2-ada needs --repository")
    return options


def main():
    options = parse_options()
    try:
        torch.manual_seed(0)
        network, exported, shapes = (export_own if options.module else export_stylegan2_ada)(options)
        exported.save(options.out)
        print(f"wrote {options.out} ({os.path.getsize(options.out)} bytes)")
        if not verify(options.out, network, shapes):
            raise ExportError(f"{options.out} does not compute what the network computes; "
                              "do not use it.")
    except (ExportError, OSError, json.JSONDecodeError) as error:
        sys.exit(f"export_torchscript.py: {error}")


if __name__ == "__main__":
    main()
