"""Writes PyTorch's own path for every schedule with every one of its arguments.

Run with a python that has torch:  python3 e2e/tools/torch/schedules.py > src/core/descent/torch/schedules.torch.json

The scheduler is stepped once after every optimizer step; ReduceLROnPlateau is told the loss before that step. A warm-up
is SequentialLR([LinearLR, schedule]). What PyTorch 2 has and 1.13 lacks is done by hand: CyclicLR cycles beta1.
"""
import json
import math
import warnings
import torch
from torch.optim import lr_scheduler as s

warnings.simplefilter('ignore')
torch.set_default_dtype(torch.float64)
expression, start = 'x^2/20 + tanh(sin(x))', [8.0]
classes = {
    'sgd': torch.optim.SGD, 'adam': torch.optim.Adam, 'adamw': torch.optim.AdamW, 'rmsprop': torch.optim.RMSprop,
    'radam': torch.optim.RAdam, 'adagrad': torch.optim.Adagrad, 'lbfgs': torch.optim.LBFGS,
    'asgd': torch.optim.ASGD, 'rprop': torch.optim.Rprop,
}
makers = {
    'step': s.StepLR, 'multistep': s.MultiStepLR, 'exponential': s.ExponentialLR, 'cosine': s.CosineAnnealingLR,
    'cosine-restarts': s.CosineAnnealingWarmRestarts, 'linear': s.LinearLR, 'constant': s.ConstantLR,
    'polynomial': s.PolynomialLR, 'cyclic': s.CyclicLR, 'one-cycle': s.OneCycleLR, 'plateau': s.ReduceLROnPlateau,
    'inverse-sqrt': lambda o: s.LambdaLR(o, lambda t: 1 / math.sqrt(t + 1)),
    'exp-decay': lambda o, k: s.LambdaLR(o, lambda t: math.exp(-k * t)),
}
momentum = {'lr': 0.1, 'momentum': 0.5}
plain = [
    ('step', {'step_size': 7}), ('step', {'step_size': 1, 'gamma': 0.9}), ('step', {'step_size': 100, 'gamma': 0.5}),
    ('multistep', {'milestones': [5, 20, 30]}), ('multistep', {'milestones': [8], 'gamma': 0.5}),
    ('multistep', {'milestones': [9, 3, 9, 0], 'gamma': 0.7}), ('multistep', {'milestones': []}),
    ('exponential', {'gamma': 0.95}), ('exponential', {'gamma': 1.02}),
    ('cosine', {'T_max': 60}), ('cosine', {'T_max': 40, 'eta_min': 0.05}), ('cosine', {'T_max': 11}),
    ('cosine', {'T_max': 1, 'eta_min': 0.01}), ('cosine', {'T_max': 7, 'eta_min': 2.0}),
    ('cosine-restarts', {'T_0': 10}), ('cosine-restarts', {'T_0': 1, 'T_mult': 3, 'eta_min': 0.1}),
    ('cosine-restarts', {'T_0': 5, 'T_mult': 2}),
    ('linear', {}), ('linear', {'start_factor': 1.0, 'end_factor': 0.0, 'total_iters': 40}),
    ('linear', {'start_factor': 0.01, 'end_factor': 0.5, 'total_iters': 1}),
    ('constant', {}), ('constant', {'factor': 0.1, 'total_iters': 20}), ('constant', {'factor': 1.0}),
    ('polynomial', {}), ('polynomial', {'total_iters': 45, 'power': 2.5}),
    ('polynomial', {'total_iters': 80, 'power': 0.5}), ('polynomial', {'power': 0.0}),
    ('inverse-sqrt', {}), ('exp-decay', {'k': 0.1}), ('exp-decay', {'k': 0.0}),
    ('plateau', {}), ('plateau', {'patience': 0, 'factor': 0.5, 'threshold': 0.01}),
    ('plateau', {'patience': 2, 'threshold': 0.5, 'threshold_mode': 'abs', 'factor': 0.8, 'cooldown': 3}),
    ('plateau', {'mode': 'max', 'patience': 3, 'cooldown': 2, 'factor': 0.7}),
    ('plateau', {'mode': 'max', 'threshold_mode': 'abs', 'threshold': 0.2, 'patience': 1, 'min_lr': 0.3}),
    ('plateau', {'patience': 0, 'factor': 0.5, 'threshold': 0.3, 'min_lr': 0.02, 'eps': 0.05}),
    ('plateau', {'patience': 1, 'factor': 0.0, 'threshold': 0.9}),
]
cyclic = [
    {'base_lr': 0.01, 'max_lr': 0.6}, {'base_lr': 0.05, 'max_lr': 0.4, 'step_size_up': 7},
    {'base_lr': 0.1, 'max_lr': 0.5, 'step_size_up': 3, 'step_size_down': 8, 'mode': 'triangular2'},
    {'base_lr': 0.1, 'max_lr': 0.5, 'step_size_up': 5, 'mode': 'exp_range', 'gamma': 0.97},
    {'base_lr': 0.1, 'max_lr': 0.3, 'step_size_up': 1, 'step_size_down': 1, 'base_momentum': 0.2, 'max_momentum': 0.7},
    {'base_lr': 0.5, 'max_lr': 0.1, 'step_size_up': 6, 'mode': 'exp_range', 'gamma': 1.01, 'cycle_momentum': False},
]
one_cycle = [
    {'max_lr': 0.7, 'total_steps': 60}, {'max_lr': 0.7, 'total_steps': 77, 'anneal_strategy': 'linear'},
    {'max_lr': 0.7, 'total_steps': 60, 'pct_start': 0.47, 'three_phase': True, 'base_momentum': 0.3, 'max_momentum': 0.6},
    {'max_lr': 0.4, 'total_steps': 61, 'pct_start': 0.13, 'div_factor': 3.0, 'final_div_factor': 7.0},
    {'max_lr': 0.4, 'total_steps': 60, 'pct_start': 0.7, 'three_phase': True, 'anneal_strategy': 'linear'},
    {'max_lr': 0.4, 'total_steps': 60, 'pct_start': 0.0}, {'max_lr': 0.4, 'total_steps': 90, 'pct_start': 1.0},
    {'max_lr': 0.4, 'total_steps': 90, 'cycle_momentum': False, 'div_factor': 0.5, 'final_div_factor': 0.5},
]
sgd, adam = ('sgd', {'lr': 0.8}), ('adam', {'lr': 0.5})
cases = [(*sgd, kind, given, None) for kind, given in plain]
cases += [(o, h, kind, given, None) for kind, list in (('cyclic', cyclic), ('one-cycle', one_cycle)) for given in list
          for o, h in (('sgd', momentum), adam)]
