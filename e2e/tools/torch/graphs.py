"""Writes what PyTorch says of expressions of several variables: value and gradient, ties and kinks included.

Run with a python that has torch:  python3 e2e/tools/torch/graphs.py > src/core/graphs/graphs.torch.json
"""
import json
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
tensor = lambda value: torch.tensor(float(value))
largest = lambda *xs: torch.stack(xs).amax()


def micrograd(a, b):
    c = a + b
    d = a*b + b**3
    c = c + (c + 1)
    c = c + (1 + c + (-a))
    d = d + (d*2 + torch.relu(b + a))
    d = d + (3*d + torch.relu(b - a))
    e = c - d
    f = e**2
    return f/2.0 + 10.0/f


c0, d0 = '(a + b)', '(a*b + b^3)'
c1 = f'({c0} + ({c0} + 1))'
c2 = f'({c1} + (1 + {c1} + (-a)))'
d1 = f'({d0} + ({d0}*2 + relu(b + a)))'
d2 = f'({d1} + (3*{d1} + relu(b - a)))'
f0 = f'({c2} - {d2})^2'

cases = [
    ('2*(x*y + max(z, w))', lambda x, y, z, w: 2*(x*y + torch.maximum(z, w)), dict(x=3, y=-4, z=2, w=-1)),
    ('2*(x*y + max(z, w))', lambda x, y, z, w: 2*(x*y + torch.maximum(z, w)), dict(x=3, y=-4, z=2, w=2)),
    (f'{f0}/2 + 10/{f0}', micrograd, dict(a=-4, b=2)),
    ('tanh(w1*x1 + w2*x2 + b)', lambda b, w1, w2, x1, x2: torch.tanh(w1*x1 + w2*x2 + b),
     dict(b=6.88137358, w1=-3, w2=1, x1=2, x2=0)),
    ('ln(exp(a) + exp(b) + exp(c)) - b', lambda a, b, c: torch.log(torch.exp(a) + torch.exp(b) + torch.exp(c)) - b,
     dict(a=2, b=-0.5, c=0.3)),
    ('max(a, b, c) + min(a, b, c)*c', lambda a, b, c: largest(a, b, c) - largest(-a, -b, -c)*c, dict(a=2, b=2, c=2)),
    ('relu(x)*y + abs(x)*z', lambda x, y, z: torch.relu(x)*y + torch.abs(x)*z, dict(x=0, y=3, z=5)),
    ('where(x > y, x^2*y, sqrt(y))', lambda x, y: torch.where(x > y, x**2*y, torch.sqrt(y)), dict(x=2, y=0)),
    ('x^y + y^x - x/y', lambda x, y: x**y + y**x - x/y, dict(x=1.5, y=0.7)),
    ('0^x + x^0 + y^2', lambda x, y: tensor(0)**x + x**0 + y**2, dict(x=0, y=-3)),
    ('sigmoid(a*b + c*d) - gelu(e1)*silu(g)/(1 + softplus(h)^2) + elu(k)',
     lambda a, b, c, d, e1, g, h, k: torch.sigmoid(a*b + c*d) - F.gelu(e1)*F.silu(g)/(1 + F.softplus(h)**2) + F.elu(k),
     dict(a=0.3, b=-1.2, c=2.2, d=0.4, e1=-0.6, g=1.7, h=21, k=-2.5)),
    ('exp(-(x - y)^2)*cos(x*z) + atan(z/y)', lambda x, y, z: torch.exp(-(x - y)**2)*torch.cos(x*z) + torch.atan(z/y),
     dict(x=0.9, y=1.4, z=-2.3)),
    ('hardtanh(x)*leaky_relu(y)*mod(z, w)', lambda x, y, z, w: F.hardtanh(x)*F.leaky_relu(y)*torch.remainder(z, w),
     dict(x=0.4, y=-2, z=7.5, w=-2)),
]


def shown(value):
    return value if value == value and abs(value) != float('inf') else str(value).replace('inf', 'Infinity')


def row(f, function, start):
    given = {name: torch.tensor(float(value), requires_grad=True) for name, value in start.items()}
    value = function(**given)
    value.backward()
    gradient = {name: shown(0.0 if x.grad is None else x.grad.item()) for name, x in given.items()}
    return dict(f=f, start=start, value=shown(value.item()), gradient=gradient)


if __name__ == '__main__':
    print(json.dumps([row(*case) for case in cases], indent=1))
