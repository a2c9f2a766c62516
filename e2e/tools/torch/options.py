"""Writes PyTorch's own path for every option of every optimizer, beyond the common ones.

Run with a python that has torch:  python3 e2e/tools/torch/options.py > src/core/descent/torch/options.torch.json

What PyTorch 2 has and 1.13 lacks is done by hand, as PyTorch 2 does it: maximizing is minimizing with the other sign,
decoupled weight decay shrinks the point before the step, NAdam's product has one factor less.
"""
import json
import math
import torch

torch.set_default_dtype(torch.float64)

losses = {
    'x^2/20 + tanh(sin(x))': ([8.0], lambda x: x[0] ** 2 / 20 + torch.tanh(torch.sin(x[0]))),
    'max(x, -2*x) + (x - y)^2/4': ([3.0, -1.0], lambda x: torch.maximum(x[0], -2 * x[0]) + (x[0] - x[1]) ** 2 / 4),
}
# On a kink L-BFGS without a line search is chaos, in which no two machines agree.
smooth = {
    'x^2/20 + tanh(sin(x))': losses['x^2/20 + tanh(sin(x))'],
    '(1 - x)^2 + 4*(y - x^2)^2': ([-0.5, 1.0], lambda x: (1 - x[0]) ** 2 + 4 * (x[1] - x[0] ** 2) ** 2),
}
classes = {
    'sgd': torch.optim.SGD, 'adam': torch.optim.Adam, 'adamw': torch.optim.AdamW, 'adamax': torch.optim.Adamax,
    'radam': torch.optim.RAdam, 'adagrad': torch.optim.Adagrad, 'adadelta': torch.optim.Adadelta,
    'rmsprop': torch.optim.RMSprop, 'rprop': torch.optim.Rprop, 'asgd': torch.optim.ASGD,
    'lbfgs': torch.optim.LBFGS,
}
betas = {'betas': [0.8, 0.9999]}
runs = [
    ('sgd', {'lr': 0.02, 'momentum': 0.7, 'dampening': -0.3, 'weight_decay': 0.2, 'maximize': True}),
    ('sgd', {'lr': 0.02, 'momentum': 1.1}),
    ('adam', {'lr': 0.2, **betas, 'eps': 0.1, 'weight_decay': 0.3, 'amsgrad': True}),
    ('adam', {'lr': 0.2, 'betas': [0.0, 0.5]}),
    ('adam', {'lr': 0.2, 'betas': [0.9, 0.0]}),
    ('adam', {'lr': 0.05, 'maximize': True, 'weight_decay': 0.3}),
    ('adam', {'lr': 0.1, 'weight_decay': 0.3, 'decoupled_weight_decay': True}),
    ('adamw', {'lr': 0.2, **betas, 'eps': 0.01, 'amsgrad': True, 'weight_decay': 0.5}),
    ('adamw', {'lr': 0.02, 'maximize': True}),
    ('adamax', {'lr': 0.2, 'betas': [0.7, 0.95], 'eps': 0.01, 'weight_decay': 0.3}),
    ('adamax', {'lr': 0.02, 'maximize': True}),
    ('nadam', {'lr': 0.2, **betas, 'eps': 0.01, 'weight_decay': 0.3, 'momentum_decay': 0.5}),
    ('nadam', {'lr': 0.1, 'weight_decay': 0.3, 'decoupled_weight_decay': True}),
    ('nadam', {'lr': 0.02, 'maximize': True}),
    ('radam', {'lr': 0.2, 'betas': [0.8, 0.9], 'eps': 0.01, 'weight_decay': 0.3}),
    ('radam', {'lr': 0.1, 'weight_decay': 0.3, 'decoupled_weight_decay': True}),
    ('radam', {'lr': 0.02, 'maximize': True}),
    ('adagrad', {'lr': 0.5, 'weight_decay': 0.3, 'lr_decay': 0.2, 'initial_accumulator_value': 2.0, 'eps': 0.1}),
    ('adagrad', {'lr': 0.1, 'maximize': True}),
    ('adadelta', {'lr': 3.0, 'rho': 0.5, 'eps': 0.01, 'weight_decay': 0.3}),
    ('adadelta', {'lr': 1.0, 'rho': 0.99}),
    ('adadelta', {'lr': 1.0, 'maximize': True}),
    ('rmsprop', {'lr': 0.05, 'alpha': 0.5, 'eps': 0.01, 'weight_decay': 0.3, 'momentum': 0.5, 'centered': True}),
    ('rmsprop', {'lr': 0.05, 'alpha': 0.0}),
    ('rmsprop', {'lr': 0.01, 'maximize': True}),
    ('rprop', {'lr': 0.5, 'etas': [0.3, 1.5], 'step_sizes': [0.01, 1.0]}),
    ('rprop', {'lr': 0.01, 'maximize': True}),
    ('asgd', {'lr': 0.1, 'lambd': 0.1, 'alpha': 0.3, 't0': 5.0, 'weight_decay': 0.2}),
    ('asgd', {'lr': 0.01, 'maximize': True}),
    ('lbfgs', {}),
    ('lbfgs', {'lr': 0.3, 'max_iter': 1}),
    ('lbfgs', {'lr': 0.1, 'max_iter': 3, 'history_size': 1}),
    ('lbfgs', {'lr': 0.2, 'max_iter': 20, 'max_eval': 4, 'history_size': 2}),
    ('lbfgs', {'lr': 0.05, 'max_eval': 3}),
    ('lbfgs', {'lr': 0.1, 'max_iter': 4, 'tolerance_grad': 0.3, 'tolerance_change': 0.01}),
    ('lbfgs', {'lr': 1.0, 'max_iter': 2, 'line_search_fn': 'strong_wolfe'}),
    ('lbfgs', {'lr': 0.5, 'max_iter': 3, 'max_eval': 2, 'line_search_fn': 'strong_wolfe', 'history_size': 3}),
    ('lbfgs', {'lr': 5.0, 'max_iter': 4, 'line_search_fn': 'strong_wolfe', 'tolerance_change': 1e-3}),
    ('lbfgs', {'lr': 0.01, 'max_iter': 1, 'line_search_fn': 'strong_wolfe', 'tolerance_grad': 0.0}),
]
steps = 80


