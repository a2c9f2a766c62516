"""Writes PyTorch's own path where each step adds noise to the gradient, the same for every call within a step.

Run with a python that has torch:  python3 e2e/tools/torch/noise.py > src/core/descent/torch/noise.torch.json
"""
import json
import math
import torch

torch.set_default_dtype(torch.float64)
o = torch.optim
start, steps, deviation, seed = [3.0, -1.0], 25, 0.4, 2**40 + 12345
runs = [
    ('sgd', o.SGD, {'lr': 0.1, 'momentum': 0.8}), ('adam', o.Adam, {'lr': 0.2, 'amsgrad': True}),
    ('adamw', o.AdamW, {'lr': 0.1}), ('adamax', o.Adamax, {'lr': 0.1}), ('adagrad', o.Adagrad, {'lr': 0.5}),
    ('adadelta', o.Adadelta, {'lr': 5.0}), ('rmsprop', o.RMSprop, {'lr': 0.05, 'centered': True}),
    ('rprop', o.Rprop, {'lr': 0.1}), ('asgd', o.ASGD, {'lr': 0.1}), ('lbfgs', o.LBFGS, {'lr': 0.3, 'max_iter': 3}),
    ('lbfgs', o.LBFGS, {'line_search_fn': 'strong_wolfe', 'max_iter': 4}),
]


def philox(key, counter):
    """Ten rounds as in the paper: Salmon, Moraes, Dror & Shaw 2011, section 3.3."""
    word = 1 << 32
    left, right = key
    for _ in range(10):
        first, second = 0xD2511F53*counter[0], 0xCD9E8D57*counter[2]
        counter = [second//word ^ counter[1] ^ left, second % word, first//word ^ counter[3] ^ right, first % word]
        left, right = (left + 0x9E3779B9) % word, (right + 0xBB67AE85) % word
    return counter


assert philox([0, 0], [0, 0, 0, 0]) == [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8]


def normal(step, coordinate):
    a, b, c, d = philox([seed % 2**32, seed//2**32], [step, coordinate, 0, 0])
    u, v = ((high//32*2**26 + low//64)/2**53 for high, low in ((a, b), (c, d)))
    return math.sqrt(-2*math.log(1 - u))*math.cos(2*math.pi*v)


def loss(x):
    return torch.sin(x[0]) + x[0] ** 2 / 8 + (x[0] - x[1]) ** 2 / 4


def path(optimizer_class, hyper, moved=0.0):
    x = torch.tensor([value + moved for value in start], requires_grad=True)
    points = [x.tolist()]
    optimizer = optimizer_class([x], **hyper)
    for step in range(steps):
        def closure():
            optimizer.zero_grad()
            f = loss(x)
            f.backward()
            x.grad += deviation*torch.tensor([normal(step, 0), normal(step, 1)])
            return f
        optimizer.step(closure)
        points.append(x.tolist())
    return points


def descend(name, optimizer_class, hyper):
    """The path, and how far a start moved by 1e-13 leads away from it."""
    points = path(optimizer_class, hyper)
    other = path(optimizer_class, hyper, 1e-13)
    drift = max(abs(a - b)/(1 + abs(a)) for p, q in zip(points, other) for a, b in zip(p, q))
    return {'optimizer': name, 'hyper': hyper, 'x': points, 'drift': drift}


head = {'f': 'sin(x) + x^2/8 + (x - y)^2/4', 'start': start, 'steps': steps, 'noise': deviation, 'seed': seed}
rows = ',\n'.join(json.dumps(descend(*run)) for run in runs)
print('{"experiment": ' + json.dumps(head) + ', "runs": [\n' + rows + '\n]}')
