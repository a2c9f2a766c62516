"""Writes PyTorch's own path where memory is left alone for some steps: a momentum that is cycled through 0 or below it, or
changed on the way, and options that are switched off and on again.

Run with a python that has torch:  python3 e2e/tools/torch/momentum.py > src/core/descent/torch/momentum.torch.json
"""
import json
import warnings
import torch
from torch.optim import lr_scheduler as s

warnings.simplefilter('ignore')
torch.set_default_dtype(torch.float64)
o = torch.optim
classes = {
    'sgd': o.SGD, 'rmsprop': o.RMSprop, 'adam': o.Adam, 'adamw': o.AdamW, 'adamax': o.Adamax, 'radam': o.RAdam,
    'adadelta': o.Adadelta, 'adagrad': o.Adagrad, 'asgd': o.ASGD, 'rprop': o.Rprop,
}
makers = {'cyclic': s.CyclicLR, 'one-cycle': s.OneCycleLR}
start, steps = [3.0, -1.0], 24


def loss(x):
    return torch.sin(x[0]) + x[0] ** 2 / 8 + (x[0] - x[1]) ** 2 / 4


def parabola(x):
    return x[0] ** 2 / 2


def descend(stages, schedule=None, f=loss, start=start, steps=steps):
    x = torch.tensor(start, requires_grad=True)
    points, momentum = [x.tolist()], []
    optimizer, scheduler = None, None
    for first, name, given in stages:
        if optimizer:
            optimizer.param_groups[0].update(given)
        else:
            optimizer = classes[name]([x], **given)
        if schedule and not scheduler:
            kind, arguments = schedule
            scheduler = makers[kind](optimizer, **arguments)
        ends = min((later for later, *_ in stages if later > first), default=steps)
        for _ in range(first, ends):
            optimizer.zero_grad()
            f(x).backward()
            optimizer.step()
            momentum.append(optimizer.param_groups[0].get('momentum'))
            points.append(x.tolist())
            if scheduler:
                scheduler.step()
    row = {'stages': stages, 'start': start, 'steps': steps, 'x': points}
    return {**row, 'schedule': {'kind': schedule[0], **schedule[1]}, 'momentum': momentum} if schedule else row


through = {'base_lr': 0.02, 'max_lr': 0.1, 'base_momentum': 0.0, 'max_momentum': 0.8}
cycles = [
    ('cyclic', {**through, 'step_size_up': 1}), ('cyclic', {**through, 'step_size_up': 3, 'step_size_down': 4}),
    ('cyclic', {**through, 'step_size_up': 2, 'mode': 'triangular2'}),
    # Beyond 1 the height of a cycle grows: the momentum becomes negative.
    ('cyclic', {**through, 'step_size_up': 3, 'mode': 'exp_range', 'gamma': 1.06}),
    ('cyclic', {**through, 'step_size_up': 3, 'mode': 'exp_range', 'gamma': 1.06, 'base_momentum': 0.3}),
    ('cyclic', {**through, 'step_size_up': 2, 'base_momentum': 0.8, 'max_momentum': 0.1}),
    ('cyclic', {**through, 'step_size_up': 2, 'base_momentum': 0.0, 'max_momentum': 0.0}),
    ('one-cycle', {'max_lr': 0.2, 'total_steps': 30, 'base_momentum': 0.0, 'max_momentum': 0.9}),
    ('one-cycle', {'max_lr': 0.2, 'total_steps': 24, 'anneal_strategy': 'linear', 'three_phase': True,
                   'pct_start': 0.25, 'base_momentum': 0.0, 'max_momentum': 0.9}),
]
# The first steps without momentum: SGD makes its memory later, RMSprop never, and then it stops with an error.
late = [('cyclic', {**through, 'step_size_up': 2, 'base_momentum': 0.8, 'max_momentum': 0.0})]
sgd = [
    {'lr': 0.1, 'momentum': 0.9}, {'lr': 0.1, 'momentum': 0.5, 'dampening': 0.6},
    {'lr': 0.1, 'momentum': 0.9, 'nesterov': True}, {'lr': 0.1, 'momentum': 0.9, 'dampening': -0.5, 'weight_decay': 0.1},
]
rmsprop = [{'lr': 0.1, 'momentum': 0.9}, {'lr': 0.1, 'momentum': 0.5, 'centered': True, 'weight_decay': 0.1}]
runs = [('sgd', h, c) for h in sgd for c in cycles + late] + [('rmsprop', h, c) for h in rmsprop for c in cycles]


