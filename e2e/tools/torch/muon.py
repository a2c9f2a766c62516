"""Muon with AdamW for the biases in double precision, as the documentation of torch.optim.Muon of PyTorch 2.9 says it.

PyTorch 1.13 has no Muon, and PyTorch's own rounds the iteration to bfloat16: this is written from the description and
shares no code with the core. Run with a python that has torch:
  python3 e2e/tools/torch/muon.py > src/core/networks/matrices/muon.torch.json
"""
import json
import math
import torch

torch.set_default_dtype(torch.float64)
steps = 6


def orthogonalized(matrix, coefficients, count, eps):
    a, b, c = coefficients
    x = matrix.T if matrix.shape[0] > matrix.shape[1] else matrix
    x = x / max(float(torch.linalg.matrix_norm(x)), eps)
    for _ in range(count):
        gram = x @ x.T
        x = a * x + (b * gram + c * (gram @ gram)) @ x
    return x.T if matrix.shape[0] > matrix.shape[1] else x


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr=1e-3, weight_decay=0.1, momentum=0.95, nesterov=True,
                 ns_coefficients=(3.4445, -4.775, 2.0315), eps=1e-7, ns_steps=5, adjust_lr_fn=None):
        super().__init__(params, dict(lr=lr, weight_decay=weight_decay, momentum=momentum, nesterov=nesterov,
                                      ns=(ns_coefficients, ns_steps, eps), adjust=adjust_lr_fn))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for weight in group['params']:
                average = self.state[weight].setdefault('average', torch.zeros_like(weight))
                average.lerp_(weight.grad, 1 - group['momentum'])
                update = torch.lerp(weight.grad, average, group['momentum']) if group['nesterov'] else average
                rows, columns = weight.shape
                factor = 0.2 * math.sqrt(max(rows, columns)) if group['adjust'] == 'match_rms_adamw' \
                    else math.sqrt(max(1, rows / columns))
                weight.mul_(1 - group['lr'] * group['weight_decay'])
                weight.sub_(orthogonalized(update, *group['ns']), alpha=group['lr'] * factor)


def trained(sizes, hyper, gamma=1.0):
    """All parameters after each step, in PyTorch's order, with slopes that anyone can compute."""
    shapes = [shape for i, o in zip(sizes, sizes[1:]) for shape in ((o, i), (o,))]
    tensors, at = [], 0
    for shape in shapes:
        count = math.prod(shape)
        values = torch.tensor([math.sin(0.3 + i) for i in range(at, at + count)]).reshape(shape)
        tensors.append(values.clone().requires_grad_())
        at += count
    muon = Muon([t for t in tensors if t.ndim == 2], **hyper)
    adamw = torch.optim.AdamW([t for t in tensors if t.ndim == 1], lr=hyper.get('lr', 1e-3))
    both = (muon, adamw)
    schedules = [torch.optim.lr_scheduler.ExponentialLR(one, gamma) for one in both]
    path = []
    for k in range(steps):
        at = 0
        for t in tensors:
            push = torch.tensor([math.sin(1 + 0.7 * i + 2 * k) for i in range(at, at + t.numel())])
            t.grad = (0.1 * t.detach().reshape(-1) + push).reshape(t.shape)
            at += t.numel()
        for one in (*both, *schedules):
            one.step()
        path.append([v for t in tensors for v in t.detach().reshape(-1).tolist()])
    return path


cases = [
    ([2, 5, 3, 4], {'lr': 0.02}, 1.0),
    ([1, 6, 1], {'lr': 0.05, 'nesterov': False}, 1.0),
    ([3, 3], {'lr': 0.1, 'momentum': 0.0}, 1.0),
    ([7, 2, 5], {'lr': 0.02, 'adjust_lr_fn': 'match_rms_adamw', 'weight_decay': 0.0}, 1.0),
    ([4, 9, 2], {'lr': 0.02, 'ns_steps': 3, 'ns_coefficients': [2.0, -1.5, 0.5], 'eps': 10.0}, 1.0),
    ([2, 8, 8, 1], {'lr': 0.03, 'adjust_lr_fn': 'original', 'momentum': 0.5}, 0.8),
]

matrices = []
for rows, columns in ((3, 5), (6, 2), (4, 4), (1, 3)):
    matrix = torch.tensor([math.sin(1 + i * i) for i in range(rows * columns)]).reshape(rows, columns)
    after = orthogonalized(matrix, (3.4445, -4.775, 2.0315), 5, 1e-7)
    matrices.append({'rows': rows, 'columns': columns, 'matrix': matrix.reshape(-1).tolist(),
                     'orthogonal': after.reshape(-1).tolist(),
                     'before': torch.linalg.svdvals(matrix).tolist(),
                     'after': torch.linalg.svdvals(after).tolist()})

print(json.dumps({
    'matrices': matrices,
    'trainings': [{'sizes': sizes, 'hyper': hyper, 'gamma': gamma, 'path': trained(sizes, hyper, gamma)}
                  for sizes, hyper, gamma in cases],
}))
