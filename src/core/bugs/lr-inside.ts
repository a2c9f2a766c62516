import { apply, type Expression, name, namesIn } from '../language/expression.ts'
import { bug, linesWith } from './bug.ts'

const rate = name('lr')
const reads = (e: Expression, n: string) => namesIn(e).includes(n)

/** A step without the learning rate that it is multiplied by; nothing where the rate does more than that. */
function unrated(e: Expression): Expression | undefined {
  if (e.kind !== 'apply') return undefined
  const [a, b] = e.args as [Expression, Expression]
  if (e.operation === 'mul' && a === rate) return reads(b, 'lr') ? undefined : b
  if (e.operation !== 'mul' && e.operation !== 'div') return undefined
  const inner = reads(b, 'lr') ? undefined : unrated(a)
  return inner && apply(e.operation, inner, b)
}

/**
 * An expression in which the velocity holds the learning rate already: what is not the velocity is multiplied by it.
 * Nothing where the velocity enters otherwise than as a sum of multiples.
 */
function rated(e: Expression, velocity: string): Expression | undefined {
  if (!reads(e, velocity)) return apply('mul', rate, e)
  if (e.kind !== 'apply') return e
  const { operation, args } = e
  const [a, b, c] = args as [Expression, Expression, Expression]
  const both = (
    x: Expression,
    y: Expression,
    made: (x: Expression, y: Expression) => Expression,
  ) => {
    const [left, right] = [rated(x, velocity), rated(y, velocity)]
    return left && right && made(left, right)
  }
  if (operation === 'add' || operation === 'sub')
    return both(a, b, (x, y) => apply(operation, x, y))
  if (operation === 'where')
    return reads(a, velocity) ? undefined : both(b, c, (x, y) => apply('where', a, x, y))
  if (operation === 'mul' && !reads(a, velocity)) {
    const inner = rated(b, velocity)
    return inner && apply('mul', a, inner)
  }
  if ((operation === 'mul' || operation === 'div') && !reads(b, velocity)) {
    const inner = rated(a, velocity)
    return inner && apply(operation, inner, b)
  }
  return undefined
}

export const lrInside = bug({
  id: 'lr-inside',
  name: 'Learning rate inside the velocity',
  wrong: 'the velocity collects lr·g',
  harm: 'a change of the rate acts only when the old velocity has died away',
  lesson:
    'The velocity collects lr·g instead of g: as long as the rate is constant nothing changes, but a schedule then takes effect only when the old velocity has died away.',
  inRule: (rule) => {
    const { lines, slots } = rule
    const last = lines.findLast((line) => line.name === 'x')
    const move = last?.value
    if (move?.kind !== 'apply' || !['add', 'sub'].includes(move.operation)) return lines
    const [from, step] = move.args as [Expression, Expression]
    const direction = from === name('x') ? unrated(step) : undefined
    if (!direction) return lines
    for (const velocity of lines) {
      const of = velocity.name
      if (!slots.includes(of) || !reads(direction, of) || !reads(velocity.value, of)) continue
      const [collected, moved] = [rated(velocity.value, of), rated(direction, of)]
      if (!collected || !moved || !reads(collected, 'lr')) continue
      return linesWith(rule, (value, line) => {
        if (line === velocity) return collected
        return line === last ? apply(move.operation, from, moved) : value
      })
    }
    return lines
  },
})
