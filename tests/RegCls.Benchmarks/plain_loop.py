"""A plain PyTorch training loop on the work of the 1D study: the network of Tab. 6, one model, one epoch of 84 steps.

Prints one line of JSON: microseconds per step for each number of classes C (0 is regression only).
"""
import json
import time

import torch
from torch import nn

SAMPLES, BATCH, LAMBDA = 84 * 256, 256, 100.0


class Network(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.features = nn.Sequential(nn.Linear(1, 6), nn.ReLU(), nn.Linear(6, 15), nn.ReLU())
        self.regression = nn.Linear(15, 1)
        self.classification = nn.Linear(15, classes) if classes else None

    def forward(self, x):
        features = self.features(x)
        return self.regression(features), self.classification(features) if self.classification else None


def epoch(network, optimiser, x, y, labels):
    order = torch.randperm(len(x))
    for start in range(0, len(x) - BATCH + 1, BATCH):
        batch = order[start:start + BATCH]
        prediction, logits = network(x[batch])
        loss = nn.functional.mse_loss(prediction, y[batch])
        if logits is not None:
            loss = LAMBDA * loss + nn.functional.cross_entropy(logits, labels[batch])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()


def microseconds(classes):
    torch.manual_seed(0)
    x = torch.rand(SAMPLES, 1) * 2 - 1
    y = 0.8 * torch.sin(22 * x) + 0.7 * torch.sin(7 * x)
    span = y.max() - y.min()
    labels = ((y - y.min()) / span * max(classes, 1)).long().clamp(0, max(classes - 1, 0)).squeeze(1)
    network = Network(classes)
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-3, weight_decay=1e-3)
    epoch(network, optimiser, x, y, labels)  # warm-up
    start = time.perf_counter()
    epoch(network, optimiser, x, y, labels)
    return (time.perf_counter() - start) / (SAMPLES // BATCH) * 1e6


torch.set_num_threads(1)
print(json.dumps({"version": torch.__version__, "microseconds": {c: microseconds(c) for c in (0, 4, 16, 64, 256, 1024)}}))
