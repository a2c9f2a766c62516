"""Runs an experiment with PyTorch alone, without the script that the core exports: a second opinion.

It answers with the rows of the CSV. What PyTorch has no word for it does not cover, and says so.
"""
import math
import warnings
import torch
from expressions import NotCovered, Parser, tensor, value
from asking import Asking
from optimizers import made
from rules import WrittenRule
from schedules import Scheduling

warnings.simplefilter('ignore')
in_loop = {'no-zero-grad', 'stale-closure'}


class Descent:
    def __init__(self, experiment):
        self.experiment = experiment
        self.tree = Parser(experiment['f']).whole()
        self.parameters = {n: tensor(v) for n, v in experiment['parameters'].items()}
        for n, text in experiment['constants'].items():
            self.parameters[n] = value(Parser(text).whole(), lambda tree: self.parameters[tree[1]])
        self.x = torch.tensor(experiment['start'], dtype=torch.float64, requires_grad=True)
        self.rows, self.rates, self.before = [], [], None

    def loss(self, point=None):
        known = {**self.parameters, **dict(zip(self.experiment['variables'], self.x if point is None else point))}
        # A loss that is the point itself would move with it.
        return value(self.tree, lambda tree: known[tree[1]]).clone()

    def gradient(self):
        """0 where no slope comes from, as it is for whoever minimizes."""
        f = self.loss()
        (g,) = torch.autograd.grad(f, [self.x], allow_unused=True) if f.requires_grad else (None,)
        return f, torch.zeros_like(self.x) if g is None else g

    def observe(self):
        f, g = self.gradient()
        self.rows.append([*self.x.tolist(), f.item(), *g.tolist()])

    def run(self, spec):
        self.observe()
        legs = self.legs(spec)
        for (leg, begin), end in zip(legs, [*(b for _, b in legs[1:]), self.experiment['steps']]):
            if not self.leg(leg, begin, min(end, self.experiment['steps'])):
                break

    def legs(self, spec):
        """The runs that a run goes through, each with the step where it begins."""
        if not spec.get('from') or spec['from']['step'] == 0:
            return [(spec, 0)]
        step = spec['from']['step']
        before = [leg for leg in self.legs(self.experiment['runs'][spec['from']['run']]) if leg[1] < step]
        return [*before, (spec, step)]

    def made(self, spec):
        """The optimizer of a leg; the same one as before goes on with what it remembers."""
        bugs = set(spec.get('bugs', []))
        if spec['optimizer'] == 'custom':
            optimizer, missing = WrittenRule([self.x], spec['rule'], spec['hyper']), {}
        else:
            optimizer, missing = made([self.x], spec['optimizer'], spec['hyper'], bugs - in_loop)
        identity = (spec['optimizer'], spec.get('rule'))
        if self.before and self.before[0] == identity:
            if spec.get('schedule'):
                raise NotCovered('a schedule of an optimizer that goes on')
            if type(self.before[1]) is not type(optimizer):
                raise NotCovered('an optimizer that goes on with a mistake in its update')
            optimizer.state = self.before[1].state
            if spec['optimizer'] == 'lbfgs':
                shorten(optimizer.state[self.x], optimizer.param_groups[0]['history_size'])
        if not self.before or self.before[0] != identity or 'no-zero-grad' not in self.before[2]:
            self.x.grad = None
        self.before = (identity, optimizer, bugs)
        return optimizer, missing

    def leg(self, spec, begin, end):
        x = self.x
        optimizer, missing = self.made(spec)
        schedule = spec.get('schedule') and Scheduling(optimizer, spec['schedule'], self.experiment['steps'])
        for _ in range(begin, end):
            rate = self.step(spec, optimizer, missing)
            if not all(map(math.isfinite, x.tolist())):
                return False
            loss = self.rows[-1][len(x)]
            self.rates.append(rate)
            self.observe()
            if schedule:
                schedule.step(loss)
        return True

    def step(self, spec, optimizer, missing):
        """Takes a step; the answer is the learning rate that it used."""
        x, bugs = self.x, spec.get('bugs', [])
        group = optimizer.param_groups[0]
        rate = group['lr']

        def closure():
            f, g = self.gradient()
            x.grad = g if x.grad is None or 'no-zero-grad' not in bugs else x.grad + g
            return f

        if spec['optimizer'] == 'lbfgs':
            if rate == 0 and group['line_search_fn']:
                raise NotCovered('a line search that begins with 0, which divides by it')
            if 'stale-closure' in bugs:
                closure()
            optimizer.step(self.loss if 'stale-closure' in bugs else closure)
            return rate
        if isinstance(optimizer, Asking):
            optimizer.step(self.loss)
            return rate
        f = closure()
        if missing.get('decay'):
            with torch.no_grad():
                x.mul_(1 - rate * missing['decay'])
        summed = x.grad
        if missing.get('maximize'):
            x.grad = -x.grad
        optimizer.step(*([f] if isinstance(optimizer, WrittenRule) else []))
        x.grad = summed
        return getattr(optimizer, 'rate', rate)


def shorten(memory, most):
    """L-BFGS makes one list once, as long as its history is then, and the others never shorter."""
    memory.pop('al', None)
    for kept in ('old_dirs', 'old_stps', 'ro'):
        del (memory.get(kept) or [])[:-most]


def cell(number):
    return 'NaN' if math.isnan(number) else 'Infinity' if number == math.inf else \
        '-Infinity' if number == -math.inf else repr(number)


def quoted(label):
    return '"' + label.replace('"', '""') + '"' if any(c in label for c in ',"\n') else label


def table(experiment):
    """The CSV of an experiment, and why the last run could not be finished or begun, if so."""
    variables = experiment['variables']
    slopes = ['grad'] if len(variables) == 1 else [f'grad_{v}' for v in variables]
    lines, trouble, uncovered = [','.join(['run', 'step', 'lr', *variables, 'f', *slopes])], [], []
    for spec in experiment['runs']:
        descent = Descent(experiment)
        try:
            descent.run(spec)
        except NotCovered as found:
            uncovered.append(str(found))
            continue
        except KeyError as found:
            uncovered.append(f'memory that the class did not begin with: {found}')
            continue
        except Exception as found:
            trouble.append(f'{spec["optimizer"]}: {type(found).__name__}: {found}')
        for k, row in enumerate(descent.rows):
            rate = cell(descent.rates[k]) if k < len(descent.rates) else ''
            lines.append(','.join([quoted(spec['label']), str(k), rate, *map(cell, row)]))
    return {'out': '\n'.join(lines) + '\n', 'trouble': trouble, 'uncovered': uncovered}
