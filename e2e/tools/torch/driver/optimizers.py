"""Optimizers by id: PyTorch's own classes, and by hand what PyTorch has not, or has not yet in the version at hand."""
import inspect
import torch
from asking import Asking, asking
from expressions import NotCovered
from mistaken import average, mistaken, squares

classes = {
    'sgd': 'SGD', 'adam': 'Adam', 'adamw': 'AdamW', 'adamax': 'Adamax', 'nadam': 'NAdam', 'radam': 'RAdam',
    'adagrad': 'Adagrad', 'adadelta': 'Adadelta', 'rmsprop': 'RMSprop', 'rprop': 'Rprop', 'asgd': 'ASGD',
    'lbfgs': 'LBFGS', 'adafactor': 'Adafactor',
}
counts = {'max_iter', 'max_eval', 'history_size', 'max_ls'}
is_old = int(torch.__version__.split('.')[0]) < 2


class ByHand(torch.optim.Optimizer):
    """What is subtracted from the point, as a function: that is all an optimizer by hand says."""

    def __init__(self, params, update, defaults):
        super().__init__(params, defaults)
        self.update = update

    @torch.no_grad()
    def step(self):
        group = self.param_groups[0]
        for param in group['params']:
            state = self.state[param]
            state['t'] = state.get('t', 0) + 1
            g = -param.grad if group.get('maximize') else param.grad.clone()
            param -= self.update(g, param.clone(), state, group)


def momentum_average(g, x, state, p):
    return p['lr'] * average(state, 'm', p['beta'], g)


def rmsprop_inside(g, x, state, p):
    return p['lr'] * g / torch.sqrt(squares(state, p['alpha'], g) + p['eps'])


def adam_plain(g, x, state, p):
    m, v = average(state, 'm', p['betas'][0], g), squares(state, p['betas'][1], g)
    return p['lr'] * m / torch.sqrt(v + p['eps'])


def lion(g, x, state, p):
    b1, b2 = p['betas']
    c = b1 * state.get('m', torch.zeros_like(g)) + (1 - b1) * g
    average(state, 'm', b2, g)
    return p['lr'] * (torch.sign(c) + p['weight_decay'] * x)


def heavy_ball(g, x, state, p):
    before = state.get('before', x)
    state['before'] = x
    return p['lr'] * g - p['beta'] * (x - before)


def nadam(g, x, state, p):
    """PyTorch 2's: version 1 multiplies by one factor too many."""
    (b1, b2), t, psi, decay = p['betas'], state['t'], p['momentum_decay'], p['weight_decay']
    shrunk = p['lr'] * decay * x if p['decoupled_weight_decay'] else 0
    if decay and not p['decoupled_weight_decay']:
        g = g + decay * x
    mu, after = (b1 * (1 - 0.5 * 0.96 ** (k * psi)) for k in (t, t + 1))
    state['product'] = state.get('product', 1) * mu
    m, v = average(state, 'm', b1, g), squares(state, b2, g)
    below = torch.sqrt(v / (1 - b2 ** t)) + p['eps']
    return shrunk + p['lr'] * (1 - mu) / (1 - state['product']) * g / below + \
        p['lr'] * after / (1 - state['product'] * after) * m / below


def adafactor(g, x, state, p):
    """Of a vector; PyTorch has it from version 2.5 on."""
    t, (eps1, eps2), lr = state['t'], p['eps'], p['lr']
    eps1 = torch.finfo(x.dtype).eps if eps1 is None else eps1
    state['v'] = torch.lerp(state.get('v', torch.zeros_like(x)), g * g, t ** p['beta2_decay'])
    u = g * torch.rsqrt(torch.clamp(state['v'], min=eps1 * eps1))
    rms = lambda vector: torch.linalg.vector_norm(vector).item() / vector.numel() ** 0.5  # noqa: E731
    alpha = max(eps2, rms(x)) * min(lr, t ** -0.5)
    return lr * p['weight_decay'] * x + alpha / max(1.0, rms(u) / p['d']) * u


by_hand = {
    'momentum-average': (momentum_average, {'lr': 1e-2, 'beta': 0.9}),
    'rmsprop-inside': (rmsprop_inside, {'lr': 1e-2, 'alpha': 0.99, 'eps': 1e-8}),
    'adam-plain': (adam_plain, {'lr': 1e-2, 'betas': (0.9, 0.999), 'eps': 1e-8}),
    'lion': (lion, {'lr': 1e-4, 'betas': (0.9, 0.99), 'weight_decay': 0}),
    'heavy-ball': (heavy_ball, {'lr': 1e-3, 'beta': 0.9}),
}
if not hasattr(torch.optim, 'Adafactor'):
    by_hand['adafactor'] = (adafactor, {'lr': 1e-2, 'beta2_decay': -0.8, 'eps': (None, 1e-3), 'd': 1.0,
                                        'weight_decay': 0, 'maximize': False})
if is_old:
    by_hand['nadam'] = (nadam, {'lr': 2e-3, 'betas': (0.9, 0.999), 'eps': 1e-8, 'weight_decay': 0,
                                'momentum_decay': 4e-3, 'decoupled_weight_decay': False, 'maximize': False})


def typed(key, value):
    """JSON has neither tuples nor whole floats, and ASGD makes a tensor of whole numbers from a whole rate."""
    if isinstance(value, list):
        return tuple(None if v is None else float(v) for v in value)
    is_rate = isinstance(value, int) and not isinstance(value, bool) and key not in counts
    return float(value) if is_rate else value


def made(params, name, hyper, bugs):
    """The optimizer, and what has to be done around its step that its class does not know yet."""
    hyper = {key: typed(key, v) for key, v in hyper.items()}
    if bugs:
        return ByHand(params, *mistaken(name, hyper, bugs)), {}
    if name in by_hand:
        update, defaults = by_hand[name]
        return ByHand(params, update, {**defaults, **hyper}), {}
    if name in asking:
        move, defaults = asking[name]
        return Asking(params, move, {**defaults, **hyper}), {}
    if name not in classes or not hasattr(torch.optim, classes[name]):
        raise NotCovered(f'the optimizer {name}')
    kind = getattr(torch.optim, classes[name])
    known = inspect.signature(kind).parameters
    missing = {key: hyper.pop(key) for key in ('maximize', 'decoupled_weight_decay')
               if key in hyper and key not in known}
    if missing.get('decoupled_weight_decay') and name == 'adam':
        kind, missing = torch.optim.AdamW, {}
        hyper.setdefault('weight_decay', 0)
    if missing.get('decoupled_weight_decay'):
        missing['decay'] = hyper.pop('weight_decay', 0)
    if name == 'sgd':
        hyper.setdefault('lr', 1e-3)
    return kind(params, **hyper), missing
