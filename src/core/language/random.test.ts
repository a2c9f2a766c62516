// Properties that hold for every expression, tried on random ones.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advice } from './advice/advice.ts'
import { takeAdviser } from './adviser.ts'
import { gradient } from './derivative.ts'
import { apply, type Expression, name, number } from './expression.ts'
import { tidy } from './latex/tidy.ts'
import { lossReadAs, parseLoss, variablesOf } from './loss.ts'
import type { Mistake } from './mistake.ts'
import { type Operation, operations } from './operations.ts'
import { parse } from './parse.ts'
import { print } from './print.ts'
import { compileFunction, evaluate } from './program.ts'
import { simplify, substitute } from './simplify.ts'

takeAdviser(advice)

/** By chance, but the same everywhere: another number is another hunt. */
const seed = 1

const typed = Object.keys(operations) as Operation[]
const smooth: Operation[] = [
  'add',
  'sub',
  'mul',
  'neg',
  'sin',
  'cos',
  'tanh',
  'atan',
  'sigmoid',
  'softplus',
  'silu',
  'gelu',
]

const literal = (largest: number) =>
  fc
    .oneof(fc.nat(Math.min(20, largest)), fc.double({ min: 0, max: largest, noNaN: true }))
    .map((value) => number(value === 0 ? 0 : value))

/** Trees that the parser can produce: numbers without sign, the given operations, their right count of arguments. */
function expressions(
  allowed: readonly Operation[],
  names: readonly string[],
  largest = 1e6,
): fc.Arbitrary<Expression> {
  return fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom(...names).map(name),
      literal(largest),
      fc.constantFrom(...allowed).chain((operation) => {
        const { derivative, derivativeOfMany } = operations[operation]
        const extra = derivativeOfMany ? 2 : 0
        return fc
          .array(tie('tree'), {
            minLength: derivative.length,
            maxLength: derivative.length + extra,
          })
          .map((args) => apply(operation, ...args))
      }),
    ),
  })).tree
}

const point = fc.record({
  x: fc.double({ min: -3, max: 3, noNaN: true }),
  y: fc.double({ min: -3, max: 3, noNaN: true }),
})
const anywhere = fc.record({ x: fc.double(), y: fc.double() })

