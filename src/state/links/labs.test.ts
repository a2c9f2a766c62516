// What labs to come will say in their links: rows of their own, of every shape that the contract has.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCall, valuesOf, writeCall } from '../../core/experiment/call.ts'

import { isListOf, isRecord, isText } from '../../core/experiment/form.ts'
import { type Pair, type Parts, partOf, spelledOut } from '../../core/experiment/part.ts'
import { parts, partsOf } from '../../core/experiment/parts.ts'
import { aNumber, aWord, byName, listOf, numberThat } from '../../core/experiment/texts.ts'
import type { HyperArgument } from '../../core/hyper.ts'
import { readExperiment } from '../files.ts'
import { decodeLink } from './decodeLink.ts'
import { encodeLink, forChat } from './encodeLink.ts'

interface Data {
  readonly kind: string
  readonly [argument: string]: HyperArgument
}
interface Axis {
  readonly of: string
  readonly from: number
  readonly to: number
  readonly scale?: string
}
interface Toy {
  readonly lab?: string
  readonly f?: string
  readonly start?: Readonly<Record<string, number>>
  readonly data?: Data
  readonly layers?: readonly number[]
  readonly axes?: { readonly x: Axis; readonly y?: Axis }
  readonly batch?: number | 'full'
}

const part = partOf<Toy>()
const whole = (value: unknown) => Number.isInteger(value)

function readAxis(text: string): Axis | undefined {
  const call = readCall(text)
  const [from, to, scale] = call?.args[0]?.key.split(':') ?? []
  const ends = [from, to].map((end = '') => aNumber.read(end, {}))
  if (!call || ends.some((end) => typeof end !== 'number')) return undefined
  const [low = 0, high = 0] = ends as number[]
  return { of: call.name, from: low, to: high, ...(scale && { scale }) }
}
const axisText = ({ of, from, to, scale }: Axis) =>
  `${of}(${[...[from, to].map(aNumber.write), ...(scale ? [scale] : [])].join(':')})`

const toy: Parts<Toy> = [
  part('lab', { form: { fits: isText, words: 'the name of a lab' }, otherwise: () => 'toy' }),
  part('f', { form: { fits: isText, words: 'an expression' }, text: aWord }),
  part('start', {
    form: { fits: isRecord, words: 'numbers by name', example: { x: 3, y: -4 } },
    text: byName,
  }),
  part('data', {
    form: { fits: isRecord, words: 'a kind of data', example: { kind: 'sine', n: 1000 } },
    text: {
      read(text) {
        const call = readCall(text)
        return call && { kind: call.name, ...valuesOf(call.args) }
      },
      write: ({ kind, ...given }) => writeCall(kind, given),
    },
  }),
  part('layers', {
    form: { fits: isListOf(whole), words: 'a list of sizes', example: [256, 256] },
    text: listOf(numberThat(whole), ':'),
    otherwise: () => [256],
    spelled: (layers) => layers,
  }),
  part('axes', {
    form: { fits: isRecord, words: 'what each axis turns' },
    link: {
      keys: [
        { name: 'x', words: 'what the horizontal axis turns', example: 'lr(0.001:1:log)' },
        { name: 'y', words: 'what the vertical axis turns' },
      ],
      read(said) {
        const axes = said.flatMap((one) => {
          const axis = readAxis(one.text)
          if (!axis) one.refuse()
          return axis ? [[one.key, axis] as const] : []
        })
        const { x, y } = Object.fromEntries(axes)
        return x && { x, ...(y && { y }) }
      },
      write: ({ x, y }) => [['x', axisText(x)], ...(y ? [['y', axisText(y)] as Pair] : [])],
    },
  }),
  part('batch', {
    form: { fits: (value) => value === 'full' || whole(value), words: 'a number or "full"' },
    text: {
      read: (text) => (text === 'full' ? text : numberThat(whole).read(text, {})),
      write: String,
    },
    silent: 'full',
  }),
]

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const axis: fc.Arbitrary<Axis> = fc.record(
  { of: fc.constantFrom('lr', 'beta1'), from: finite, to: finite, scale: fc.constant('log') },
  { requiredKeys: ['of', 'from', 'to'] },
)
const toys: fc.Arbitrary<Toy> = fc.record(
  {
    lab: fc.constant('toy'),
    f: fc.constantFrom('2*(x*y + max(z, w))', 'x&y=%'),
    start: fc.dictionary(fc.constantFrom('x', 'y', 'x1'), finite, { minKeys: 1 }),
    data: fc.record({ kind: fc.constant('sine'), n: fc.nat(), noise: finite }),
    layers: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    axes: fc.record({ x: axis, y: axis }, { requiredKeys: ['x'] }),
    batch: fc.nat(),
  },
  { requiredKeys: ['lab'] },
)

