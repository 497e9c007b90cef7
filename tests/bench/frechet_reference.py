# SPDX-License-Identifier: GPL-3.0-or-later
"""Frechet distance as pytorch-fid computes it, by scipy's matrix square root.

frechet_reference.py A.npz B.npz ROUNDS: files with mu and sigma. Prints milliseconds of each round
and the distance as JSON.
"""
import json
import sys
import time

import numpy as np
from scipy import linalg


def distance(a, b):
    difference = a["mu"] - b["mu"]
    root, _ = linalg.sqrtm(a["sigma"].dot(b["sigma"]), disp=False)
    traces = np.trace(a["sigma"]) + np.trace(b["sigma"])
    return float(difference.dot(difference) + traces - 2 * np.trace(root.real))


def main():
    a, b = (dict(np.load(path)) for path in sys.argv[1:3])
    times = []
    for _ in range(int(sys.argv[3])):
        start = time.perf_counter()
        value = distance(a, b)
        times.append(1000 * (time.perf_counter() - start))
    print(json.dumps({"milliseconds": times, "values": [value]}))


main()
