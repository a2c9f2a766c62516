"""Writes what PyTorch says of second derivatives: of whole expressions, and of every operation at its special places.

Run with a python that has torch:  python3 e2e/tools/torch/hessians.py > src/core/graphs/hessians.torch.json
"""
import json
import torch
from torch.autograd.functional import hessian
from graphs import cases
from operations import many, one, shown, two


def squared_error(x1, x2, y, w1, w2, b1, w3, w4, b2, w5, w6, b3):
    hidden = w5*torch.tanh(w1*x1 + w2*x2 + b1) + w6*torch.tanh(w3*x1 + w4*x2 + b2)
    return (hidden + b3 - y)**2/2


def sigmoids(x):
    for _ in range(10):
        x = torch.sigmoid(x)
    return x


def layers(x, w):
    for _ in range(10):
        x = w*torch.relu(x)
    return x


further = [
    ('(w5*tanh(w1*x1 + w2*x2 + b1) + w6*tanh(w3*x1 + w4*x2 + b2) + b3 - y)^2/2', squared_error,
     dict(x1=1, x2=2, y=1, w1=0.5, w2=-0.2, b1=0.1, w3=-0.4, w4=0.6, b2=-0.3, w5=0.7, w6=-0.5, b3=0.2)),
    ('-ln(exp(b)/(exp(a) + exp(b) + exp(c)))', lambda a, b, c: -torch.log(torch.exp(b)/(torch.exp(a) + torch.exp(b) + torch.exp(c))),
     dict(a=2, b=1, c=0.1)),
    ('sigmoid('*10 + 'x' + ')'*10, sigmoids, dict(x=0)),
    ('w*relu('*10 + 'x' + ')'*10, layers, dict(x=1, w=2)),
    ('x^3 + x^2*y + x*y^0.5', lambda x, y: x**3 + x**2*y + x*y**0.5, dict(x=0, y=4)),
    ('max(x^2, y, x*y)*z', lambda x, y, z: torch.stack([x**2, y, x*y]).amax()*z, dict(x=1, y=1, z=3)),
]
places = [-40.0, -2.0, -0.75, -0.0, 0.0, 0.3, 1.0, 3.25, 20.0, 20.1, 800.0]
pairs = [(a, b) for a in (-2.0, 0.0, 0.5, 1.0, 3.0) for b in (-1.5, 0.5, 1.0, 3.0)]
threes = [(1.0, 2.0, 3.0), (2.0, 2.0, 1.0), (3.0, 3.0, 3.0), (0.0, 5.0, 5.0)]
signs = {'add': '+', 'sub': '-', 'mul': '*', 'div': '/', 'pow': '^'}


def called(operation, names):
    if operation == 'neg':
        return f'-{names[0]}'
    return signs[operation].join(names) if operation in signs else f'{operation}({", ".join(names)})'


def operation(name, f, point):
    # Times another variable, so that the slope itself stands in the Hessian too.
    names = 'abc'[:len(point)]
    start = {**dict(zip(names, point)), 'z': 2.0}
    return f'({called(name, names)})*z', lambda z, **at: f(*(at[n] for n in names))*z, start


def row(f, function, start):
    names = sorted(start)
    values = hessian(lambda *xs: function(**dict(zip(names, xs))), tuple(torch.tensor(float(start[n])) for n in names))
    return dict(f=f, start={name: shown(value) for name, value in start.items()},
                hessian=[[shown(value.item()) for value in line] for line in values])


all = [*cases, *further,
       *(operation(name, f, (x,)) for name, f in one.items() for x in places),
       *(operation(name, f, p) for name, f in two.items() for p in pairs),
       *(operation(name, f, p) for name, f in many.items() for p in threes)]
print('[\n' + ',\n'.join(json.dumps(row(*case)) for case in all) + '\n]')
