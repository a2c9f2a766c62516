"""Writes PyTorch's own path of L-BFGS for options by chance, to the last digit.

Run with a python that has torch, 2.9 at most (later ones end a line search at max_eval):
python3 e2e/tools/torch/lbfgs.py > src/core/optimizers/methods/lbfgs.torch.json

The functions are made of squares, sums and products, which are rounded alike everywhere.
"""
import json
import math
import random
import torch

torch.set_default_dtype(torch.float64)
random.seed(20261128)
losses = {
    '(x^2 - 1)^2/4': (1, lambda x: (x ** 2 - 1) ** 2 / 4),
    'x^2*0.37 + x*1.3': (1, lambda x: x ** 2 * 0.37 + x * 1.3),
    '(1 - x)^2 + 10*(y - x^2)^2': (2, lambda x, y: (1 - x) ** 2 + 10 * (y - x ** 2) ** 2),
    'x^2 + 20*y^2 + x*y': (2, lambda x, y: x ** 2 + 20 * y ** 2 + x * y),
    '(x^2 + y - 11)^2/50 + (x + y^2 - 7)^2/50':
        (2, lambda x, y: (x ** 2 + y - 11) ** 2 / 50 + (x + y ** 2 - 7) ** 2 / 50),
}
steps, most, pick = 10, 1e12, random.choice


def options():
    hyper = {
        'lr': pick([1.0, 0.5, 0.1, 2.0, 5.0, 0.01]), 'max_iter': pick([0, 1, 2, 4, 20]),
        'history_size': pick([1, 3, 100]), 'line_search_fn': pick(['strong_wolfe'] * 4 + [None]),
        'tolerance_change': pick([1e-9, 1e-9, 0.0, 1e-3, -1.0]), 'tolerance_grad': pick([1e-7, 0.0, 0.5]),
    }
    return {**hyper, 'max_eval': pick([0, 1, 2, 5])} if random.random() < 0.3 else hyper


def descend(loss, start, hyper):
    point = [torch.tensor(v, requires_grad=True) for v in start]
    optimizer = torch.optim.LBFGS(point, **hyper)
    path, calls = [start], []

    def closure():
        calls[-1] += 1
        optimizer.zero_grad()
        f = loss(*point)
        f.backward()
        return f

    for _ in range(steps):
        calls.append(0)
        optimizer.step(closure)
        path.append([p.item() for p in point])
        if not all(abs(v) < most for v in path[-1]):
            break
    return {'x': path, 'evaluations': calls}


rows = []
for _ in range(120):
    f = pick(list(losses))
    variables, loss = losses[f]
    start = [round(random.uniform(-3, 3), 3) for _ in range(variables)]
    hyper = options()
    path = descend(loss, start, hyper)
    if all(math.isfinite(v) for p in path['x'] for v in p):
        rows.append({'f': f, 'start': start, 'hyper': hyper, **path})
print('{"runs": [\n' + ',\n'.join(map(json.dumps, rows)) + '\n]}')
