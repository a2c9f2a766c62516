"""Writes what PyTorch accepts of each argument at and beyond the edge of its range, and what comes of it.

Run with a python that has torch:  python3 e2e/tools/torch/edges.py > src/core/experiment/edges.torch.json

Adafactor, which PyTorch 1.13 has not, is that of adafactor.py. A row is refused if the class raises an error, be it when it is made or on the way. Of a schedule each row has the
learning rates and momenta of 12 steps, of an optimizer the points of 8 steps, as far as they are numbers of some size.
"""
import json
import math
import warnings
import torch
import adafactor
from torch.optim import lr_scheduler as s

warnings.simplefilter('ignore')
torch.set_default_dtype(torch.float64)
whole = [-1, 0, 1, 2.5]
real = [-1.5, -0.1, 0.0, 1.0, 1.5]

schedules = {
    'step': (s.StepLR, {'step_size': 3}, ['step_size'], ['gamma']),
    'multistep': (s.MultiStepLR, {'milestones': [2, 4]}, [], ['gamma']),
    'exponential': (s.ExponentialLR, {'gamma': 0.9}, [], ['gamma']),
    'cosine': (s.CosineAnnealingLR, {'T_max': 5}, ['T_max'], ['eta_min']),
    'cosine-restarts': (s.CosineAnnealingWarmRestarts, {'T_0': 3}, ['T_0', 'T_mult'], ['eta_min']),
    'linear': (s.LinearLR, {}, ['total_iters'], ['start_factor', 'end_factor']),
    'constant': (s.ConstantLR, {}, ['total_iters'], ['factor']),
    'polynomial': (s.PolynomialLR, {}, ['total_iters'], ['power']),
    'cyclic': (s.CyclicLR, {'base_lr': 0.1, 'max_lr': 0.5, 'step_size_up': 3}, ['step_size_up', 'step_size_down'],
               ['base_lr', 'max_lr', 'gamma', 'base_momentum', 'max_momentum']),
    'one-cycle': (s.OneCycleLR, {'max_lr': 0.5, 'total_steps': 14}, ['total_steps'],
                  ['max_lr', 'pct_start', 'base_momentum', 'max_momentum', 'div_factor', 'final_div_factor']),
    'plateau': (s.ReduceLROnPlateau, {'patience': 1}, ['patience', 'cooldown'],
                ['factor', 'threshold', 'min_lr', 'eps']),
}
together = [
    ('constant', {'factor': 0.0, 'total_iters': 0}), ('constant', {'factor': 0.0, 'total_iters': 12}),
    ('constant', {'factor': 0.0, 'total_iters': 13}), ('constant', {'factor': 0.5, 'total_iters': 0}),
    ('linear', {'start_factor': 0.5, 'end_factor': 0.25, 'total_iters': 0}),
    ('polynomial', {'power': 2.0, 'total_iters': 0}), ('polynomial', {'power': -1.0, 'total_iters': 0}),
    ('polynomial', {'power': -1.0, 'total_iters': 12}), ('polynomial', {'power': -1.0, 'total_iters': 13}),
    ('cyclic', {'base_lr': 0.1, 'max_lr': 0.5, 'step_size_up': 4, 'step_size_down': 0, 'mode': 'triangular2'}),
    ('one-cycle', {'max_lr': 0.5, 'total_steps': 11}), ('one-cycle', {'max_lr': 0.5, 'total_steps': 12}),
] + [('plateau', {'patience': 0, 'threshold': t, 'mode': mode, 'threshold_mode': of})
     for t in (-2.0, -1.0, 0.5, 1.0, 2.0) for mode in ('min', 'max') for of in ('rel', 'abs')]
warmed = [
    ('constant', {'total_iters': 0}), ('constant', {'factor': 0.5, 'total_iters': 1}), ('linear', {'total_iters': 0}),
    ('linear', {'total_iters': 1}), ('polynomial', {'total_iters': 0}), ('polynomial', {'total_iters': 1}),
    ('polynomial', {'power': -1.0, 'total_iters': 8}), ('polynomial', {'power': -1.0, 'total_iters': 9}),
    ('one-cycle', {'max_lr': 0.5, 'total_steps': 8}), ('one-cycle', {'max_lr': 0.5, 'total_steps': 9}),
]

