"""Written rules, read anew after the contract: what is memory, what is a hyper-parameter, what is the step before."""
import re
import torch
from expressions import Parser, names, tensor, value

given = {'x', 'g', 't', 'f', 'lr'}


def lines_of(text):
    for line in re.split(r'[\n;]', re.sub(r'#[^\n]*', '', text)):
        if line.strip():
            name, sign, right = re.match(r'\s*([A-Za-z]\w*)\s*([-+*]?)=(.*)', line, re.S).groups()
            tree = Parser(right).whole()
            yield name, (sign, ('name', name), tree) if sign else tree


def bare(tree):
    """The number that a line assigns, if it is one as it is typed."""
    sign, tree = (-1, tree[1]) if tree[0] == 'neg' else (1, tree)
    return sign * tree[1] if tree[0] == 'number' else None


def place(tree):
    """What a name is kept under."""
    return tree if tree[0] == 'prev' else tree[1]


class WrittenRule(torch.optim.Optimizer):
    """Does the lines for each coordinate by itself, which is what they mean."""

    def __init__(self, params, text, hyper):
        lines = list(lines_of(text))
        targets = [name for name, _ in lines]
        slots = self.remembered(lines)
        starts = {n: tree for n, tree in lines if n.endswith('_0') and n[:-2] in slots}
        rest = [line for line in lines if line[0] not in starts]
        declared = {n: bare(tree) for n, tree in rest
                    if bare(tree) is not None and n not in given and targets.count(n) == 1}
        self.starts = {n[:-2]: tree for n, tree in starts.items()}
        self.lines = [(n, tree) for n, tree in rest if n not in declared]
        self.slots = self.remembered(self.lines)
        super().__init__(params, {**declared, **hyper})

    @staticmethod
    def remembered(lines):
        """Read before any line assigns it, and assigned somewhere; or named by prev."""
        done, early = set(), set()
        for name, tree in lines:
            early |= {n for n in names(tree) if n not in done}
            done.add(name)
        return {n for n in early if isinstance(n, tuple) or (n in done and n not in given)}

    @torch.no_grad()
    def step(self, loss):
        group = self.param_groups[0]
        (param,) = group['params']
        point, grad = param.clone(), param.grad.clone()
        state = self.state[param]
        t = state['t'] = state.get('t', 0) + 1
        for i in range(len(point)):
            known = {'x': point[i], 'g': grad[i], 't': tensor(t), 'f': loss.detach(), 'lr': tensor(group['lr'])}
            slots = state[i] if i in state else self.begun(known, group)
            now = {**known, **slots}
            for name, tree in self.lines:
                now[name] = value(tree, lambda n: now[place(n)] if place(n) in now else tensor(group[n[1]]))
            state[i] = {slot: known['x'] if slot == ('prev', 'x') else now[slot[1] if isinstance(slot, tuple) else slot]
                        for slot in self.slots}
            param[i] = now['x']
            # A rate that differs from coordinate to coordinate is told for the first.
            self.rate = now['lr'].item() if i == 0 else self.rate

    def begun(self, known, group):
        """What each slot holds before the first step."""
        def first(slot):
            if slot == ('prev', 'x'):
                return known['x']
            start = self.starts.get(slot)
            return value(start, lambda n: known[n[1]] if n[1] in known else tensor(group[n[1]])) if start else tensor(0)
        return {slot: first(slot) for slot in self.slots}
