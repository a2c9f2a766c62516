// Written rules by chance, with places for names: @0, @1, … What is memory, a quantity or a hyper-parameter follows from
// where the names stand.
import fc from 'fast-check'

/** How many places for names a rule has. */
export const places = 6
const place = fc.nat(places - 1).map((i) => `@${i}`)
const names = Array.from({ length: places }, (_, i) => `@${i}`)

const leaf = fc.oneof(
  { weight: 6, arbitrary: place },
  {
    weight: 3,
    arbitrary: fc.constantFrom('x', 'g', 'lr', 't', 'f', 'prev(x)', 'prev(g)', '0.5', '2'),
  },
  { weight: 1, arbitrary: place.map((n) => `prev(${n})`) },
)

const grown = fc.letrec<{ value: string }>((tie) => {
  const value = tie('value')
  return {
    value: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'value' },
      { weight: 3, arbitrary: leaf },
      {
        weight: 5,
        arbitrary: fc
          .tuple(value, fc.constantFrom('+', '-', '*', '*'), value)
          .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('tanh', 'sin', 'abs'), value)
          .map(([f, a]) => `${f}(${a})`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('max', 'min'), value, value)
          .map(([f, a, b]) => `${f}(${a}, ${b})`),
      },
      { weight: 1, arbitrary: fc.tuple(value, value).map(([a, b]) => `${a}/(1 + abs(${b}))`) },
      { weight: 1, arbitrary: value.map((a) => `(${a})^3`) },
      { weight: 1, arbitrary: place.map((n) => `0.9^t*${n}`) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.oneof(place, value),
            fc.constantFrom('<', '>', '==', '>='),
            fc.constantFrom('0', '1', '0.3', ...names),
            value,
            value,
          )
          .map(([a, sign, b, c, d]) => `where(${a} ${sign} ${b}, ${c}, ${d})`),
      },
    ),
  }
}).value

const line = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: place }, { weight: 1, arbitrary: fc.constantFrom('g', 'lr') }),
    grown,
  )
  .map(([n, value]) => `${n} = ${value}`)
/** Memory that forgets a part of itself in every step, or counts. */
const memory = fc
  .tuple(place, fc.constantFrom('0.5', '1', ...names), grown)
  .map(([n, weight, value]) => `${n} = ${weight}*${n} + ${value}`)
const start = fc
  .tuple(place, fc.constantFrom('1', '0.5*x', 'g', 'lr*g', 'f + x', ...names.map((n) => `2*${n}`)))
  .map(([n, value]) => `${n}_0 = ${value}`)
const move = fc.oneof(
  grown.map((value) => `x = x - lr*(g + ${value})`),
  grown.map((value) => `x = x - lr*tanh(${value})`),
)

/** The text of a rule. */
export const writtenRule = fc
  .tuple(
    fc.array(start, { maxLength: 2 }),
    fc.array(fc.oneof(line, memory), { minLength: 1, maxLength: 5 }),
    move,
    fc.array(line, { maxLength: 2 }),
  )
  .map(([starts, before, step, after]) => [...starts, ...before, step, ...after].join('\n'))

/** The text with names in its places. */
export const named = (text: string, words: readonly string[]): string =>
  text.replace(/@(\d+)/g, (_, i: string) => words[Number(i)] as string)