average = ['beta1', 'beta2', 'lr', 'eps', 'weight_decay']
optimizers = {
    'sgd': (torch.optim.SGD, {'lr': 0.1, 'momentum': 0.5}, [], ['lr', 'momentum', 'dampening', 'weight_decay']),
    'adam': (torch.optim.Adam, {}, [], average), 'adamw': (torch.optim.AdamW, {}, [], average),
    'adamax': (torch.optim.Adamax, {}, [], average), 'radam': (torch.optim.RAdam, {}, [], average),
    'nadam': (torch.optim.NAdam, {}, [], [*average, 'momentum_decay']),
    'adagrad': (torch.optim.Adagrad, {}, [], ['lr', 'lr_decay', 'weight_decay', 'initial_accumulator_value', 'eps']),
    'adadelta': (torch.optim.Adadelta, {}, [], ['lr', 'rho', 'eps', 'weight_decay']),
    'rmsprop': (torch.optim.RMSprop, {}, [], ['lr', 'alpha', 'eps', 'weight_decay', 'momentum']),
    'rprop': (torch.optim.Rprop, {}, [], ['lr', 'etaminus', 'etaplus', 'smin', 'smax']),
    'adafactor': (adafactor.Adafactor, {}, [], ['lr', 'beta2_decay', 'eps1', 'eps2', 'd', 'weight_decay']),
    'asgd': (torch.optim.ASGD, {}, [], ['lr', 'lambd', 'alpha', 't0', 'weight_decay']),
    'lbfgs': (torch.optim.LBFGS, {}, ['max_iter', 'max_eval', 'history_size'],
              ['lr', 'tolerance_grad', 'tolerance_change']),
}
tuples = {'eps1': ('eps', [None, 1e-3], 0), 'eps2': ('eps', [None, 1e-3], 1),
          'beta1': ('betas', [0.9, 0.999], 0), 'beta2': ('betas', [0.9, 0.999], 1),
          'etaminus': ('etas', [0.5, 1.2], 0), 'etaplus': ('etas', [0.5, 1.2], 1),
          'smin': ('step_sizes', [1e-6, 50.0], 0), 'smax': ('step_sizes', [1e-6, 50.0], 1)}


def given(name, value):
    if name not in tuples:
        return {name: value}
    key, usual, place = tuples[name]
    return {key: [value if i == place else v for i, v in enumerate(usual)]}


def loss(x):
    return (x ** 4 / 10 + x).sum()


def scheduled(kind, arguments, warmup):
    x = torch.tensor([3.0], requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=0.1, momentum=0.5)
    scheduler = schedules[kind][0](optimizer, **arguments)
    if warmup:
        scheduler = s.SequentialLR(optimizer, [s.LinearLR(optimizer, total_iters=warmup), scheduler], [warmup])
    rates, momenta = [], []
    for _ in range(12):
        group = optimizer.param_groups[0]
        rates.append(group['lr'])
        momenta.append(group['momentum'])
        x.grad = None
        f = (x ** 2).sum()
        f.backward()
        optimizer.step()
        scheduler.step(*([f] if kind == 'plateau' else []))
    return {'lr': rates, 'momentum': momenta}


def descended(name, arguments):
    x = torch.tensor([3.0], requires_grad=True)
    optimizer = optimizers[name][0]([x], **arguments)

    def closure():
        x.grad = None
        f = loss(x)
        f.backward()
        return f

    points = []
    for _ in range(8):
        closure()
        optimizer.step(closure)
        points.append(x.item())
    # PyTorch 1.13 has one factor too many in NAdam.
    if name == 'nadam':
        return {}
    end = next((i for i, v in enumerate(points) if not abs(v) < 1e6), len(points))
    return {'x': points[:end]}


def row(what, outcome, *call):
    try:
        return {**what, **outcome(*call)}
    except Exception:
        return {**what, 'refused': True}


rows = []
for kind, (_, base, counts, numbers) in schedules.items():
    for name, value in [(n, v) for n in counts for v in whole] + [(n, v) for n in numbers for v in real]:
        arguments = {**base, name: value}
        rows.append(row({'schedule': kind, 'argument': name, 'hyper': arguments}, scheduled, kind, arguments, 0))
rows += [row({'schedule': k, 'hyper': a}, scheduled, k, a, 0) for k, a in together]
rows += [row({'schedule': k, 'hyper': a, 'warmup': 3}, scheduled, k, a, 3) for k, a in warmed]
for name, (_, base, counts, numbers) in optimizers.items():
    for argument, value in [(n, v) for n in counts for v in whole] + [(n, v) for n in numbers for v in real]:
        arguments = {**base, **given(argument, value)}
        rows.append(row({'optimizer': name, 'argument': argument, 'hyper': arguments}, descended, name, arguments))
assert all(math.isfinite(v) for r in rows for key in ('lr', 'momentum', 'x') for v in r.get(key, []))
print('{"rows": [\n' + ',\n'.join(map(json.dumps, rows)) + '\n]}')