class NAdam:
    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, momentum_decay=4e-3):
        self.p, self.t, self.product = params[0], 0, 1.0
        self.m, self.v = torch.zeros_like(self.p), torch.zeros_like(self.p)
        self.lr, self.betas, self.eps, self.wd, self.psi = lr, betas, eps, weight_decay, momentum_decay

    @torch.no_grad()
    def step(self):
        self.t += 1
        (b1, b2), p = self.betas, self.p
        g = p.grad + self.wd * p if self.wd else p.grad
        mu = b1 * (1.0 - 0.5 * 0.96 ** (self.t * self.psi))
        after = b1 * (1.0 - 0.5 * 0.96 ** ((self.t + 1) * self.psi))
        self.product *= mu
        self.m.mul_(b1).add_(g, alpha=1 - b1)
        self.v.mul_(b2).addcmul_(g, g, value=1 - b2)
        denom = self.v.div(1 - b2 ** self.t).sqrt().add_(self.eps)
        p.addcdiv_(g, denom, value=-self.lr * (1.0 - mu) / (1.0 - self.product))
        p.addcdiv_(self.m, denom, value=-self.lr * after / (1.0 - self.product * after))


def descend(name, loss, start, hyper):
    hyper = dict(hyper)
    decay = hyper.pop('weight_decay', 0.0) if hyper.pop('decoupled_weight_decay', False) else 0.0
    kind = classes.get(name, NAdam)
    other_sign = -1.0 if name in ('nadam', 'radam') and hyper.pop('maximize', False) else 1.0
    x = torch.tensor(start, requires_grad=True)
    optimizer = kind([x], **hyper)
    points, values, grads = [], [], []

    def closure():
        optimizer.zero_grad()
        f = loss(x)
        f.backward()
        return f

    for k in range(steps + 1):
        x.grad = None
        f = loss(x)
        f.backward()
        points.append(x.tolist())
        values.append(f.item())
        grads.append(x.grad.tolist())
        if k < steps:
            x.grad.mul_(other_sign)
            if decay:
                with torch.no_grad():
                    x.mul_(1 - hyper['lr'] * decay)
            optimizer.step(*([closure] if name == 'lbfgs' else []))
    return points, values, grads


def run(name, hyper, expression, start, loss):
    points, values, grads = descend(name, loss, start, hyper)
    moved = [descend(name, loss, [v + s * 1e-13 for v in start], hyper)[0] for s in (1, -1)]
    drift = max(abs(a - b) / (1 + abs(a)) for other in moved for p, q in zip(points, other) for a, b in zip(p, q))
    assert all(map(math.isfinite, values))
    return {'optimizer': name, 'hyper': hyper, 'expression': expression, 'start': start, 'steps': steps,
            'x': points, 'f': values, 'grad': grads, 'drift': drift}


rows = [run(n, h, e, s, f) for n, h in runs
        for e, (s, f) in (smooth if n == 'lbfgs' else losses).items()]
print('{"runs": [\n' + ',\n'.join(json.dumps(r) for r in rows) + '\n]}')