describe('a table of other rows', () => {
  test.each([
    ['readable', undefined],
    ['for chat', forChat],
  ])('brings every experiment back from its link, %s', (_, by) => {
    fc.assert(
      fc.property(toys, (experiment) => {
        const link = encodeLink(toy, experiment, by)
        expect(decodeLink(toy, link)).toEqual({ experiment, complaints: [] })
      }),
      { seed: 1 },
    )
  })

  test('brings every experiment back from its file', () => {
    fc.assert(
      fc.property(toys, (experiment) => {
        const text = JSON.stringify(experiment)
        const noMinusZero = JSON.parse(text)
        expect(readExperiment(toy, text, 'a.json')).toEqual({
          experiment: noMinusZero,
          complaints: [],
        })
      }),
      { seed: 1 },
    )
  })

  test('is written as it is read by people', () => {
    const experiment: Toy = {
      f: '2*(x*y+max(z,w))',
      start: { x: 3, y: -4 },
      data: { kind: 'sine', n: 1000, noise: 0.1, seed: 1 },
      layers: [256, 256],
      axes: { x: { of: 'lr', from: 0.001, to: 1, scale: 'log' } },
      batch: 'full',
    }
    expect(encodeLink(toy, experiment)).toBe(
      '#/toy?f=2*(x*y+max(z,w))&start=x:3,y:-4&data=sine(n=1000,noise=0.1,seed=1)&layers=256:256&x=lr(0.001:1:log)',
    )
  })

  test('says by its own rows what it cannot read, and the rest counts', () => {
    const { experiment, complaints } = decodeLink(toy, '#/toy?x=lr&run=sgd&layers=a&start=y:2')
    expect(experiment).toEqual({ lab: 'toy', start: { y: 2 } })
    expect(complaints).toEqual([
      '`x=lr` in the link cannot be read: it must be what the horizontal axis turns, such as `lr(0.001:1:log)`',
      '`run` in the link is not known and was ignored',
      '`layers=a` in the link cannot be read: it must be a list of sizes, such as `256:256`',
    ])
    expect(readExperiment(toy, '{"layers": 3}', 'a.json').complaints).toEqual([
      '`layers` in a.json must be a list of sizes, such as [ 256, 256 ]',
    ])
  })

  test('says which defaults are written out', () => {
    expect(spelledOut(toy, { f: 'x' })).toEqual({ f: 'x', layers: [256] })
  })
})

describe('what the plot shows', () => {
  const own = partsOf(['ellipse', 'field', '3d'])

  test('is in the words of the lab; others are named, and the rest is kept', () => {
    const said = 'is nothing to show here; there are ellipse, field, 3d'
    expect(decodeLink(own, '#/surface?f=x*y&show=ellipse,fields,3d')).toEqual({
      experiment: { lab: 'surface', f: 'x*y', show: ['ellipse', '3d'] },
      complaints: [`\`fields\` in the link ${said}`],
    })
    expect(readExperiment(own, '{"f": "x*y", "show": ["hill", "field"]}', 'a.json')).toEqual({
      experiment: { f: 'x*y', show: ['field'] },
      complaints: [`\`hill\` in a.json ${said}`],
    })
  })

  test('is nothing where that is said, which is another thing than not to say it', () => {
    const link = '#/surface?f=x*y&show=none'
    const { experiment } = decodeLink(own, link)
    expect(experiment).toEqual({ lab: 'surface', f: 'x*y', show: [] })
    expect(encodeLink(own, { f: 'x*y', ...experiment })).toBe(link)
    expect(encodeLink(own, { lab: 'surface', f: 'x*y' })).toBe('#/surface?f=x*y')
    expect(decodeLink(own, '#/surface?f=x*y&show=')).toEqual({ experiment, complaints: [] })
  })

  test('is nothing at all in a lab that has no words for it', () => {
    expect(decodeLink(partsOf([]), '#/curve?f=x&show=field')).toEqual({
      experiment: { lab: 'curve', f: 'x', show: [] },
      complaints: ['`field` in the link is nothing to show here'],
    })
  })

  test('has its window', () => {
    const link = '#/surface?f=x*y&show=field&view=-3:3,-2:2.5'
    const { experiment } = decodeLink(own, link)
    expect(experiment).toEqual({
      lab: 'surface',
      f: 'x*y',
      show: ['field'],
      view: [
        [-3, 3],
        [-2, 2.5],
      ],
    })
    expect(encodeLink(own, { f: 'x*y', ...experiment })).toBe(link)
    expect(readExperiment(parts, '{"f": "x", "view": [[3, -3]]}', 'a.json').complaints).toEqual([
      '`view` in a.json must be an interval for each axis of the plot, such as [ [ -3, 3 ], [ -2, 2 ] ]',
    ])
  })
})
