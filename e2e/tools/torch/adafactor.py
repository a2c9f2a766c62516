"""Adafactor for a vector in plain Python, as torch.optim.Adafactor of PyTorch 2.5 and later says it, and its own path.

PyTorch 1.13 has no Adafactor: this is written from the description in its documentation and shares no code with the core.
Run with a python that has torch:  python3 e2e/tools/torch/adafactor.py > src/core/descent/torch/adafactor.torch.json
"""
import json
import math
import sys
import torch


class Adafactor(torch.optim.Optimizer):
    """Of one parameter, a vector or a number."""

    def __init__(self, params, lr=1e-2, beta2_decay=-0.8, eps=(None, 1e-3), d=1.0, weight_decay=0.0, maximize=False):
        for name, fits in (('lr', lr >= 0), ('beta2_decay', beta2_decay <= 0), ('eps1', eps[0] is None or eps[0] >= 0),
                           ('eps2', eps[1] >= 0), ('d', d >= 1), ('weight_decay', weight_decay >= 0)):
            if not fits:
                raise ValueError(f'{name} is out of range')
        super().__init__(params, {'lr': lr})
        (self.param,) = params
        self.tau, self.d, self.decay, self.sign = beta2_decay, d, weight_decay, -1.0 if maximize else 1.0
        self.eps1, self.eps2 = sys.float_info.epsilon if eps[0] is None else eps[0], eps[1]
        self.t, self.squares = 0, [0.0] * self.param.numel()

    def step(self, closure=None):
        if closure:
            closure()
        self.t += 1
        lr, x = self.param_groups[0]['lr'], self.param.reshape(-1).tolist()
        g = [self.sign * v for v in self.param.grad.reshape(-1).tolist()]
        root_mean_square = lambda v: math.sqrt(math.fsum(a * a for a in v) / len(v))  # noqa: E731
        forgets = self.t ** self.tau
        self.squares = [(1 - forgets) * s + forgets * (a * a) for s, a in zip(self.squares, g)]
        scaled = [a / math.sqrt(max(s, self.eps1 ** 2)) for s, a in zip(self.squares, g)]
        length = max(self.eps2, root_mean_square(x)) * min(lr, self.t ** -0.5)
        clipped = max(1.0, root_mean_square(scaled) / self.d)
        with torch.no_grad():
            moved = [a - lr * self.decay * a - length * s / clipped for a, s in zip(x, scaled)]
            self.param.copy_(torch.tensor(moved).reshape(self.param.shape))


losses = {
    'x^2/20 + tanh(sin(x))': ([8.0], lambda x: x[0] ** 2 / 20 + torch.tanh(torch.sin(x[0]))),
    '(1 - x)^2 + 4*(y - x^2)^2': ([-0.5, 1.0], lambda x: (1 - x[0]) ** 2 + 4 * (x[1] - x[0] ** 2) ** 2),
    'x^2 + 9*y^2 + z^4 + x*z': ([2.0, -1.0, 0.5], lambda x: x[0] ** 2 + 9 * x[1] ** 2 + x[2] ** 4 + x[0] * x[2]),
}
options = [
    {}, {'lr': 0.5}, {'lr': 2.0, 'beta2_decay': -0.3}, {'lr': 0.3, 'beta2_decay': 0.0}, {'lr': 0.3, 'beta2_decay': -2.0},
    {'lr': 0.3, 'eps': [1e-2, 0.5]}, {'lr': 0.3, 'eps': [0.0, 0.0]}, {'lr': 0.3, 'eps': [None, 3.0]},
    {'lr': 0.3, 'd': 1.3}, {'lr': 0.3, 'd': 10.0}, {'lr': 0.3, 'weight_decay': 0.4}, {'lr': 0.1, 'maximize': True},
    {'lr': 0.0}, {'lr': 0.0, 'weight_decay': 0.4},
    {'lr': 0.5, 'beta2_decay': -0.5, 'eps': [1e-3, 0.1], 'd': 2.0, 'weight_decay': 0.1, 'maximize': True},
]
steps = 60


def descend(loss, start, hyper, decline):
    x = torch.tensor(start, requires_grad=True)
    optimizer = Adafactor([x], **hyper)
    points, values, grads = [], [], []
    for k in range(steps + 1):
        x.grad = None
        f = loss(x)
        f.backward()
        points.append(x.tolist())
        values.append(f.item())
        grads.append(x.grad.tolist())
        if k < steps:
            optimizer.param_groups[0]['lr'] = hyper.get('lr', 1e-2) * decline ** k
            optimizer.step()
    return points, values, grads


def run(hyper, expression, start, loss, decline=1.0):
    points, values, grads = descend(loss, start, hyper, decline)
    moved = [descend(loss, [v + s * 1e-13 for v in start], hyper, decline)[0] for s in (1, -1)]
    drift = max(abs(a - b) / (1 + abs(a)) for other in moved for p, q in zip(points, other) for a, b in zip(p, q))
    assert all(map(math.isfinite, values))
    schedule = {'schedule': {'kind': 'exponential', 'gamma': decline}} if decline != 1 else {}
    return {'optimizer': 'adafactor', 'hyper': hyper, **schedule, 'expression': expression, 'start': start, 'steps': steps,
            'x': points, 'f': values, 'grad': grads, 'drift': drift}


if __name__ == '__main__':
    torch.set_default_dtype(torch.float64)
    rows = [run(h, e, s, f) for h in options for e, (s, f) in losses.items()]
    rows += [run({'lr': 0.8}, e, s, f, 0.9) for e, (s, f) in losses.items()]
    print('{"runs": [\n' + ',\n'.join(map(json.dumps, rows)) + '\n]}')
