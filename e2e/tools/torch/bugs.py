"""Writes the paths of training loops with the mistakes of the bug zoo in them, each written out by hand.

Run with a python that has torch:  python3 e2e/tools/torch/bugs.py > src/core/descent/torch/bugs.torch.json
"""
import json
import torch
import mistakes

torch.set_default_dtype(torch.float64)
losses = {
    'x^2/20 + tanh(sin(x))': ([8.0], lambda x: x[0] ** 2 / 20 + torch.tanh(torch.sin(x[0]))),
    'sin(x) + x^2/8 + (x - y)^2/4': ([3.0, -1.0], lambda x: torch.sin(x[0]) + x[0] ** 2 / 8 + (x[0] - x[1]) ** 2 / 4),
}
# Where a search decides between values that are nearly equal, only what is rounded alike everywhere can agree.
exact = {
    '(x^2 - 1)^2/4': ([2.0], lambda x: (x[0] ** 2 - 1) ** 2 / 4),
    'x^2 + 4*y^2 + x*y': ([3.0, -1.0], lambda x: x[0] ** 2 + 4 * x[1] ** 2 + x[0] * x[1]),
}
steps = 40


def not_cleared(make):
    """zero_grad() forgotten; for L-BFGS in the closure."""
    def loop(x, loss, p, record):
        optimizer = make([x], **p)
        for k in range(steps):
            def closure():
                record.evaluations += 1
                f = loss(x)
                f.backward()
                return f
            if make is torch.optim.LBFGS:
                optimizer.step(closure)
            else:
                closure()
                optimizer.step()
            record(x)
    return loop


def stale(x, loss, p, record):
    """The gradient is computed once before the step, and the closure only evaluates."""
    optimizer = torch.optim.LBFGS([x], **p)
    for k in range(steps):
        def closure():
            record.evaluations += 1
            return loss(x)
        optimizer.zero_grad()
        closure().backward()
        optimizer.step(closure)
        record(x)


def stale_and_not_cleared(x, loss, p, record):
    """The gradient before each step is added to those before, and the closure only evaluates."""
    optimizer = torch.optim.LBFGS([x], **p)
    for k in range(steps):
        def closure():
            record.evaluations += 1
            return loss(x)
        closure().backward()
        optimizer.step(closure)
        record(x)


def by_hand(update):
    """A loop whose update is given: it takes the gradient, the state, the step from 1 and the arguments."""
    def loop(x, loss, p, record):
        state = {'m': torch.zeros_like(x), 'v': torch.zeros_like(x), 'b': torch.zeros_like(x), 'product': 1.0}
        for t in range(1, steps + 1):
            x.grad = None
            loss(x).backward()
            record.evaluations += 1
            with torch.no_grad():
                rate = p['lr'] * p.get('gamma', 1.0) ** (t - 1)
                x -= update(x.grad.clone(), x.detach().clone(), state, t, {**p, 'lr': rate})
            record(x)
    return loop

