// Muon in Python: PyTorch has it from version 2.9 on, and rounds where this program does not.
import { muon } from '../../optimizers/muon.ts'
import type { Optimizer } from '../../optimizers/optimizer.ts'
import type { Definitions } from './definitions.ts'
import { preset } from './optimizer-class.ts'

/** The name of the class, if the optimizer moves whole weight matrices; its definition goes into the script. */
export function matrixClass(
  { id, torch, matrices }: Optimizer,
  { add }: Definitions,
): string | undefined {
  if (!matrices) return undefined
  if (id !== muon.id || !torch) throw new Error(`no Python for the matrices of ${id}`)
  return add(torch, muonText)
}

const { source, hyper } = muon
const keys = Object.keys(hyper)

const muonText = (name: string): string => `class ${name}(torch.optim.Optimizer):
    # ${source}
    # PyTorch has it from version 2.9 on, and orthogonalizes in bfloat16: hence a class that keeps all digits.
    # It is for weight matrices alone: what is none needs another optimizer.

    def __init__(self, params, ${Object.entries(hyper)
      .map(([key, entry]) => `${key}=${preset(entry)}`)
      .join(', ')}):
        super().__init__(params, dict(
            ${keys.map((key) => `${key}=${key}`).join(', ')}))

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            lr, momentum = group['lr'], group['momentum']
            for param in group['params']:
                g, state = param.grad, self.state[param]
                m = state['m'] = momentum*state.get('m', torch.zeros_like(param)) + (1 - momentum)*g
                u = (1 - momentum)*g + momentum*m if group['nesterov'] else m
                rows, columns = param.shape
                if group['adjust_lr_fn'] == 'match_rms_adamw':
                    alpha = lr*0.2*math.sqrt(max(rows, columns))
                else:
                    alpha = lr*math.sqrt(max(1, rows/columns))
                param.mul_(1 - lr*group['weight_decay']).sub_(alpha*self.orthogonalized(u, group))

    @staticmethod
    def orthogonalized(u, group):
        # Newton-Schulz: each step brings all singular values nearer to 1; of a tall matrix the transposed one is smaller.
        a, b, c = group['ns_coefficients']
        x = (u.T if u.shape[0] > u.shape[1] else u)/max(u.norm().item(), group['eps'])
        for _ in range(group['ns_steps']):
            gram = x @ x.T
            x = a*x + (b*gram + c*gram @ gram) @ x
        return x.T if u.shape[0] > u.shape[1] else x`