cases += [
    ('rmsprop', {'lr': 0.1, 'momentum': 0.4}, 'cyclic', cyclic[1], None),
    ('rmsprop', {'lr': 0.1, 'momentum': 0.4}, 'one-cycle', one_cycle[0], None),
    ('sgd', {**momentum, 'nesterov': True}, 'one-cycle', one_cycle[2], None),
    ('sgd', {**momentum, 'dampening': 0.3, 'weight_decay': 0.1}, 'cyclic', cyclic[2], None),
    ('radam', {'lr': 0.5}, 'one-cycle', one_cycle[0], None), ('adamw', {'lr': 0.5}, 'one-cycle', one_cycle[3], None),
    ('asgd', {'lr': 0.5, 'lambd': 0.1}, 'constant', {'factor': 0.3}, None), ('rprop', {'lr': 0.5}, 'linear', {}, None),
    ('asgd', {'lr': 0.5, 'lambd': 0.1}, 'step', {'step_size': 9, 'gamma': 0.5}, {'steps': 4}),
    ('rprop', {'lr': 0.5}, None, {}, {'steps': 4}),
    ('adagrad', {'lr': 0.5}, 'cosine', {'T_max': 20}, None), ('adam', {'lr': 0.5}, 'plateau', {'patience': 1}, None),
    ('lbfgs', {'lr': 0.3, 'max_iter': 2}, 'exponential', {'gamma': 0.9}, None),
    ('lbfgs', {'lr': 1.0, 'line_search_fn': 'strong_wolfe', 'max_iter': 1}, 'step', {'step_size': 2}, {'steps': 3}),
]
# Of each kind the last one; PyTorch joins no warm-up with ReduceLROnPlateau.
cases += [(*sgd, kind, given, {'steps': 6}) for kind, given in dict(plain).items() if kind != 'plateau']
cases += [
    (*sgd, 'cosine', {'T_max': 15, 'eta_min': 0.1}, {'steps': 10, 'start_factor': 0.01}),
    (*sgd, 'multistep', {'milestones': [0, 5]}, {'steps': 1}), (*sgd, 'linear', {'total_iters': 4}, {}),
    (*sgd, 'polynomial', {'total_iters': 9}, {'steps': 70}), (*adam, 'cosine-restarts', {'T_0': 4, 'T_mult': 2}, {}),
    ('sgd', momentum, 'cyclic', cyclic[1], {'steps': 5}), ('sgd', momentum, 'one-cycle', one_cycle[0], {'steps': 5}),
    (*adam, 'one-cycle', one_cycle[2], {'steps': 7, 'start_factor': 0.5}),
    (*sgd, None, {}, {'steps': 12}), (*sgd, None, {}, {'steps': 3, 'start_factor': 1.0}),
]
steps = 60



