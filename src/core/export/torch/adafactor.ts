// Adafactor in Python, which PyTorch has from version 2.5 on, for each of its parameters by itself.

/**
 * A class for all variables as one vector; of a single one PyTorch's own does the same.
 * @param name what it is called
 */
export const adafactorText = (
  name: string,
  variables: number,
): string => `class ${name}(torch.optim.Optimizer):
    # Shazeer & Stern 2018, as torch.optim.Adafactor has it for a vector: all variables together are one.

    def __init__(self, params, lr=0.01, beta2_decay=-0.8, eps=(None, 0.001), d=1.0, weight_decay=0.0, maximize=False):
        super().__init__(params, dict(
            lr=lr, beta2_decay=beta2_decay, eps=eps, d=d, weight_decay=weight_decay, maximize=maximize))

    @torch.no_grad()
    def step(self, closure):
        def rms(vector):
            return vector.norm().item()/math.sqrt(len(vector))

        with torch.enable_grad():
            closure()
        group, state = self.param_groups[0], self.state
        x = torch.stack(group['params'])
        g = torch.stack([p.grad for p in group['params']])*(-1 if group['maximize'] else 1)
        t = state['t'] = state.get('t', 0) + 1
        before = state.get('v', torch.zeros_like(x))
        v = state['v'] = before + t**group['beta2_decay']*(g**2 - before)
        eps1, eps2 = group['eps']
        u = g/v.clamp(min=(torch.finfo(x.dtype).eps if eps1 is None else eps1)**2).sqrt()
        alpha = max(eps2, rms(x))*min(group['lr'], 1/math.sqrt(t))
        x = (1 - group['lr']*group['weight_decay'])*x - alpha/max(1, rms(u)/group['d'])*u
        for p, value in zip(group['params'], x):
            p.copy_(value)${variables === 1 ? own(name) : ''}`

const own = (name: string) => `


# Older versions have none: there the class above stands in.
if hasattr(torch.optim, 'Adafactor'):
    ${name} = torch.optim.Adafactor`
