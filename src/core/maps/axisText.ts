// How links say an axis: lr, start.x(-5:5), lr(0.001:1:log)
import { type Text, Unreadable } from '../experiment/part.ts'
import { exact, parseNumber } from '../number.ts'
import { type AxisSpec, type Scale, scales } from './mapExperiment.ts'

export const axisText: Text<AxisSpec> = {
  words: 'a quantity and from where to where it goes',
  read(text) {
    const [, of, inside] = /^([A-Za-z][\w.]*)(?:\((.*)\))?$/.exec(text) ?? []
    if (of === undefined) return undefined
    if (inside === undefined) return { of }
    const [from, to, scale, ...more] = inside.split(':')
    const ends = [from, to].map((end = '') => parseNumber(end)) as [number, number]
    if (more.length)
      return new Unreadable(`an axis has two ends and a scale: \`${of}(0.001:1:log)\``)
    if (ends.some(Number.isNaN))
      return new Unreadable(`an axis goes from one number to another one: \`${of}(0.001:1)\``)
    if (!(ends[0] < ends[1]))
      return new Unreadable(`an axis goes from a number to a larger one: \`${of}(0.001:1)\``)
    if (scale !== undefined && !isScale(scale))
      return new Unreadable(`the scale of an axis is ${scales.join(' or ')}`)
    return { of, from: ends[0], to: ends[1], ...(scale === 'log' && { scale }) }
  },
  write({ of, from, to, scale }) {
    if (from === undefined || to === undefined) return of
    return `${of}(${[exact(from), exact(to), ...(scale === 'log' ? [scale] : [])].join(':')})`
  },
}

export const isScale = (word: unknown): word is Scale => scales.some((scale) => scale === word)
