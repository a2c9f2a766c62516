// What each quantity of a rule means: the six meanings that have a colour each, in formula, plot, sliders and table.
import { type Expression, namesIn, nodesOf } from '../language/expression.ts'
import type { Operation } from '../language/operations.ts'
import { previousOf, type Rule } from './rule.ts'

export type Role = 'position' | 'gradient' | 'step' | 'memory' | 'scale' | 'rate'

/** How a quantity answers when the slope and the point change sign: 0 does both. */
type Parity = 'odd' | 'even' | 'zero' | 'neither'

/**
 * The role of every quantity and hyper-parameter that has one. Read off the rule: what changes sign with the gradient
 * and is remembered is memory, what does not (squares, sizes) is scale.
 */
export function rolesOf(rule: Rule): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>([
    ['x', 'position'],
    ['g', 'gradient'],
    ['lr', 'rate'],
  ])
  const parity = paritiesOf(rule)
  for (const { name } of rule.lines) {
    if (roles.has(name)) continue
    const role = roleOf(name, rule, parity)
    if (role) roles.set(name, role)
  }
  for (const { value } of rule.lines) {
    for (const [weight, slot] of weightsIn(value, rule)) {
      const role = roles.get(slot)
      if (role && !roles.has(weight)) roles.set(weight, role)
    }
  }
  return roles
}

/** Hyper-parameters in a factor of a slot: what weighs a memory has its colour. */
function weightsIn(value: Expression, { hyper, slots }: Rule): [string, string][] {
  return nodesOf([value]).flatMap((e) => {
    if (e.kind !== 'apply' || e.operation !== 'mul') return []
    const slot = e.args.find((arg) => arg.kind === 'name' && slots.includes(arg.name))
    if (slot?.kind !== 'name') return []
    const weights = e.args.filter((arg) => arg !== slot).flatMap(namesIn)
    return weights.filter((n) => hyper.includes(n)).map((n) => [n, slot.name] as [string, string])
  })
}

function roleOf(name: string, rule: Rule, parity: ReadonlyMap<string, Parity>): Role | undefined {
  const from = reads(name, rule)
  if (!rule.varying.has(name)) return from.has('lr') ? 'rate' : undefined
  if (parity.get(name) === 'even') return 'scale'
  if (parity.get(name) !== 'odd') return undefined
  return [...from].some((n) => rule.slots.includes(n) && parity.get(n) === 'odd')
    ? 'memory'
    : 'step'
}

/** Everything that a quantity depends on, itself included. */
function reads(name: string, rule: Rule): Set<string> {
  const found = new Set([name])
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const line of rule.lines) {
      if (line.name !== 'x' && found.has(line.name))
        for (const n of namesIn(line.value)) found.add(n)
    }
  }
  for (const n of found) {
    const start = rule.starts.get(n)
    if (start) for (const m of namesIn(start)) found.add(m)
  }
  return found
}

function paritiesOf(rule: Rule): Map<string, Parity> {
  const parity = new Map<string, Parity>([
    ['x', 'odd'],
    ['g', 'odd'],
    ['prev(x)', 'odd'],
    ['prev(g)', 'odd'],
  ])
  for (const slot of rule.slots) if (!parity.has(slot)) parity.set(slot, 'zero')
  for (const slot of rule.starts.keys()) parity.set(slot, 'even')
  for (let round = 0; round <= rule.lines.length; round++) {
    for (const { name, value } of rule.lines) {
      const found = parityOf(
        value,
        (n) => parity.get(n) ?? parity.get(previousOf(n) ?? n) ?? 'even',
      )
      if (name !== 'x' && name !== 'g') parity.set(name, found)
    }
  }
  return parity
}

const oddFunctions = new Set<Operation>([
  'sin',
  'tan',
  'tanh',
  'sinh',
  'asin',
  'atan',
  'cbrt',
  'hardtanh',
  'round',
  'sign',
  'neg',
])
const evenFunctions = new Set<Operation>(['abs', 'cos', 'cosh', 'sec', 'sinc'])

function parityOf(e: Expression, of: (name: string) => Parity): Parity {
  if (e.kind === 'number') return e.value === 0 ? 'zero' : 'even'
  if (e.kind === 'name') return of(e.name)
  const [a = 'even', b = 'even', c = 'even'] = e.args.map((arg) => parityOf(arg, of))
  if (e.operation === 'add' || e.operation === 'sub') return sum(a, b)
  if (e.operation === 'mul' || e.operation === 'div') return product(a, b)
  if (e.operation === 'where') return a === 'odd' || a === 'neither' ? 'neither' : sum(b, c)
  if (e.operation === 'pow') return power(a, e.args[1] as Expression)
  if (oddFunctions.has(e.operation)) return a
  if (evenFunctions.has(e.operation)) return a === 'neither' ? a : 'even'
  return [a, b, c].every((p) => p === 'even' || p === 'zero') ? 'even' : 'neither'
}

const sum = (a: Parity, b: Parity): Parity =>
  a === 'zero' ? b : b === 'zero' || a === b ? a : 'neither'

function product(a: Parity, b: Parity): Parity {
  if (a === 'neither' || b === 'neither') return 'neither'
  if (a === 'zero' || b === 'zero') return 'zero'
  return a === b ? 'even' : 'odd'
}

function power(base: Parity, exponent: Expression): Parity {
  if (base !== 'odd') return base
  if (exponent.kind !== 'number' || !Number.isInteger(exponent.value)) return 'neither'
  return exponent.value % 2 === 0 ? 'even' : 'odd'
}
