"""Calibrates a CSV of category codes (blank is missing) with girth and prints seconds (the median of the runs, and the first) and slopes as JSON.

Usage: run-girth.py <csv> <2pl|grm> <runs>. girth wants items in rows and whole numbers, missing answers tagged.
"""
import json
import statistics
import sys
import time

import girth
import numpy as np

path, model, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
data = np.genfromtxt(path, delimiter=",", skip_header=1)
categories = int(np.nanmax(data)) + 1
answers = np.where(np.isnan(data), -1, data).astype(int).T
if (answers < 0).any():
    answers = girth.tag_missing_data(answers, list(range(categories)))
options = {"quadrature_n": 61, "quadrature_bounds": (-6, 6)}
fit = girth.twopl_mml if model == "2pl" else girth.grm_mml
spent = []
for _ in range(repeats):
    started = time.perf_counter()
    fitted = fit(answers, options)
    spent.append(time.perf_counter() - started)
print(json.dumps({"seconds": statistics.median(spent), "first": spent[0], "a": np.asarray(fitted["Discrimination"]).tolist()}))
