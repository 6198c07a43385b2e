"""The bench's models in PyTorch on the CPU, one to one what src/experiment/models builds.

Says on its first line what PyTorch it is; then answers each line of JSON on standard input with one of
JSON on standard output. `{"speed": MODEL, "threads": N, "layout": L, "seconds": S}` trains and gives
images/s; L is `contiguous` (NCHW) or `channels_last` (NHWC). `{"verify": FILE, "model": MODEL, "optimizer":
"adam" or "sgd", "rate": RATE, "double": false}` takes the initial weights and the batches that Loss
Lab wrote (see bench/verify.bench.mjs) and gives the loss of every step.
"""

import base64
import json
import re
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


class Mlp(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))


class Cnn(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(32 * 7 * 7, 10),
        )


def convolution(ins, outs, stride=1):
    """3x3 without a bias, which batch normalisation would take away again."""
    return nn.Conv2d(ins, outs, 3, stride=stride, padding=1, bias=False)


class Residual(nn.Module):
    """relu(x' + bn(conv(relu(bn(conv(x)))))), x' = x or its projection by 1x1 where sizes differ."""

    def __init__(self, ins, outs, stride):
        super().__init__()
        self.conv1, self.norm1 = convolution(ins, outs, stride), nn.BatchNorm2d(outs)
        self.conv2, self.norm2 = convolution(outs, outs), nn.BatchNorm2d(outs)
        self.projection = None
        if stride != 1 or ins != outs:
            self.projection = nn.Conv2d(ins, outs, 1, stride=stride, bias=False)
            self.projection_norm = nn.BatchNorm2d(outs)

    def forward(self, x):
        y = F.relu(self.norm1(self.conv1(x)), inplace=True)
        y = self.norm2(self.conv2(y))
        shortcut = x if self.projection is None else self.projection_norm(self.projection(x))
        return F.relu(y + shortcut, inplace=True)


class ResNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem, self.norm = convolution(1, 16), nn.BatchNorm2d(16)
        self.blocks = nn.Sequential(Residual(16, 16, 1), Residual(16, 32, 2), Residual(32, 64, 2))
        self.dense = nn.Linear(64, 10)

    def forward(self, x):
        x = self.blocks(F.relu(self.norm(self.stem(x)), inplace=True))
        return self.dense(x.mean((2, 3)))


def double(ins, outs):
    return nn.Sequential(
        nn.Conv2d(ins, outs, 3, padding=1), nn.ReLU(inplace=True),
        nn.Conv2d(outs, outs, 3, padding=1), nn.ReLU(inplace=True),
    )


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1, self.down2, self.bottom = double(1, 16), double(16, 32), double(32, 64)
        self.rise2, self.up2 = nn.ConvTranspose2d(64, 32, 2, stride=2), double(64, 32)
        self.rise1, self.up1 = nn.ConvTranspose2d(32, 16, 2, stride=2), double(32, 16)
        self.head = nn.Conv2d(16, 4, 1)

    def forward(self, x):
        one = self.down1(x)
        two = self.down2(F.max_pool2d(one, 2))
        x = self.bottom(F.max_pool2d(two, 2))
        x = self.up2(torch.cat([two, self.rise2(x)], 1))
        x = self.up1(torch.cat([one, self.rise1(x)], 1))
        return self.head(x)


MODELS = {"mlp": Mlp, "cnn": Cnn, "resnet": ResNet, "unet": UNet}
BATCH = {"mlp": 128, "cnn": 128, "resnet": 32, "unet": 32}
LAYOUTS = {"contiguous": torch.contiguous_format, "channels_last": torch.channels_last}


class Training:
    """A model and Adam, which take batches of the same images in a new order each epoch."""

    def __init__(self, name, layout):
        torch.manual_seed(1)
        self.batch, self.layout = BATCH[name], LAYOUTS[layout]
        self.model = MODELS[name]().to(memory_format=self.layout)
        # Fused is the fastest form of Adam where the version has it on the CPU.
        try:
            self.optimizer = torch.optim.Adam(self.model.parameters(), lr=0.001, fused=True)
        except (RuntimeError, TypeError, ValueError):
            self.optimizer = torch.optim.Adam(self.model.parameters(), lr=0.001)
        side, count, classes = (32, 2_000, 4) if name == "unet" else (28, 10_000, 10)
        self.images = torch.rand(count, 1, side, side)
        self.labels = torch.randint(classes, (count, side, side) if name == "unet" else (count,))

    def step(self, images, labels):
        loss = F.cross_entropy(self.model(images.to(memory_format=self.layout)), labels)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def speed(self, seconds):
        """Images/s over whole batches for about `seconds`."""
        done, start = 0, time.perf_counter()
        while True:
            for chosen in torch.randperm(len(self.images)).split(self.batch):
                self.step(self.images[chosen], self.labels[chosen])
                done += len(chosen)
                elapsed = time.perf_counter() - start
                if elapsed >= seconds:
                    return done / elapsed