cases = [
    ('sgd', 'no-zero-grad', {'lr': 0.05}, not_cleared(torch.optim.SGD)),
    ('sgd', 'no-zero-grad', {'lr': 0.02, 'momentum': 0.5, 'weight_decay': 0.1}, not_cleared(torch.optim.SGD)),
    ('adam', 'no-zero-grad', {'lr': 0.3}, not_cleared(torch.optim.Adam)),
    ('lbfgs', 'no-zero-grad', {'lr': 0.1, 'max_iter': 2}, not_cleared(torch.optim.LBFGS)),
    ('lbfgs', 'no-zero-grad', {'lr': 1.0, 'max_iter': 3, 'line_search_fn': 'strong_wolfe'}, not_cleared(torch.optim.LBFGS)),
    ('adam', 'no-bias-correction', {'lr': 0.1, 'betas': [0.8, 0.9], 'weight_decay': 0.1}, by_hand(mistakes.adam_uncorrected)),
    ('adamw', 'no-bias-correction', {'lr': 0.05, 'weight_decay': 0.2}, by_hand(mistakes.adamw_uncorrected)),
    ('adamax', 'no-bias-correction', {'lr': 0.1}, by_hand(mistakes.adamax_uncorrected)),
    ('nadam', 'no-bias-correction', {'lr': 0.05}, by_hand(mistakes.nadam_uncorrected)),
    ('radam', 'no-bias-correction', {'lr': 0.05}, by_hand(mistakes.radam_uncorrected)),
    ('adam', 'eps-inside', {'lr': 0.2, 'eps': 0.01}, by_hand(mistakes.adam_inside)),
    ('rmsprop', 'eps-inside', {'lr': 0.05, 'eps': 0.01}, by_hand(mistakes.rmsprop_inside)),
    ('adamw', 'l2-decay', {'lr': 0.2, 'weight_decay': 0.5}, by_hand(mistakes.adamw_l2)),
    ('adam', 'l2-decay', {'lr': 0.2, 'weight_decay': 0.3, 'decoupled_weight_decay': True}, by_hand(mistakes.adamw_l2)),
    ('lbfgs', 'stale-closure', {'lr': 2.0}, stale), ('lbfgs', 'stale-closure', {'lr': 0.1, 'max_iter': 3}, stale),
    ('lbfgs', 'stale-closure', {'lr': 0.5, 'line_search_fn': 'strong_wolfe', 'max_iter': 4}, stale),
    ('lbfgs', 'no-zero-grad stale-closure', {'lr': 0.1, 'max_iter': 3}, stale_and_not_cleared),
    ('lbfgs', 'no-zero-grad stale-closure', {'lr': 0.02, 'max_iter': 2, 'history_size': 2}, stale_and_not_cleared),
    ('sgd', 'lr-inside', {'lr': 0.1, 'momentum': 0.9, 'gamma': 0.9}, by_hand(mistakes.sgd_rate_inside)),
    ('sgd', 'lr-inside', {'lr': 0.1, 'momentum': 0.8, 'dampening': 0.3, 'gamma': 1.01}, by_hand(mistakes.sgd_rate_inside)),
    ('sgd', 'lr-inside', {'lr': 0.1, 'momentum': 0.8, 'nesterov': True, 'gamma': 0.95}, by_hand(mistakes.sgd_rate_inside)),
    ('rmsprop', 'lr-inside', {'lr': 0.02, 'momentum': 0.8, 'gamma': 0.9}, by_hand(mistakes.rmsprop_rate_inside)),
]


class Record:
    def __init__(self, x):
        self.points, self.evaluations = [x.tolist()], 0

    def __call__(self, x):
        self.points.append(x.tolist())


def descend(loop, loss, start, p):
    x = torch.tensor(start, requires_grad=True)
    record = Record(x)
    loop(x, loss, p, record)
    return record


def run(optimizer, bugs, p, loop, expression, start, loss):
    record = descend(loop, loss, start, p)
    moved = [descend(loop, loss, [v + s * 1e-13 for v in start], p).points for s in (1, -1)]
    drift = [max(abs(a - b) / (1 + abs(a)) for other in moved for a, b in zip(p, other[k]))
             for k, p in enumerate(record.points)]
    hyper = {key: value for key, value in p.items() if key != 'gamma'}
    return {'optimizer': optimizer, 'bugs': bugs.split(), 'hyper': hyper, **({'gamma': p['gamma']} if 'gamma' in p else {}),
            'expression': expression, 'start': start, 'steps': steps, 'x': record.points,
            'evaluations': record.evaluations, 'drift': drift}


rows = [run(*case, e, s, f) for case in cases for e, (s, f) in (exact if 'line_search_fn' in case[2] else losses).items()]
print('{"runs": [\n' + ',\n'.join(json.dumps(r) for r in rows) + '\n]}')
