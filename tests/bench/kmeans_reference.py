# SPDX-License-Identifier: GPL-3.0-or-later
"""k-means of numbers by scikit-learn: one start of k-means++, Lloyd's algorithm.

kmeans_reference.py FILE K ROUNDS: FILE holds float32. Prints milliseconds of each round and the
sums of squared distances as JSON.
"""
import json
import sys
import time

import numpy as np
from sklearn.cluster import KMeans


def main():
    numbers = np.fromfile(sys.argv[1], np.float32).reshape(-1, 1)
    times, errors = [], []
    for seed in range(int(sys.argv[3])):
        means = KMeans(int(sys.argv[2]), n_init=1, random_state=seed)
        start = time.perf_counter()
        means.fit(numbers)
        times.append(1000 * (time.perf_counter() - start))
        errors.append(float(means.inertia_))
    print(json.dumps({"milliseconds": times, "values": errors}))


main()
