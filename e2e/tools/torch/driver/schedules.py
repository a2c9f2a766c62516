"""Schedules by kind: PyTorch's own classes, stepped once after every step of the optimizer."""
import math
import torch
from torch.optim import lr_scheduler as s
from expressions import NotCovered

classes = {
    'step': s.StepLR, 'multistep': s.MultiStepLR, 'exponential': s.ExponentialLR, 'cosine': s.CosineAnnealingLR,
    'cosine-restarts': s.CosineAnnealingWarmRestarts, 'linear': s.LinearLR, 'constant': s.ConstantLR,
    'polynomial': s.PolynomialLR, 'cyclic': s.CyclicLR, 'one-cycle': s.OneCycleLR, 'plateau': s.ReduceLROnPlateau,
    'inverse-sqrt': lambda o: s.LambdaLR(o, lambda t: 1 / math.sqrt(t + 1)),
    'exp-decay': lambda o, k: s.LambdaLR(o, lambda t: math.exp(-k * t)),
}
cycling = ('cyclic', 'one-cycle')


class Scheduling:
    """Sets an optimizer's learning rate, and its momentum where that is cycled."""

    def __init__(self, optimizer, spec, steps):
        # JSON knows no whole floats; PyTorch asks whether pct_start is one.
        given = {key: float(v) if key == 'pct_start' else v for key, v in spec.items()}
        kind, warmup = given.pop('kind', None), given.pop('warmup', None)
        if kind not in (*classes, None):
            raise NotCovered(f'the schedule {kind}')
        if kind == 'one-cycle':
            given.setdefault('total_steps', max(1, steps))
        self.kind, self.group, self.steps = kind, optimizer.param_groups[0], 0
        self.cycles = kind in cycling and given.get('cycle_momentum', True)
        led = optimizer
        if kind in cycling and 'momentum' not in optimizer.defaults:
            # Older versions cycle nobody's beta1 here, none anything of an optimizer by hand: a leader shows the way.
            led = torch.optim.SGD(self.group['params'], lr=self.group['lr'], momentum=0.5)
        self.leader = led.param_groups[0]
        self.scheduler, self.warming, self.later = self.made(led, kind, given, warmup), 0, None
        if kind == 'plateau' and warmup is not None:
            # SequentialLR tells nobody the loss: who warms up first steps one and then the other.
            self.later, self.warming = s.ReduceLROnPlateau(led, **given), warmup.get('steps', 5)
        self.follow()

    @staticmethod
    def made(optimizer, kind, given, warmup):
        if warmup is None:
            return classes[kind](optimizer, **given)
        n = warmup.get('steps', 5)
        first = s.LinearLR(optimizer, start_factor=warmup.get('start_factor', 1 / 3), total_iters=n)
        if kind in (None, 'plateau'):
            return first
        return s.SequentialLR(optimizer, [first, classes[kind](optimizer, **given)], [n])

    def follow(self):
        if self.leader is self.group:
            return
        self.group['lr'] = self.leader['lr']
        if not self.cycles:
            return
        if 'betas' in self.group:
            self.group['betas'] = (self.leader['momentum'], *self.group['betas'][1:])
        elif 'beta1' in self.group or 'beta' in self.group:
            self.group['beta1' if 'beta1' in self.group else 'beta'] = self.leader['momentum']

    def step(self, loss):
        self.steps += 1
        if self.later and self.steps > self.warming:
            self.later.step(loss)
        else:
            self.scheduler.step(*([loss] if self.kind == 'plateau' and not self.later else []))
        self.follow()