def changing(name, *settings, at=(0, 5, 13, 18)):
    return [(at[i], name, given) for i, given in enumerate(settings)]


def momenta(*values, **more):
    return [{'lr': 0.1, 'momentum': value, **more} for value in values]


def weights(*values):
    return [{'lr': 0.1, 'betas': value} for value in values]


def flags(key, *values, **more):
    return [{'lr': 0.1, key: value, **more} for value in values]


changes = [
    changing('sgd', *momenta(0.0, 0.9)), changing('sgd', *momenta(0.0, 0.9, dampening=0.6)),
    changing('sgd', *momenta(0.9, 0.0, 0.5)), changing('sgd', *momenta(0.9, 0.0, 0.5, 0.7, dampening=0.6)),
    changing('sgd', *momenta(0.0, 0.9, 0.0, 0.9, dampening=0.3, weight_decay=0.1)),
    changing('sgd', *momenta(0.5, 0.9, dampening=0.3)),
    changing('sgd', {'lr': 0.1, 'momentum': 0.0, 'dampening': 0.5}, {'lr': 0.1, 'momentum': 0.9, 'dampening': 0.0},
             {'lr': 0.1, 'momentum': 0.9, 'dampening': 0.5}),
    changing('rmsprop', *momenta(0.9, 0.0, 0.5)), changing('rmsprop', *momenta(0.9, 0.0, 0.5, centered=True)),
    changing('rmsprop', *flags('centered', True, False, True)), changing('rmsprop', *flags('alpha', 0.0, 0.9)),
    changing('rmsprop', *flags('alpha', 0.9, 0.0, 0.5, momentum=0.3)),
    changing('adam', *weights([0.0, 0.999], [0.9, 0.999])), changing('adam', *weights([0.9, 0.0], [0.9, 0.9])),
    changing('adam', *weights([0.9, 0.99], [0.0, 0.0], [0.8, 0.9])), changing('adam', *flags('amsgrad', True, False, True)),
    changing('adamw', *weights([0.0, 0.0], [0.9, 0.9])), changing('adamw', *flags('amsgrad', True, False, True)),
    changing('adamax', *weights([0.0, 0.0], [0.9, 0.9])), changing('radam', *weights([0.0, 0.99], [0.9, 0.99])),
    changing('adadelta', {'lr': 5.0, 'rho': 0.0}, {'lr': 5.0, 'rho': 0.9}),
    changing('asgd', *flags('lambd', 0.0, 0.1)), changing('asgd', *flags('alpha', 0.0, 0.75, lambd=0.1)),
    changing('adam', *flags('weight_decay', 0.0, 0.1)), changing('adagrad', *flags('lr_decay', 0.0, 0.1)),
]

expression = 'sin(x) + x^2/8 + (x - y)^2/4'
plain = {'base_lr': 0.1, 'max_lr': 0.1, 'step_size_up': 2, 'base_momentum': 0.0, 'max_momentum': 0.8}
rows = [{'expression': 'x^2/2', **descend([(0, 'sgd', {'lr': 0.1, 'momentum': 0.9})], ('cyclic', plain), parabola, [1.0], 9)}]
rows += [{'expression': expression, **descend([(0, name, given)], cycle)} for name, given, cycle in runs]
rows += [{'expression': expression, **descend(stages)} for stages in changes]
print('{"runs": [\n' + ',\n'.join(json.dumps(r) for r in rows) + '\n]}')
