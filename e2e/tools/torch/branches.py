"""Writes PyTorch's own path where something is changed on the way: the learning rate, or the optimizer itself.

Run with a python that has torch:  python3 e2e/tools/torch/branches.py > src/core/descent/torch/branches.torch.json
"""
import json
import torch

torch.set_default_dtype(torch.float64)
o = torch.optim
classes = {
    'sgd': o.SGD, 'adam': o.Adam, 'adamw': o.AdamW, 'adamax': o.Adamax, 'radam': o.RAdam, 'adagrad': o.Adagrad,
    'adadelta': o.Adadelta, 'rmsprop': o.RMSprop, 'rprop': o.Rprop, 'asgd': o.ASGD, 'lbfgs': o.LBFGS,
}
start, steps, at = [3.0, -1.0], 25, 7
hyper = {
    'sgd': {'momentum': 0.8, 'dampening': 0.2}, 'adam': {'amsgrad': True}, 'rmsprop': {'momentum': 0.5, 'centered': True},
    'adagrad': {'lr_decay': 0.1}, 'asgd': {'lambd': 0.1}, 'lbfgs': {'max_iter': 2}, 'adadelta': {'rho': 0.5},
}
rates = {'adadelta': (5.0, 1.0), 'lbfgs': (0.2, 0.6)}


def loss(x):
    return torch.sin(x[0]) + x[0] ** 2 / 8 + (x[0] - x[1]) ** 2 / 4


def descend(stages):
    x = torch.tensor(start, requires_grad=True)
    points = [x.tolist()]
    optimizer, last = None, None
    for first, name, given in stages:
        if name == last:
            optimizer.param_groups[0].update(given)
        else:
            optimizer, last = classes[name]([x], **given), name
        ends = min((s[0] for s in stages if s[0] > first), default=steps)
        for _ in range(first, ends):
            def closure():
                optimizer.zero_grad()
                f = loss(x)
                f.backward()
                return f
            if name == 'lbfgs':
                optimizer.step(closure)
            else:
                closure()
                optimizer.step()
            points.append(x.tolist())
    return {'stages': stages, 'start': start, 'steps': steps, 'x': points}


changes = []
for name in classes:
    before, after = rates.get(name, (0.3, 0.05))
    given = hyper.get(name, {})
    changes.append([(0, name, {**given, 'lr': before}), (at, name, {**given, 'lr': after})])
changes += [
    [(0, 'sgd', {'lr': 0.1, 'momentum': 0.9}), (9, 'adam', {'lr': 0.2})],
    [(0, 'adam', {'lr': 0.2}), (5, 'adam', {'lr': 0.4}), (11, 'rprop', {'lr': 0.05}), (18, 'rprop', {'lr': 1.0})],
    [(0, 'lbfgs', {'lr': 0.1, 'max_iter': 1}), (6, 'sgd', {'lr': 0.1}), (12, 'lbfgs', {'lr': 0.5, 'max_iter': 2})],
    [(0, 'adam', {'lr': 0.2, 'betas': [0.9, 0.999]}), (8, 'adam', {'lr': 0.2, 'betas': [0.5, 0.9]})],
]
expression = 'sin(x) + x^2/8 + (x - y)^2/4'
rows = [{'expression': expression, **descend(stages)} for stages in changes]
print('{"runs": [\n' + ',\n'.join(json.dumps(r) for r in rows) + '\n]}')
