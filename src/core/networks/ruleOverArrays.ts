// A rule as expressions over arrays: what it says of one coordinate is said of all parameters at once.
import { apply, type Expression, name, number } from '../language/expression.ts'
import { constants } from '../language/operations/names.ts'
import { substitute } from '../language/simplify.ts'
import { withPowersLookedUp } from '../rules/powersLookedUp.ts'
import { isCount, previousOf, type Rule, type Supplied, startOf } from '../rules/rule.ts'
import { withSquaresLast } from '../rules/squaresLast.ts'

/** What programs call what they read. No name of the language has a blank, so nobody's own is met. */
export const registers = {
  count: 'the step',
  point: 'the point',
  slope: 'the slope',
  loss: 'the loss',
  hyper: (name: string) => `hyper ${name}`,
  power: (n: number) => `power ${n}`,
  slot: (name: string) => `slot ${name}`,
  supplied: ({ name }: Pick<Supplied, 'name'>) => `supplied ${name}`,
} as const

/** What is kept from step to step. */
export interface Slot {
  readonly name: string
  /** One number for each parameter, or one for all. */
  readonly isVarying: boolean
  readonly next: Expression
  readonly start: Expression
  /** The optimizer's own, not its schedule's. */
  readonly isOwn: boolean
}

export interface RuleOverArrays {
  /** The next point. */
  readonly point: Expression
  /** What a name comes to at the end of the step. */
  readonly lineOf: (name: string) => Expression | undefined
  readonly slots: readonly Slot[]
  /** What each line comes to that a schedule sets: the learning rate, the momentum. */
  readonly scheduled: ReadonlyMap<string, Expression>
  /** Bases of powers of the step's number, by what programs call the powers. */
  readonly powers: ReadonlyMap<string, Expression>
}

const count = name(registers.count)

export function overArrays(rule: Rule): RuleOverArrays {
  const first = new Map<string, Expression>([
    ['t', count],
    ['x', name(registers.point)],
    ['g', name(registers.slope)],
    ['f', name(registers.loss)],
    ...rule.supplied.map((s) => [s.name, name(registers.supplied(s))] as const),
  ])
  const now = new Map([
    ...first,
    ...rule.slots.map((slot) => [slot, name(registers.slot(slot))] as const),
  ])
  const stepsDone = apply('sub', count, number(1))
  const lookUp = (known: ReadonlyMap<string, Expression>) => (n: string) =>
    known.get(n) ??
    (constants.has(n) ? undefined : isCount(n) ? stepsDone : name(registers.hyper(n)))
  const scheduled = new Map<string, Expression>()
  for (const line of rule.lines) {
    const value = substitute(withSquaresLast(line.value), lookUp(now), apply)
    now.set(line.name, value)
    if (line.part === 'schedule') scheduled.set(line.name, value)
  }
  const own = new Set(rule.lines.filter(({ part }) => !part).map((line) => line.name))
  const slots = rule.slots.map((slot): Slot => {
    const of = previousOf(slot)
    const start = startOf(slot, rule) ?? (of === 'x' ? name('x') : number(0))
    return {
      name: slot,
      isVarying: rule.varying.has(slot) || rule.varying.has(of ?? slot),
      // prev(x) is where this step began.
      next: of === 'x' ? name(registers.point) : (now.get(of ?? slot) as Expression),
      start: substitute(start, lookUp(first), apply),
      isOwn: own.has(of ?? slot),
    }
  })
  return lookingUp(
    {
      point: now.get('x') as Expression,
      lineOf: (n) => now.get(n),
      slots,
      scheduled,
    },
    [...now.values()],
  )
}

const isHyper = (n: string) => n.startsWith(registers.hyper(''))

/** The same with names in the places of powers of the step's number. */
function lookingUp(
  { point, lineOf, slots, scheduled }: Omit<RuleOverArrays, 'powers'>,
  lines: readonly Expression[],
): RuleOverArrays {
  const roots = [...lines, ...slots.map(({ next }) => next), ...scheduled.values()]
  const { lookedUp, powers } = withPowersLookedUp(roots, {
    count,
    isFixed: isHyper,
    called: registers.power,
  })
  return {
    point: lookedUp(point),
    lineOf: (n) => {
      const line = lineOf(n)
      return line && lookedUp(line)
    },
    slots: slots.map((slot) => ({ ...slot, next: lookedUp(slot.next) })),
    scheduled: new Map([...scheduled].map(([n, line]) => [n, lookedUp(line)])),
    powers,
  }
}
