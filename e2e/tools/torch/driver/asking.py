"""Optimizers that ask the function elsewhere before they step, and that PyTorch has not."""
import torch
from torch.optim.lbfgs import _strong_wolfe


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
    return x - 0 * g


def searched(x, d, first, f, g, p, slope):
    """The strong Wolfe conditions, by the search of PyTorch's L-BFGS."""
    if first == 0:
        return 0.0
    *_, t, _ = _strong_wolfe(lambda x, t, d: slope(x + t * d), x, first, d, f, g, g.dot(d),
                             c1=p['c1'], c2=p['c2'], max_ls=p['max_ls'])
    return float(t)


def wolfe(x, state, p, slope, ask):
    f, g = slope(x)
    return x - (searched(x, -g, p['lr'], f, g, p, slope) if g.dot(g) > 0 else 0) * g


def conjugate(x, state, p, slope, ask):
    """Polak and Ribiere's beta, never below 0; the first trial is as long as the step before, to first order."""
    f, g = slope(x)
    d, first = -g, p['lr']
    if state.get('g') is not None and state['g'].dot(state['g']) > 0:
        beta = max(0.0, (g.dot(g - state['g']) / state['g'].dot(state['g'])).item())
        bent = -g + beta * state['d']
        d = bent if g.dot(bent) < 0 else -g
    slant = g.dot(d).item()
    if not slant < 0 or g.abs().max() <= 1e-10:
        return x + 0 * d
    if state.get('alpha'):
        first = min(state['alpha'] * state['slant'] / slant, 10 * state['alpha'])
    alpha = searched(x, d, first, f, g, p, slope)
    state.update(g=g, d=d, slant=slant, alpha=alpha)
    return x + alpha * d


asking = {
    'newton': (newton, {'lr': 1.0, 'damping': 0.0}),
    'nesterov': (nesterov, {'lr': 1e-3, 'beta': 0.9}),
    'gd-armijo': (armijo, {'lr': 1.0, 'c1': 1e-4, 'rho': 0.5, 'max_ls': 25}),
    'gd-wolfe': (wolfe, {'lr': 1.0, 'c1': 1e-4, 'c2': 0.9, 'max_ls': 25}),
    'cg': (conjugate, {'lr': 1.0, 'c1': 1e-4, 'c2': 0.1, 'max_ls': 25}),
}