describe('of any expression', () => {
  test('parsing what was printed gives the same tree', () => {
    fc.assert(
      fc.property(expressions(typed, ['x', 'y', 'pi', 'e']), (tree) => {
        expect(parse(print(tree))).toBe(tree)
      }),
      { numRuns: 500, seed },
    )
  })

  test('the compiled program and plain evaluation agree to the last bit', () => {
    const lowered = typed.filter((o) => o !== 'pow')
    fc.assert(
      fc.property(expressions(lowered, ['x', 'y']), anywhere, (tree, at) => {
        const compiled = compileFunction(tree, ['x', 'y'])(at.x, at.y)
        expect(compiled).toBe(evaluate(tree, (n) => at[n as 'x' | 'y']))
      }),
      { numRuns: 500, seed },
    )
  })

  test('simplifying changes no value, not even of NaN and infinity', () => {
    fc.assert(
      fc.property(expressions(typed, ['x', 'y']), anywhere, (tree, at) => {
        const rebuilt = substitute(
          tree,
          (n) => (n === 'x' ? apply('neg', apply('neg', name('x'))) : undefined),
          simplify,
        )
        const [before, after] = [tree, rebuilt].map((e) => evaluate(e, (n) => at[n as 'x' | 'y']))
        expect((before as number) + 0).toBe((after as number) + 0)
      }),
      { numRuns: 500, seed },
    )
  })

  test('the derivative is the limit of differences', () => {
    fc.assert(
      fc.property(expressions(smooth, ['x', 'y'], 3), point, (tree, at) => {
        const f = compileFunction(tree, ['x', 'y'])
        const [byX] = gradient(tree, ['x', 'y'])
        const slope = compileFunction(byX as Expression, ['x', 'y'])(at.x, at.y)
        const h = 1e-4
        const d = (step: number) => (f(at.x + step, at.y) - f(at.x - step, at.y)) / (2 * step)
        const richardson = (4 * d(h / 2) - d(h)) / 3
        const trust = Math.abs(d(h / 2) - d(h)) + (1e-11 * Math.abs(f(at.x, at.y))) / h
        fc.pre(Number.isFinite(richardson) && trust < 1e-3 * (1 + Math.abs(slope)))
        expect(Math.abs(slope - richardson)).toBeLessThanOrEqual(
          trust * 10 + 1e-7 * (1 + Math.abs(slope)),
        )
      }),
      { numRuns: 400, seed },
    )
  })

  test('the derivative of the derivative is symmetric', () => {
    fc.assert(
      fc.property(expressions(smooth, ['x', 'y'], 3), point, (tree, at) => {
        const [byX, byY] = gradient(tree, ['x', 'y']) as [Expression, Expression]
        const xy = compileFunction(gradient(byX, ['y'])[0] as Expression, ['x', 'y'])(at.x, at.y)
        const yx = compileFunction(gradient(byY, ['x'])[0] as Expression, ['x', 'y'])(at.x, at.y)
        fc.pre(Number.isFinite(xy) && Math.abs(xy) < 1e9)
        expect(Math.abs(xy - yx)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(xy)))
      }),
      { numRuns: 300, seed },
    )
  })

  test('tidying changes only the rounding', () => {
    fc.assert(
      fc.property(expressions(smooth, ['x', 'y'], 3), point, (tree, at) => {
        const [before, after] = [tree, tidy(tree)].map(
          (e) => evaluate(e, (n) => at[n as 'x' | 'y']) as number,
        )
        fc.pre(Math.abs(before as number) < 1e9)
        const size = magnitude(tree, at)
        expect(Math.abs((before as number) - (after as number))).toBeLessThanOrEqual(
          1e-9 * (1 + size),
        )
      }),
      { numRuns: 400, seed },
    )
  })

  test('what stands around a function, or what is called of it, changes nothing of it', () => {
    fc.assert(
      fc.property(expressions(typed, ['x', 'y', 'pi', 'e']), (tree) => {
        const text = print(tree)
        const [abs, pow] = [apply('abs', tree), apply('pow', tree, number(2))]
        for (const [written, meant] of [
          [`lambda x, y: ${text}`, tree],
          [`def f(x, y): return ${text}`, tree],
          [`${text}; # done`, tree],
          [`d/dx (${text})`, tree],
          [`(${text}).abs()`, abs],
          [`torch.abs(${text}).pow(2)`, apply('pow', abs, number(2))],
          [`-(${text}).pow(2)`, apply('neg', pow)],
        ] as const)
          expect(offersFor(written)).toEqual([print(meant)])
      }),
      { numRuns: 200, seed },
    )
  })

  test('no text makes the parser fail in another way than by a sentence', () => {
    const scraps = fc.constantFrom(
      'x',
      'sin',
      '(',
      ')',
      '^',
      '-',
      '**',
      '2',
      '.5',
      'e',
      '²',
      ',',
      'max(',
      '|',
      ' ',
      '=',
      'π',
      'np.',
      'cos x',
      'asinh(',
      'y',
      '<',
      ' and ',
      ' if ',
      ' else ',
      'atan2(',
      'xsin(',
      '*',
      '/',
      '+',
      '3',
      'ln^-1(',
      '.pow(',
      '½',
      ' 1/2',
      ';',
      '#',
      'd/dx ',
      'lambda x:',
      'x1',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps).map((a) => a.join('')),
        ),
        (text) => {
          try {
            variablesOf(parseLoss(text))
            const note = lossReadAs(text)
            if (note !== undefined) expect(parse(note)).toBe(parse(print(parseLoss(text))))
          } catch (error) {
            expect(error).toMatchObject({ name: 'Mistake' })
            expect((error as Error).message).toMatch(/, at character \d+$/)
            for (const offer of (error as Mistake).offers)
              expect(() => parseLoss(offer)).not.toThrow()
          }
        },
      ),
      { numRuns: 5000, seed },
    )
  })
})

/** The largest value met on the way: what cancellation may cost. */
function magnitude(tree: Expression, at: { x: number; y: number }): number {
  const here = Math.abs(evaluate(tree, (n) => at[n as 'x' | 'y']))
  return tree.kind === 'apply' ? Math.max(here, ...tree.args.map((a) => magnitude(a, at))) : here
}

/** What is offered in place of a text that cannot be read. */
function offersFor(text: string): readonly string[] {
  try {
    parseLoss(text)
    return []
  } catch (error) {
    return (error as Mistake).offers
  }
}
