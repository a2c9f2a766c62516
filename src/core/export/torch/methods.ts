// The optimizers that a rule of single coordinates cannot say, in Python.

import { flat, mostGrowth } from '../../optimizers/methods/cg.ts'
import { torchLineSearch } from '../../optimizers/methods/strong-wolfe.ts'
import type { Optimizer } from '../../optimizers/optimizer.ts'
import { adafactorText } from './adafactor.ts'
import type { Definitions } from './definitions.ts'
import { searching } from './searching.ts'

interface Use {
  readonly definitions: Definitions
  readonly variables: number
  /** It looks for step lengths as PyTorch does. */
  readonly searches: boolean
}

/**
 * The name of the class, if the optimizer has a method; its definition goes into the script.
 */
export function methodClass(
  { id, torch, method }: Optimizer,
  { searches, variables, definitions }: Use,
): string | undefined {
  if (!method) return undefined
  if (id === 'lbfgs') return searches ? definitions.add('LBFGS', limited) : `torch.optim.${torch}`
  if (id === 'adafactor') return definitions.add('Adafactor', (n) => adafactorText(n, variables))
  const written = classes[id]
  if (!written) throw new Error(`no Python for the method of ${id}`)
  if (written.text.includes('(Searching)')) definitions.add('Searching', () => searching)
  return definitions.add(written.name, () => written.text)
}

/** PyTorch's own class, with the search of one version under all of them. */
const limited = (name: string) => `class ${name}(torch.optim.LBFGS):
    # A line search tries up to ${torchLineSearch.mostTrials} step lengths, as in PyTorch up to 2.9; later versions stop it at max_eval.

    def step(self, closure):
        search = lbfgs._strong_wolfe

        def limited(ask, x, t, d, *given, **_):
            tried = []

            def noted(x, t, d):
                tried.append((*ask(x, t, d), t))
                return tried[-1][:2]

            try:
                return search(noted, x, t, d, *given, max_ls=${torchLineSearch.mostTrials})
            except IndexError:  # the loss is not defined there: that is where it stays
                return (*tried[-1], len(tried))

        lbfgs._strong_wolfe = limited
        try:
            return super().step(closure)
        finally:
            lbfgs._strong_wolfe = search`

const wolfeArguments = (
  c2: string,
) => `    def __init__(self, params, lr=1.0, c1=0.0001, c2=${c2}, max_ls=25):
        super().__init__(params, dict(lr=lr, c1=c1, c2=c2, max_ls=max_ls))`

const newton = `class Newton(torch.optim.Optimizer):
    # Nocedal & Wright 2006, section 3.3; damping: Levenberg 1944

    def __init__(self, params, lr=1.0, damping=0.0):
        super().__init__(params, dict(lr=lr, damping=damping))

    def step(self, closure):
        group = self.param_groups[0]
        params = group['params']
        slopes = torch.autograd.grad(closure(), params, create_graph=True)
        # 0 times the parameters, for slopes that are the same everywhere.
        rows = [torch.autograd.grad(s + 0*sum(params), params, retain_graph=True) for s in slopes]
        hessian = torch.stack([torch.stack(row) for row in rows])
        hessian += group['damping']*torch.eye(len(params))
        g = torch.stack(slopes).detach()
        try:
            d = -torch.linalg.solve(hessian, g)
        except RuntimeError:  # singular: no step is right
            d = g*math.nan
        with torch.no_grad():
            for p, value in zip(params, d):
                p.add_(group['lr']*value)`

const nesterov = `class Nesterov(Searching):
    # Nesterov 1983: the slope is taken where the momentum leads.

    def __init__(self, params, lr=0.001, beta=0.9):
        super().__init__(params, dict(lr=lr, beta=beta))

    def step(self, closure):
        group, x = self.param_groups[0], self.point
        swing = x - self.state.get('before', x)
        _, h = self.ask(closure, x + group['beta']*swing)
        self.state['before'] = x
        self.move(x + group['beta']*swing - group['lr']*h)`

const armijo = `class Armijo(Searching):
    # Armijo 1966; Nocedal & Wright 2006, Algorithm 3.1

    def __init__(self, params, lr=1.0, c1=0.0001, rho=0.5, max_ls=25):
        super().__init__(params, dict(lr=lr, c1=c1, rho=rho, max_ls=max_ls))

    def step(self, closure):
        group, x = self.param_groups[0], self.point
        loss, g = self.ask(closure, x)
        alpha = group['lr']
        for _ in range(group['max_ls']):
            value, _ = self.ask(closure, x - alpha*g)
            if value <= loss - group['c1']*alpha*g.dot(g):
                break
            alpha = alpha*group['rho']
        else:  # no step was short enough: the point stays
            alpha = 0
        self.move(x - alpha*g)`

const wolfe = `class Wolfe(Searching):
    # Wolfe 1969; Nocedal & Wright 2006, Algorithms 3.5 and 3.6

${wolfeArguments('0.9')}

    def step(self, closure):
        x = self.point
        loss, g = self.ask(closure, x)
        alpha = self.search(closure, x, -g, self.param_groups[0]['lr'], loss, g) if g.dot(g) > 0 else 0
        self.move(x - alpha*g)`

const conjugate = `class ConjugateGradient(Searching):
    # Polak & Ribiere 1969; Nocedal & Wright 2006, Algorithm 5.4 and equation 5.45 (PR+)

${wolfeArguments('0.1')}

    def step(self, closure):
        x, before = self.point, self.state.get('before')
        loss, g = self.ask(closure, x)
        d = -g
        if before and before['g'].dot(before['g']) > 0:
            beta = g.dot(g - before['g'])/before['g'].dot(before['g'])
            bent = -g + max(0, beta.item())*before['d']
            # A direction that does not lead down is given up for the steepest one.
            d = bent if g.dot(bent) < 0 else d
        slope, alpha = g.dot(d).item(), 0
        if slope < 0 and g.abs().max() > ${flat}:
            # As long as the change to first order of the step before.
            first = self.param_groups[0]['lr']
            if before and before['alpha'] != 0:
                first = min(before['alpha']*before['slope']/slope, ${mostGrowth}*before['alpha'])
            alpha = self.search(closure, x, d, first, loss, g)
            self.state['before'] = dict(g=g, d=d, slope=slope, alpha=alpha)
        self.move(x + alpha*d)`

const classes: Readonly<Record<string, { readonly name: string; readonly text: string }>> = {
  newton: { name: 'Newton', text: newton },
  nesterov: { name: 'Nesterov', text: nesterov },
  'gd-armijo': { name: 'Armijo', text: armijo },
  'gd-wolfe': { name: 'Wolfe', text: wolfe },
  cg: { name: 'ConjugateGradient', text: conjugate },
}
