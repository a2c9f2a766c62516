"""Optimizers with the mistakes of the bug zoo in them, each update written out by hand."""
import math
import torch
from expressions import NotCovered

averaged = {'betas': (0.9, 0.999), 'eps': 1e-8, 'weight_decay': 0, 'maximize': False}
usual = {
    'adam': {'lr': 1e-3, **averaged, 'amsgrad': False, 'decoupled_weight_decay': False},
    'adamw': {'lr': 1e-3, **averaged, 'amsgrad': False, 'weight_decay': 1e-2},
    'adamax': {'lr': 2e-3, **averaged},
    'nadam': {'lr': 2e-3, **averaged, 'momentum_decay': 4e-3, 'decoupled_weight_decay': False},
    'radam': {'lr': 1e-3, **averaged, 'decoupled_weight_decay': False},
    'adagrad': {'lr': 1e-2, 'lr_decay': 0, 'weight_decay': 0, 'initial_accumulator_value': 0, 'eps': 1e-10,
                'maximize': False},
    'rmsprop': {'lr': 1e-2, 'alpha': 0.99, 'eps': 1e-8, 'weight_decay': 0, 'momentum': 0, 'centered': False,
                'maximize': False},
    'sgd': {'lr': 1e-3, 'momentum': 0, 'dampening': 0, 'weight_decay': 0, 'nesterov': False, 'maximize': False},
    'momentum-average': {'lr': 1e-2, 'beta': 0.9},
    'adam-plain': {'lr': 1e-2, 'betas': (0.9, 0.999), 'eps': 1e-8},
    'lion': {'lr': 1e-4, 'betas': (0.9, 0.99), 'weight_decay': 0},
}


def average(state, key, beta, value):
    state[key] = beta * state.get(key, torch.zeros_like(value)) + (1 - beta) * value
    return state[key]


def squares(state, beta, g):
    """(a·g)·g, as addcmul multiplies, overflows later than a·(g·g)."""
    state['v'] = beta * state.get('v', torch.zeros_like(g)) + (1 - beta) * g * g
    return state['v']


def root(value, p):
    """√v + ε, or with the mistake √(v + ε)."""
    return torch.sqrt(value + p['eps']) if 'eps-inside' in p['bugs'] else torch.sqrt(value) + p['eps']


def decayed(g, x, p):
    """The gradient with its decay, and what is decayed beside it."""
    decoupled = (p['name'] in ('adamw', 'lion') or p.get('decoupled_weight_decay')) and 'l2-decay' not in p['bugs']
    return (g, p['weight_decay'] * x) if decoupled else (g + p['weight_decay'] * x, torch.zeros_like(x))


def correction(beta, p, t):
    return 1 if 'no-bias-correction' in p['bugs'] else 1 - beta ** t


def adam(g, x, state, p):
    (b1, b2), t = p['betas'], state['t']
    g, beside = decayed(g, x, p)
    m, v = average(state, 'm', b1, g), squares(state, b2, g)
    if p['amsgrad']:
        v = state['most'] = torch.maximum(state.get('most', torch.zeros_like(v)), v)
    return p['lr'] * (m / correction(b1, p, t) / root(v / correction(b2, p, t), p) + beside)


def adamax(g, x, state, p):
    (b1, b2), t = p['betas'], state['t']
    g, _ = decayed(g, x, p)
    m = average(state, 'm', b1, g)
    state['u'] = torch.maximum(b2 * state.get('u', torch.zeros_like(g)), g.abs() + p['eps'])
    return p['lr'] / correction(b1, p, t) * m / state['u']


def nadam(g, x, state, p):
    (b1, b2), t = p['betas'], state['t']
    g, beside = decayed(g, x, p)
    mu, after = (b1 * (1 - 0.5 * 0.96 ** (k * p['momentum_decay'])) for k in (t, t + 1))
    product = state['product'] = state.get('product', 1) * mu
    m, v = average(state, 'm', b1, g), squares(state, b2, g)
    corrects = 'no-bias-correction' not in p['bugs']
    now, later = (1 - product, 1 - product * after) if corrects else (1, 1)
    return p['lr'] * (((1 - mu) * g / now + after * m / later) / root(v / correction(b2, p, t), p) + beside)


def radam(g, x, state, p):
    (b1, b2), t = p['betas'], state['t']
    g, beside = decayed(g, x, p)
    m, v = average(state, 'm', b1, g), squares(state, b2, g)
    most = 2 / (1 - b2) - 1
    rho = most - 2 * t * b2 ** t / (1 - b2 ** t)
    step = m / correction(b1, p, t)
    if rho > 5:
        r = math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho))
        step = step * r * math.sqrt(correction(b2, p, t)) / root(v, p)
    return p['lr'] * (step + beside)


def adagrad(g, x, state, p):
    g, _ = decayed(g, x, p)
    state['v'] = state.get('v', torch.full_like(g, p['initial_accumulator_value'])) + g * g
    return p['lr'] / (1 + (state['t'] - 1) * p['lr_decay']) * g / root(state['v'], p)


def inside(g, p):
    """The gradient, multiplied by the rate already with the mistake."""
    return p['lr'] * g if 'lr-inside' in p['bugs'] else g


def moved(step, p):
    return step if 'lr-inside' in p['bugs'] else p['lr'] * step


def rmsprop(g, x, state, p):
    g, _ = decayed(g, x, p)
    v = squares(state, p['alpha'], g)
    mean = average(state, 'mean', p['alpha'], g)
    way = g / root(v - mean * mean if p['centered'] else v, p)
    if p['momentum'] <= 0:
        return p['lr'] * way
    state['b'] = p['momentum'] * state.get('b', torch.zeros_like(g)) + inside(way, p)
    return moved(state['b'], p)


def sgd(g, x, state, p):
    g, _ = decayed(g, x, p)
    if p['momentum'] == 0:
        return p['lr'] * g
    state['b'] = p['momentum'] * state['b'] + inside((1 - p['dampening']) * g, p) if 'b' in state else inside(g, p)
    return moved(state['b'], p) if not p['nesterov'] else inside(g, p) + p['momentum'] * state['b'] \
        if 'lr-inside' in p['bugs'] else p['lr'] * (g + p['momentum'] * state['b'])


def momentum_average(g, x, state, p):
    state['m'] = p['beta'] * state.get('m', torch.zeros_like(g)) + inside((1 - p['beta']) * g, p)
    return moved(state['m'], p)


def adam_plain(g, x, state, p):
    b1, b2 = p['betas']
    state['m'] = b1 * state.get('m', torch.zeros_like(g)) + inside((1 - b1) * g, p)
    return moved(state['m'] / torch.sqrt(squares(state, b2, g) + p['eps']), p)


def lion(g, x, state, p):
    b1, b2 = p['betas']
    g, beside = decayed(g, x, p)
    c = b1 * state.get('m', torch.zeros_like(g)) + (1 - b1) * g
    average(state, 'm', b2, g)
    return p['lr'] * (torch.sign(c) + beside)


updates = {'adam': adam, 'adamw': adam, 'adamax': adamax, 'nadam': nadam, 'radam': radam, 'adagrad': adagrad,
           'rmsprop': rmsprop, 'sgd': sgd, 'momentum-average': momentum_average,
           'adam-plain': adam_plain, 'lion': lion}


def mistaken(name, hyper, bugs):
    """The update with its mistakes, and all its arguments."""
    if name not in updates:
        raise NotCovered(f'{name} with the bug {min(bugs)}')
    return updates[name], {**usual[name], **hyper, 'name': name, 'bugs': bugs}