def decode(text, kind):
    return torch.from_numpy(np.frombuffer(base64.b64decode(text), dtype=kind).copy())


def to_torch(name, module, values):
    """A tensor of Loss Lab's, whose images are NHWC, as the module's of NCHW takes it."""
    if isinstance(module, nn.ConvTranspose2d):
        return values.permute(3, 2, 0, 1)  # [height, width, out, in] to [in, out, height, width]
    if isinstance(module, nn.Conv2d):
        return values.permute(3, 2, 0, 1)  # [height, width, in, out] to [out, in, height, width]
    if name == "cnn" and values.shape[0] == 32 * 7 * 7:
        # The values of an image in the order channel, row, column instead of row, column, channel.
        values = values.reshape(7, 7, 32, -1).permute(2, 0, 1, 3).reshape(32 * 7 * 7, -1)
    return values.T


def ordered_modules(name, model):
    """The modules with weights in the order in which Loss Lab's model names its layers."""
    if name == "resnet":
        yield model.stem, model.norm
        for block in model.blocks:
            yield block.conv1, block.norm1
            if block.projection is not None:
                yield block.projection, block.projection_norm
            yield block.conv2, block.norm2
        yield model.dense, None
        return
    parts = [model]
    if name == "unet":
        parts = [model.down1, model.down2, model.bottom, model.rise2, model.up2, model.rise1, model.up1, model.head]  # fmt: skip
    for part in parts:
        for module in part.modules():
            if isinstance(module, (nn.Linear, nn.Conv2d, nn.ConvTranspose2d)):
                yield module, None


def load(name, model, tensors):
    given = iter(tensors)
    take = lambda: (lambda t: decode(t["values"], np.float32).reshape(t["shape"]))(next(given))
    with torch.no_grad():
        for module, norm in ordered_modules(name, model):
            module.weight.copy_(to_torch(name, module, take()))
            target = norm if norm is not None else module
            if norm is not None:
                norm.weight.copy_(take())
            target.bias.copy_(take())
    assert next(given, None) is None, "weights are left over"


def verify(ask):
    """The loss of every step from the weights and batches of a file."""
    name, kind = ask["model"], torch.float64 if ask["double"] else torch.float32
    with open(ask["verify"]) as opened:
        given = json.load(opened)
    training = Training(name, "contiguous")
    training.model.to(kind)
    load(name, training.model, given["weights"])
    parameters = training.model.parameters()
    training.optimizer = (
        torch.optim.Adam(parameters, lr=ask["rate"])
        if ask["optimizer"] == "adam"
        else torch.optim.SGD(parameters, lr=ask["rate"])
    )
    losses = []
    for batch in given["batches"]:
        images = decode(batch["images"], np.float32).reshape(batch["shape"]).permute(0, 3, 1, 2)
        labels = decode(batch["labels"], np.uint8).long()
        if name == "unet":
            labels = labels.reshape(images.shape[0], *images.shape[2:])
        losses.append(training.step(images.contiguous().to(kind), labels))
    return losses


class Speeds:
    def __init__(self):
        self.trainings = {}
        self.warm = set()

    def measure(self, name, threads, layout, seconds):
        torch.set_num_threads(threads)
        training = self.trainings.get((name, layout)) or Training(name, layout)
        self.trainings[name, layout] = training
        if (name, threads, layout) not in self.warm:
            self.warm.add((name, threads, layout))
            training.speed(seconds)
        return training.speed(seconds)


def blas():
    """The library of matrix products that PyTorch was built with."""
    found = re.search(r"BLAS_INFO=(\w+)", torch.__config__.show())
    return found[1] if found else "no optimized BLAS"


def main():
    one_dnn = "with" if torch.backends.mkldnn.is_available() else "without"
    print(json.dumps(f"PyTorch {torch.__version__}, {blas()}, {one_dnn} oneDNN"), flush=True)
    speeds = Speeds()
    for line in sys.stdin:
        ask = json.loads(line)
        if "verify" in ask:
            answer = verify(ask)
        else:
            answer = speeds.measure(ask["speed"], ask["threads"], ask["layout"], ask["seconds"])
        print(json.dumps(answer), flush=True)


main()
