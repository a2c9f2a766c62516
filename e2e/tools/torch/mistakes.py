"""The updates of optimizers with a mistake in them: what is subtracted from the point."""
import math
import torch


def averages(g, state, p):
    b1, b2 = p.get('betas', [0.9, 0.999])
    state['m'] = b1 * state['m'] + (1 - b1) * g
    state['v'] = b2 * state['v'] + (1 - b2) * g * g
    return state['m'], state['v'], b1, b2, p.get('eps', 1e-8)


def adam_uncorrected(g, x, state, t, p):
    m, v, _, _, eps = averages(g + p.get('weight_decay', 0) * x, state, p)
    return p['lr'] * m / (v.sqrt() + eps)


def adamw_uncorrected(g, x, state, t, p):
    m, v, _, _, eps = averages(g, state, p)
    return p['lr'] * (m / (v.sqrt() + eps) + p['weight_decay'] * x)


def adamax_uncorrected(g, x, state, t, p):
    m, _, _, b2, eps = averages(g, state, p)
    state['u'] = torch.maximum(b2 * state.get('u', torch.zeros_like(x)), g.abs() + eps)
    return p['lr'] * m / state['u']


def nadam_uncorrected(g, x, state, t, p):
    m, v, b1, _, eps = averages(g, state, p)
    mu, after = (b1 * (1 - 0.96 ** (s * 4e-3) / 2) for s in (t, t + 1))
    return p['lr'] * ((1 - mu) * g + after * m) / (v.sqrt() + eps)


def radam_uncorrected(g, x, state, t, p):
    m, v, _, b2, eps = averages(g, state, p)
    most = 2 / (1 - b2) - 1
    rho = most - 2 * t * b2 ** t / (1 - b2 ** t)
    if rho <= 5:
        return p['lr'] * m
    return p['lr'] * m * math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho)) / (v.sqrt() + eps)


def adam_inside(g, x, state, t, p):
    m, v, b1, b2, eps = averages(g, state, p)
    return p['lr'] * m / (1 - b1 ** t) / (v / (1 - b2 ** t) + eps).sqrt()


def rmsprop_inside(g, x, state, t, p):
    state['v'] = 0.99 * state['v'] + 0.01 * g * g
    return p['lr'] * g / (state['v'] + p['eps']).sqrt()


def adamw_l2(g, x, state, t, p):
    m, v, b1, b2, eps = averages(g + p['weight_decay'] * x, state, p)
    return p['lr'] * m / (1 - b1 ** t) / ((v / (1 - b2 ** t)).sqrt() + eps)


def sgd_rate_inside(g, x, state, t, p):
    mu = p['momentum']
    state['b'] = mu * state['b'] + p['lr'] * (g if t == 1 else (1 - p.get('dampening', 0)) * g)
    return p['lr'] * g + mu * state['b'] if p.get('nesterov') else state['b']


def rmsprop_rate_inside(g, x, state, t, p):
    state['v'] = 0.99 * state['v'] + 0.01 * g * g
    state['b'] = p['momentum'] * state['b'] + p['lr'] * g / (state['v'].sqrt() + 1e-8)
    return state['b']
