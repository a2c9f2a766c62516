"""Optimizers by id: PyTorch's own classes, and by hand what PyTorch has not, or has not yet in the version at hand."""
import inspect
import torch
from expressions import NotCovered

classes = {
    'sgd': 'SGD', 'adam': 'Adam', 'adamw': 'AdamW', 'adamax': 'Adamax', 'nadam': 'NAdam', 'radam': 'RAdam',
    'adagrad': 'Adagrad', 'adadelta': 'Adadelta', 'rmsprop': 'RMSprop', 'rprop': 'Rprop', 'asgd': 'ASGD',
    'lbfgs': 'LBFGS',
}
is_old = int(torch.__version__.split('.')[0]) < 2


class Asking(torch.optim.Optimizer):
    """What asks the function elsewhere: `step(ask)`, where ask(x) is the loss at x, a tensor with a graph."""

    def __init__(self, params, move, defaults):
        super().__init__(params, defaults)
        self.move = move

    def step(self, ask):
        group = self.param_groups[0]
        (param,) = group['params']

        def slope(point):
            point = point.clone().requires_grad_()
            f = ask(point)
            (g,) = torch.autograd.grad(f, [point], allow_unused=True) if f.requires_grad else (None,)
            return f.item(), torch.zeros_like(point) if g is None else g

        moved = self.move(param.detach().clone(), self.state[param], group, slope, ask)
        with torch.no_grad():
            param.copy_(moved)


def newton(x, state, p, slope, ask):
    h = torch.autograd.functional.hessian(lambda point: ask(point) + 0 * point.sum(), x)
    below = h + p['damping'] * torch.eye(len(x))
    if len(x) == 1:
        return x - p['lr'] * slope(x)[1] / below[0]
    try:
        return x - p['lr'] * torch.linalg.solve(below, slope(x)[1])
    except RuntimeError:
        return x * float('nan')


def nesterov(x, state, p, slope, ask):
    ahead = x + p['beta'] * (x - state.get('before', x))
    state['before'] = x
    return ahead - p['lr'] * slope(ahead)[1]


def armijo(x, state, p, slope, ask):
    f, g = slope(x)
    for n in range(p['max_ls']):
        alpha = p['lr'] * p['rho'] ** n
        if slope(x - alpha * g)[0] <= f - p['c1'] * alpha * g.dot(g).item():
            return x - alpha * g
    return x


asking = {
    'newton': (newton, {'lr': 1.0, 'damping': 0.0}),
    'nesterov': (nesterov, {'lr': 1e-3, 'beta': 0.9}),
    'gd-armijo': (armijo, {'lr': 1.0, 'c1': 1e-4, 'rho': 0.5, 'max_ls': 25}),
}


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


def average(state, key, beta, value):
    state[key] = beta * state.get(key, torch.zeros_like(value)) + (1 - beta) * value
    return state[key]


def momentum_average(g, x, state, p):
    return p['lr'] * average(state, 'm', p['beta'], g)


def rmsprop_inside(g, x, state, p):
    return p['lr'] * g / torch.sqrt(average(state, 'v', p['alpha'], g * g) + p['eps'])


def adam_plain(g, x, state, p):
    m, v = average(state, 'm', p['betas'][0], g), average(state, 'v', p['betas'][1], g * g)
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
    m, v = average(state, 'm', b1, g), average(state, 'v', b2, g * g)
    below = torch.sqrt(v / (1 - b2 ** t)) + p['eps']
    return shrunk + p['lr'] * (1 - mu) / (1 - state['product']) * g / below + \
        p['lr'] * after / (1 - state['product'] * after) * m / below


by_hand = {
    'momentum-average': (momentum_average, {'lr': 1e-2, 'beta': 0.9}),
    'rmsprop-inside': (rmsprop_inside, {'lr': 1e-2, 'alpha': 0.99, 'eps': 1e-8}),
    'adam-plain': (adam_plain, {'lr': 1e-2, 'betas': (0.9, 0.999), 'eps': 1e-8}),
    'lion': (lion, {'lr': 1e-4, 'betas': (0.9, 0.99), 'weight_decay': 0}),
    'heavy-ball': (heavy_ball, {'lr': 1e-3, 'beta': 0.9}),
}
if is_old:
    by_hand['nadam'] = (nadam, {'lr': 2e-3, 'betas': (0.9, 0.999), 'eps': 1e-8, 'weight_decay': 0,
                                'momentum_decay': 4e-3, 'decoupled_weight_decay': False, 'maximize': False})


def made(params, name, hyper):
    """The optimizer, and what has to be done around its step that its class does not know yet."""
    hyper = {key: tuple(v) if isinstance(v, list) else v for key, v in hyper.items()}
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
