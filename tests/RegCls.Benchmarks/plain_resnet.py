"""Training steps of torchvision's ResNet-50 with a regression and a classification head on drawn pictures: the work of `steps resnet50-224` in plain PyTorch.

Arguments: PICTURES SIZE STEPS THREADS. Prints the median milliseconds of a step, in the usual layout and with channels last.
"""
import statistics
import sys
import time

import torch
from torch import nn
from torchvision.models import resnet50

pictures, size, steps, threads = (int(argument) for argument in sys.argv[1:5])
torch.set_num_threads(threads)
for layout in (torch.contiguous_format, torch.channels_last):
    torch.manual_seed(1)
    network = resnet50(weights=None)
    network.fc = nn.Identity()
    heads = nn.ModuleList([nn.Linear(2048, 1), nn.Linear(2048, 10)])
    network = network.to(memory_format=layout)
    pixels = torch.randn(pictures, 3, size, size).to(memory_format=layout)
    ages, labels = torch.randn(pictures, 1), torch.arange(pictures) % 10
    adam = torch.optim.Adam([*network.parameters(), *heads.parameters()], lr=1e-3, weight_decay=1e-4)
    times = []
    for _ in range(steps):
        begin = time.perf_counter()
        adam.zero_grad()
        features = network(pixels)
        loss = (heads[0](features) - ages).abs().mean() + nn.functional.cross_entropy(heads[1](features), labels)
        loss.backward()
        adam.step()
        times.append(1000 * (time.perf_counter() - begin))
    print(f"{str(layout).split('.')[-1]} {statistics.median(times):.1f} ms, torch {torch.__version__}")