def scheduler_for(optimizer, kind, given, warmup):
    if warmup is None:
        return makers[kind](optimizer, **given)
    n = warmup.get('steps', 5)
    first = s.LinearLR(optimizer, start_factor=warmup.get('start_factor', 1 / 3), total_iters=n)
    return s.SequentialLR(optimizer, [first, makers[kind](optimizer, **given)], [n]) if kind else first


def descend(name, hyper, kind, given, warmup, begin):
    x = torch.tensor(begin, requires_grad=True)
    optimizer = classes[name]([x], **hyper)
    by_hand = kind == 'cyclic' and name == 'adam'
    led = torch.optim.SGD([x], lr=hyper['lr'], momentum=0.1) if by_hand else optimizer
    scheduler = scheduler_for(led, kind, given, warmup)
    out = {'x': [], 'f': [], 'grad': [], 'lr': [], 'momentum': []}

    def closure():
        x.grad = None
        f = (x ** 2 / 20 + torch.tanh(torch.sin(x))).sum()
        f.backward()
        return f

    for k in range(steps + 1):
        f = closure().item()
        out['x'].append(x.tolist())
        out['f'].append(f)
        out['grad'].append(x.grad.tolist())
        if k == steps:
            return out
        group, leader = optimizer.param_groups[0], led.param_groups[0]
        if by_hand:
            group['lr'] = leader['lr']
            if given.get('cycle_momentum', True):
                group['betas'] = (leader['momentum'], group['betas'][1])
        out['lr'].append(group['lr'])
        out['momentum'].append(group['betas'][0] if 'betas' in group else group.get('momentum', 0.0))
        optimizer.step(*([closure] if name == 'lbfgs' else []))
        scheduler.step(*([f] if kind == 'plateau' else []))


def run(name, hyper, kind, given, warmup):
    out = descend(name, hyper, kind, given, warmup, start)
    moved = [descend(name, hyper, kind, given, warmup, [v + d for v in start])['x'] for d in (1e-13, -1e-13)]
    drift = max(abs(a - b) / (1 + abs(a)) for other in moved for p, q in zip(out['x'], other) for a, b in zip(p, q))
    assert all(map(math.isfinite, out['f']))
    if kind not in ('cyclic', 'one-cycle') or not given.get('cycle_momentum', True):
        del out['momentum']
    schedule = {**({'kind': kind} if kind else {}), **given, **({} if warmup is None else {'warmup': warmup})}
    return {'optimizer': name, 'hyper': hyper, 'schedule': schedule, 'expression': expression, 'start': start,
            'steps': steps, **out, 'drift': drift}


print('{"runs": [\n' + ',\n'.join(json.dumps(run(*case)) for case in cases) + '\n]}')
