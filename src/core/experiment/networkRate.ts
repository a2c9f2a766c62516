// The learning rate that a training begins with when a person chooses its optimizer.
import { evaluate } from '../language/program.ts'
import { hyperOf, type Optimizer, ruleOf } from '../optimizers/optimizer.ts'
import { previousOf } from '../rules/rule.ts'

/** For steps in proportion to the slope: of a loss whose numbers are about 1, this much of the slope. */
const shareOfSlope = 0.1
/** For steps that are about as long as the learning rate, whatever the slope: so far goes a weight in a batch. */
const stride = 0.01
/** So many steps, and momentum has gathered what it can. */
const settled = 100

/**
 * The learning rate that suits networks of some tens of weights, where PyTorch's defaults would take thousands of batches:
 * a share of the slope for rules that step in proportion to it, momentum taken into account; the same stride for those
 * that do not, more where they slow down by themselves. PyTorch's default where the rate is a mere factor.
 */
export function networkRate(optimizer: Optimizer): number {
  const lr = hyperOf(optimizer).get('lr')
  if (!lr?.kind.suggested || optimizer.method) return Number(lr?.value)
  const [once, twice] = [1, 2].map((slope) => settledStep(optimizer, slope)) as [number, number]
  const isProportional = Math.abs(twice / once - 2) < 0.1
  const rate = isProportional ? shareOfSlope / once : stride / (Math.min(1, once) || 1)
  return Number(rate.toPrecision(1))
}

/** How far down a step goes after many others on the same slope, with a learning rate of 1 and all else as usual. */
function settledStep(optimizer: Optimizer, slope: number): number {
  const rule = ruleOf(optimizer)
  const usual = [...hyperOf(optimizer)].map(([name, { value }]) => [name, Number(value)] as const)
  const values = new Map<string, number>([
    ...usual,
    ['lr', 1],
    // What draws weights to 0 is no part of how far they go.
    ['weight_decay', 0],
    ['x', 0],
    ['f', 0],
  ])
  const lookUp = (name: string) => values.get(name) ?? 0
  for (const [slot, start] of rule.starts) values.set(slot, evaluate(start, lookUp))
  let step = 0
  for (let t = 1; t <= settled; t++) {
    values.set('t', t).set('g', slope)
    const from = lookUp('x')
    for (const { name, value } of rule.lines) values.set(name, evaluate(value, lookUp))
    for (const slot of rule.slots) {
      const of = previousOf(slot)
      if (of) values.set(slot, of === 'x' ? from : lookUp(of))
    }
    step = from - lookUp('x')
  }
  return step
}
