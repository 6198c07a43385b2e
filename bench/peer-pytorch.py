"""The bench's models in PyTorch on the CPU.

Says on its first line what PyTorch it is; then trains for every line `MODEL THREADS LAYOUT SECONDS` on
standard input and answers with images/s. LAYOUT is `contiguous` (NCHW) or `channels_last` (NHWC).
"""

import re
import sys
import time

import torch
from torch import nn

BATCH = 128
IMAGES = 10_000


def mlp():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(32 * 7 * 7, 10),
    )


class Training:
    """A model and its optimizer, which take batches of the same images in a new order each epoch."""

    def __init__(self, make, layout):
        torch.manual_seed(1)
        self.layout = layout
        self.model = make().to(memory_format=layout)
        # Fused is the fastest form of Adam where the version has it on the CPU.
        try:
            self.optimizer = torch.optim.Adam(self.model.parameters(), lr=0.001, fused=True)
        except (RuntimeError, TypeError, ValueError):
            self.optimizer = torch.optim.Adam(self.model.parameters(), lr=0.001)
        self.images = torch.rand(IMAGES, 1, 28, 28)
        self.labels = torch.randint(10, (IMAGES,))

    def step(self, chosen):
        x = self.images[chosen].to(memory_format=self.layout)
        loss = nn.functional.cross_entropy(self.model(x), self.labels[chosen])
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        loss.item()

    def speed(self, seconds):
        """Images/s over whole batches for about `seconds`."""
        done, start = 0, time.perf_counter()
        while True:
            for chosen in torch.randperm(IMAGES).split(BATCH):
                self.step(chosen)
                done += len(chosen)
                elapsed = time.perf_counter() - start
                if elapsed >= seconds:
                    return done / elapsed


def blas():
    """The library of matrix products that PyTorch was built with."""
    found = re.search(r"BLAS_INFO=(\w+)", torch.__config__.show())
    return found[1] if found else "no optimized BLAS"


def main():
    one_dnn = "with" if torch.backends.mkldnn.is_available() else "without"
    print(f"PyTorch {torch.__version__}, {blas()}, {one_dnn} oneDNN", flush=True)
    layouts = {"contiguous": torch.contiguous_format, "channels_last": torch.channels_last}
    makers = {"mlp": mlp, "cnn": cnn}
    trainings = {}
    for line in sys.stdin:
        name, threads, layout, seconds = line.split()
        torch.set_num_threads(int(threads))
        key = (name, layout)
        if key not in trainings:
            trainings[key] = Training(makers[name], layouts[layout])
        if (*key, threads) not in trainings:
            trainings[(*key, threads)] = trainings[key]
            trainings[key].speed(float(seconds))
        print(trainings[key].speed(float(seconds)), flush=True)


main()
