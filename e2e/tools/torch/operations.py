"""Writes what PyTorch says of every function of the language: values and derivatives, special cases included.

Run with a python that has torch:  python3 e2e/tools/torch/operations.py > src/core/language/operations.torch.json
"""
import json
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
inf, nan = float('inf'), float('nan')

plain = [-3.0, -1.5, -1.0, -0.75, -0.1, -0.0, 0.0, 0.1, 0.5, 1.0, 2.0, 3.25, 7.0]
far = [-800.0, -40.0, -20.0, 19.9, 20.0, 20.1, 40.0, 800.0, inf, -inf, nan]
one = {
    'sqrt': torch.sqrt, 'exp': torch.exp, 'sin': torch.sin, 'cos': torch.cos, 'tan': torch.tan, 'tanh': torch.tanh,
    'sinh': torch.sinh, 'cosh': torch.cosh, 'asin': torch.asin, 'acos': torch.acos, 'atan': torch.atan,
    'ln': torch.log, 'log10': torch.log10, 'abs': torch.abs, 'sign': torch.sign, 'floor': torch.floor,
    'relu': torch.relu, 'sigmoid': torch.sigmoid, 'softplus': F.softplus, 'elu': F.elu, 'silu': F.silu,
    'gelu': F.gelu, 'erf': torch.erf, 'neg': torch.neg, 'sinc': torch.sinc, 'exp2': torch.exp2, 'round': torch.round,
    'ceil': torch.ceil, 'leaky_relu': F.leaky_relu, 'selu': F.selu, 'hardtanh': F.hardtanh,
    # What PyTorch has no names for, as our scripts write it.
    'sec': lambda a: torch.reciprocal(torch.cos(a)), 'csc': lambda a: torch.reciprocal(torch.sin(a)),
    'cot': lambda a: torch.reciprocal(torch.tan(a)), 'coth': lambda a: torch.reciprocal(torch.tanh(a)),
    'acot': lambda a: torch.atan(torch.reciprocal(a)), 'cbrt': lambda a: torch.sign(a)*torch.abs(a)**(1/3),
}
pairs = [(a, b) for a in (-2.0, -1.0, 0.0, 0.5, 1.0, 3.0) for b in (-1.5, -1.0, 0.0, 0.5, 1.0, 2.0, 3.0)]
pairs += [(-0.0, b) for b in (-3.0, -1.5, -1.0, -0.5, -0.0, 0.0, 0.5, 1.0, 2.0, 3.0)] + [(0.0, -0.0), (-1.0, -0.0)]
pairs += [(nan, 1.0), (1.0, nan), (nan, 0.0), (inf, 2.0), (1.0, inf), (-1.0, inf), (0.0, -inf)]
two = {
    'add': torch.add, 'sub': torch.sub, 'mul': torch.mul, 'div': torch.div, 'pow': torch.pow,
    'max': torch.maximum, 'min': torch.minimum, 'hypot': torch.hypot, 'mod': torch.remainder,
}
three = [(1.0, 2.0, 3.0), (2.0, 2.0, 1.0), (3.0, 3.0, 3.0), (-1.0, -1.0, 0.0), (0.0, 5.0, 5.0)]
many = {'max': lambda *x: torch.stack(x).amax(), 'min': lambda *x: torch.stack(x).amin()}


# PyTorch has a way of its own for some exponents that are numbers of Python's.
powers = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4]
bases = [-inf, -2.0, -1.0, -0.0, 0.0, 0.3, 1.0, 2.0, inf, nan]


def shown(value):
    # As a text where JSON or who reads it might lose it.
    return value if value == value and abs(value) != inf and str(value) != '-0.0' else str(value).replace('inf', 'Infinity')


def row(operation, function, point):
    xs = [torch.tensor(v, requires_grad=True) for v in point]
    y = function(*xs)
    grads = torch.autograd.grad(y, xs, allow_unused=True)
    return {
        'operation': operation,
        'at': [shown(v) for v in point],
        'value': shown(y.item()),
        'grad': [shown(g.item()) for g in grads],
    }


def power(exponent, base):
    x = torch.tensor(base, requires_grad=True)
    y = x ** exponent
    slope, = torch.autograd.grad(y, x, create_graph=True)
    bend = torch.autograd.grad(slope, x)[0].item() if slope.requires_grad else 0.0
    return {'exponent': exponent, 'at': shown(base), 'value': shown(y.item()), 'slope': shown(slope.item()),
            'bend': shown(bend)}


if __name__ == '__main__':
    rows = [row(name, f, (x,)) for name, f in one.items() for x in plain + far]
    rows += [row(name, f, p) for name, f in two.items() for p in pairs]
    rows += [row(name, f, p) for name, f in many.items() for p in three]
    lines = [',\n'.join(json.dumps(r) for r in of) for of in (rows, [power(e, b) for e in powers for b in bases])]
    print('{"operations": [\n' + lines[0] + '\n], "powers": [\n' + lines[1] + '\n]}')
